/**
 * `npx tsx tests/support/run/seed.ts [options of wp causeway seed]`: seeds a site of its own from the lab, says what it holds, and ends.
 *
 * Ends with the command's code: 0 where every cause was reached and the six incidents are open.
 */
import path from 'node:path';

import { startLab } from '../../lab/lab';
import { root } from '../paths';
import { onStop, stopEverything } from '../process/child';
import { createInProcessSite } from '../site/plugin-site';

const main = async (): Promise< number > => {
	const lab = await startLab();
	const { stop, ...systems } = lab;
	onStop( stop );
	const site = await createInProcessSite( { log: ( message ) => console.error( message ) } );
	process.env[ 'CAUSEWAY_LAB' ] = JSON.stringify( systems );
	const seed = [ `--require=${ path.join( root, 'tests', 'support', 'seed', 'command.php' ) }`, 'causeway', 'seed', ...process.argv.slice( 2 ) ];
	const first = await site.wp( seed );
	process.stdout.write( first.stdout );
	process.stderr.write( first.stderr );
	const again = await site.wp( seed );
	if ( again.code === 0 ) {
		console.error( 'A site with cases was seeded again.' );
		return 1;
	}
	process.stderr.write( await site.readDebugLog() );
	return first.code;
};

main()
	.catch( ( error: unknown ) => {
		console.error( error instanceof Error ? error.message : error );
		return 1;
	} )
	.then( async ( code ) => {
		await stopEverything();
		process.exitCode = code;
	} );
