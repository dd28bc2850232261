/**
 * The few figures that the benchmarks need.
 */

const sorted = ( values: readonly number[] ): number[] => [ ...values ].sort( ( a, b ) => a - b );

export function percentile( values: readonly number[], share: number ): number {
	const ordered = sorted( values );
	const at = ( ordered.length - 1 ) * share;
	const low = ordered[ Math.floor( at ) ] ?? Number.NaN;
	const high = ordered[ Math.ceil( at ) ] ?? Number.NaN;
	return low + ( high - low ) * ( at - Math.floor( at ) );
}

export const median = ( values: readonly number[] ): number => percentile( values, 0.5 );

/**
 * Area under the ROC curve, after Mann and Whitney: how often a value of the first is above one of the second; ties count half. 0.5 tells nothing apart.
 *
 * @param first  Values.
 * @param second Values.
 */
export function areaUnderCurve( first: readonly number[], second: readonly number[] ): number {
	const all = [ ...first.map( ( value ) => ( { value, isFirst: true } ) ), ...second.map( ( value ) => ( { value, isFirst: false } ) ) ].sort(
		( a, b ) => a.value - b.value
	);
	let ranks = 0;
	for ( let start = 0; start < all.length; ) {
		let end = start;
		while ( end < all.length && all[ end ]?.value === all[ start ]?.value ) {
			end++;
		}
		const rank = ( start + 1 + end ) / 2;
		ranks += rank * all.slice( start, end ).filter( ( one ) => one.isFirst ).length;
		start = end;
	}
	return ( ranks - ( first.length * ( first.length + 1 ) ) / 2 ) / ( first.length * second.length );
}

/**
 * How far the area strays by chance alone where nothing tells the two apart, as one standard deviation.
 *
 * @param count Values on each side.
 */
export const chanceOfArea = ( count: number ): number => Math.sqrt( ( 2 * count + 1 ) / ( 12 * count * count ) );
