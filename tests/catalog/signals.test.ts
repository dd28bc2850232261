/**
 * Every known signal of a product has its symptom or, where it is a state that nobody is shown, its finding; and no symptom stands for nothing.
 * `signals/*.json` lists them: one row a signal, or several where it means several things.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { codesOf, fullRef, patternOf } from '../../src/catalog/catalog';
import { loadCatalog } from '../../src/catalog/load';
import { asRegExp } from '../../src/catalog/patterns';
import type { Symptom } from '../../src/catalog/types';

interface Row {
	readonly source: string;
	/** Absent where the signal has only a sentence. */
	readonly code?: string;
	/** A sentence that the symptom's pattern has to know, where the vendor gives it. */
	readonly text?: string;
	/** What it means, in a few words. */
	readonly hint: string;
	/** `system:id`. */
	readonly symptom?: string;
	/** `system:key`, of a state that the system shows nobody at its login. */
	readonly finding?: string;
}

/** Signals that are known, and products and systems that give them. */
const SIGNALS = 411;
const SOURCES = 46;

const root = path.resolve( __dirname, '..', '..' );
const folder = path.join( __dirname, 'signals' );
const rows = readdirSync( folder )
	.filter( ( file ) => file.endsWith( '.json' ) )
	.sort()
	.flatMap( ( file ) => JSON.parse( readFileSync( path.join( folder, file ), 'utf8' ) ) as readonly Row[] );

let symptoms: ReadonlyMap< string, Symptom >;
let findings: ReadonlySet< string >;
let beside: readonly string[];

beforeAll( async () => {
	const { systems } = await loadCatalog( root );
	symptoms = new Map( systems.flatMap( ( { value } ) => value.symptoms.map( ( symptom ) => [ fullRef( symptom.id, value.id ), symptom ] as const ) ) );

	findings = new Set( systems.flatMap( ( { value } ) => value.findings.map( ( { key } ) => fullRef( key, value.id ) ) ) );
	beside = [];
	const files = readdirSync( path.join( root, 'src/systems/WordPress/symptoms' ) );
	for ( const file of files.filter( ( name ) => name.endsWith( '.ts' ) ) ) {
		const module = ( await import( path.join( root, 'src/systems/WordPress/symptoms', file ) ) ) as { readonly default: readonly Symptom[] };
		beside = [ ...beside, ...module.default.map( ( symptom ) => fullRef( symptom.id, 'wordpress' ) ) ];
	}
} );

describe( 'the signals of known products', () => {
	it.each( rows.filter( ( row ) => row.symptom !== undefined ) )( '$source, $hint: $symptom', ( { code, symptom = '' } ) => {
		const known = symptoms.get( symptom );
		expect( known ).toBeDefined();
		expect( codesOf( known?.code ) ).toEqual( expect.arrayContaining( code === undefined ? [] : [ code ] ) );
	} );

	it.each( rows.filter( ( row ) => row.text !== undefined ) )( '$source: $symptom knows “$text”', ( { text = '', symptom = '' } ) => {
		const known = symptoms.get( symptom );
		expect( text ).toMatch( asRegExp( known === undefined ? '(?!)' : patternOf( known ), 'paste' ) );
	} );

	it.each( rows.filter( ( row ) => row.finding !== undefined ) )( '$source, $hint: $finding', ( { finding = '' } ) => {
		expect( findings ).toContain( finding );
	} );

	it( 'stand for one thing each', () => {
		expect( rows.filter( ( row ) => ( row.symptom === undefined ) === ( row.finding === undefined ) ) ).toEqual( [] );
	} );

	it( 'cover every signal and every source that is known', () => {
		expect( rows.length ).toBeGreaterThanOrEqual( SIGNALS );
		expect( new Set( rows.map( ( { source } ) => source ) ).size ).toBe( SOURCES );
	} );

	it( 'leave no symptom of WordPress without a signal', () => {
		const named = new Set( rows.map( ( row ) => row.symptom ) );
		expect( beside.length ).toBeGreaterThan( 0 );
		expect( beside.filter( ( ref ) => ! named.has( ref ) ) ).toEqual( [] );
	} );
} );
