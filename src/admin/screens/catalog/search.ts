import type { CatalogRow } from '../../data/queries';

/** Lower case, without accents. */
const plain = ( text: string ): string => text.normalize( 'NFD' ).replaceAll( /\p{M}/gu, '' ).toLowerCase();

/** Causes of a system ('' for all) that hold every word of the search, in title, meaning, product or id; those with it in the title first. */
export const found = ( rows: readonly CatalogRow[], search: string, system: string ): readonly CatalogRow[] => {
	const words = plain( search ).split( /\s+/u ).filter( ( word ) => word !== '' );
	const holds = ( text: string ): boolean => words.every( ( word ) => plain( text ).includes( word ) );
	const fitting = rows.filter( ( row ) => ( system === '' || row.system === system ) && holds( `${ row.title } ${ row.meaning } ${ row.systemTitle } ${ row.ref }` ) );
	return words.length === 0 ? fitting : [ ...fitting.filter( ( row ) => holds( row.title ) ), ...fitting.filter( ( row ) => ! holds( row.title ) ) ];
};
