import path from 'node:path';
import Ajv, { type ErrorObject } from 'ajv';

import schema from './catalog.schema.json';
import { compile } from './compile';
import { loadCatalog } from './load';

const validate = new Ajv( { allErrors: false, strictTypes: false } ).compile( schema );

type Json = Record< string, unknown >;

/** The catalog as it is published. */
let published: string;

beforeAll( async () => {
	published = compile( await loadCatalog( path.resolve( __dirname, '..', '..' ) ) )[ 'catalog.json' ];
} );

/** Where the first fault lies, and what it is; '' where there is none. */
const faultOf = ( value: unknown ): string => {
	validate( value );
	const [ error ]: ErrorObject[] = validate.errors ?? [];
	return error === undefined ? '' : `${ error.instancePath } ${ error.message ?? '' }`;
};

/** The published catalog with something wrong in one place (`causes/0/texts`). */
const broken = ( place: string, change: ( part: Json ) => void ): unknown => {
	const copy = JSON.parse( published ) as Json;
	const part = place.split( '/' ).filter( ( key ) => key !== '' ).reduce( ( at, key ) => at[ key ] as Json, copy );
	change( part );
	return copy;
};

describe( 'the catalog’s published schema', () => {
	it( 'holds the catalog as it is published', () => {
		expect( faultOf( JSON.parse( published ) ) ).toBe( '' );
	} );

	it( 'is named by the catalog itself', () => {
		expect( ( JSON.parse( published ) as Json ).$schema ).toBe( './catalog.schema.json' );
	} );

	it.each< [ string, string, ( part: Json ) => void, RegExp ] >( [
		[ 'a catalog without causes', '', ( part ) => void delete part.causes, /required property 'causes'/ ],
		[ 'a version that is none', '', ( part ) => void ( part.version = '1.0' ), /\/version must match/ ],
		[ 'a field that nobody knows', 'causes/0', ( part ) => void ( part.severity = 3 ), /\/causes\/0 must NOT have additional/ ],
		[ 'an id that is not kebab-case', 'causes/0', ( part ) => void ( part.id = 'Contact Gone' ), /\/causes\/0\/id must match/ ],
		[ 'an audience without a text', 'causes/0/texts', ( part ) => void delete part.mail, /\/causes\/0\/texts .*'mail'/ ],
		[ 'an empty text', 'causes/0/texts', ( part ) => void ( part.admin = ' ' ), /\/causes\/0\/texts\/admin must match/ ],
		[ 'a rule with a word that there is not', 'causes/0', ( part ) => void ( part.when = { none: [] } ), /\/causes\/0\/when/ ],
		[ 'a rule that compares with a text', 'causes/0', ( part ) => void ( part.when = { finding: 'contact.exists', is: 'yes' } ), /\/causes\/0\/when/ ],
		[ 'an empty fix path', 'causes/0', ( part ) => void ( part.fixPath = [] ), /\/causes\/0\/fixPath must NOT have fewer/ ],
		[ 'a fix path without verification', 'causes/0', ( part ) => void delete part.verification, /'verification'/ ],
		[ 'an applicability that there is not', 'causes/0/fixPath/0', ( part ) => void ( part.applicability = 'magic' ), /applicability must be equal to one/ ],
		[ 'a step by hand that names an action', 'causes/0/fixPath/0', ( part ) => void Object.assign( part, { applicability: 'guided', action: 'restore' } ), /\/causes\/0\/fixPath\/0/ ],
		[ 'a step to confirm that names none', 'causes/0/fixPath/0', ( part ) => {
				part.applicability = 'confirm';
				delete part.action;
			}, /\/causes\/0\/fixPath\/0/ ],
		[ 'a waiting time on a step that does not wait', 'causes/0/fixPath/0', ( part ) => void Object.assign( part, { applicability: 'guided', waitMinutes: 5 } ), /\/causes\/0\/fixPath\/0/ ],
		[ 'a private cause with an anonymous text of its own', 'causes/0', ( part ) => void Object.assign( part, { isPrivate: true, texts: { ...( part.texts as Json ), anonymous: 'Your account is off.' } } ), /anonymous must be equal to constant/ ],
		[ 'a near-miss that names no rival', 'causes/0/examples/nearMisses/0', ( part ) => void delete part.not, /'not'/ ],
		[ 'a fact that is neither true, false nor unknown', 'causes/0/examples/fits/0/findings', ( part ) => void ( part[ 'contact.exists' ] = 1 ), /findings\/contact\.exists/ ],
		[ 'a symptom with neither code nor pattern', 'systems/0/symptoms/0', ( part ) => [ 'code', 'pattern' ].forEach( ( key ) => void delete part[ key ] ), /\/systems\/0\/symptoms\/0/ ],
		[ 'a place where nothing is seen', 'systems/0/symptoms/0', ( part ) => void ( part.entry = [ 'fax' ] ), /entry\/0 must be equal to one/ ],
		[ 'a finding without a question', 'systems/0/findings/0', ( part ) => void delete part.question, /'question'/ ],
		[ 'a kind of field that there is not', 'systems/1/fields/0', ( part ) => void ( part.kind = 'colour' ), /kind must be equal to one/ ],
		[ 'no text for people who proved nothing', 'phrases', ( part ) => void delete part.anonymous, /\/phrases .*'anonymous'/ ],
	] )( 'refuses %s', ( _, place, change, expected ) => {
		expect( faultOf( broken( place, change ) ) ).toMatch( expected );
	} );

	it( 'describes no field that the catalog never has', () => {
		const seen = new Set< string >();
		JSON.parse( published, ( key, value: unknown ) => {
			seen.add( key );
			return value;
		} );
		const described = Object.values( schema.definitions ).flatMap( ( part ) => ( 'properties' in part ? Object.keys( part.properties ) : [] ) );
		expect( described.filter( ( field ) => ! seen.has( field ) ) ).toEqual( [] );
	} );
} );
