/**
 * The corpus is what people paste, written without looking at any pattern; it scores `explain` (`npm run catalog:report`). One file a kind.
 *
 * `causes` are those of which one has to be among the first three. `system/*` stands for any cause of a system; a row whose systems have no
 * folder yet waits for them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { causeRef } from '../../src/catalog/catalog';
import { loadCatalog } from '../../src/catalog/load';

interface Row {
	readonly message: string;
	readonly kind: string;
	readonly causes: readonly string[];
}

const root = path.resolve( __dirname, '..', '..' );
const folder = path.join( __dirname, 'corpus' );
const rowsOf = ( file: string ): readonly Row[] => JSON.parse( readFileSync( path.join( folder, file ), 'utf8' ) ) as readonly Row[];
const rows = readdirSync( folder ).sort().flatMap( rowsOf );
/** What is left of a text for the eye: no markup, no signs, one blank between words. */
const bare = ( text: string ): string =>
	text
		.replaceAll( /<[^>]*>/gu, ' ' )
		.toLowerCase()
		.replaceAll( /[^\p{L}\p{N}]+/gu, ' ' )
		.trim();

let causes: ReadonlySet< string >;
let systems: ReadonlySet< string >;
let examples: ReadonlySet< string >;

beforeAll( async () => {
	const catalog = await loadCatalog( root );
	causes = new Set( catalog.causes.map( ( { value } ) => causeRef( value ) ) );
	systems = new Set( catalog.systems.map( ( { value } ) => value.id ) );
	const symptoms = catalog.systems.flatMap( ( { value } ) => value.symptoms );
	examples = new Set( symptoms.flatMap( ( symptom ) => [ ...symptom.examples.matches, ...symptom.examples.misses ] ).map( bare ) );
} );

describe( 'the corpus of pasted messages', () => {
	it( 'names only causes of the catalog, once their system is there', () => {
		const named = rows.flatMap( ( row ) => row.causes );
		const missing = named.filter( ( cause ) => {
			const system = cause.split( '/' )[ 0 ] ?? '';
			return systems.has( system ) && ! cause.endsWith( '/*' ) && ! causes.has( cause );
		} );
		expect( [ ...new Set( missing ) ] ).toEqual( [] );
	} );

	it( 'holds each message once, under a kind that the report knows', () => {
		const seen = rows.map( ( row ) => bare( row.message ) );
		expect( seen.filter( ( text, index ) => seen.indexOf( text ) !== index ) ).toEqual( [] );
		expect( [ ...new Set( rows.map( ( row ) => row.kind ) ) ].sort() ).toEqual( [ 'code', 'original', 'reworded', 'screenshot', 'translated', 'unrelated', 'url' ] );
	} );

	it( 'is kept out of the patterns: no message is an example of a symptom', () => {
		// A code has no other wording; what the vendors’ articles print is scored as it is.
		const held = readdirSync( folder ).filter( ( file ) => file !== 'seeds.json' ).flatMap( rowsOf ).filter( ( row ) => row.kind !== 'code' );
		expect( held.filter( ( row ) => examples.has( bare( row.message ) ) ).map( ( row ) => row.message ) ).toEqual( [] );
	} );

	it( 'has at least two hundred sentences that are no login error', () => {
		expect( rows.filter( ( row ) => row.kind === 'unrelated' && row.causes.length === 0 ).length ).toBeGreaterThanOrEqual( 200 );
		expect( rows.filter( ( row ) => row.kind !== 'unrelated' && row.causes.length === 0 ) ).toEqual( [] );
	} );
} );
