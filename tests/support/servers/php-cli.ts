import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { onStop, startChild } from '../process/child';
import { scratch } from '../process/scratch';
import { freePort, isListening, waitUntil } from '../process/wait';

export interface PhpCliServer {
	readonly port: number;
	readonly stop: () => Promise< void >;
}

/** Starts PHP's built-in server for one site: for machines without nginx and PHP-FPM. No TLS. It ends with this process. */
export const startPhpCliServer = async ( options: { readonly root: string; readonly port?: number; readonly workers?: number } ): Promise< PhpCliServer > => {
	const port = await freePort( options.port );
	const dir = await scratch( 'php' );
	const log = path.join( dir, 'php.log' );
	// The server's workers outlive it where only it is signalled, as when we are killed outright; the shell passes the signal on to all.
	const child = await startChild(
		'/bin/sh',
		[
			'-c', 'trap "trap - TERM; kill 0" TERM; "$@" & wait', 'sh', 'php',
			'-d', 'opcache.enable_cli=1', '-d', 'memory_limit=256M', '-d', 'display_errors=0', '-d', 'log_errors=1',
			'-S', `127.0.0.1:${ port }`, '-t', options.root, path.join( __dirname, 'router.php' ),
		],
		{ logFile: log, env: { PHP_CLI_SERVER_WORKERS: String( options.workers ?? 4 ) } }
	);
	const stop = async (): Promise< void > => {
		removeCleanUp();
		await child.stop();
		await rm( dir, { recursive: true, force: true } );
	};
	const removeCleanUp = onStop( stop );
	const isUp = await waitUntil( () => isListening( port ), 10_000, child.isRunning );
	if ( ! isUp ) {
		const said = await readFile( log, 'utf8' ).catch( () => '' );
		await stop();
		throw new Error( `PHP’s server did not start:\n${ said.trim().split( '\n' ).slice( -5 ).join( '\n' ) }` );
	}
	return { port, stop };
};
