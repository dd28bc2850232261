/**
 * Rows below a head, in columns as wide as their widest cell.
 *
 * @param head Titles of the columns.
 * @param rows Cells, as many as there are columns.
 */
export const textTable = ( head: readonly string[], rows: readonly ( readonly string[] )[] ): string => {
	const widths = head.map( ( title, column ) => Math.max( title.length, ...rows.map( ( row ) => row[ column ]?.length ?? 0 ) ) );
	const write = ( row: readonly string[] ): string => row.map( ( cell, column ) => cell.padEnd( widths[ column ] ?? 0 ) ).join( '  ' ).trimEnd();
	return [ head, widths.map( ( width ) => '-'.repeat( width ) ), ...rows ].map( write ).join( '\n' );
};
