/**
 * A measured figure beside its budget.
 */
export interface Line {
	readonly area: string;
	readonly what: string;
	readonly bare: string;
	readonly ours: string;
	readonly budget: string;
	/** Null where there is no budget: the line only informs. */
	readonly isWithin: boolean | null;
}

export const fixed = ( value: number, digits = 0 ): string => value.toFixed( digits );

export const sign = ( value: number, digits = 0 ): string => `${ value >= 0 ? '+' : '' }${ value.toFixed( digits ) }`;

export function table( lines: readonly Line[] ): string {
	const head = [ 'area', 'what', 'bare', 'ours', 'budget', '' ];
	const rows = lines.map( ( line, index ) => [
		line.area === lines[ index - 1 ]?.area ? '' : line.area,
		line.what,
		line.bare,
		line.ours,
		line.budget,
		line.isWithin === null ? '' : [ 'FAIL', 'PASS' ][ Number( line.isWithin ) ] ?? '',
	] );
	const widths = head.map( ( title, column ) => Math.max( title.length, ...rows.map( ( row ) => row[ column ]?.length ?? 0 ) ) );
	const write = ( row: readonly string[] ) => row.map( ( cell, column ) => cell.padEnd( widths[ column ] ?? 0 ) ).join( '  ' ).trimEnd();
	return [ write( head ), write( widths.map( ( width ) => '-'.repeat( width ) ) ), ...rows.map( write ) ].join( '\n' );
}
