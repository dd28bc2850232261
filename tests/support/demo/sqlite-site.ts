/**
 * A WordPress on disk that keeps its data in SQLite: no database server, the same folder for PHP on this machine and for PHP-wasm.
 */
import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { type ConstantValue, wpConfig } from '../site/wp-config';
import { unzip } from '../wordpress/unzip';

export interface SqliteSiteOptions {
	/** Where the site goes. Must not exist. */
	readonly dir: string;
	/** A pristine WordPress. */
	readonly wordpress: string;
	/** Files and folders to copy to `wp-content/mu-plugins`. */
	readonly muPlugins: readonly string[];
}

/** The integration that WordPress Playground brings along. */
const integrationZip = (): string => path.join( path.dirname( require.resolve( '@wp-playground/cli/package.json' ) ), 'sqlite-database-integration.zip' );

const KEYS = [ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ];

/** Copies must-use plugins anew, so that a site always runs the ones of this checkout. */
export const placeMuPlugins = async ( dir: string, muPlugins: readonly string[] ): Promise< void > => {
	const target = path.join( dir, 'wp-content', 'mu-plugins' );
	await mkdir( target, { recursive: true } );
	for ( const source of muPlugins ) {
		const place = path.join( target, path.basename( source ) );
		await rm( place, { recursive: true, force: true } );
		await cp( source, place, { recursive: true } );
	}
};

/** Lays the site's files out; `wp-config.php` and the installation are still to come. */
export const laySqliteSite = async ( { dir, wordpress, muPlugins }: SqliteSiteOptions ): Promise< void > => {
	await mkdir( path.dirname( dir ), { recursive: true } );
	const work = await mkdtemp( `${ dir }.making-` );
	try {
		const site = path.join( work, 'site' );
		await cp( wordpress, site, { recursive: true } );
		await unzip( integrationZip(), path.join( work, 'integration' ) );
		const content = path.join( site, 'wp-content' );
		await rename( path.join( work, 'integration', 'sqlite-database-integration-trunk' ), path.join( content, 'sqlite-database-integration' ) );
		await writeFile(
			path.join( content, 'db.php' ),
			`<?php
define( 'SQLITE_DB_DROPIN_VERSION', '1.8.0' );
define( 'DATABASE_TYPE', 'sqlite' );
define( 'DB_ENGINE', 'sqlite' );
require_once __DIR__ . '/sqlite-database-integration/wp-includes/sqlite/db.php';
`
		);
		await placeMuPlugins( site, muPlugins );
		await rename( site, dir );
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
};

/** A site's keys: made once and kept, since what they sealed cannot be opened with others. */
export const makeKeys = (): Record< string, string > =>
	Object.fromEntries( KEYS.map( ( name ) => [ name, randomBytes( 32 ).toString( 'base64' ) ] ) );

/** Writes `wp-config.php` with the constants of this run. */
export const writeConfig = async ( dir: string, url: string, constants: Readonly< Record< string, ConstantValue > > ): Promise< void > => {
	const file = path.join( dir, 'wp-config.php' );
	const database = { DB_NAME: 'northwind', DB_USER: '', DB_PASSWORD: '', DB_HOST: '', DB_CHARSET: 'utf8mb4', DB_COLLATE: '' };
	await writeFile( `${ file }.new`, wpConfig( { constants: { ...database, ...constants }, addresses: { plain: url, tls: null } } ), { mode: 0o600 } );
	await rename( `${ file }.new`, file );
};

/** Unpacks a plugin's zip to where WordPress puts an uploaded one, in place of an older copy. */
export const placePlugin = async ( dir: string, zip: string, slug: string ): Promise< void > => {
	const plugins = path.join( dir, 'wp-content', 'plugins' );
	const work = await mkdtemp( path.join( plugins, '.unpacking-' ) );
	try {
		await unzip( zip, work );
		await rm( path.join( plugins, slug ), { recursive: true, force: true } );
		await rename( path.join( work, slug ), path.join( plugins, slug ) );
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
};
