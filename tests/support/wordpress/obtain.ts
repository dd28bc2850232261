/**
 * Where the real WordPress of demo, tests and benchmarks comes from.
 */
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { cache } from '../paths';
import { debianUnusable, fetchFromDebian } from './debian';
import { isOfLine, type Line, type Log, newestOfLine, readVersion } from './lines';
import { fetchRelease } from './release';
import { unzip } from './unzip';

export interface WordPress {
	/** A pristine tree: no wp-config.php, not to be written to. Sites copy it. */
	readonly dir: string;
	readonly version: string;
	readonly source: 'given' | 'cache' | 'wordpress.org' | 'debian';
}

export interface ObtainOptions {
	readonly line: Line;
	readonly log: Log;
	/** Stands in for the process's environment: `WORDPRESS_DIR`, `WORDPRESS_ZIP`. */
	readonly env?: Readonly< Record< string, string | undefined > >;
}

const store = path.join( cache, 'wordpress' );

const versionIn = async ( dir: string ): Promise< string | null > => {
	const text = await readFile( path.join( dir, 'wp-includes', 'version.php' ), 'utf8' ).catch( () => '' );
	return readVersion( text );
};

/** The folder that holds `wp-includes`: the one given, or the `wordpress` in it, as release archives have it. */
const wordPressIn = async ( dir: string ): Promise< string > => {
	for ( const candidate of [ dir, path.join( dir, 'wordpress' ) ] ) {
		if ( ( await versionIn( candidate ) ) !== null ) {
			return candidate;
		}
	}
	throw new Error( `There is no WordPress in ${ dir }: it holds no wp-includes/version.php.` );
};

/** Whether a download broke off: the theme and the three entries that every site needs. */
const isComplete = async ( dir: string ): Promise< boolean > => {
	const needed = [ 'wp-login.php', 'wp-settings.php', 'wp-admin/includes/upgrade.php', 'wp-includes/PHPMailer/PHPMailer.php', 'wp-content/themes' ];
	const present = await Promise.all( needed.map( ( name ) => access( path.join( dir, name ) ).then( () => true, () => false ) ) );
	return present.every( Boolean );
};

/** Moves a fetched tree to its place in the cache; a tree that another process put there meanwhile wins. */
const keep = async ( fetched: string ): Promise< { dir: string; version: string } > => {
	const version = await versionIn( fetched );
	if ( version === null || ! ( await isComplete( fetched ) ) ) {
		throw new Error( 'what was downloaded is not a whole WordPress' );
	}
	const dir = path.join( store, version );
	await rm( path.join( fetched, 'wp-config.php' ), { force: true } );
	await rename( fetched, dir ).catch( async ( error: unknown ) => {
		if ( ( await versionIn( dir ) ) !== version ) {
			throw error;
		}
	} );
	return { dir, version };
};

const given = async ( env: Readonly< Record< string, string | undefined > >, log: Log ): Promise< WordPress | null > => {
	const { WORDPRESS_DIR: dirGiven, WORDPRESS_ZIP: zipGiven } = env;
	if ( dirGiven ) {
		const dir = await wordPressIn( path.resolve( dirGiven ) );
		return { dir, version: ( await versionIn( dir ) ) ?? '', source: 'given' };
	}
	if ( ! zipGiven ) {
		return null;
	}
	const zip = path.resolve( zipGiven );
	const { size, mtimeMs } = await stat( zip ).catch( () => Promise.reject( new Error( `WORDPRESS_ZIP names ${ zip }, which is not there.` ) ) );
	const dir = path.join( store, `given-${ createHash( 'sha256' ).update( `${ zip } ${ size } ${ mtimeMs }` ).digest( 'hex' ).slice( 0, 12 ) }` );
	if ( ! ( await isComplete( dir ) ) ) {
		log( `WordPress: unpacking ${ zipGiven }` );
		const work = await mkdtemp( path.join( store, '.given-' ) );
		try {
			await unzip( zip, work );
			await rm( dir, { recursive: true, force: true } );
			await rename( await wordPressIn( work ), dir );
		} finally {
			await rm( work, { recursive: true, force: true } );
		}
	}
	return { dir, version: ( await versionIn( dir ) ) ?? '', source: 'given' };
};

/**
 * A pristine WordPress of a line, from the first of: `WORDPRESS_DIR` or `WORDPRESS_ZIP`; the cache; WordPress.org; Debian's package.
 *
 * What is given counts only for its own line, so that a run over several lines can still fetch the others. Rejects with one sentence a source that failed.
 */
export const obtainWordPress = async ( { line, log, env = process.env }: ObtainOptions ): Promise< WordPress > => {
	await mkdir( store, { recursive: true } );
	const fromOutside = await given( env, log );
	if ( fromOutside && isOfLine( fromOutside.version, line ) ) {
		return fromOutside;
	}
	if ( fromOutside ) {
		log( `WordPress: the one given is ${ fromOutside.version }; ${ line } is fetched beside it` );
	}

	const cached = newestOfLine( await readdir( store ), line );
	if ( cached !== null && ( await isComplete( path.join( store, cached ) ) ) ) {
		return { dir: path.join( store, cached ), version: cached, source: 'cache' };
	}
	if ( cached !== null ) {
		await rm( path.join( store, cached ), { recursive: true, force: true } );
	}

	const failures: string[] = [];
	const work = await mkdtemp( path.join( store, '.fetch-' ) );
	try {
		const tree = path.join( work, 'wordpress' );
		try {
			await fetchRelease( line, tree, log );
			return { ...( await keep( tree ) ), source: 'wordpress.org' };
		} catch ( error ) {
			failures.push( `WordPress.org: ${ describe( error ) }` );
			await rm( tree, { recursive: true, force: true } );
		}
		const unusable = await debianUnusable();
		if ( unusable !== null ) {
			failures.push( `Debian’s package: ${ unusable }` );
		} else {
			try {
				await fetchFromDebian( line, tree, log );
				return { ...( await keep( tree ) ), source: 'debian' };
			} catch ( error ) {
				failures.push( `Debian’s package: ${ describe( error ) }` );
			}
		}
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
	throw new Error(
		`WordPress ${ line } could not be obtained. ${ failures.join( '; ' ) }. Give one with WORDPRESS_ZIP=<release archive> or WORDPRESS_DIR=<unpacked folder>.`
	);
};

function describe( error: unknown ): string {
	if ( ! ( error instanceof Error ) ) {
		return String( error );
	}
	if ( error.name === 'TimeoutError' ) {
		return 'no answer in time';
	}
	return error.cause instanceof Error ? `${ error.message } (${ error.cause.message })` : error.message;
}
