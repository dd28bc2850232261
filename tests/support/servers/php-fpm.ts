import { access, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { onStop, startChild } from '../process/child';
import { findProgram, mustRun } from '../process/run';
import { scratch } from '../process/scratch';
import { waitUntil } from '../process/wait';

export interface PhpFpm {
	readonly socket: string;
	/** Of the master, which leads the workers' process group. */
	readonly pid: number;
	/** What PHP itself and the workers say, WordPress's debug log apart. */
	readonly readLog: () => Promise< string >;
	readonly stop: () => Promise< void >;
}

export interface PhpFpmOptions {
	readonly workers?: number;
	/** More PHP settings, as `memory_limit: '40M'`. */
	readonly ini?: Readonly< Record< string, string > >;
	/** Where it listens: what a killed one left there is put away. A new place by default. */
	readonly socket?: string;
	/** Environment of the workers; nothing of ours is passed on. */
	readonly env?: Readonly< Record< string, string > >;
}

/** Starts a PHP-FPM of our own for the PHP on PATH, OPcache on. It ends with this process. */
export const startPhpFpm = async ( options: PhpFpmOptions = {} ): Promise< PhpFpm > => {
	const version = ( await mustRun( 'php', [ '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;' ] ) ).stdout.trim();
	const program = await findProgram( `php-fpm${ version }`, 'php-fpm' );
	if ( ! program ) {
		throw new Error( `PHP-FPM is missing (on Debian: apt-get install php${ version }-fpm).` );
	}
	const dir = await scratch( 'fpm' );
	const socket = options.socket ?? path.join( dir, 'fpm.sock' );
	await rm( socket, { force: true } );
	const log = path.join( dir, 'fpm.log' );
	const isRoot = process.getuid?.() === 0;
	const ini: Record< string, string > = {
		memory_limit: '256M',
		post_max_size: '110M',
		upload_max_filesize: '110M',
		max_execution_time: '60',
		display_errors: '0',
		log_errors: '1',
		error_reporting: '32767',
		error_log: path.join( dir, 'php.log' ),
		...options.ini,
	};
	const config = path.join( dir, 'fpm.conf' );
	await writeFile(
		config,
		[
			'[global]',
			'daemonize = no',
			`error_log = ${ log }`,
			'log_level = warning',
			'[www]',
			...( isRoot ? [ 'user = root', 'group = root' ] : [] ),
			`listen = ${ socket }`,
			'listen.mode = 0600',
			'pm = static',
			`pm.max_children = ${ options.workers ?? 6 }`,
			'catch_workers_output = yes',
			'decorate_workers_output = no',
			'request_terminate_timeout = 90s',
			'clear_env = yes',
			...Object.entries( { PATH: '/usr/bin:/bin', ...options.env } ).map( ( [ name, value ] ) => `env[${ name }] = "${ value }"` ),
			...Object.entries( ini ).map( ( [ name, value ] ) => `php_value[${ name }] = "${ value }"` ),
			'',
		].join( '\n' )
	);
	const child = await startChild(
		program,
		[ ...( isRoot ? [ '-R' ] : [] ), '-F', '-y', config, '-d', 'opcache.enable=1', '-d', 'opcache.revalidate_freq=0', '-d', 'opcache.max_accelerated_files=20000' ],
		{ logFile: log }
	);
	const readLog = async (): Promise< string > => {
		const texts = await Promise.all( [ log, ini.error_log ?? '' ].map( ( file ) => readFile( file, 'utf8' ).catch( () => '' ) ) );
		return texts.join( '' );
	};
	const stop = async (): Promise< void > => {
		removeCleanUp();
		await child.stop();
		await rm( dir, { recursive: true, force: true } );
	};
	const removeCleanUp = onStop( stop );
	const isUp = await waitUntil( async () => access( socket ).then( () => true, () => false ), 15_000, child.isRunning );
	if ( ! isUp ) {
		const said = await readLog();
		await stop();
		throw new Error( `PHP-FPM did not start:\n${ said.trim().split( '\n' ).slice( -8 ).join( '\n' ) }` );
	}
	return { socket, pid: child.pid, readLog, stop };
};
