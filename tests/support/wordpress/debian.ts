import { cp, mkdir, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { cache } from '../paths';
import { findProgram, mustRun, run } from '../process/run';
import { type DebianArchive, findDebianArchive, parseAptSources, writeAptSource } from './apt-sources';
import type { Line, Log } from './lines';

/** Which Debian suite carries which line of WordPress. */
const suites: Readonly< Record< Line, string > > = { '7.1': 'sid', 6.8: 'trixie' };

/** WordPress, a theme, and what Debian has taken out of WordPress into packages of its own. */
const packages = [
	'wordpress',
	'wordpress-theme-twentytwentyfive',
	'libphp-phpmailer',
	'php-getid3',
	'libjs-cropper',
	'libjs-underscore',
	'libjs-jquery-ui',
	'libjs-lodash',
];

const readSources = async (): Promise< DebianArchive | null > => {
	const files = [ '/etc/apt/sources.list' ];
	for ( const name of await readdir( '/etc/apt/sources.list.d' ).catch( () => [] as string[] ) ) {
		if ( /\.(list|sources)$/.test( name ) ) {
			files.push( path.join( '/etc/apt/sources.list.d', name ) );
		}
	}
	const sources = [];
	for ( const file of files ) {
		sources.push( ...parseAptSources( file, await readFile( file, 'utf8' ).catch( () => '' ) ) );
	}
	return findDebianArchive( sources );
};

/**
 * Points links of the packaged tree at what was unpacked beside it and drops those that lead nowhere.
 *
 * Absolute links mean the unpacked tree first, then this machine (the bundle of certificate authorities).
 */
const mendLinks = async ( folder: string, unpacked: string ): Promise< void > => {
	for ( const entry of await readdir( folder, { withFileTypes: true } ) ) {
		const file = path.join( folder, entry.name );
		if ( entry.isDirectory() ) {
			await mendLinks( file, unpacked );
		} else if ( entry.isSymbolicLink() ) {
			const target = await readlink( file );
			const inside = path.join( unpacked, target );
			if ( path.isAbsolute( target ) && ( await stat( inside ).catch( () => null ) ) ) {
				await rm( file );
				await symlink( inside, file );
			} else if ( ! ( await stat( file ).catch( () => null ) ) ) {
				await rm( file );
			}
		}
	}
};

/** Why Debian's packages cannot be used here, or null. */
export const debianUnusable = async (): Promise< string | null > => {
	if ( ! ( await findProgram( 'apt-get' ) ) || ! ( await findProgram( 'dpkg-deb' ) ) ) {
		return 'this is not a Debian machine (no apt-get)';
	}
	return ( await readSources() ) ? null : 'the machine’s apt sources name no Debian archive';
};

/** Unpacks WordPress from Debian's packages into `target`, a folder that does not exist yet. The machine's own apt state stays as it is. */
export const fetchFromDebian = async ( line: Line, target: string, log: Log ): Promise< void > => {
	const archive = await readSources();
	if ( ! archive ) {
		throw new Error( 'The machine’s apt sources name no Debian archive.' );
	}
	const suite = suites[ line ];
	const state = path.join( cache, 'apt', suite );
	const work = `${ target }.debian`;
	await rm( work, { recursive: true, force: true } );
	for ( const folder of [ 'sources', 'lists/partial', 'cache/archives/partial' ] ) {
		await mkdir( path.join( state, folder ), { recursive: true } );
	}
	await mkdir( path.join( work, 'tree' ), { recursive: true } );
	await writeFile( path.join( state, 'sources', 'debian.sources' ), writeAptSource( archive, suite ) );

	const options = [
		'-o', 'Dir::Etc::sourcelist=/dev/null',
		'-o', `Dir::Etc::sourceparts=${ path.join( state, 'sources' ) }`,
		'-o', `Dir::State::lists=${ path.join( state, 'lists' ) }`,
		'-o', `Dir::Cache=${ path.join( state, 'cache' ) }`,
		'-o', 'Acquire::Languages=none',
		'-o', 'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
		'-o', 'Acquire::http::Timeout=20',
		'-o', 'Acquire::Retries=2',
		...( process.getuid?.() === 0 ? [ '-o', 'APT::Sandbox::User=root' ] : [] ),
	];
	try {
		log( `WordPress ${ line }: reading Debian’s package list (${ suite })` );
		const update = await run( 'apt-get', [ ...options, '-q', 'update' ], { timeoutMs: 300_000 } );
		if ( update.code !== 0 ) {
			throw new Error( `apt-get update for ${ suite } failed: ${ update.stderr.trim().split( '\n' ).slice( -4 ).join( ' ' ) }` );
		}
		log( `WordPress ${ line }: downloading Debian’s packages` );
		await mustRun( 'apt-get', [ ...options, '-q', 'download', ...packages ], { cwd: work, timeoutMs: 600_000 } );
		const tree = path.join( work, 'tree' );
		for ( const name of ( await readdir( work ) ).filter( ( file ) => file.endsWith( '.deb' ) ) ) {
			await mustRun( 'dpkg-deb', [ '-x', path.join( work, name ), tree ] );
		}
		const packaged = path.join( tree, 'usr/share/wordpress' );
		// Debian's own configuration: it would look for databases under /etc/wordpress.
		for ( const name of [ 'wp-config.php', '.htaccess' ] ) {
			await rm( path.join( packaged, name ), { force: true } );
		}
		await mendLinks( packaged, tree );
		await cp( packaged, target, { recursive: true, dereference: true } );
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
};
