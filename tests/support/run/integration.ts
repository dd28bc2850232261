/**
 * Runs PHPUnit's integration suite alone, on a site made for it: `npx tsx tests/support/run/integration.ts [--bare] [--line=6.8] [PHPUnit's arguments]`.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

import { root } from '../paths';
import { stopEverything } from '../process/child';
import { createInProcessSite } from '../site/plugin-site';

const main = async (): Promise< number > => {
	const args = process.argv.slice( 2 );
	const isBare = args.includes( '--bare' );
	const line = args.includes( '--line=6.8' ) ? '6.8' : '7.1';
	const rest = args.filter( ( argument ) => argument !== '--bare' && ! argument.startsWith( '--line=' ) );
	const site = await createInProcessSite( { line, isBare, log: ( message ) => console.error( message ) } );
	const phpunit = spawn( 'php', [ path.join( root, 'vendor', 'bin', 'phpunit' ), '-c', 'phpunit.integration.xml.dist', ...rest ], {
		cwd: root,
		env: { ...process.env, CAUSEWAY_TEST_SITE: site.dir },
		stdio: 'inherit',
	} );
	return new Promise( ( resolve ) => phpunit.on( 'close', ( code ) => resolve( code ?? 1 ) ) );
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
