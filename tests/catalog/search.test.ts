import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { loadCatalog } from '../../src/catalog/load';
import { searchIndex, terms } from '../../src/catalog/search';
import texts from './terms.json';

import type { SearchIndex } from '../../src/catalog/search';

const root = path.resolve( __dirname, '..', '..' );
let index: SearchIndex;

beforeAll( async () => {
	index = searchIndex( await loadCatalog( root ) );
} );

/** Terms as the server makes them, with the tables of this index. */
const termsOnTheServer = ( all: readonly string[] ): readonly ( readonly string[] )[] => {
	const program = `
		require 'vendor/autoload.php';
		[ $index, $texts ] = json_decode( stream_get_contents( STDIN ), true );
		$words = new Causeway\\Diagnosis\\Words( $index['letters'], $index['pairs'], $index['meanings'], $index['stop'] );
		echo json_encode( array_map( static fn ( string $text ): array => array_map( strval( ... ), array_keys( $words->of( $text ) ) ), $texts ) );
	`;
	const { letters, pairs, meanings, stop } = index;
	const run = spawnSync( 'php', [ '-r', program ], { cwd: root, encoding: 'utf8', input: JSON.stringify( [ { letters, pairs, meanings, stop }, all ] ) } );
	return JSON.parse( run.stdout ) as readonly ( readonly string[] )[];
};

describe( 'the words of a text', () => {
	it( 'are the same here, where the catalog is indexed, and on the server, where it is searched', () => {
		expect( termsOnTheServer( texts ) ).toEqual( texts.map( ( text ) => [ ...new Set( terms( text ) ) ] ) );
	} );

	it( 'are one whether a screenshot’s reader saw l, I or 1, 0 or O, rn or m', () => {
		expect( terms( 'lnvalid usemame, ernail b1ocked' ) ).toEqual( terms( 'Invalid username, email blocked' ) );
	} );

	it( 'are one for what means the same, in the languages of the systems', () => {
		expect( terms( 'Passwort falsch' ) ).toEqual( terms( 'wrong password' ).reverse() );
		expect( terms( 'cannot sign in' ) ).toEqual( terms( 'cannot log in' ) );
	} );
} );

describe( 'the index', () => {
	it( 'has no word that means two things', () => {
		expect( Object.keys( index.meanings ).filter( ( word ) => word in index.stop ) ).toEqual( [] );
	} );

	it( 'names only causes and sentences that there are', () => {
		const causes = Object.values( index.weights ).flatMap( ( row ) => row.split( ',' ).map( ( pair ) => Number( pair.split( ':' )[ 0 ] ) ) );
		expect( Math.max( ...causes ) ).toBeLessThan( index.causes.length );
		const sentences = Object.values( index.phrasesOf ).flatMap( ( row ) => row.split( ',' ).map( Number ) );
		expect( Math.max( ...sentences ) ).toBe( index.phrases.length - 1 );
	} );
} );
