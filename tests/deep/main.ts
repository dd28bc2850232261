/**
 * Runs the deep tests: `npm run test:deep -- [--short] [--writes=80] [--kills=100] [--seed=1] [--people=100000] [--minutes=10] [--seconds=60] [--only=kills,day,nodes]`.
 * The seed that it prints repeats a run.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { artifacts } from '../support/paths';
import { stopEverything } from '../support/process/child';
import type { Counts } from '../support/run/counts';
import { type Check, randomFrom } from './check';
import { dayTest } from './day';
import { killTests } from './kills';
import { nodesTest } from './nodes';

const option = ( name: string, otherwise: string ): string => process.argv.find( ( argument ) => argument.startsWith( `--${ name }=` ) )?.slice( name.length + 3 ) ?? otherwise;
const log = ( message: string ): void => console.error( message );

const main = async (): Promise< number > => {
	const seed = Number( option( 'seed', String( Date.now() % 1_000_000 ) ) );
	const isShort = process.argv.includes( '--short' );
	const only = option( 'only', 'kills,day,nodes' ).split( ',' );
	log( `Seed ${ seed }` );
	const checks: Check[] = [];
	/** Told at once, so that a part that breaks takes none of the others' results along. */
	const keep = ( found: readonly Check[] ): void => {
		for ( const { what, isOk, detail } of found ) {
			console.log( `${ isOk ? 'ok    ' : 'FAILED' } ${ what } (${ detail.replace( /; $/, '' ) })` );
		}
		checks.push( ...found );
	};
	if ( only.includes( 'kills' ) ) {
		keep( await killTests( Number( option( 'writes', isShort ? '10' : '80' ) ), Number( option( 'kills', isShort ? '3' : '100' ) ), randomFrom( seed ), log ) );
	}
	if ( only.includes( 'day' ) ) {
		keep( await dayTest( Number( option( 'people', isShort ? '2000' : '100000' ) ), Number( option( 'minutes', isShort ? '60' : '10' ) ), randomFrom( seed ), log ) );
	}
	if ( only.includes( 'nodes' ) ) {
		for ( const hasRedis of [ true, false ] ) {
			keep( await nodesTest( hasRedis, Number( option( 'seconds', isShort ? '12' : '60' ) ), log ) );
		}
	}
	const passed = checks.filter( ( { isOk } ) => isOk ).length;
	const counts: Counts = { passed, failed: checks.length - passed, skipped: 0 };
	await mkdir( artifacts, { recursive: true } );
	await writeFile( path.join( artifacts, 'deep.json' ), JSON.stringify( counts ) );
	console.log( `${ counts.passed } passed, ${ counts.failed } failed` );
	return counts.failed === 0 && passed > 0 ? 0 : 1;
};

main()
	.catch( ( error: unknown ) => {
		console.error( error instanceof Error ? error.stack : error );
		return 1;
	} )
	.then( async ( code ) => {
		await stopEverything();
		process.exit( code );
	} );
