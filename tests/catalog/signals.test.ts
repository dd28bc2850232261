/** Every known signal of a product has its symptom, and no symptom stands for nothing: `signals/*.json` lists them, one row a signal. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { codesOf, fullRef } from '../../src/catalog/catalog';
import { loadCatalog } from '../../src/catalog/load';
import type { Symptom } from '../../src/catalog/types';

interface Row {
	readonly source: string;
	/** Absent where the signal has only a sentence. */
	readonly code?: string;
	/** What it means, in a few words. */
	readonly hint: string;
	/** `system:id`. */
	readonly symptom: string;
}

const root = path.resolve( __dirname, '..', '..' );
const folder = path.join( __dirname, 'signals' );
const rows = readdirSync( folder )
	.filter( ( file ) => file.endsWith( '.json' ) )
	.sort()
	.flatMap( ( file ) => JSON.parse( readFileSync( path.join( folder, file ), 'utf8' ) ) as readonly Row[] );

let symptoms: ReadonlyMap< string, Symptom >;
let beside: readonly string[];

beforeAll( async () => {
	const { systems } = await loadCatalog( root );
	symptoms = new Map( systems.flatMap( ( { value } ) => value.symptoms.map( ( symptom ) => [ fullRef( symptom.id, value.id ), symptom ] as const ) ) );

	beside = [];
	const files = readdirSync( path.join( root, 'src/systems/WordPress/symptoms' ) );
	for ( const file of files.filter( ( name ) => name.endsWith( '.ts' ) ) ) {
		const module = ( await import( path.join( root, 'src/systems/WordPress/symptoms', file ) ) ) as { readonly default: readonly Symptom[] };
		beside = [ ...beside, ...module.default.map( ( symptom ) => fullRef( symptom.id, 'wordpress' ) ) ];
	}
} );

describe( 'the signals of known products', () => {
	it.each( rows )( '$source, $hint: $symptom', ( { code, symptom } ) => {
		const known = symptoms.get( symptom );
		expect( known ).toBeDefined();
		expect( codesOf( known?.code ) ).toEqual( expect.arrayContaining( code === undefined ? [] : [ code ] ) );
	} );

	it( 'leave no symptom of WordPress without a signal', () => {
		const named = new Set( rows.map( ( row ) => row.symptom ) );
		expect( beside.length ).toBeGreaterThan( 0 );
		expect( beside.filter( ( ref ) => ! named.has( ref ) ) ).toEqual( [] );
	} );
} );
