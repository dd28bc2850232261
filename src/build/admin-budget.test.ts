import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { root } from './root';

/** Bytes, gzipped, of ours before a screen's first content; and of everything there is. */
const budget = { first: 45 * 1024, all: 300 * 1024 };

const folder = path.join( root, 'build/admin' );
const bytes = ( name: string ): number => gzipSync( readFileSync( path.join( folder, name ) ), { level: 9 } ).length;
const kilobytes = ( count: number ): string => ( count / 1024 ).toFixed( 1 );

describe( 'the admin screens', () => {
	it( 'load no more than their budget before the first content, whichever screen comes first', () => {
		if ( ! existsSync( folder ) ) {
			throw new Error( 'There is no build/admin: run npm run build first.' );
		}
		const names = readdirSync( folder );
		const shared = bytes( 'index.js' ) + bytes( 'index.css' );
		const screens = names.filter( ( name ) => /^[a-z]+\.[0-9a-f]{8}\.js$/.test( name ) );
		expect( screens.length ).toBeGreaterThanOrEqual( 10 );
		const sizes = screens.map( ( name ) => ( { screen: name.split( '.' )[ 0 ], first: shared + bytes( name ) } ) ).sort( ( a, b ) => b.first - a.first );
		const all = shared + screens.reduce( ( sum, name ) => sum + bytes( name ), 0 );
		process.stdout.write(
			`Admin screens, KB gzipped before the first content (budget ${ kilobytes( budget.first ) }): ${ sizes
				.map( ( { screen, first } ) => `${ screen } ${ kilobytes( first ) }` )
				.join( ', ' ) }; all together ${ kilobytes( all ) } (budget ${ kilobytes( budget.all ) }).\n`
		);
		expect( sizes[ 0 ]?.first ).toBeLessThanOrEqual( budget.first );
		expect( all ).toBeLessThanOrEqual( budget.all );
	} );

	it( 'say to the other direction only what they say to this one', () => {
		expect( Math.abs( bytes( 'index-rtl.css' ) - bytes( 'index.css' ) ) ).toBeLessThan( 512 );
	} );
} );
