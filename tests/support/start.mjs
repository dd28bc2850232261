/**
 * The door of `npm run demo|test|check|bench`: works on a fresh clone, so it needs nothing but Node itself.
 *
 * Checks the tools, installs what is missing, then hands over to TypeScript.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve( path.dirname( fileURLToPath( import.meta.url ) ), '..', '..' );
const [ name = '', ...args ] = process.argv.slice( 2 );

const fail = ( sentence ) => {
	console.error( sentence );
	process.exit( 1 );
};

const isAtLeast = ( version, wanted ) => {
	const parts = version.split( '.' ).map( Number );
	for ( const [ index, least ] of wanted.split( '.' ).map( Number ).entries() ) {
		if ( ( parts[ index ] ?? 0 ) !== least ) {
			return ( parts[ index ] ?? 0 ) > least;
		}
	}
	return true;
};

/** What a program prints; null where it is not there. */
const ask = ( command, ...questions ) => {
	const { status, stdout } = spawnSync( command, questions, { encoding: 'utf8', env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' } } );
	return status === 0 ? stdout.trim() : null;
};

const checkTools = () => {
	if ( ! isAtLeast( process.versions.node, '20.19' ) ) {
		fail( `Node ${ process.versions.node } is too old: Causeway needs Node 20.19 or newer.` );
	}
	const npm = ask( 'npm', '--version' );
	if ( npm === null || ! isAtLeast( npm, '9' ) ) {
		fail( npm === null ? 'npm is missing: Causeway needs npm 9 or newer.' : `npm ${ npm } is too old: Causeway needs npm 9 or newer.` );
	}
	const php = ask( 'php', '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;' );
	if ( php === null || ! isAtLeast( php, '8.1' ) ) {
		fail( php === null ? 'PHP is missing: Causeway needs PHP 8.1 or newer on the command line.' : `PHP ${ php } is too old: Causeway needs PHP 8.1 or newer.` );
	}
	const composer = /(\d+\.\d+(\.\d+)?)/.exec( ask( 'composer', '--version', '--no-ansi' ) ?? '' )?.[ 1 ];
	if ( composer === undefined || ! isAtLeast( composer, '2' ) ) {
		fail( composer === undefined ? 'Composer is missing: Causeway needs Composer 2.' : `Composer ${ composer } is too old: Causeway needs Composer 2.` );
	}
};

const readJson = ( file ) => {
	try {
		return JSON.parse( readFileSync( path.join( root, file ), 'utf8' ) );
	} catch {
		return null;
	}
};

/** Whether node_modules holds the versions of the lock file. */
const hasNodeModules = () => {
	const wanted = readJson( 'package-lock.json' )?.packages;
	const here = readJson( 'node_modules/.package-lock.json' )?.packages;
	if ( ! wanted || ! here ) {
		return false;
	}
	return Object.entries( wanted ).every(
		( [ place, entry ] ) => place === '' || entry.optional || entry.devOptional || entry.link || here[ place ]?.version === entry.version
	);
};

const composerStamp = path.join( root, 'vendor', '.causeway-installed' );
const composerDigest = () => createHash( 'sha256' ).update( readFileSync( path.join( root, 'composer.json' ) ) ).digest( 'hex' );
const hasVendor = () =>
	existsSync( path.join( root, 'vendor', 'autoload.php' ) ) && existsSync( composerStamp ) && readFileSync( composerStamp, 'utf8' ) === composerDigest();

/** Runs an installer quietly; where it fails, its first lines are the answer. */
const install = ( what, command, ...words ) => {
	console.error( `Installing ${ what } …` );
	const started = Date.now();
	const { status, stdout, stderr, error } = spawnSync( command, words, {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
		env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' },
	} );
	if ( status !== 0 ) {
		const lines = `${ stdout ?? '' }\n${ stderr ?? '' }\n${ error?.message ?? '' }`.split( '\n' ).filter( ( line ) => line.trim() !== '' );
		fail( `${ what } could not be installed (is there a network?). ${ command } ${ words[ 0 ] } said:\n${ lines.slice( 0, 12 ).join( '\n' ) }` );
	}
	console.error( `Installed ${ what } in ${ Math.round( ( Date.now() - started ) / 1000 ) } s.` );
};

checkTools();

const places = [ `tests/support/run/${ name }.ts`, `tests/support/${ name }/main.ts`, `tests/${ name }/main.ts` ];
const program = places.find( ( place ) => /^[a-z-]+$/.test( name ) && existsSync( path.join( root, place ) ) );
if ( program === undefined ) {
	fail( `There is no “${ name }” to start: use npm run demo, npm test, npm run check or npm run bench.` );
}

if ( ! hasNodeModules() ) {
	const hasLock = existsSync( path.join( root, 'package-lock.json' ) );
	// No package of ours needs its install script, and some would download more.
	install( 'npm packages', 'npm', hasLock ? 'ci' : 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error' );
}
if ( ! hasVendor() ) {
	// Extensions may come later: the suites that need them install them or say so.
	install( 'Composer packages', 'composer', 'install', '--no-interaction', '--no-progress', '--ignore-platform-req=ext-*' );
	writeFileSync( composerStamp, composerDigest() );
}

const child = spawn( process.execPath, [ '--import', 'tsx', path.join( root, program ), ...args ], { cwd: root, stdio: 'inherit' } );
// Ctrl-C reaches the child by itself, since it shares our terminal; we wait until it has put everything away.
process.on( 'SIGINT', () => {} );
for ( const signal of [ 'SIGTERM', 'SIGHUP' ] ) {
	process.on( signal, () => child.kill( signal ) );
}
child.on( 'error', ( error ) => fail( `Node could not be started: ${ error.message }` ) );
child.on( 'exit', ( code, signal ) => process.exit( code ?? 128 + ( constants.signals[ signal ] ?? 1 ) ) );
