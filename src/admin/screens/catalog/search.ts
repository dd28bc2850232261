import type { CatalogRow } from '../../data/queries';
import type { Detection } from '../../data/types';
import type { CatalogView, WayFilter } from '../../routing/view';

/** Lower case, without accents. */
const plain = ( text: string ): string => text.normalize( 'NFD' ).replaceAll( /\p{M}/gu, '' ).toLowerCase();

/** How a cause is found, as the filter has it. */
export const wayOf = ( detection: Detection ): WayFilter => ( detection === 'proof' || detection === 'suspicion' ? 'looking' : detection );

/**
 * Causes of a view that hold every word of its search, in title, meaning, product, id, or in what they show; those with it in the title first.
 *
 * The view's system is not looked at: whoever asks has the rows of one, or of all.
 */
export const found = ( rows: readonly CatalogRow[], { search, way }: Pick< CatalogView, 'search' | 'way' > ): readonly CatalogRow[] => {
	const words = plain( search ).split( /\s+/u ).filter( ( word ) => word !== '' );
	const holds = ( text: string ): boolean => {
		const read = plain( text );
		return words.every( ( word ) => read.includes( word ) );
	};
	const fitting = rows.filter(
		( row ) => ( way === '' || wayOf( row.detection ) === way ) && holds( `${ row.title } ${ row.meaning } ${ row.systemTitle } ${ row.ref } ${ row.signs }` )
	);
	return words.length === 0 ? fitting : [ ...fitting.filter( ( row ) => holds( row.title ) ), ...fitting.filter( ( row ) => ! holds( row.title ) ) ];
};
