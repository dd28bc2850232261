/**
 * `npm run check`.
 */
import path from 'node:path';

import { root } from '../paths';
import { run } from '../process/run';
import { prepareSystem } from '../system/prepare';
import { runChecks, tellOfCheck } from './checks';

const main = async (): Promise< void > => {
	const system = await prepareSystem( [ 'check' ], ( message ) => console.log( message ) );
	system.sentences.forEach( ( sentence ) => console.log( sentence ) );
	// PHPStan reads the prefixed libraries, and tests of the catalog read what it compiles to.
	const built = await run( path.join( root, 'node_modules', '.bin', 'tsx' ), [ 'src/build/build.ts', '--only=catalog,vendor' ], { cwd: root } );
	if ( built.code !== 0 ) {
		console.log( `FAILED build of catalog and vendor\n${ built.stdout }${ built.stderr }` );
	}
	const outcomes = await runChecks( tellOfCheck );
	const failed = outcomes.filter( ( { isOk } ) => ! isOk );
	console.log( failed.length === 0 && built.code === 0 ? 'All checks passed.' : `Failed: ${ failed.map( ( { name } ) => name ).join( ', ' ) || 'build' }.` );
	process.exitCode = failed.length === 0 && built.code === 0 && system.canRun( 'check' ) ? 0 : 1;
};

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exitCode = 1;
} );
