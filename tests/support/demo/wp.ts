/**
 * `npm run wp -- <command>`: WP-CLI on the demo's site, whether the demo runs or not, on either engine.
 *
 * With demos of both engines on disk the running one is meant, then the one that was used last. `--engine=native|playground` says it.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';

import { stopEverything } from '../process/child';
import type { RunResult } from '../process/run';
import { askDemo } from './commands';
import type { EngineName } from './engine';
import { startNative } from './native';
import { startPlayground } from './playground';
import { DemoState } from './state';
import { wpOn } from './wp-cli';

const ENGINES: readonly EngineName[] = [ 'native', 'playground' ];

const findDemo = async ( wanted: EngineName | undefined ): Promise< EngineName > => {
	const candidates = await Promise.all(
		ENGINES.filter( ( name ) => wanted === undefined || wanted === name ).map( async ( name ) => {
			const state = new DemoState( name );
			const isFinished = ( await state.finished() ) !== null;
			const used = isFinished ? ( await stat( path.join( state.site, 'wp-config.php' ) ) ).mtimeMs : 0;
			return { name, isFinished, rank: ( await state.running() ) === null ? used : Number.POSITIVE_INFINITY };
		} )
	);
	const [ best ] = candidates.filter( ( candidate ) => candidate.isFinished ).sort( ( a, b ) => b.rank - a.rank );
	if ( best === undefined ) {
		throw new Error( 'There is no demo yet: start one with npm run demo.' );
	}
	return best.name;
};

const runOnDemo = async ( name: EngineName, args: readonly string[] ): Promise< RunResult > => {
	const state = new DemoState( name );
	const running = await state.running();
	if ( running !== null && running.commands !== '' ) {
		return askDemo( running.commands, running.key, args );
	}
	const engine = name === 'native' ? await startNative( state.site ) : await startPlayground( state.site );
	try {
		const wp = await wpOn( engine, running?.url ?? 'http://127.0.0.1', ( message ) => console.error( message ) );
		return await wp( args );
	} finally {
		await engine.stop();
	}
};

const main = async (): Promise< number > => {
	const given = process.argv.slice( 2 );
	const engine = given.find( ( argument ) => argument.startsWith( '--engine=' ) )?.slice( '--engine='.length );
	if ( engine !== undefined && engine !== 'native' && engine !== 'playground' ) {
		throw new Error( `There is no engine “${ engine }”: choose --engine=native or --engine=playground.` );
	}
	const result = await runOnDemo( await findDemo( engine ), given.filter( ( argument ) => ! argument.startsWith( '--engine=' ) ) );
	process.stdout.write( result.stdout );
	process.stderr.write( result.stderr );
	return result.code;
};

main()
	.catch( ( error: unknown ) => {
		console.error( error instanceof Error ? error.message : error );
		return 1;
	} )
	.then( async ( code ) => {
		await stopEverything();
		process.exit( code );
	} );
