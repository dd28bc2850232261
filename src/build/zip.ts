/**
 * `npm run zip`: builds, then packs what a site gets into `build/causeway.zip`, the way WordPress installs it (one folder, `causeway/`).
 *
 * `--no-build` packs what is already built. The list of what ships is here and nowhere else.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

import { root } from './root';

/** Folders and files that ship, and which of their files. Everything else stays at home. */
const shipped: ReadonlyArray< { readonly path: string; readonly keep: RegExp } > = [
	{ path: 'plugin.php', keep: /./ },
	{ path: 'uninstall.php', keep: /./ },
	{ path: 'readme.txt', keep: /./ },
	{ path: 'LICENSE', keep: /./ },
	{ path: 'src/server', keep: /\.(php|graphql)$/ },
	{ path: 'src/systems', keep: /\.php$/ },
	{ path: 'build/catalog', keep: /\.php$/ },
	{ path: 'build/catalog.json', keep: /./ },
	{ path: 'build/catalog.schema.json', keep: /./ },
	{ path: 'build/languages', keep: /\.l10n\.php$/ },
	{ path: 'build/login-path.php', keep: /./ },
	{ path: 'build/vendor', keep: /\.php$|LICENSE$/ },
	{ path: 'build/blocks', keep: /\.(php|js|json|css)$/ },
	{ path: 'build/admin', keep: /\.(php|js|json|css)$/ },
];

/** Files to pack, relative to the top folder, sorted so that the same source gives the same archive. */
export const filesToShip = ( top: string = root ): string[] => {
	const found: string[] = [];
	const visit = ( relative: string, keep: RegExp ): void => {
		const full = path.join( top, relative );
		if ( statSync( full ).isDirectory() ) {
			readdirSync( full ).forEach( ( name ) => visit( path.posix.join( relative, name ), keep ) );
		} else if ( keep.test( relative ) ) {
			found.push( relative );
		}
	};
	for ( const entry of shipped ) {
		if ( ! existsSync( path.join( top, entry.path ) ) ) {
			throw new Error( `${ entry.path } is missing: run npm run build first.` );
		}
		visit( entry.path, entry.keep );
	}
	return found.sort();
};

/** Writes the archive; returns its path and size in bytes. */
export const packZip = async ( target: string = path.join( root, 'build', 'causeway.zip' ) ): Promise< { file: string; bytes: number } > => {
	const zip = new yazl.ZipFile();
	for ( const file of filesToShip() ) {
		zip.addFile( path.join( root, file ), `causeway/${ file }`, { mtime: new Date( 2026, 0, 1 ), mode: 0o100644 } );
	}
	zip.end();
	await pipeline( zip.outputStream, createWriteStream( target ) );
	return { file: target, bytes: statSync( target ).size };
};

const main = async (): Promise< void > => {
	if ( ! process.argv.includes( '--no-build' ) ) {
		const built = spawnSync( process.execPath, [ '--import', 'tsx', path.join( root, 'src', 'build', 'build.ts' ) ], { cwd: root, stdio: 'inherit' } );
		if ( built.status !== 0 ) {
			process.exitCode = 1;
			return;
		}
	}
	const { bytes } = await packZip();
	console.log( `packed build/causeway.zip, ${ Math.round( bytes / 1024 ) } KB` );
};

if ( require.main === module ) {
	main().catch( ( error: unknown ) => {
		console.error( error instanceof Error ? error.message : error );
		process.exitCode = 1;
	} );
}
