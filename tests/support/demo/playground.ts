import path from 'node:path';

import { onStop } from '../process/child';
import { freePort } from '../process/wait';
import { cache, root } from '../paths';
import type { Engine } from './engine';

/**
 * The program that stands for `php <args>`: settings (`-d name=value`), then a script and its arguments.
 *
 * Playground can also start PHP's command line itself, but then takes that worker for free while the command runs, and sends visitors to it.
 */
const programFor = ( args: readonly string[] ): string => {
	const rest = [ ...args ];
	const settings: string[] = [];
	while ( rest[ 0 ] === '-d' ) {
		settings.push( rest[ 1 ] ?? '' );
		rest.splice( 0, 2 );
	}
	const passed = ( value: unknown ): string => `json_decode( base64_decode( '${ Buffer.from( JSON.stringify( value ) ).toString( 'base64' ) }' ), true )`;
	return `<?php
foreach ( ${ passed( settings ) } as $setting ) {
	ini_set( ...explode( '=', $setting, 2 ) );
}
define( 'STDIN', fopen( 'php://stdin', 'r' ) );
define( 'STDOUT', fopen( 'php://output', 'w' ) );
define( 'STDERR', fopen( 'php://stderr', 'w' ) );
unset( $_SERVER['REQUEST_METHOD'], $setting );
$argv = ${ passed( rest ) };
$argc = count( $argv );
$_SERVER['argv'] = $argv;
$_SERVER['argc'] = $argc;
require $argv[0];
`;
};

interface Outcome {
	/** With an error it comes as a plain object of index to byte. */
	readonly bytes: Uint8Array | Readonly< Record< string, number > >;
	readonly errors: string;
	readonly exitCode: number;
}

/** Playground throws where a program ends with another code than 0; what it printed comes with the error. */
const outcomeOf = ( error: unknown ): Outcome | null =>
	typeof error === 'object' && error !== null && 'response' in error ? ( error.response as Outcome ) : null;

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
			let outcome: Outcome;
			try {
				outcome = await server.playground.run( { code: programFor( args ) } );
			} catch ( error ) {
				const failed = outcomeOf( error );
				if ( failed === null ) {
					throw error;
				}
				outcome = failed;
			}
			return { code: outcome.exitCode, stdout: new TextDecoder().decode( Uint8Array.from( Object.values( outcome.bytes ) ) ), stderr: outcome.errors };
		},
		stop,
	};
};
