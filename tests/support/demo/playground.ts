import path from 'node:path';

import { onStop } from '../process/child';
import { freePort } from '../process/wait';
import { cache, root } from '../paths';
import type { Engine } from './engine';

const textOf = async ( stream: ReadableStream< Uint8Array > ): Promise< string > => {
	const decoder = new TextDecoder();
	const reader = stream.getReader();
	let text = '';
	for ( let piece = await reader.read(); ! piece.done; piece = await reader.read() ) {
		text += decoder.decode( piece.value, { stream: true } );
	}
	return text;
};

/** Like PHP on this machine, for a given PHP version, but in this process and its workers. It serves the site as soon as it runs. */
export const startPlayground = async ( siteDir: string, port?: number ): Promise< Engine > => {
	const { runCLI } = await import( '@wp-playground/cli' );
	const mount = ( hostPath: string, vfsPath = hostPath ) => ( { hostPath, vfsPath } );
	const listenOn = port ?? ( await freePort() );
	const server = await runCLI( {
		command: 'server',
		port: listenOn,
		'site-url': `http://127.0.0.1:${ listenOn }`,
		php: '8.3',
		verbosity: 'quiet',
		wordpressInstallMode: 'do-not-attempt-installing',
		skipSqliteSetup: true, // The site brings its own, so that both engines run the same files.
		'mount-before-install': [ mount( siteDir, '/wordpress' ), mount( path.join( root, 'tests', 'support' ) ), mount( path.join( cache, 'wp-cli' ) ) ],
	} );
	const stop = async (): Promise< void > => {
		removeCleanUp();
		await server[ Symbol.asyncDispose ]();
	};
	const removeCleanUp = onStop( stop );
	return {
		name: 'playground',
		siteDir: '/wordpress',
		php: async ( args ) => {
			const result = await server.playground.cli( [ '/usr/bin/php', ...args ] );
			const [ stdout, stderr ] = await Promise.all( [ textOf( result.stdout ), textOf( result.stderr ) ] );
			return { code: await result.exitCode, stdout, stderr };
		},
		stop,
	};
};
