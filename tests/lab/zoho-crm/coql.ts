/**
 * COQL, the part that a look-up of people needs: `select … from … where … order by … limit offset, count`.
 */
import type { Json } from '../json';
import { isObject } from '../json';
import type { CrmRecord } from './state';

export class CoqlError extends Error {
	public constructor(
		public readonly code: 'SYNTAX_ERROR' | 'INVALID_QUERY' | 'LIMIT_EXCEEDED' | 'INVALID_MODULE' | 'DUPLICATE_DATA',
		message: string,
		public readonly details: Record< string, Json > = {}
	) {
		super( message );
	}
}

type Operator = '=' | '!=' | '<' | '>' | '<=' | '>=' | 'like' | 'not like' | 'in' | 'not in' | 'between' | 'is null' | 'is not null';

export type Criterion =
	| { readonly all: readonly Criterion[] }
	| { readonly any: readonly Criterion[] }
	| { readonly column: string; readonly operator: Operator; readonly values: readonly string[] };

export interface Query {
	readonly columns: readonly string[];
	readonly module: string;
	readonly where: Criterion;
	readonly orderBy: readonly { readonly column: string; readonly isDescending: boolean }[];
	readonly limit: number;
	readonly offset: number;
	/** Every column that the query names. */
	readonly named: readonly string[];
}

interface Token {
	readonly kind: 'word' | 'text' | 'number' | 'sign';
	readonly text: string;
}

export const ROWS_A_CALL = 2000;
const DEFAULT_ROWS = 200;
const ROWS_BY_OFFSET = 100_000;
const COLUMNS = 50;
const CRITERIA = 25;
const VALUES_IN = 50;

const near = ( token: Token | undefined ): CoqlError =>
	new CoqlError( 'SYNTAX_ERROR', 'error occured while parsing the query', { near: token?.text ?? '' } );

/**
 * Splits a query. A quote inside a text is written twice, or after a backslash, as the switch says; the other way ends the text.
 *
 * @param query The query.
 * @param quote How a quote is escaped.
 */
function tokens( query: string, quote: 'doubled' | 'backslash' ): Token[] {
	const found: Token[] = [];
	let rest = query;
	const text = quote === 'doubled' ? /^'((?:[^']|'')*)'/ : /^'((?:[^'\\]|\\.)*)'/;
	while ( ( rest = rest.trimStart() ) !== '' ) {
		const string = text.exec( rest );
		const number = /^-?\d+(?:\.\d+)?(?![\w.])/.exec( rest );
		const word = /^[A-Za-z_][\w.]*/.exec( rest );
		const sign = /^(?:<=|>=|!=|[=<>(),*])/.exec( rest );
		const match = string ?? number ?? word ?? sign;
		if ( match === null ) {
			throw near( { kind: 'sign', text: rest.slice( 0, 20 ) } );
		}
		if ( string !== null ) {
			const inner = string[ 1 ] ?? '';
			found.push( {
				kind: 'text',
				text: quote === 'doubled' ? inner.replaceAll( "''", "'" ) : inner.replace( /\\(.)/g, '$1' ),
			} );
		} else {
			let kind: Token[ 'kind' ] = 'sign';
			if ( number !== null ) {
				kind = 'number';
			} else if ( word !== null ) {
				kind = 'word';
			}
			found.push( { kind, text: match[ 0 ] } );
		}
		rest = rest.slice( match[ 0 ].length );
	}
	return found;
}

class Parser {
	private at = 0;
	private readonly named = new Set< string >();
	private criteria = 0;

	public constructor( private readonly list: readonly Token[] ) {}

	public query(): Query {
		this.keyword( 'select' );
		const columns = [ this.column() ];
		while ( this.takes( ',' ) ) {
			columns.push( this.column() );
		}
		this.keyword( 'from' );
		const module = this.word();
		this.keyword( 'where' );
		const where = this.any();
		const orderBy: { column: string; isDescending: boolean }[] = [];
		if ( this.takes( 'order' ) ) {
			this.keyword( 'by' );
			do {
				const column = this.column();
				const isDescending = this.takes( 'desc' );
				if ( ! isDescending ) {
					this.takes( 'asc' );
				}
				orderBy.push( { column, isDescending } );
			} while ( this.takes( ',' ) );
		}
		let limit = DEFAULT_ROWS;
		let offset = 0;
		if ( this.takes( 'limit' ) ) {
			limit = this.count( 'limit' );
			if ( this.takes( ',' ) ) {
				offset = limit;
				limit = this.count( 'limit' );
			} else if ( this.takes( 'offset' ) ) {
				offset = this.count( 'offset' );
			}
		}
		if ( this.list[ this.at ] !== undefined ) {
			throw near( this.list[ this.at ] );
		}
		if ( columns.length > COLUMNS || this.criteria > CRITERIA || limit > ROWS_A_CALL || offset + limit > ROWS_BY_OFFSET ) {
			throw new CoqlError( 'LIMIT_EXCEEDED', 'limit exceeded' );
		}
		if ( limit < 1 ) {
			throw new CoqlError( 'INVALID_QUERY', 'limit given seems to be invalid', { limit: String( limit ) } );
		}
		const twice = columns.find( ( column, index ) => columns.indexOf( column ) !== index );
		if ( twice !== undefined ) {
			throw new CoqlError( 'DUPLICATE_DATA', 'duplicate column', { column_name: twice } );
		}
		return { columns, module, where, orderBy, limit, offset, named: [ ...this.named ] };
	}

	private any(): Criterion {
		const parts = [ this.all() ];
		while ( this.takes( 'or' ) ) {
			parts.push( this.all() );
		}
		return parts.length === 1 ? parts[ 0 ]! : { any: parts };
	}

	private all(): Criterion {
		const parts = [ this.one() ];
		while ( this.takes( 'and' ) ) {
			parts.push( this.one() );
		}
		return parts.length === 1 ? parts[ 0 ]! : { all: parts };
	}

	private one(): Criterion {
		if ( this.takes( '(' ) ) {
			const inner = this.any();
			this.keyword( ')' );
			return inner;
		}
		this.criteria++;
		const column = this.column();
		const token = this.next();
		const sign = token?.text.toLowerCase() ?? '';
		if ( token?.kind === 'sign' && [ '=', '!=', '<', '>', '<=', '>=' ].includes( sign ) ) {
			return { column, operator: sign as Operator, values: [ this.value() ] };
		}
		if ( sign === 'is' ) {
			const isNegated = this.takes( 'not' );
			this.keyword( 'null' );
			return { column, operator: isNegated ? 'is not null' : 'is null', values: [] };
		}
		if ( sign === 'between' ) {
			const low = this.value();
			this.keyword( 'and' );
			return { column, operator: 'between', values: [ low, this.value() ] };
		}
		const isNegated = sign === 'not';
		const operator = isNegated ? this.next()?.text.toLowerCase() : sign;
		if ( operator === 'like' ) {
			return { column, operator: isNegated ? 'not like' : 'like', values: [ this.value() ] };
		}
		if ( operator !== 'in' ) {
			throw near( token );
		}
		this.keyword( '(' );
		const values = [ this.value() ];
		while ( this.takes( ',' ) ) {
			values.push( this.value() );
		}
		this.keyword( ')' );
		if ( values.length > VALUES_IN ) {
			throw new CoqlError( 'LIMIT_EXCEEDED', 'limit exceeded' );
		}
		return { column, operator: isNegated ? 'not in' : 'in', values };
	}

	private column(): string {
		const column = this.word();
		this.named.add( column );
		return column;
	}

	private word(): string {
		const token = this.next();
		if ( token?.kind !== 'word' ) {
			throw near( token );
		}
		return token.text;
	}

	private value(): string {
		const token = this.next();
		const isLiteral = token?.kind === 'word' && /^(true|false)$/i.test( token.text );
		if ( token === undefined || ( token.kind !== 'text' && token.kind !== 'number' && ! isLiteral ) ) {
			throw near( token );
		}
		return token.text;
	}

	private count( name: 'limit' | 'offset' ): number {
		const token = this.next();
		if ( token?.kind !== 'number' || ! /^\d+$/.test( token.text ) ) {
			throw new CoqlError( 'INVALID_QUERY', `${ name } given seems to be invalid`, { [ name ]: token?.text ?? '' } );
		}
		return Number( token.text );
	}

	private next(): Token | undefined {
		return this.list[ this.at++ ];
	}

	private takes( text: string ): boolean {
		const token = this.list[ this.at ];
		if ( token === undefined || token.kind === 'text' || token.text.toLowerCase() !== text ) {
			return false;
		}
		this.at++;
		return true;
	}

	private keyword( text: string ): void {
		if ( ! this.takes( text ) ) {
			throw near( this.list[ this.at ] );
		}
	}
}

export const parseCoql = ( query: string, quote: 'doubled' | 'backslash' ): Query =>
	new Parser( tokens( query, quote ) ).query();

/**
 * What a column compares as: a lookup by its id.
 *
 * @param value Value of the record.
 */
const comparable = ( value: Json | undefined ): string | null => {
	if ( value === null || value === undefined ) {
		return null;
	}
	return isObject( value ) ? String( value.id ?? '' ) : String( value );
};

const isTime = ( text: string ): boolean => /^\d{4}-\d\d-\d\d/.test( text );

function order( left: string, right: string ): number {
	if ( isTime( left ) && isTime( right ) ) {
		return Date.parse( left ) - Date.parse( right );
	}
	if ( left !== '' && right !== '' && ! Number.isNaN( Number( left ) ) && ! Number.isNaN( Number( right ) ) && left.length < 16 ) {
		return Number( left ) - Number( right );
	}
	return left.toLowerCase().localeCompare( right.toLowerCase() );
}

const like = ( pattern: string, text: string ): boolean =>
	new RegExp(
		`^${ pattern
			.split( '%' )
			.map( ( part ) => part.replace( /[.*+?^${}()|[\]\\]/g, '\\$&' ) )
			.join( '.*' ) }$`,
		'is'
	).test( text );

/**
 * Whether a record fits. Text compares without regard to case; an absent value fits only `is null` and the negations.
 *
 * @param criterion What is asked.
 * @param record    The record.
 */
export function fits( criterion: Criterion, record: CrmRecord ): boolean {
	if ( 'all' in criterion ) {
		return criterion.all.every( ( part ) => fits( part, record ) );
	}
	if ( 'any' in criterion ) {
		return criterion.any.some( ( part ) => fits( part, record ) );
	}
	const value = comparable( record[ criterion.column.split( '.' )[ 0 ] ?? '' ] );
	const [ first = '', second = '' ] = criterion.values;
	const among = () => criterion.values.some( ( wanted ) => value !== null && order( value, wanted ) === 0 );
	switch ( criterion.operator ) {
		case 'is null':
			return value === null || value === '';
		case 'is not null':
			return value !== null && value !== '';
		case '=':
		case 'in':
			return among();
		case '!=':
		case 'not in':
			return ! among();
		case 'like':
			return value !== null && like( first, value );
		case 'not like':
			return value === null || ! like( first, value );
		case '<':
			return value !== null && order( value, first ) < 0;
		case '>':
			return value !== null && order( value, first ) > 0;
		case '<=':
			return value !== null && order( value, first ) <= 0;
		case '>=':
			return value !== null && order( value, first ) >= 0;
		case 'between':
			return value !== null && order( value, first ) >= 0 && order( value, second ) <= 0;
	}
}

export const compareBy =
	( orderBy: Query[ 'orderBy' ] ) =>
	( left: CrmRecord, right: CrmRecord ): number => {
		for ( const { column, isDescending } of orderBy ) {
			const difference = order( comparable( left[ column ] ) ?? '', comparable( right[ column ] ) ?? '' );
			if ( difference !== 0 ) {
				return isDescending ? -difference : difference;
			}
		}
		return 0;
	};
