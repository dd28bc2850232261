/**
 * The simulator before a client that nobody here wrote: Zoho's own SDK for Node, unmodified but for its base URL.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LoggedCall } from '../calls';
import { startLab, type Lab } from '../lab';
import { RemoteControl } from '../remote-control';
import { ACCOUNTS, CAUSEWAY, PEOPLE, USERNAME_FIELD, USERS, ZGID } from '../scenarios/northwind';

const run = promisify( execFile );

let lab: Lab;
let folder: string;
let seen: Record< string, any >;  
let calls: LoggedCall[];

beforeAll( async () => {
	lab = await startLab();
	folder = await mkdtemp( join( tmpdir(), 'causeway-sdk-' ) );
	const ids = Object.fromEntries( Object.entries( PEOPLE ).map( ( [ key, person ] ) => [ key, person.contactId ] ) );
	const system = JSON.stringify( { ...lab[ 'zoho-crm' ], ids } );
	const { stdout } = await run( process.execPath, [ join( __dirname, 'sdk-client.mjs' ), system, folder ] );
	seen = JSON.parse( stdout );
	calls = await new RemoteControl( lab[ 'zoho-crm' ].control ).calls();
}, 60_000 );

afterAll( async () => {
	await lab.stop();
	await rm( folder, { recursive: true, force: true } );
} );

describe( 'the official SDK', () => {
	it( 'gets a token by multipart form, then asks who it is and for which org', () => {
		expect( calls.slice( 0, 3 ).map( ( call ) => `${ call.method } ${ call.path } ${ call.status }` ) ).toEqual( [
			'POST /oauth/v2/token 200',
			'GET /crm/v8/users 200',
			'GET /crm/v8/org 200',
		] );
		expect( calls[ 0 ]?.client ).toBe( CAUSEWAY.clientId );
	} );

	it( 'reads the current user, the org and the licences', () => {
		expect( seen.users ).toEqual( [ { id: USERS.integration, email: 'integration@northwind.example', profile: 'Integration' } ] );
		expect( seen.org ).toEqual( { zgid: ZGID, name: 'Northwind Partners', paidType: 'enterprise', users: '5' } );
		expect( seen.licences ).toEqual( { used: 3, limit: 5, available: 2 } );
	} );

	it( 'reads one contact with its Account, and nothing where the contact is deleted', () => {
		expect( seen.contact ).toEqual( [
			{ id: PEOPLE.fine.contactId, email: PEOPLE.fine.email, account: ACCOUNTS.alder.id, modified: expect.stringMatching( /^20/ ) },
		] );
		expect( seen.absentContact ).toBe( 204 );
	} );

	it( 'walks the list by page token, and hears 304 where nothing changed', () => {
		expect( seen.list.info ).toMatchObject( { more: true, count: 5, page: 1 } );
		expect( new Set( [ ...seen.list.first, ...seen.list.second ] ).size ).toBe( 10 );
		expect( seen.unmodified ).toBe( 304 );
	} );

	it( 'finds by search what merely contains the address', () => {
		expect( seen.search ).toEqual( [ PEOPLE.fine.contactId, PEOPLE.lookalike.contactId ] );
	} );

	it( 'finds by COQL exactly the address', () => {
		expect( seen.coql.map( ( row: { id: string } ) => row.id ) ).toEqual( [ PEOPLE.fine.contactId ] );
		expect( seen.coqlMissingField ).toEqual( {
			status: 400,
			kind: 'APIException',
			code: 'INVALID_QUERY',
			details: { column_name: 'No_Such_Field' },
		} );
	} );

	it( 'reads the recycle bin, listed and by id', () => {
		const row = { id: PEOPLE.binned.contactId, name: 'Tomas Okafor', module: 'Contacts', by: 'Farah Nordin', at: expect.stringMatching( /Z$/ ) };
		expect( seen.recycleBin ).toEqual( { list: [ row ], one: [ row ] } );
	} );

	it( 'reads deleted records of both kinds', () => {
		expect( seen.deleted.map( ( row: { id: string; type: string } ) => [ row.id, row.type ] ) ).toEqual( [
			[ PEOPLE.binned.contactId, 'recycle' ],
			[ PEOPLE.purged.contactId, 'permanent' ],
		] );
	} );

	it( 'reads the fields with profiles and layouts', () => {
		expect( seen.fields ).toContainEqual( { name: USERNAME_FIELD, profiles: [ 'read_write', 'read_write', 'read_write' ], layouts: 1 } );
	} );

	it( 'updates a contact', () => {
		expect( seen.update ).toEqual( { status: 200, code: 'SUCCESS', id: PEOPLE.noAccount.contactId } );
		expect( calls.filter( ( call ) => call.kind === 'write' ).map( ( call ) => call.body ) ).toEqual( [
			{ data: [ expect.objectContaining( { Phone: '+49 30 5550100' } ) ] },
		] );
	} );

	it( 'takes a new token once the old one is over', () => {
		expect( seen.refresh ).toMatchObject( { isNew: true, users: [ { id: USERS.integration } ] } );
	} );

	it.each( [
		[ 'unauthorised', 401, 'INVALID_TOKEN' ],
		[ 'exhausted', 429, 'TOO_MANY_REQUESTS' ],
	] )( 'surfaces %s as %i %s', ( step, status, code ) => {
		expect( seen[ step ] ).toMatchObject( { status, code, kind: 'APIException' } );
	} );

	it( 'surfaces a revoked refresh token, which the accounts host answers with 200', () => {
		expect( seen.revoked ).toBe( 'invalid_code' );
		expect( calls[ calls.length - 1 ] ).toMatchObject( { host: 'accounts', status: 200 } );
	} );
} );
