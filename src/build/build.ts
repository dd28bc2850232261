/**
 * `npm run build`: everything that a site gets, from source, into `build/`.
 *
 * `--only=catalog,languages,vendor,login-path,blocks,admin` builds a part. The tracked `build/README.md` stays.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

import { buildLanguages } from './languages';
import { joinLoginPath } from './login-path';
import { prefixVendor } from './prefix-vendor';
import { root } from './root';

const webpack = ( source: string, target: string, ...flags: readonly string[] ): void => {
	const outDir = path.join( root, 'build', target );
	rmSync( outDir, { recursive: true, force: true } );
	const script = path.join( root, 'node_modules', '.bin', 'wp-scripts' );
	const run = spawnSync( script, [ 'build', `--webpack-src-dir=${ source }`, `--output-path=build/${ target }`, ...flags ], {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: 'production' },
	} );
	if ( run.status !== 0 ) {
		throw new Error( `wp-scripts could not build ${ source }:\n${ run.stdout }\n${ run.stderr }` );
	}
};

/** What can be built, in the order in which it is. */
const parts: Readonly< Record< string, () => void | Promise< void > > > = {
	catalog: async () => ( await import( './catalog' ) ).buildCatalog( { outDir: path.join( root, 'build' ) } ),
	languages: () => void buildLanguages(),
	vendor: () => prefixVendor( path.join( root, 'vendor' ), path.join( root, 'build', 'vendor' ) ),
	'login-path': () => void joinLoginPath(),
	blocks: () => webpack( 'blocks', 'blocks', '--experimental-modules' ),
	admin: () => webpack( 'src/admin', 'admin', '--output-chunk-filename=[name].[contenthash:8].js' ),
};

const only = process.argv.find( ( argument ) => argument.startsWith( '--only=' ) )?.slice( '--only='.length ).split( ',' );

const main = async (): Promise< void > => {
	for ( const [ name, build ] of Object.entries( parts ) ) {
		if ( only && ! only.includes( name ) ) {
			continue;
		}
		const started = Date.now();
		await build();
		console.log( `built ${ name } in ${ ( ( Date.now() - started ) / 1000 ).toFixed( 1 ) } s` );
	}
};

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exitCode = 1;
} );
