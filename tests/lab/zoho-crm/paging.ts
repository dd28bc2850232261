/**
 * Paging of lists: pages up to the first 2,000 rows, beyond them by token.
 */
import type { Answer } from '../http';
import { invalidParameter, refuse } from './answers';
import type { Context } from './context';
import { DAY_MS } from './state';

export const MOST_PER_PAGE = 200;
const ROWS_BY_PAGE = 2000;

export interface Page< Row > {
	readonly rows: readonly Row[];
	readonly info: Record< string, number | boolean | string | null >;
}

interface PageToken {
	readonly offset: number;
	readonly query: string;
	readonly expires: number;
}

const encode = ( token: PageToken ): string => Buffer.from( JSON.stringify( token ) ).toString( 'base64url' );

function decode( text: string ): PageToken | null {
	try {
		return JSON.parse( Buffer.from( text, 'base64url' ).toString( 'utf8' ) ) as PageToken;
	} catch {
		return null;
	}
}

/** The query without its page: a token is good for the query that it was given for, and no other. */
const signature = ( query: URLSearchParams ): string =>
	[ ...query ]
		.filter( ( [ name ] ) => name !== 'page' && name !== 'page_token' )
		.map( ( pair ) => pair.join( '=' ) )
		.sort()
		.join( '&' );

const whole = ( text: string | null, otherwise: number ): number => {
	const value = text === null ? otherwise : Number( text );
	return Number.isInteger( value ) && value > 0 ? value : 0;
};

/**
 * Cuts one page out of the rows; an answer where the request's page makes no sense.
 *
 * @param context  The call.
 * @param rows     All rows.
 * @param byTokens Whether the list knows page tokens.
 */
export function page< Row >( context: Context, rows: readonly Row[], byTokens: boolean ): Page< Row > | Answer {
	const { query } = context.call;
	const perPage = whole( query.get( 'per_page' ), MOST_PER_PAGE );
	if ( perPage === 0 || perPage > MOST_PER_PAGE ) {
		return invalidParameter( 'per_page', { maximum_value: MOST_PER_PAGE } );
	}
	const number = whole( query.get( 'page' ), 1 );
	if ( number === 0 ) {
		return invalidParameter( 'page' );
	}
	let offset = ( number - 1 ) * perPage;
	const sent = byTokens ? query.get( 'page_token' ) : null;
	if ( sent !== null ) {
		const token = decode( sent );
		if ( token === null || token.query !== signature( query ) || token.expires <= context.crm.now() ) {
			return invalidParameter( 'page_token' );
		}
		offset = token.offset;
	} else if ( offset + perPage > ROWS_BY_PAGE ) {
		return refuse( 400, 'DISCRETE_PAGINATION_LIMIT_EXCEEDED', 'only the first 2000 records can be fetched by page; use page_token', {
			page: number,
			per_page: perPage,
		} );
	}
	const cut = rows.slice( offset, offset + perPage );
	const more = offset + perPage < rows.length;
	const expires = context.crm.now() + DAY_MS;
	return {
		rows: cut,
		info: {
			per_page: perPage,
			count: cut.length,
			page: Math.floor( offset / perPage ) + 1,
			more_records: more,
			...( byTokens
				? {
						next_page_token: more
							? encode( { offset: offset + perPage, query: signature( query ), expires } )
							: null,
						page_token_expiry: more ? context.crm.time( expires ) : null,
				  }
				: {} ),
		},
	};
}
