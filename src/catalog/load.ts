/** Finds the catalog's files by their place in the tree; nothing has to be registered. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import type { Catalog, Sourced } from './catalog';
import type { CauseDefinition, Symptom, SystemDefinition } from './types';

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

const filesOf = ( root: string, folder: string ): string[] =>
	entriesOf( path.join( root, folder ) )
		.filter( ( file ) => file.endsWith( '.ts' ) && ! file.endsWith( '.test.ts' ) )
		.map( ( file ) => `${ folder }/${ file }` );

/** Reads `src/systems/<System>/system.ts`, `symptoms/*.ts` and `causes/*.ts` of a checkout, in the order of their names. */
export const loadCatalog = async ( root: string ): Promise< Catalog > => {
	const systems: Array< Sourced< SystemDefinition > > = [];
	const causes: Array< Sourced< CauseDefinition > > = [];
	const home = 'src/systems';
	for ( const name of entriesOf( path.join( root, home ) ) ) {
		const folder = `${ home }/${ name }`;
		if ( ! existsSync( path.join( root, folder, 'system.ts' ) ) ) {
			continue;
		}
		const { file, value } = await defaultExport< SystemDefinition >( root, `${ folder }/system.ts` );
		const symptoms = [ ...value.symptoms ];
		for ( const beside of filesOf( root, `${ folder }/symptoms` ) ) {
			symptoms.push( ...( await defaultExport< readonly Symptom[] >( root, beside ) ).value );
		}
		systems.push( { file, value: { ...value, symptoms } } );
		for ( const cause of filesOf( root, `${ folder }/causes` ) ) {
			causes.push( await defaultExport< CauseDefinition >( root, cause ) );
		}
	}
	return { systems, causes };
};
