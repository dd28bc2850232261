import { textTable } from '../support/run/text-table';

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
	return textTable( head, rows );
}
