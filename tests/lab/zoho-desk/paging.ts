/**
 * Query parameters of lists: numbers within their bounds, sorting, lists of words.
 */
import type { Call } from '../http';

/**
 * A whole number within bounds; null where it is none.
 *
 * @param call      The call.
 * @param name      Parameter.
 * @param least     Least.
 * @param most      Most.
 * @param otherwise Where it is absent.
 */
export function number( call: Call, name: string, least: number, most: number, otherwise: number ): number | null {
	const sent = call.query.get( name );
	if ( sent === null ) {
		return otherwise;
	}
	const value = /^\d{1,9}$/.test( sent ) ? Number( sent ) : Number.NaN;
	return value >= least && value <= most ? value : null;
}

/** Words of a parameter that is sent once with commas, or several times. */
export const words = ( call: Call, name: string ): string[] =>
	call.query
		.getAll( name )
		.flatMap( ( value ) => value.split( ',' ) )
		.map( ( value ) => value.trim() )
		.filter( ( value ) => value !== '' );

export type Key = string | number;

/**
 * Sorts by one attribute, descending after a minus; null where nothing is sorted by that name. Equal ones stay in the order of their ids.
 *
 * @param rows   The rows.
 * @param sortBy The parameter.
 * @param keys   What can be sorted by.
 */
export function sorted< Row extends { readonly id: string } >( rows: readonly Row[], sortBy: string, keys: Readonly< Record< string, ( row: Row ) => Key > > ): Row[] | null {
	const isDescending = sortBy.startsWith( '-' );
	const key = keys[ isDescending ? sortBy.slice( 1 ) : sortBy ];
	if ( key === undefined ) {
		return null;
	}
	const direction = isDescending ? -1 : 1;
	const compare = ( a: Key, b: Key ): number => ( a < b ? -1 : Number( a > b ) );
	return [ ...rows ].sort( ( a, b ) => direction * compare( key( a ), key( b ) ) || compare( a.id, b.id ) );
}

/**
 * A range of time, `from,to`; null where it is none.
 *
 * @param sent Two ISO times.
 */
export function range( sent: string ): { from: number; to: number } | null {
	const [ from = '', to = '', ...more ] = sent.split( ',' );
	const bounds = { from: Date.parse( from ), to: Date.parse( to ) };
	return more.length > 0 || Number.isNaN( bounds.from ) || Number.isNaN( bounds.to ) ? null : bounds;
}
