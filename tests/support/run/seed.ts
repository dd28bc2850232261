/**
 * Seeds a site of its own from the lab: `npx tsx tests/support/run/seed.ts [--serve] [options of wp causeway seed]`.
 *
 * With `--serve` (`npm run demo:seeded`) the site and the lab stay until Ctrl-C. Otherwise it ends with the command's code: 0 where every
 * cause was reached and six incidents are open; 1 too where a site that has cases would be seeded again.
 */
import { startLab } from '../../lab/lab';
import { onStop, stopEverything } from '../process/child';
import { seededSite } from '../seed/seeded-site';
import { obtainWordPress } from '../wordpress/obtain';

const main = async (): Promise< number | null > => {
	const isServed = process.argv.includes( '--serve' );
	const options = process.argv.slice( 2 ).filter( ( argument ) => argument !== '--serve' );
	const log = ( message: string ): void => console.error( message );
	const { stop, ...systems } = await startLab();
	onStop( stop );
	const { site, report, seedAgain } = await seededSite( { wordpress: await obtainWordPress( { line: '7.1', log } ), database: 'mariadb', ...( isServed ? {} : { server: 'none' } ), systems, options, log } );
	const { code, stdout, stderr } = report;
	process.stdout.write( stdout );
	process.stderr.write( stderr );
	if ( isServed ) {
		process.stdout.write( `${ site.url }/wp-admin/  user ${ site.adminUser }, password ${ site.adminPassword }\nCtrl-C ends it.\n` );
		return null;
	}
	if ( ( await seedAgain() ).code === 0 ) {
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
