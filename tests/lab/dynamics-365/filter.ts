/**
 * `$filter` of OData, as far as Dataverse takes it. Text is compared without case.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/filter-rows
 */
import type { Json } from '../json';
import { badQuery } from './answers';

export type Predicate< T > = ( row: T ) => boolean;

/** Reads a property's value; throws where there is no such property. */
export type Reader< T > = ( property: string ) => ( row: T ) => Json;

const TOKEN = /\s*(?:('(?:[^']|'')*')|([()[\],=])|([^\s()[\],='"]+))/y;

function tokensOf( text: string ): string[] {
	const tokens: string[] = [];
	TOKEN.lastIndex = 0;
	while ( TOKEN.lastIndex < text.trimEnd().length ) {
		const found = TOKEN.exec( text );
		if ( found === null ) {
			throw badQuery( 'There is an unterminated string literal in the filter expression.' );
		}
		tokens.push( found[ 1 ] ?? found[ 2 ] ?? found[ 3 ] ?? '' );
	}
	return tokens;
}

const plain = ( value: Json ): string | number | boolean | null => ( typeof value === 'string' ? value.toLowerCase() : ( value as number | boolean | null ) );

/** Smaller, equal or greater; null where they cannot be compared. */
function compare( left: Json, right: Json ): number | null {
	const [ a, b ] = [ plain( left ), plain( right ) ];
	if ( a === null || b === null ) {
		return null;
	}
	if ( a === b ) {
		return 0;
	}
	return a < b ? -1 : 1;
}

const COMPARISONS: Readonly< Record< string, ( left: Json, right: Json ) => boolean > > = {
	eq: ( left, right ) => plain( left ) === plain( right ),
	ne: ( left, right ) => plain( left ) !== plain( right ),
	gt: ( left, right ) => ( compare( left, right ) ?? 0 ) > 0,
	ge: ( left, right ) => ( compare( left, right ) ?? -1 ) >= 0,
	lt: ( left, right ) => ( compare( left, right ) ?? 0 ) < 0,
	le: ( left, right ) => ( compare( left, right ) ?? 1 ) <= 0,
};

const TEXT_FUNCTIONS: Readonly< Record< string, ( text: string, part: string ) => boolean > > = {
	contains: ( text, part ) => text.includes( part ),
	startswith: ( text, part ) => text.startsWith( part ),
	endswith: ( text, part ) => text.endsWith( part ),
};

function literal( token: string ): Json {
	if ( token.startsWith( "'" ) ) {
		return token.slice( 1, -1 ).replaceAll( "''", "'" );
	}
	const words: Readonly< Record< string, Json > > = { null: null, true: true, false: false };
	if ( token in words ) {
		return words[ token ] ?? null;
	}
	return /^-?\d+(\.\d+)?$/.test( token ) ? Number( token ) : token;
}

class Parser< T > {
	private position = 0;

	public constructor(
		private readonly tokens: readonly string[],
		private readonly read: Reader< T >
	) {}

	public whole(): Predicate< T > {
		const predicate = this.either();
		if ( this.position < this.tokens.length ) {
			throw badQuery( `Syntax error at position ${ this.position } in the filter.` );
		}
		return predicate;
	}

	private either(): Predicate< T > {
		let left = this.both();
		while ( this.taken( 'or' ) ) {
			const [ first, second ] = [ left, this.both() ];
			left = ( row ) => first( row ) || second( row );
		}
		return left;
	}

	private both(): Predicate< T > {
		let left = this.one();
		while ( this.taken( 'and' ) ) {
			const [ first, second ] = [ left, this.one() ];
			left = ( row ) => first( row ) && second( row );
		}
		return left;
	}

	private one(): Predicate< T > {
		if ( this.taken( 'not' ) ) {
			const inner = this.one();
			return ( row ) => ! inner( row );
		}
		if ( this.taken( '(' ) ) {
			const inner = this.either();
			this.need( ')' );
			return inner;
		}
		const word = this.next();
		if ( word === 'Microsoft.Dynamics.CRM.In' ) {
			return this.among();
		}
		const onText = TEXT_FUNCTIONS[ word ];
		if ( onText !== undefined && this.taken( '(' ) ) {
			const value = this.read( this.next() );
			this.need( ',' );
			const part = String( literal( this.next() ) ).toLowerCase();
			this.need( ')' );
			return ( row ) => onText( String( value( row ) ?? '' ).toLowerCase(), part );
		}
		const value = this.read( word );
		const operator = COMPARISONS[ this.next() ];
		if ( operator === undefined ) {
			throw badQuery( 'A binary operator was expected in the filter.' );
		}
		const right = literal( this.next() );
		return ( row ) => operator( value( row ), right );
	}

	/** `In(PropertyName='emailaddress1',PropertyValues=['a','b'])` */
	private among(): Predicate< T > {
		this.need( '(' );
		this.need( 'PropertyName' );
		this.need( '=' );
		const value = this.read( String( literal( this.next() ) ) );
		this.need( ',' );
		this.need( 'PropertyValues' );
		this.need( '=' );
		this.need( '[' );
		const values = new Set< string >();
		while ( ! this.taken( ']' ) ) {
			values.add( String( literal( this.next() ) ).toLowerCase() );
			this.taken( ',' );
		}
		this.need( ')' );
		return ( row ) => values.has( String( value( row ) ?? '' ).toLowerCase() );
	}

	private next(): string {
		const token = this.tokens[ this.position++ ];
		if ( token === undefined ) {
			throw badQuery( 'The filter ends in the middle of an expression.' );
		}
		return token;
	}

	private taken( token: string ): boolean {
		const isThere = this.tokens[ this.position ] === token;
		this.position += isThere ? 1 : 0;
		return isThere;
	}

	private need( token: string ): void {
		if ( ! this.taken( token ) ) {
			throw badQuery( `Syntax error: '${ token }' was expected in the filter.` );
		}
	}
}

/**
 * Compiles a filter.
 *
 * @param text What stands behind `$filter=`, decoded.
 * @param read Finds the value that a property name stands for.
 */
export const filterOf = < T >( text: string, read: Reader< T > ): Predicate< T > => new Parser( tokensOf( text ), read ).whole();
