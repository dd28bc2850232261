import assert from 'node:assert/strict';
import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { root } from '../support/paths';
import type { Site } from '../support/site/create';
import { journey } from './support/journey';

const PLAIN = [ '/', '/plain/', '/wp-login.php', '/wp-login.php?action=lostpassword', '/feed/' ];

const OURS = /(?:src|href)=["']([^"']*\/plugins\/causeway\/[^"'?]*\.(js|css))[^"']*["']/g;

/** Scripts and styles of ours that a page loads, gzipped, in bytes. */
const weightOf = async ( site: Site, address: string ): Promise< { readonly js: number; readonly css: number } > => {
	const html = await ( await fetch( `${ site.url }${ address }` ) ).text();
	const weight = { js: 0, css: 0 };
	for ( const [ , file = '', kind ] of html.matchAll( OURS ) ) {
		weight[ kind === 'js' ? 'js' : 'css' ] += gzipSync( Buffer.from( await ( await fetch( file ) ).arrayBuffer() ), { level: 6 } ).length;
	}
	return weight;
};

journey( 'Pages without the block cost not a byte and not a query, and the block’s own script is at most 3 KB', async ( { site } ) => {
	const counter = path.join( site.dir, 'wp-content', 'mu-plugins', 'count-queries.php' );
	const add = ( slug: string, content: string ): Promise< string > =>
		site.mustWp( [ 'post', 'create', '--post_type=page', '--post_status=publish', `--post_title=${ slug }`, `--post_name=${ slug }`, `--post_content=${ content }` ] );
	await add( 'plain', '<!-- wp:paragraph --><p>Nothing but words.</p><!-- /wp:paragraph -->' );
	await add( 'with-block', '<!-- wp:causeway/login-error /-->' );
	await copyFile( path.join( root, 'tests', 'e2e', 'site', 'count-queries.php' ), counter );
	try {
		const pages = async (): Promise< readonly string[] > => {
			const found: string[] = [];
			for ( const address of PLAIN ) {
				// What a first visit makes for itself, such as a menu, is there at the second.
				await fetch( `${ site.url }${ address }` );
				found.push( await ( await fetch( `${ site.url }${ address }` ) ).text() );
			}
			return found;
		};
		// First without: what WordPress itself lays down when a plugin comes or goes is there for both.
		await site.mustWp( [ 'plugin', 'deactivate', 'causeway' ] );
		const without = await pages();
		await site.mustWp( [ 'plugin', 'activate', 'causeway' ] );
		const withUs = await pages();
		const { js } = await weightOf( site, '/with-block/' );
		for ( const address of PLAIN ) {
			assert.deepEqual( await weightOf( site, address ), { js: 0, css: 0 }, address );
		}
		PLAIN.forEach( ( address, index ) => {
			assert.match( withUs[ index ] ?? '', /<!-- queries: [1-9]\d* -->$/, address );
			assert.equal( withUs[ index ], without[ index ], `${ address }, byte by byte, with its queries` );
		} );
		assert.ok( js > 0 && js <= 3 * 1024, `${ js } bytes of script with the block` );
	} finally {
		await rm( counter, { force: true } );
	}
} );
