/**
 * The search over active records: filters, order, paging, limits.
 */
import { json, type Answer } from '../http';
import { isObject, type Json, type JsonObject } from '../json';
import { invalid, rowsOf, textOf, textsOf } from './answers';

const MOST_GROUPS = 5;
const MOST_IN_GROUP = 10;
const MOST_FILTERS = 25;
const MOST_ROWS = 200;
const MOST_RESULTS = 10_000;
const MOST_QUERY = 3_000;

/** What the search compares of a record. */
export interface Searched {
	readonly id: string;
	value: ( property: string ) => string | null;
}

/** A number, or a date as one; null where it is neither. */
function numeric( text: string ): number | null {
	if ( /^-?\d+(\.\d+)?$/.test( text ) ) {
		return Number( text );
	}
	const date = /^\d{4}-\d\d-\d\dT/.test( text ) ? Date.parse( text ) : Number.NaN;
	return Number.isNaN( date ) ? null : date;
}

const tokens = ( text: string ): string[] => text.toLowerCase().split( /[\s;,]+/ );

function compared( left: string, right: string ): number {
	const [ a, b ] = [ numeric( left ), numeric( right ) ];
	return a !== null && b !== null ? a - b : left.toLowerCase().localeCompare( right.toLowerCase() );
}

const sortable = ( text: string ): number | string => numeric( text ) ?? text.toLowerCase();

const ordered = ( a: number | string, b: number | string ): number => ( typeof a === 'number' && typeof b === 'number' ? a - b : String( a ).localeCompare( String( b ) ) );

/** A token may stand for several by a `*`. */
function hasToken( text: string, wanted: string ): boolean {
	const parts = wanted.toLowerCase().split( '*' ).map( ( part ) => part.replace( /[.+?^${}()|[\]\\]/g, '\\$&' ) );
	const pattern = new RegExp( `^${ parts.join( '.*' ) }$` );
	return tokens( text ).some( ( token ) => pattern.test( token ) );
}

/** Operators on a value that is there, with the filter's value, the upper end of a range, and its list. */
const OPERATORS: Readonly< Record< string, ( value: string, wanted: string, high: string, list: readonly string[] ) => boolean > > = {
	EQ: ( value, wanted ) => compared( value, wanted ) === 0,
	NEQ: ( value, wanted ) => compared( value, wanted ) !== 0,
	LT: ( value, wanted ) => compared( value, wanted ) < 0,
	LTE: ( value, wanted ) => compared( value, wanted ) <= 0,
	GT: ( value, wanted ) => compared( value, wanted ) > 0,
	GTE: ( value, wanted ) => compared( value, wanted ) >= 0,
	BETWEEN: ( value, wanted, high ) => compared( value, wanted ) >= 0 && compared( value, high ) <= 0,
	// The values of a list are compared as they stand: they have to come in lower case.
	IN: ( value, _wanted, _high, list ) => list.includes( value ),
	NOT_IN: ( value, _wanted, _high, list ) => ! list.includes( value ),
	HAS_PROPERTY: () => true,
	CONTAINS_TOKEN: ( value, wanted ) => hasToken( value, wanted ),
	NOT_CONTAINS_TOKEN: ( value, wanted ) => ! hasToken( value, wanted ),
};

function holds( filter: JsonObject, value: string | null ): boolean {
	const operator = textOf( filter.operator );
	if ( value === null ) {
		return operator === 'NOT_HAS_PROPERTY' || operator === 'NOT_CONTAINS_TOKEN';
	}
	return OPERATORS[ operator ]?.( value, textOf( filter.value ), textOf( filter.highValue ), textsOf( filter.values ) ) ?? false;
}

/** The first order that is asked for, in either form that the API takes. */
function orderOf( sent: Json | undefined ): { readonly property: string; readonly isDescending: boolean } {
	const first = Array.isArray( sent ) ? sent[ 0 ] : undefined;
	if ( isObject( first ) ) {
		return { property: textOf( first.propertyName ), isDescending: textOf( first.direction ) === 'DESCENDING' };
	}
	const text = textOf( first );
	return { property: text.replace( /^-/, '' ) || 'createdate', isDescending: text.startsWith( '-' ) };
}

/**
 * Answers a search.
 *
 * @param body    What was sent.
 * @param records Active records.
 * @param known   Whether there is such a property.
 * @param row     A record as an answer shows it.
 */
export function search< R extends Searched >(
	body: JsonObject,
	records: readonly R[],
	known: ( property: string ) => boolean,
	row: ( record: R, properties: readonly string[] ) => object
): Answer {
	const groups = rowsOf( body.filterGroups ).map( ( group ) => rowsOf( group.filters ) );
	const filters = groups.flat();
	const limit = body.limit === undefined ? 10 : Number( textOf( body.limit ) );
	const start = body.after === undefined || textOf( body.after ) === '' ? 0 : Number( textOf( body.after ) );
	if ( groups.length > MOST_GROUPS || groups.some( ( group ) => group.length > MOST_IN_GROUP ) || filters.length > MOST_FILTERS ) {
		return invalid( 'Too many filters: there are at most 5 groups of 10, and 25 in all.' );
	}
	if ( ! Number.isInteger( limit ) || limit < 1 || limit > MOST_ROWS ) {
		return invalid( `The limit has to be between 1 and ${ MOST_ROWS }.` );
	}
	if ( ! Number.isInteger( start ) || start < 0 ) {
		return invalid( 'The cursor is none of the search.' );
	}
	if ( start + limit > MOST_RESULTS ) {
		return invalid( `A search shows its first ${ MOST_RESULTS } results only.` );
	}
	if ( textOf( body.query ).length > MOST_QUERY ) {
		return invalid( `A query has at most ${ MOST_QUERY } characters.` );
	}
	const strange = filters.map( ( filter ) => textOf( filter.propertyName ) ).find( ( name ) => ! known( name ) );
	if ( strange !== undefined ) {
		return invalid( `There is no property named ${ strange }`, { invalidPropertyName: [ strange ] } );
	}
	const query = textOf( body.query ).toLowerCase();
	const found = records.filter(
		( record ) =>
			( groups.length === 0 || groups.some( ( group ) => group.every( ( filter ) => holds( filter, record.value( textOf( filter.propertyName ) ) ) ) ) ) &&
			( query === '' || [ 'email', 'firstname', 'lastname', 'name', 'domain' ].some( ( name ) => ( record.value( name ) ?? '' ).toLowerCase().includes( query ) ) )
	);
	const { property, isDescending } = orderOf( body.sorts );
	const keyed = found.map( ( record ) => ( { record, key: sortable( record.value( property ) ?? '' ), id: Number( record.id ) } ) );
	keyed.sort( ( a, b ) => ( isDescending ? -1 : 1 ) * ordered( a.key, b.key ) || a.id - b.id );
	const page = keyed.slice( start, start + limit ).map( ( { record } ) => row( record, textsOf( body.properties ) ) );
	return json( 200, {
		total: found.length,
		results: page,
		...( start + limit < found.length ? { paging: { next: { after: String( start + limit ), link: '' } } } : {} ),
	} );
}
