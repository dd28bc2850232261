/**
 * `npm run lab:coverage`: brings every cause of a connected system about in the lab, and prints what it was diagnosed as.
 *
 * Ends with 1 where such a cause has no scenario, or one that failed.
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { loadCatalog } from '../../../src/catalog/load';
import { root } from '../paths';
import { mustRun, run } from '../process/run';
import { scratch } from '../process/scratch';
import { prepareSystem } from '../system/prepare';
import { causesToReach, coverageOf, coverageTable, readJunit, type Reached } from './coverage-table';
import { startLab } from '../../lab/lab';

const contentOf = ( file: string ): Promise< string > => readFile( file, 'utf8' ).catch( () => '' );

const main = async (): Promise< number > => {
	const system = await prepareSystem( [ 'unit' ], ( message ) => console.error( message ) );
	system.sentences.forEach( ( sentence ) => console.error( sentence ) );
	if ( ! system.canRun( 'unit' ) ) {
		return 1;
	}
	// The tests diagnose by what the catalog compiles to.
	await mustRun( process.execPath, [ '--import', 'tsx', path.join( root, 'src', 'build', 'build.ts' ), '--only=catalog' ], { cwd: root } );
	const catalog = await loadCatalog( root );
	const folder = await scratch( 'coverage' );
	const { stop, ...systems } = await startLab();
	try {
		const junit = path.join( folder, 'junit.xml' );
		const notes = path.join( folder, 'reached.jsonl' );
		const tests = await run(
			'php',
			[ '-d', 'memory_limit=1G', path.join( root, 'vendor', 'bin', 'phpunit' ), '-c', 'phpunit.xml.dist', '--filter', 'DiagnosisTest|JoinTest', '--log-junit', junit ],
			{ cwd: root, env: { CAUSEWAY_LAB: JSON.stringify( systems ), CAUSEWAY_REACHED: notes } }
		);
		const reached = ( await contentOf( notes ) )
			.split( '\n' )
			.filter( ( line ) => line !== '' )
			.map( ( line ) => JSON.parse( line ) as Reached );
		const folders = new Map( catalog.systems.map( ( { file, value } ) => [ value.id, path.basename( path.dirname( file ) ) ] ) );
		const rows = coverageOf( causesToReach( catalog ), folders, readJunit( await contentOf( junit ) ), reached );
		if ( tests.code !== 0 ) {
			process.stderr.write( `${ tests.stdout }${ tests.stderr }\n` );
		}
		process.stdout.write( `${ coverageTable( rows ) }\n` );
		return tests.code === 0 && rows.length > 0 && rows.every( ( { result } ) => result === 'passed' ) ? 0 : 1;
	} finally {
		await stop();
		await rm( folder, { recursive: true, force: true } );
	}
};

main()
	.catch( ( error: unknown ) => {
		process.stderr.write( `${ error instanceof Error ? error.message : String( error ) }\n` );
		return 1;
	} )
	.then( ( code ) => {
		process.exitCode = code;
	} );
