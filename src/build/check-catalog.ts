/** `npx tsx src/build/check-catalog.ts`: lists what is wrong with the catalog; exit code 1 where anything is. Part of `npm run check`. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import type { Catalog } from '../catalog/catalog';
import { checkCatalog, type Implemented } from '../catalog/check';
import { loadCatalog } from '../catalog/load';
import vendorShingles from '../catalog/vendor-shingles.json';
import { root } from './root';

type ByFolder = Readonly< Record< string, readonly string[] > >;

/** Asks PHP what probes and actions there are. */
const implementedIn = ( catalog: Catalog ): Implemented => {
	const run = spawnSync( 'php', [ path.join( __dirname, 'implemented.php' ) ], { encoding: 'utf8' } );
	if ( run.status !== 0 ) {
		throw new Error( `PHP could not list the probes:\n${ run.stdout }\n${ run.stderr }` );
	}
	const found = JSON.parse( run.stdout ) as { readonly findings: ByFolder; readonly actions: ByFolder };
	const bySystem = ( lists: ByFolder ): ByFolder =>
		Object.fromEntries( catalog.systems.map( ( { file, value } ) => [ value.id, lists[ file.split( '/' )[ 2 ] ?? '' ] ?? [] ] ) );
	return { findings: bySystem( found.findings ), actions: bySystem( found.actions ) };
};

const main = async (): Promise< void > => {
	const catalog = await loadCatalog( root );
	const problems = checkCatalog( catalog, {
		implemented: implementedIn( catalog ),
		vendorShingles: new Set( vendorShingles.articles.flatMap( ( article ) => article.shingles ) ),
	} );
	for ( const { file, message } of problems ) {
		console.error( file ? `${ file }: ${ message }` : message );
	}
	if ( problems.length > 0 ) {
		console.error( `The catalog has ${ problems.length } problem${ problems.length === 1 ? '' : 's' }.` );
		process.exitCode = 1;
		return;
	}
	console.log( `Catalog: ${ catalog.systems.length } systems, ${ catalog.causes.length } causes, no problem.` );
};

main().catch( ( error: unknown ) => {
	console.error( error );
	process.exitCode = 1;
} );
