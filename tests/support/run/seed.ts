/**
 * Seeds a site of its own from the lab: `npx tsx tests/support/run/seed.ts [--serve] [options of wp causeway seed]`.
 *
 * With `--serve` (`npm run demo:seeded`) the site and the lab stay until Ctrl-C. Otherwise it ends with the command's code: 0 where every
 * cause was reached and six incidents are open; 1 too where a site that has cases would be seeded again.
 */
import path from 'node:path';

import { startLab } from '../../lab/lab';
import { root } from '../paths';
import { onStop, stopEverything } from '../process/child';
import { createSite } from '../site/create';
import { obtainWordPress } from '../wordpress/obtain';

const main = async (): Promise< number | null > => {
	const isServed = process.argv.includes( '--serve' );
	const options = process.argv.slice( 2 ).filter( ( argument ) => argument !== '--serve' );
	const log = ( message: string ): void => console.error( message );
	const { stop, ...systems } = await startLab();
	onStop( stop );
	const site = await createSite( {
		wordpress: await obtainWordPress( { line: '7.1', log } ),
		database: 'mariadb',
		...( isServed ? {} : { server: 'none' as const } ),
		wpCron: false, // The lab has moved on: a look in the background would find most people well again.
		linkedPlugins: { causeway: root },
		constants: { CAUSEWAY_ALLOW_LOCAL_ENDPOINTS: true },
		log,
	} );
	process.env.CAUSEWAY_LAB = JSON.stringify( systems );
	const seed = [ `--require=${ path.join( root, 'tests', 'support', 'seed', 'command.php' ) }`, 'causeway', 'seed', ...options ];
	const { code, stdout, stderr } = await site.wp( seed );
	process.stdout.write( stdout );
	process.stderr.write( stderr );
	if ( isServed ) {
		process.stdout.write( `${ site.url }/wp-admin/  user ${ site.adminUser }, password ${ site.adminPassword }\nCtrl-C ends it.\n` );
		return null;
	}
	if ( ( await site.wp( seed ) ).code === 0 ) {
		log( 'A site with cases was seeded again.' );
		return 1;
	}
	const notices = await site.readDebugLog();
	process.stderr.write( notices );
	return notices === '' ? code : 1;
};

main()
	.catch( ( error: unknown ) => {
		console.error( error instanceof Error ? error.message : error );
		return 1;
	} )
	.then( async ( code ) => {
		if ( code !== null ) {
			await stopEverything();
			process.exitCode = code;
		}
	} );
