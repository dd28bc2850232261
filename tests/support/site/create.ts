/**
 * A real WordPress site of our own: installed, served, and gone with the process that made it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { cache, root } from '../paths';
import { onStop } from '../process/child';
import { findProgram, mustRun, run, type RunResult } from '../process/run';
import { scratch } from '../process/scratch';
import { freePort } from '../process/wait';
import { type MariaDB, startMariaDB } from '../servers/mariadb';
import { startNginx } from '../servers/nginx';
import { startPhpCliServer } from '../servers/php-cli';
import { startPhpFpm } from '../servers/php-fpm';
import type { WordPress } from '../wordpress/obtain';
import { unzip } from '../wordpress/unzip';
import { wpCliArguments } from '../wp-cli/install';
import { type ConstantValue, wpConfig } from './wp-config';

export interface SiteOptions {
	readonly wordpress: WordPress;
	/** `mariadb` starts one for this site alone; a running one is shared, with a database of its own for this site. */
	readonly database: 'mariadb' | 'sqlite' | MariaDB;
	readonly engine?: 'native';
	readonly environmentType?: 'production' | 'staging' | 'development' | 'local';
	/** Built zips, installed and activated as a site's owner would. */
	readonly plugins?: readonly string[];
	/** Folders that are linked instead of copied, and activated, each under the name given: for work on the source tree. */
	readonly linkedPlugins?: Readonly< Record< string, string > >;
	/** PHP files and folders for wp-content/mu-plugins. */
	readonly muPlugins?: readonly string[];
	/** A network in subfolders. */
	readonly multisite?: boolean;
	readonly constants?: Readonly< Record< string, ConstantValue > >;
	/** Whether WordPress starts its own cron on visits. True by default, as on most sites. */
	readonly wpCron?: boolean;
	/** Whether calls to other machines are refused and written down. True by default. */
	readonly isolated?: boolean;
	/** Port of the mail inbox on this machine; without one, mail goes where PHP sends it. */
	readonly smtpPort?: number;
	/** `nginx` with PHP-FPM, `php` for PHP's built-in server, `none` for WP-CLI and PHPUnit alone. By default the best that is here. */
	readonly server?: 'nginx' | 'php' | 'none';
	/** Wanted ports; free ones by default. */
	readonly port?: number;
	readonly tlsPort?: number;
	readonly workers?: number;
	/** PHP settings of the web server's PHP. */
	readonly ini?: Readonly< Record< string, string > >;
	readonly title?: string;
	readonly admin?: { readonly user: string; readonly password: string; readonly email: string };
	/** Folder that keeps the site between runs: the second start installs nothing. Without it the site is thrown away at the end. */
	readonly home?: string;
	readonly log?: ( message: string ) => void;
}

export interface Site {
	readonly url: string;
	/** The same site over TLS with a self-signed certificate; '' with PHP's built-in server, which cannot. */
	readonly tlsUrl: string;
	/** Document root: the folder with wp-config.php. */
	readonly dir: string;
	readonly adminUser: string;
	readonly adminPassword: string;
	/** Whether this run installed it, as opposed to finding it in `home`. */
	readonly isNew: boolean;
	/** The database server, where it is one. */
	readonly mariadb: MariaDB | null;
	readonly databaseName: string;
	/** Runs WP-CLI on the site. Never rejects. */
	readonly wp: ( args: readonly string[], input?: string ) => Promise< RunResult >;
	/** Runs WP-CLI and gives what it printed; rejects where it failed. */
	readonly mustWp: ( args: readonly string[], input?: string ) => Promise< string >;
	/** What WordPress's debug log holds: every PHP notice. '' is a clean site. */
	readonly readDebugLog: () => Promise< string >;
	/** Calls to other machines that were refused, each as `METHOD url (from page)`. */
	readonly readRemoteCalls: () => Promise< readonly string[] >;
	/** Forgets both logs: what was read and judged does not count again. */
	readonly clearLogs: () => Promise< void >;
	readonly stop: () => Promise< void >;
}

interface Marker {
	readonly wordpress: string;
	readonly database: string;
	readonly multisite: boolean;
	readonly databaseName: string;
	readonly salts: Readonly< Record< string, string > >;
	readonly adminUser: string;
	readonly adminPassword: string;
}

const saltNames = [ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ];

/** What WordPress's own network functions make PHP say each time they are compiled; nobody outside WordPress can help it. */
const coresOwn = /^\[[^\]]+\] PHP Deprecated: {2}Optional parameter .* in \S+\/wp-includes\/ms-functions\.php on line \d+\n/gm;

const exists = ( file: string ): Promise< boolean > => stat( file ).then( () => true, () => false );

/** The SQLite integration as WordPress Playground bundles it, put in place as its own setup does. */
const installSqlite = async ( content: string ): Promise< void > => {
	const target = path.join( content, 'plugins', 'sqlite-database-integration' );
	if ( await exists( target ) ) {
		return;
	}
	const work = `${ target }.unpacking`;
	await unzip( path.join( root, 'node_modules', '@wp-playground', 'cli', 'sqlite-database-integration.zip' ), work );
	const [ inner = '' ] = await readdir( work );
	await cp( path.join( work, inner ), target, { recursive: true } );
	await rm( work, { recursive: true } );
	const dropIn = await readFile( path.join( target, 'db.copy' ), 'utf8' );
	await writeFile(
		path.join( content, 'db.php' ),
		dropIn.replaceAll( '{SQLITE_IMPLEMENTATION_FOLDER_PATH}', target ).replaceAll( '{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php' )
	);
};

/** Unpacks a plugin's zip and gives its folder's name. */
const installPlugin = async ( zip: string, pluginsDir: string ): Promise< string > => {
	const work = path.join( pluginsDir, `.unpacking-${ randomBytes( 4 ).toString( 'hex' ) }` );
	try {
		await unzip( zip, work );
		const names = await readdir( work );
		const [ name ] = names;
		if ( names.length !== 1 || name === undefined ) {
			throw new Error( `${ path.basename( zip ) } must hold one folder, as WordPress expects; it holds: ${ names.join( ', ' ) }.` );
		}
		await rm( path.join( pluginsDir, name ), { recursive: true, force: true } );
		await cp( path.join( work, name ), path.join( pluginsDir, name ), { recursive: true } );
		return name;
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
};

const readMarker = async ( file: string ): Promise< Marker | null > => {
	try {
		return JSON.parse( await readFile( file, 'utf8' ) ) as Marker;
	} catch {
		return null;
	}
};

export const createSite = async ( options: SiteOptions ): Promise< Site > => {
	const log = options.log ?? ( () => undefined );
	const isKept = options.home !== undefined;
	const home = options.home ?? ( await scratch( 'site', path.join( cache, 'sites' ) ) );
	const dir = path.join( home, 'www' );
	const logs = path.join( home, 'logs' );
	const markerFile = path.join( home, 'site.json' );
	const database = typeof options.database === 'string' ? options.database : 'mariadb';
	const isMultisite = options.multisite === true;
	const stops: Array< () => Promise< void > > = [];

	const stop = async (): Promise< void > => {
		removeCleanUp();
		for ( const work of stops.splice( 0 ).reverse() ) {
			await work();
		}
		if ( ! isKept ) {
			await rm( home, { recursive: true, force: true } );
		}
	};
	const removeCleanUp = onStop( stop );

	try {
		const cli = await wpCliArguments( log );
		const hasNginx = ( await findProgram( 'nginx' ) ) !== null && ( await findProgram( 'openssl' ) ) !== null;
		const phpVersion = ( await mustRun( 'php', [ '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;' ] ) ).stdout.trim();
		const hasFpm = ( await findProgram( `php-fpm${ phpVersion }`, 'php-fpm' ) ) !== null;
		const server = options.server ?? ( hasNginx && hasFpm ? 'nginx' : 'php' );
		const port = server === 'none' ? 0 : await freePort( options.port );
		const tlsPort = server === 'nginx' ? await freePort( options.tlsPort ) : 0;
		const authority = server === 'none' ? 'portal.example' : `127.0.0.1:${ port }`;
		const url = `http://${ authority }`;
		const tlsUrl = tlsPort === 0 ? '' : `https://127.0.0.1:${ tlsPort }`;

		// A half-finished install has no marker and is begun again; so is one of another WordPress, database or kind.
		const found = await readMarker( markerFile );
		const isNew = found === null || found.wordpress !== options.wordpress.version || found.database !== database || found.multisite !== isMultisite;
		const marker: Marker = isNew
			? {
					wordpress: options.wordpress.version,
					database,
					multisite: isMultisite,
					databaseName: `site_${ createHash( 'sha256' ).update( home ).digest( 'hex' ).slice( 0, 12 ) }`,
					salts: Object.fromEntries( saltNames.map( ( name ) => [ name, randomBytes( 32 ).toString( 'base64' ) ] ) ),
					adminUser: options.admin?.user ?? 'site-admin',
					adminPassword: options.admin?.password ?? randomBytes( 12 ).toString( 'base64url' ),
			  }
			: found;

		if ( isNew ) {
			await rm( markerFile, { force: true } );
			await rm( dir, { recursive: true, force: true } );
			await rm( path.join( home, 'sqlite' ), { recursive: true, force: true } );
			await mkdir( home, { recursive: true } );
			await mustRun( 'cp', [ '-a', options.wordpress.dir, dir ] );
		}
		await mkdir( logs, { recursive: true } );

		let mariadb: MariaDB | null = null;
		if ( typeof options.database !== 'string' ) {
			mariadb = options.database;
		} else if ( database === 'mariadb' ) {
			log( 'Site: starting MariaDB' );
			mariadb = await startMariaDB( isKept ? { dataDir: path.join( home, 'mariadb' ) } : {} );
			stops.push( mariadb.stop );
		}
		if ( mariadb ) {
			if ( isNew ) {
				await mariadb.dropDatabase( marker.databaseName );
			}
			await mariadb.createDatabase( marker.databaseName );
			if ( typeof options.database !== 'string' && ! isKept ) {
				const shared = mariadb;
				stops.push( () => shared.dropDatabase( marker.databaseName ).catch( () => undefined ) ); // A server that ended first took it along.
			}
		}

		const content = path.join( dir, 'wp-content' );
		const pluginsDir = path.join( content, 'plugins' );
		const muDir = path.join( content, 'mu-plugins' );
		await rm( muDir, { recursive: true, force: true } );
		await mkdir( muDir, { recursive: true } );
		await mkdir( path.join( content, 'uploads' ), { recursive: true } );
		if ( database === 'sqlite' ) {
			await mkdir( path.join( home, 'sqlite' ), { recursive: true } );
			await installSqlite( content );
		}

		const network: Record< string, ConstantValue > = {
			MULTISITE: true,
			SUBDOMAIN_INSTALL: false,
			DOMAIN_CURRENT_SITE: authority,
			PATH_CURRENT_SITE: '/',
			SITE_ID_CURRENT_SITE: 1,
			BLOG_ID_CURRENT_SITE: 1,
		};
		const writeConfig = async ( asNetwork: boolean ): Promise< void > => {
			const constants: Record< string, ConstantValue > = {
				DB_NAME: marker.databaseName,
				DB_USER: mariadb?.user ?? '',
				DB_PASSWORD: mariadb?.password ?? '',
				DB_HOST: mariadb ? `127.0.0.1:${ mariadb.port }` : '',
				DB_CHARSET: 'utf8mb4',
				DB_COLLATE: '',
				...( database === 'sqlite' ? { DB_DIR: path.join( home, 'sqlite' ), DB_FILE: 'site.sqlite' } : {} ),
				...marker.salts,
				WP_ENVIRONMENT_TYPE: options.environmentType ?? 'production',
				WP_DEBUG: true,
				WP_DEBUG_LOG: path.join( logs, 'debug.log' ),
				WP_DEBUG_DISPLAY: false,
				AUTOMATIC_UPDATER_DISABLED: true,
				DISABLE_WP_CRON: options.wpCron === false,
				TEST_SITE_LOGS: logs,
				...( options.smtpPort === undefined ? {} : { INBOX_SMTP_HOST: '127.0.0.1', INBOX_SMTP_PORT: options.smtpPort } ),
				...( asNetwork ? network : {} ),
				...options.constants,
			};
			const addresses = isMultisite ? undefined : { plain: url, tls: tlsUrl === '' ? null : tlsUrl };
			await writeFile( path.join( dir, 'wp-config.php' ), wpConfig( addresses === undefined ? { constants } : { constants, addresses } ), { mode: 0o600 } );
		};
		await writeConfig( isMultisite && ! isNew );

		const wp = ( args: readonly string[], input?: string ): Promise< RunResult > =>
			run( 'php', [ ...cli, `--path=${ dir }`, `--url=${ url }`, '--no-color', ...( process.getuid?.() === 0 ? [ '--allow-root' ] : [] ), ...args ], {
				cwd: home,
				env: { WP_CLI_CONFIG_PATH: '/dev/null', WP_CLI_DISABLE_AUTO_CHECK_UPDATE: '1', WP_CLI_CACHE_DIR: path.join( cache, 'wp-cli-cache' ) },
				...( input === undefined ? {} : { input } ),
			} );
		const mustWp = async ( args: readonly string[], input?: string ): Promise< string > => {
			const result = await wp( args, input );
			if ( result.code !== 0 ) {
				throw new Error( `wp ${ args.slice( 0, 3 ).join( ' ' ) } ended with code ${ result.code }: ${ `${ result.stderr }\n${ result.stdout }`.trim().slice( -2_000 ) }` );
			}
			return result.stdout;
		};

		const ownMuPlugins = [
			...( options.isolated === false ? [] : [ path.join( __dirname, 'mu', 'remote-calls.php' ) ] ),
			...( options.smtpPort === undefined ? [] : [ path.join( __dirname, '..', 'mail', 'inbox-mail.php' ) ] ),
		];
		const putMuPlugins = async ( files: readonly string[] ): Promise< void > => {
			for ( const file of files ) {
				await cp( file, path.join( muDir, path.basename( file ) ), { recursive: true } );
			}
		};
		// Before the install: it calls home too.
		await putMuPlugins( ownMuPlugins );

		if ( isNew ) {
			log( `Site: installing WordPress ${ options.wordpress.version }` );
			await mustWp( [
				'core', 'install', `--title=${ options.title ?? 'Northwind Partners' }`, `--admin_user=${ marker.adminUser }`,
				`--admin_password=${ marker.adminPassword }`, `--admin_email=${ options.admin?.email ?? 'owner@northwind.example' }`, '--skip-email',
			] );
			if ( isMultisite ) {
				await mustWp( [ 'core', 'multisite-convert', `--title=${ options.title ?? 'Northwind Partners' }`, `--domain=${ authority }` ] );
				await writeConfig( true );
			}
			await mustWp( [ 'rewrite', 'structure', '/%postname%/' ] );
		}

		const slugs: string[] = [];
		for ( const zip of options.plugins ?? [] ) {
			slugs.push( await installPlugin( zip, pluginsDir ) );
		}
		for ( const [ slug, folder ] of Object.entries( options.linkedPlugins ?? {} ) ) {
			await rm( path.join( pluginsDir, slug ), { recursive: true, force: true } );
			await symlink( folder, path.join( pluginsDir, slug ) );
			slugs.push( slug );
		}
		await putMuPlugins( options.muPlugins ?? [] );
		if ( slugs.length > 0 ) {
			log( `Site: activating ${ slugs.join( ', ' ) }` );
			await mustWp( [ 'plugin', 'activate', ...slugs, ...( isMultisite ? [ '--network' ] : [] ) ] );
		}
		if ( isNew ) {
			await writeFile( markerFile, JSON.stringify( marker, null, '\t' ), { mode: 0o600 } );
		}

		if ( server === 'nginx' ) {
			const fpm = await startPhpFpm( {
				...( options.workers === undefined ? {} : { workers: options.workers } ),
				...( options.ini === undefined ? {} : { ini: options.ini } ),
			} );
			stops.push( fpm.stop );
			const nginx = await startNginx( { root: dir, fpm: [ fpm.socket ], port, tlsPort, multisite: isMultisite } );
			stops.push( nginx.stop );
		} else if ( server === 'php' ) {
			const php = await startPhpCliServer( { root: dir, port, ...( options.workers === undefined ? {} : { workers: options.workers } ) } );
			stops.push( php.stop );
		}

		const readLog = ( name: string ): Promise< string > => readFile( path.join( logs, name ), 'utf8' ).catch( () => '' );
		return {
			url,
			tlsUrl,
			dir,
			adminUser: marker.adminUser,
			adminPassword: marker.adminPassword,
			isNew,
			mariadb,
			databaseName: marker.databaseName,
			wp,
			mustWp,
			readDebugLog: async () => ( await readLog( 'debug.log' ) ).replace( coresOwn, '' ),
			readRemoteCalls: async () =>
				( await readLog( 'remote-calls.log' ) )
					.split( '\n' )
					.filter( ( line ) => line !== '' )
					.map( ( line ) => {
						const call = JSON.parse( line ) as { method: string; url: string; page: string };
						return `${ call.method } ${ call.url } (from ${ call.page })`;
					} ),
			clearLogs: async () => {
				await rm( path.join( logs, 'debug.log' ), { force: true } );
				await rm( path.join( logs, 'remote-calls.log' ), { force: true } );
			},
			stop,
		};
	} catch ( error ) {
		await stop();
		throw error;
	}
};
