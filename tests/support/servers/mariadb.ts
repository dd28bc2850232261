import { randomBytes } from 'node:crypto';
import { access, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { cache } from '../paths';
import { onStop, startChild } from '../process/child';
import { findProgram, mustRun, run } from '../process/run';
import { scratch } from '../process/scratch';
import { freePort, waitUntil } from '../process/wait';

export interface MariaDB {
	readonly host: '127.0.0.1';
	readonly port: number;
	readonly socket: string;
	readonly user: string;
	readonly password: string;
	readonly createDatabase: ( name: string ) => Promise< void >;
	readonly dropDatabase: ( name: string ) => Promise< void >;
	/** Runs SQL and gives the rows as tab-separated lines, without a head line. */
	readonly query: ( sql: string, database?: string ) => Promise< string >;
	/** Runs a file of SQL, as a large import. */
	readonly import: ( file: string, database: string ) => Promise< void >;
	/** Writes everything in a database to a file that `import` reads. */
	readonly dump: ( file: string, database: string ) => Promise< void >;
	readonly stop: () => Promise< void >;
}

export interface MariaDBOptions {
	/** `durable` writes each commit and a row binlog to disk, as a careful production server does; `fast` does neither. */
	readonly profile?: 'fast' | 'durable';
	/** More server settings, as `innodb_buffer_pool_size: '1G'`. */
	readonly settings?: Readonly< Record< string, string > >;
	/** Folder that keeps the data between runs; without it they are thrown away at the end. */
	readonly dataDir?: string;
}

/** What strict hosts set; a query that passes here passes everywhere. */
const sqlMode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

const asRoot = (): string[] => ( process.getuid?.() === 0 ? [ '--user=root' ] : [] );

/** A freshly initialised data folder, made once for each version of the server and copied from then on. */
const template = async ( server: string ): Promise< string > => {
	const version = /Ver ([0-9.]+)/.exec( ( await mustRun( server, [ '--version' ] ) ).stdout )?.[ 1 ] ?? 'unknown';
	const dir = path.join( cache, 'mariadb', version );
	if ( await access( path.join( dir, 'mysql' ) ).then( () => true, () => false ) ) {
		return dir;
	}
	const installer = await findProgram( 'mariadb-install-db', 'mysql_install_db' );
	if ( ! installer ) {
		throw new Error( 'MariaDB’s mariadb-install-db is missing (on Debian: apt-get install mariadb-server).' );
	}
	await mkdir( path.dirname( dir ), { recursive: true } );
	const work = await mkdtemp( path.join( path.dirname( dir ), '.making-' ) );
	try {
		const data = path.join( work, 'data' );
		await mustRun(
			installer,
			[ '--no-defaults', ...asRoot(), `--datadir=${ data }`, '--auth-root-authentication-method=normal', `--tmpdir=${ work }`, '--skip-test-db', '--innodb-log-file-size=16M' ],
			{ timeoutMs: 120_000 }
		);
		await rename( data, dir ).catch( async ( error: unknown ) => {
			await access( path.join( dir, 'mysql' ) ).catch( () => Promise.reject( error ) );
		} );
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
	return dir;
};

/** Starts a MariaDB of our own on 127.0.0.1, with its own data, user and password. It ends with this process. */
export const startMariaDB = async ( options: MariaDBOptions = {} ): Promise< MariaDB > => {
	const server = await findProgram( 'mariadbd', 'mysqld' );
	const client = await findProgram( 'mariadb', 'mysql' );
	if ( ! server || ! client ) {
		throw new Error( 'MariaDB is missing (on Debian: apt-get install mariadb-server).' );
	}
	const made = await template( server );
	const home = await scratch( 'db' );
	const data = options.dataDir ?? path.join( home, 'data' );
	if ( ! ( await access( path.join( data, 'mysql' ) ).then( () => true, () => false ) ) ) {
		await rm( data, { recursive: true, force: true } );
		await mkdir( path.dirname( data ), { recursive: true } );
		await cp( made, `${ data }.copying`, { recursive: true } );
		await rename( `${ data }.copying`, data );
	}
	const user = 'causeway';
	const password = randomBytes( 16 ).toString( 'hex' );
	const socket = path.join( home, 'db.sock' );
	const logFile = path.join( home, 'error.log' );
	const initFile = path.join( home, 'init.sql' );
	await writeFile(
		initFile,
		[
			...[ 'localhost', '127.0.0.1' ].flatMap( ( host ) => [
				`CREATE OR REPLACE USER '${ user }'@'${ host }' IDENTIFIED BY '${ password }';`,
				`GRANT ALL PRIVILEGES ON *.* TO '${ user }'@'${ host }';`,
			] ),
			"DELETE FROM mysql.global_priv WHERE User = 'root';",
			'FLUSH PRIVILEGES;',
			'',
		].join( '\n' ),
		{ mode: 0o600 }
	);
	const port = await freePort();
	const durable = options.profile === 'durable';
	const settings: Record< string, string > = {
		'sql-mode': sqlMode,
		'character-set-server': 'utf8mb4',
		'collation-server': 'utf8mb4_unicode_ci',
		'default-time-zone': '+00:00',
		'max-connections': '80',
		'innodb-buffer-pool-size': '256M',
		'innodb-log-file-size': '16M',
		'innodb-flush-log-at-trx-commit': durable ? '1' : '0',
		...( durable ? { 'log-bin': 'binlog', 'binlog-format': 'ROW', 'sync-binlog': '1', 'server-id': '1' } : {} ),
		...options.settings,
	};
	const child = await startChild(
		server,
		[
			'--no-defaults',
			...asRoot(),
			`--datadir=${ data }`,
			`--socket=${ socket }`,
			`--tmpdir=${ home }`, // A server that starts clears its folder of temporary tables, so that no two may share one.
			`--pid-file=${ path.join( home, 'db.pid' ) }`,
			`--init-file=${ initFile }`,
			'--bind-address=127.0.0.1',
			`--port=${ port }`,
			'--skip-name-resolve',
			...Object.entries( settings ).map( ( [ name, value ] ) => `--${ name }=${ value }` ),
		],
		{ logFile, graceMs: 20_000 }
	);

	const sql = ( text: string, database?: string ) =>
		run( client, [ '--no-defaults', `--socket=${ socket }`, `--user=${ user }`, '--batch', '--skip-column-names', ...( database ? [ database ] : [] ) ], {
			env: { MYSQL_PWD: password },
			input: text,
		} );
	const query = async ( text: string, database?: string ): Promise< string > => {
		const result = await sql( text, database );
		if ( result.code !== 0 ) {
			throw new Error( `MariaDB refused: ${ result.stderr.trim() }` );
		}
		return result.stdout;
	};
	const stop = async (): Promise< void > => {
		removeCleanUp();
		await child.stop();
		await rm( home, { recursive: true, force: true } );
	};
	const removeCleanUp = onStop( stop );

	const isUp = await waitUntil( async () => ( await sql( 'SELECT 1' ) ).code === 0, 40_000, child.isRunning );
	if ( ! isUp ) {
		const log = await readFile( logFile, 'utf8' ).catch( () => '' );
		await stop();
		throw new Error( `MariaDB did not start:\n${ log.trim().split( '\n' ).slice( -8 ).join( '\n' ) }` );
	}
	await rm( initFile );
	return {
		host: '127.0.0.1',
		port,
		socket,
		user,
		password,
		query,
		createDatabase: async ( name ) => void ( await query( `CREATE DATABASE IF NOT EXISTS \`${ name }\`;` ) ),
		dropDatabase: async ( name ) => void ( await query( `DROP DATABASE IF EXISTS \`${ name }\`;` ) ),
		import: async ( file, database ) => void ( await query( `source ${ file }`, database ) ),
		dump: async ( file, database ) => {
			const dumper = await findProgram( 'mariadb-dump', 'mysqldump' );
			await mustRun( dumper ?? 'mariadb-dump', [ '--no-defaults', `--socket=${ socket }`, `--user=${ user }`, '--add-drop-table', `--result-file=${ file }`, database ], {
				env: { MYSQL_PWD: password },
			} );
		},
		stop,
	};
};
