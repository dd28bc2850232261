/** Finds the catalog's files by their place in the tree; nothing has to be registered. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import type { Catalog, Sourced } from './catalog';
import type { CauseDefinition, SystemDefinition } from './types';

const entriesOf = ( folder: string ): string[] => ( existsSync( folder ) ? readdirSync( folder ).sort() : [] );

const defaultExport = async < T >( root: string, file: string ): Promise< Sourced< T > > => {
	const module = ( await import( path.join( root, file ) ) ) as { readonly default?: T | { readonly default?: T } };
	const exported = module.default;
	// Run as CommonJS, a default export arrives wrapped once more.
	const value = exported && typeof exported === 'object' && 'default' in exported ? exported.default : exported;
	if ( ! value ) {
		throw new Error( `${ file } has no default export.` );
	}
	return { file, value: value as T };
};

/** Reads `src/systems/<System>/system.ts` and `causes/*.ts` of a checkout, in the order of their names. */
export const loadCatalog = async ( root: string ): Promise< Catalog > => {
	const systems: Array< Sourced< SystemDefinition > > = [];
	const causes: Array< Sourced< CauseDefinition > > = [];
	const home = 'src/systems';
	for ( const name of entriesOf( path.join( root, home ) ) ) {
		const folder = `${ home }/${ name }`;
		if ( ! existsSync( path.join( root, folder, 'system.ts' ) ) ) {
			continue;
		}
		systems.push( await defaultExport< SystemDefinition >( root, `${ folder }/system.ts` ) );
		for ( const file of entriesOf( path.join( root, folder, 'causes' ) ) ) {
			if ( file.endsWith( '.ts' ) && ! file.endsWith( '.test.ts' ) ) {
				causes.push( await defaultExport< CauseDefinition >( root, `${ folder }/causes/${ file }` ) );
			}
		}
	}
	return { systems, causes };
};
