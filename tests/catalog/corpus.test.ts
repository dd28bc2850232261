import path from 'node:path';

import { bare, isKeptOut, readCorpus } from './corpus';
import { causeRef } from '../../src/catalog/catalog';
import { loadCatalog } from '../../src/catalog/load';

const root = path.resolve( __dirname, '..', '..' );
const rows = readCorpus();

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
	it( 'names only causes of the catalog', () => {
		const missing = rows.flatMap( ( row ) => row.causes ).filter( ( cause ) => ( cause.endsWith( '/*' ) ? ! systems.has( cause.slice( 0, -2 ) ) : ! causes.has( cause ) ) );
		expect( [ ...new Set( missing ) ] ).toEqual( [] );
	} );

	it( 'holds each message once, under a kind that the report knows', () => {
		const seen = rows.map( ( row ) => bare( row.message ) );
		expect( seen.filter( ( text, index ) => seen.indexOf( text ) !== index ) ).toEqual( [] );
		expect( [ ...new Set( rows.map( ( row ) => row.kind ) ) ].sort() ).toEqual( [ 'code', 'original', 'reworded', 'screenshot', 'seed', 'translated', 'unrelated', 'url' ] );
	} );

	it( 'is kept out of the patterns: no message is an example of a symptom', () => {
		const held = rows.filter( isKeptOut );
		expect( held.filter( ( row ) => examples.has( bare( row.message ) ) ).map( ( row ) => row.message ) ).toEqual( [] );
	} );

	it( 'has at least two hundred sentences that are no login error', () => {
		expect( rows.filter( ( row ) => row.kind === 'unrelated' && row.causes.length === 0 ).length ).toBeGreaterThanOrEqual( 200 );
		expect( rows.filter( ( row ) => row.kind !== 'unrelated' && row.causes.length === 0 ) ).toEqual( [] );
	} );
} );
