/**
 * The simulator against what Vendasta documents, field by field: no client of theirs exists that could drive it.
 */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { startLab, type Lab } from '../lab';
import { RemoteControl } from '../remote-control';
import { ACCOUNT, AUDIENCE, LOCATIONS, OLD_ADDRESS, PARTNER, PEOPLE, SCOPES, TWIN_ID } from './scenario';
import type { Switches, VendastaState } from './state';

interface Answered {
	readonly status: number;
	readonly headers: Headers;
	/** Parsed where it is JSON, null where empty. */
	readonly body: any;
}

const JSON_API = 'application/vnd.api+json';
const READING = 'user.list user.profile:read user.contact:read user.permission:read';

let lab: Lab;
let control: RemoteControl< Omit< VendastaState, 'tokens' > & { now: string } >;

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl( lab.vendasta.control );
} );
afterAll( () => lab.stop() );
beforeEach( () => control.reset() );

async function read( response: Response ): Promise< Answered > {
	const text = await response.text();
	return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse( text ) };
}

const part = ( value: object ): string => Buffer.from( JSON.stringify( value ) ).toString( 'base64url' );

function assertion( claims: Record< string, unknown > = {}, header: Record< string, unknown > = {}, key = ACCOUNT.privateKey ): string {
	const now = Math.floor( Date.now() / 1000 );
	const unsigned = `${ part( { alg: 'RS256', kid: ACCOUNT.keyId, ...header } ) }.${ part( { aud: AUDIENCE, iat: now, exp: now + 600, iss: ACCOUNT.clientEmail, sub: ACCOUNT.clientEmail, scope: 'user.admin', ...claims } ) }`;
	return `${ unsigned }.${ createSign( 'RSA-SHA256' ).update( unsigned ).sign( key, 'base64url' ) }`;
}

const exchange = async ( signed: string, grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer' ): Promise< Answered > =>
	read( await fetch( `${ lab.vendasta.login }/oauth2/token`, { method: 'POST', body: new URLSearchParams( { grant_type: grant, assertion: signed } ) } ) );

const token = async ( scope = 'user.admin' ): Promise< string > => ( await exchange( assertion( { scope } ) ) ).body.access_token;

async function call( method: string, path: string, { scope = 'user.admin', body, bearer }: { scope?: string; body?: unknown; bearer?: string } = {} ): Promise< Answered > {
	const headers = { Authorization: `Bearer ${ bearer ?? ( await token( scope ) ) }`, Accept: JSON_API, 'Content-Type': JSON_API };
	return read( await fetch( lab.vendasta.base + path, { method, headers, ...( body === undefined ? {} : { body: JSON.stringify( body ) } ) } ) );
}

const get = ( path: string, scope?: string ) => call( 'GET', path, scope === undefined ? {} : { scope } );
const users = ( query: Record< string, string >, scope?: string ) => get( `/users?${ new URLSearchParams( query ).toString() }`, scope );
const ours = ( query: Record< string, string > = {}, scope?: string ) => users( { 'filter[partner.id]': PARTNER, 'page[limit]': '100', ...query }, scope );
const ids = ( { body }: Answered ): string[] => body.data.map( ( one: { id: string } ) => one.id );
const switchTo = ( switches: Partial< Switches > ) => control.merge( { switches: switches as Record< string, string | boolean | number > } );
const mails = async () => ( await control.state() ).mails;
const { fine, several, unverified, noLocation, twin, noMail, capitals, plusTag, team, teamWithoutRole, deleted, oldAddress, guest, quoted } = PEOPLE;

describe( 'access tokens', () => {
	it( 'are given for a signed assertion, for what it asks and the role allows', async () => {
		const { status, body } = await exchange( assertion( { scope: 'user.list user.admin marketing' } ) );
		expect( { status, body } ).toEqual( { status: 200, body: { access_token: expect.stringMatching( /^\S{20,}$/ ), token_type: 'Bearer', expires_in: 3600, scope: 'user.list user.admin' } } );
	} );

	it( 'may come without a word on their scopes', async () => {
		await switchTo( { tokenScope: 'untold' } );
		expect( ( await exchange( assertion() ) ).body ).not.toHaveProperty( 'scope' );
	} );

	const now = () => Math.floor( Date.now() / 1000 );
	it.each( [
		[ 'another key', () => assertion( {}, {}, generateKeyPairSync( 'rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } } ).privateKey ) ],
		[ 'another key id', () => assertion( {}, { kid: 'other' } ) ],
		[ 'another issuer', () => assertion( { iss: 'other@example.com' } ) ],
		[ 'another subject', () => assertion( { sub: 'other@example.com' } ) ],
		[ 'another audience', () => assertion( { aud: 'https://iam-demo.apigateway.co' } ) ],
		[ 'an assertion that has run out', () => assertion( { exp: now() - 1 } ) ],
		[ 'an assertion for too long', () => assertion( { exp: now() + 3_600 } ) ],
		[ 'an assertion of the future', () => assertion( { iat: now() + 900 } ) ],
	] )( 'are not given for %s', async ( _what, signed ) => {
		expect( await exchange( signed() ) ).toMatchObject( { status: 400, body: { error: 'invalid_grant' } } );
	} );

	it( 'are not given for another algorithm, no signature, no scope or another grant', async () => {
		expect( ( await exchange( assertion( {}, { alg: 'none' } ) ) ).body.error ).toBe( 'invalid_request' );
		expect( ( await exchange( assertion().split( '.' ).slice( 0, 2 ).join( '.' ) ) ).body.error ).toBe( 'invalid_request' );
		expect( ( await exchange( assertion( { scope: '' } ) ) ).body.error ).toBe( 'invalid_scope' );
		expect( ( await exchange( assertion(), 'client_credentials' ) ).body.error ).toBe( 'unsupported_grant_type' );
	} );

	it( 'are refused in each form that is possible', async () => {
		await control.play( { do: 'delete-key' } );
		await switchTo( { tokenError: 'json-api' } );
		expect( await exchange( assertion() ) ).toMatchObject( { status: 401, body: { errors: [ { code: 'Unauthenticated' } ] } } );
		await switchTo( { tokenError: 'empty' } );
		expect( await exchange( assertion() ) ).toMatchObject( { status: 401, body: null } );
		await control.reset();
		await switchTo( { excessScope: 'refused' } );
		expect( ( await exchange( assertion( { scope: 'user.list marketing' } ) ) ).body.error ).toBe( 'invalid_scope' );
	} );

	it( 'die with their hour', async () => {
		const bearer = await token();
		await control.play( { do: 'expire-tokens' } );
		expect( await call( 'GET', `/users/${ fine.id }`, { bearer } ) ).toMatchObject( { status: 401, body: { errors: [ { status: '401' } ] } } );
	} );

	it( 'tell who the service account is', async () => {
		const response = await fetch( `${ lab.vendasta.login }/oauth2/user-info`, { headers: { Authorization: `Bearer ${ await token( 'openid profile email' ) }` } } );
		expect( ( await read( response ) ).body ).toMatchObject( { sub: expect.stringMatching( /^U-/ ), name: 'Causeway', email: ACCOUNT.clientEmail } );
	} );
} );

describe( 'one user', () => {
	it( 'has the documented attributes and relationships, of the documented types', async () => {
		const { status, headers, body } = await get( `/users/${ several.id }` );
		expect( status ).toBe( 200 );
		expect( headers.get( 'content-type' ) ).toBe( JSON_API );
		expect( body ).toEqual( {
			data: {
				type: 'users',
				id: several.id,
				attributes: {
					displayName: 'Bram Visser',
					givenName: 'Bram',
					familyName: 'Visser',
					greetingName: 'Bram',
					email: several.email,
					emailVerified: true,
					emailSet: true,
					languageLocaleCode: expect.stringMatching( /^[a-z]{2}-[A-Z]{2}$/ ),
					phoneNumbersSet: false,
					phoneNumbers: [],
					timeZone: expect.stringMatching( /^\w+\/\w+$/ ),
					createdAt: expect.stringMatching( /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ ),
					updatedAt: expect.stringMatching( /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ ),
				},
				relationships: {
					partner: { data: { type: 'partners', id: PARTNER } },
					businessLocations: {
						data: [
							{ type: 'businessLocations', id: LOCATIONS.bakery },
							{ type: 'businessLocations', id: LOCATIONS.florist },
						],
					},
					platformAccess: { data: [] },
				},
			},
			links: { self: `${ lab.vendasta.base }/users/${ several.id }` },
		} );
	} );

	it( 'shows what is wrong with it', async () => {
		expect( ( await get( `/users/${ unverified.id }` ) ).body.data.attributes ).toMatchObject( { emailVerified: false, emailSet: true } );
		expect( ( await get( `/users/${ noMail.id }` ) ).body.data.attributes.emailSet ).toBe( false );
		expect( ( await get( `/users/${ noLocation.id }` ) ).body.data.relationships.businessLocations.data ).toEqual( [] );
		expect( ( await get( `/users/${ oldAddress.id }` ) ).body.data.attributes.email ).toBe( OLD_ADDRESS );
		expect( ( await get( `/users/${ team.id }` ) ).body.data.relationships.platformAccess.data[ 0 ] ).toEqual( { type: 'appFeatures', id: 'pc:access' } );
		expect( ( await get( `/users/${ teamWithoutRole.id }` ) ).body.data.relationships.platformAccess.data ).toEqual( [] );
	} );

	it( 'keeps its date when only permissions change', async () => {
		const before = ( await get( `/users/${ fine.id }` ) ).body.data.attributes.updatedAt;
		await control.play( { do: 'clear-locations', id: fine.id } );
		expect( ( await get( `/users/${ fine.id }` ) ).body.data.attributes.updatedAt ).toBe( before );
		await control.play( { do: 'unverify-email', id: fine.id } );
		expect( ( await get( `/users/${ fine.id }` ) ).body.data.attributes.updatedAt ).not.toBe( before );
	} );

	it( 'is absent once deleted, or an empty shell, and its id stays taken', async () => {
		expect( await get( `/users/${ deleted.id }` ) ).toMatchObject( { status: 404, body: { errors: [ { status: '404' } ] } } );
		await switchTo( { deletedUser: 'scrubbed' } );
		expect( ( await get( `/users/${ deleted.id }` ) ).body.data ).toMatchObject( { id: deleted.id, attributes: { displayName: '', email: '' }, relationships: { businessLocations: { data: [] } } } );
		expect( ids( await ours() ) ).not.toContain( deleted.id );
	} );

	it( 'is oneself by the name of me', async () => {
		expect( ( await get( '/users/me' ) ).body.data.attributes.email ).toBe( ACCOUNT.clientEmail );
	} );

	it.each< [ Switches[ 'hiddenFields' ], unknown, unknown, unknown ] >( [
		[ 'omitted', undefined, undefined, undefined ],
		[ 'null', null, null, { data: null } ],
		[ 'blank', '', false, { data: [] } ],
	] )( 'hides what the token does not cover: %s', async ( hiddenFields, email, emailVerified, businessLocations ) => {
		await switchTo( { hiddenFields } );
		const { attributes, relationships } = ( await get( `/users/${ fine.id }`, 'user.profile:read' ) ).body.data;
		expect( attributes.displayName ).toBe( 'Amélie Dubois' );
		expect( [ attributes.email, attributes.emailVerified, relationships.businessLocations ] ).toEqual( [ email, emailVerified, businessLocations ] );
		expect( ( await get( `/users/${ fine.id }`, 'user.contact:read' ) ).body.data.attributes.email ).toBe( fine.email );
		expect( ( await get( `/users/${ fine.id }`, 'user.permission:read' ) ).body.data.relationships.businessLocations.data ).toHaveLength( 1 );
	} );

	it( 'comes with the fields that are asked for only', async () => {
		const { attributes, relationships } = ( await get( `/users/${ fine.id }?fields[users]=email,partner` ) ).body.data;
		expect( [ Object.keys( attributes ), Object.keys( relationships ) ] ).toEqual( [ [ 'email' ], [ 'partner' ] ] );
	} );

	it( 'may keep silent on access to the platform, which is only proposed', async () => {
		await switchTo( { platformAccess: 'omitted' } );
		expect( ( await get( `/users/${ team.id }` ) ).body.data.relationships ).not.toHaveProperty( 'platformAccess' );
		expect( ( await get( `/users/${ team.id }/relationships/platformAccess` ) ).status ).toBe( 404 );
	} );
} );

describe( 'the list of users', () => {
	it( 'finds by a whole address, exactly, and shows every user of it', async () => {
		expect( ids( await ours( { 'filter[email]': fine.email } ) ) ).toEqual( [ fine.id ] );
		expect( ids( await ours( { 'filter[email]': twin.email } ) ).sort() ).toEqual( [ TWIN_ID, twin.id ].sort() );
		expect( ids( await ours( { 'filter[email]': plusTag.email } ) ) ).toEqual( [ plusTag.id ] );
		expect( ids( await ours( { 'filter[email]': quoted.email } ) ) ).toEqual( [ quoted.id ] );
		expect( ids( await ours( { 'filter[email]': 'amelie' } ) ) ).toEqual( [] );
	} );

	it( 'may mind the case of an address, or not', async () => {
		expect( ids( await ours( { 'filter[email]': capitals.email } ) ) ).toEqual( [ capitals.id ] );
		await switchTo( { emailFilter: 'exact-case' } );
		expect( ids( await ours( { 'filter[email]': capitals.email } ) ) ).toEqual( [] );
		expect( ids( await ours( { 'filter[searchTerm]': capitals.email } ) ) ).toEqual( [ capitals.id ] );
	} );

	it( 'finds by a part of a name or of an address', async () => {
		expect( ids( await ours( { 'filter[searchTerm]': 'dubois' } ) ) ).toEqual( [ fine.id ] );
		expect( ids( await ours( { 'filter[searchTerm]': 'Виноград' } ) ) ).toEqual( [] );
	} );

	it( 'finds many by id, then without a partner', async () => {
		expect( ids( await users( { 'filter[id]': `${ fine.id },${ team.id },U-none` } ) ).sort() ).toEqual( [ fine.id, team.id ].sort() );
	} );

	it( 'tells the kinds apart', async () => {
		const partners = ids( await ours( { 'filter[category]': 'partner' } ) );
		expect( partners.sort() ).toEqual( [ team.id, teamWithoutRole.id, PEOPLE.teamUnverified.id ].sort() );
		expect( ids( await ours( { 'filter[category]': 'bot' } ) ) ).toHaveLength( 1 );
		expect( ids( await ours( { 'filter[category]': 'business,bot' } ) ) ).toContain( fine.id );
		expect( ids( await ours( { 'filter[category]': 'business', 'filter[email]': team.email } ) ) ).toEqual( [] );
	} );

	it( 'shows the own partner’s users only', async () => {
		expect( ids( await ours() ) ).not.toContain( guest.id );
		expect( ( await users( { 'filter[partner.id]': 'OTHR' } ) ).status ).toBe( 403 );
		await switchTo( { foreignPartner: 'empty' } );
		expect( ids( await users( { 'filter[partner.id]': 'NONE' } ) ) ).toEqual( [] );
	} );

	it( 'comes in tens unless asked for more, a hundred at the most, page by page to the end', async () => {
		await control.play( { do: 'populate', people: 130, seed: 3 } );
		expect( ids( await users( { 'filter[partner.id]': PARTNER } ) ) ).toHaveLength( 10 );
		const seen: string[] = [];
		let page = await ours();
		for ( let turn = 0; turn < 9; turn++ ) {
			seen.push( ...ids( page ) );
			if ( page.body.links.next === undefined ) {
				break;
			}
			expect( page.body.data ).toHaveLength( 100 );
			page = await get( String( page.body.links.next ).slice( lab.vendasta.base.length ) );
		}
		const all = ( await control.state() ).users.filter( ( one ) => one.partnerId === PARTNER && ! one.isDeleted ).map( ( one ) => one.id );
		expect( seen ).toEqual( all );
		await switchTo( { nextLink: 'object' } );
		expect( ( await ours() ).body.links.next.href ).toContain( 'page%5Bcursor%5D=' );
	} );

	it.each( [
		[ 'no partner', { 'filter[email]': 'a@example.com' }, 'filter[partner.id]' ],
		[ 'a page too long', { 'filter[partner.id]': PARTNER, 'page[limit]': '101' }, 'page[limit]' ],
		[ 'an empty page', { 'filter[partner.id]': PARTNER, 'page[limit]': '0' }, 'page[limit]' ],
		[ 'an unknown kind', { 'filter[partner.id]': PARTNER, 'filter[category]': 'guest' }, 'filter[category]' ],
		[ 'an unknown cursor', { 'page[cursor]': 'bm9uZQ==' }, 'page[cursor]' ],
	] )( 'refuses %s', async ( _what, query, parameter ) => {
		expect( await users( query ) ).toMatchObject( {
			status: 422,
			body: {
				errors: [
					{
						status: '422',
						code: 'QueryParameterBadValue',
						title: expect.any( String ),
						detail: expect.any( String ),
						source: { parameter },
						links: { about: 'https://prod.apigateway.co/docs/errorTypes/QueryParameterBadValue' },
					},
				],
			},
		} );
		await switchTo( { errorSource: 'string' } );
		expect( ( await users( query ) ).body.errors[ 0 ].source ).toBe( parameter );
	} );

	it( 'may learn of a new user late', async () => {
		await switchTo( { searchLagSeconds: 30 } );
		await control.play( { do: 'create-user', email: 'new@northwind.example', location: LOCATIONS.bakery } );
		expect( ids( await ours( { 'filter[email]': 'new@northwind.example' } ) ) ).toEqual( [] );
		await control.play( { do: 'advance-clock', seconds: 31 } );
		expect( ids( await ours( { 'filter[email]': 'new@northwind.example' } ) ) ).toHaveLength( 1 );
	} );
} );

describe( 'scopes', () => {
	it.each( [
		[ 'the list', () => `/users?filter[partner.id]=${ PARTNER }`, 'user.list', 'user.profile:read user.contact:read user.permission' ],
		[ 'a user', () => `/users/${ fine.id }`, 'user.profile:read', 'user.list business' ],
		[ 'the businesses of a user', () => `/users/${ fine.id }/relationships/businessLocations`, 'user.permission:read', 'user.list user.profile:read user.contact:read' ],
		[ 'the welcome mail', () => `/users/${ fine.id }/actions/sendWelcomeEmail`, 'user.admin', READING ],
	] )( 'open %s, or do not', async ( _what, path, enough, tooLittle ) => {
		expect( ( await get( path(), enough ) ).status ).toBeLessThan( 300 );
		expect( await get( path(), tooLittle ) ).toMatchObject( { status: 403, body: { errors: [ { status: '403' } ] } } );
	} );

	it( 'are gone with the role, and with a plan that has no API', async () => {
		await control.play( { do: 'drop-scope', scope: 'user.admin' } );
		expect( ( await exchange( assertion( { scope: 'user.admin user.list' } ) ) ).body.scope ).toBe( 'user.list' );
		await control.reset();
		await control.play( { do: 'set-plan', hasApi: false } );
		expect( ( await get( `/users/${ fine.id }` ) ).status ).toBe( 403 );
	} );

	it( 'name every scope of the scenario once', () => {
		expect( new Set( SCOPES ).size ).toBe( SCOPES.length );
	} );
} );

describe( 'writing', () => {
	const user = ( email: string, locations: readonly string[], more: object = {} ) => ( {
		data: {
			type: 'users',
			attributes: { email, givenName: 'Inès', familyName: 'Moreau', languageLocaleCode: 'fr-FR', timeZone: 'Europe/Paris' },
			relationships: { partner: { data: { type: 'partners', id: PARTNER } }, businessLocations: { data: locations.map( ( id ) => ( { type: 'businessLocations', id } ) ) } },
			...more,
		},
	} );

	it( 'makes a user, tells where it is, and sends no mail', async () => {
		const { status, headers, body } = await call( 'POST', '/users', { body: user( 'ines@new-provider.example', [ LOCATIONS.bakery ] ) } );
		expect( status ).toBe( 201 );
		expect( body.data ).toMatchObject( { type: 'users', id: expect.stringMatching( /^U-/ ), attributes: { email: 'ines@new-provider.example', emailVerified: false, languageLocaleCode: 'fr-FR' } } );
		expect( [ headers.get( 'location' ), body.links.self ] ).toEqual( Array( 2 ).fill( `${ lab.vendasta.base }/users/${ body.data.id }` ) );
		expect( ( await get( `/users/${ body.data.id }` ) ).body.data.relationships.businessLocations.data ).toHaveLength( 1 );
		expect( await mails() ).toEqual( [] );
	} );

	it( 'makes a second user of the same address without a word', async () => {
		expect( ( await call( 'POST', '/users', { body: user( fine.email, [ LOCATIONS.garage ] ) } ) ).status ).toBe( 201 );
		expect( ids( await ours( { 'filter[email]': fine.email } ) ) ).toHaveLength( 2 );
	} );

	it.each( [
		[ 'no address', user( '', [] ) ],
		[ 'no partner', user( 'a@example.com', [], { relationships: {} } ) ],
		[ 'a business of nobody', user( 'a@example.com', [ 'AG-NOBODY' ] ) ],
		[ 'another type', user( 'a@example.com', [], { type: 'people' } ) ],
		[ 'a list', [] ],
	] )( 'refuses a user with %s', async ( _what, body ) => {
		expect( await call( 'POST', '/users', { body } ) ).toMatchObject( { status: 400, body: { errors: [ { code: 'MalformedRequestBody' } ] } } );
	} );

	it( 'adds businesses to those that are there, and replaces them where told so', async () => {
		const path = `/users/${ fine.id }/relationships/businessLocations`;
		const body = { data: [ { type: 'businessLocations', id: LOCATIONS.garage } ] };
		expect( ( await call( 'POST', path, { body } ) ).status ).toBe( 204 );
		expect( ids( await get( path ) ) ).toEqual( [ LOCATIONS.bakery, LOCATIONS.garage ] );
		await call( 'POST', path, { body } );
		expect( ids( await get( path ) ) ).toHaveLength( 2 );
		await call( 'PATCH', path, { body } );
		expect( ids( await get( path ) ) ).toEqual( [ LOCATIONS.garage ] );
		expect( ( await call( 'POST', path, { body: { data: {} } } ) ).status ).toBe( 400 );
	} );

	it( 'sends the welcome mail on each GET, and the log calls that a write', async () => {
		const path = `/users/${ unverified.id }/actions/sendWelcomeEmail`;
		const first = await get( path );
		expect( { status: first.status, body: first.body } ).toEqual( { status: 202, body: null } );
		await get( path );
		expect( await mails() ).toMatchObject( [ { userId: unverified.id, to: unverified.email }, { userId: unverified.id } ] );
		const writes = ( await control.calls() ).filter( ( one ) => one.kind === 'write' );
		expect( writes.map( ( one ) => `${ one.method } ${ one.path }` ) ).toEqual( Array( 2 ).fill( `GET /platform${ path }` ) );
		expect( ( await get( '/users/U-none/actions/sendWelcomeEmail' ) ).status ).toBe( 404 );
	} );

	it( 'can be accepted and change nothing', async () => {
		await switchTo( { ignoreWrites: true } );
		const before = ( await control.state() ).users;
		expect( ( await call( 'POST', '/users', { body: user( 'a@example.com', [] ) } ) ).status ).toBe( 201 );
		expect( ( await call( 'POST', `/users/${ fine.id }/relationships/businessLocations`, { body: { data: [ { type: 'businessLocations', id: LOCATIONS.garage } ] } } ) ).status ).toBe( 204 );
		expect( ( await get( `/users/${ fine.id }/actions/sendWelcomeEmail` ) ).status ).toBe( 202 );
		expect( [ ( await control.state() ).users, await mails() ] ).toEqual( [ before, [] ] );
	} );

	it.each( [ [ 'DELETE', `/users/${ fine.id }` ], [ 'DELETE', `/users/${ fine.id }/relationships/businessLocations` ], [ 'PATCH', `/users/${ fine.id }` ] ] )( 'does not do %s %s', async ( method, path ) => {
		expect( ( await call( method, path, { body: {} } ) ).status ).toBe( 404 );
		expect( ids( await ours( { 'filter[email]': fine.email } ) ) ).toEqual( [ fine.id ] );
	} );
} );

describe( 'SCIM', () => {
	const scim = async ( path: string, init: RequestInit = {}, scope = 'user.admin' ): Promise< Answered > =>
		read( await fetch( `${ lab.vendasta.scim }${ path }`, { ...init, headers: { Authorization: `Bearer ${ await token( scope ) }`, 'Content-Type': 'application/scim+json' } } ) );
	const find = ( filter: string ) => scim( `/${ PARTNER }/Users?${ new URLSearchParams( { filter } ).toString() }` );

	it( 'shows who is present, with the roles held here', async () => {
		const { headers, body } = await scim( `/${ PARTNER }/Users/${ team.id }` );
		expect( headers.get( 'content-type' ) ).toBe( 'application/scim+json' );
		expect( body ).toMatchObject( {
			schemas: [ 'urn:ietf:params:scim:schemas:core:2.0:User' ],
			id: team.id,
			userName: team.email,
			emails: [ { value: team.email, type: 'work', primary: true } ],
			active: true,
			groups: [ { id: 'pc:access', type: 'platformFeature' }, { type: 'platformFeature' }, { type: 'platformFeature' } ],
		} );
		expect( ( await scim( `/${ PARTNER }/Users/${ fine.id }` ) ).body.groups ).toMatchObject( [ { id: expect.stringContaining( LOCATIONS.bakery ), type: 'business' } ] );
		expect( ( await scim( `/${ PARTNER }/Users/${ guest.id }` ) ).status ).toBe( 404 );
	} );

	it( 'finds by user name, whatever its case, and by nothing but that and an outside id', async () => {
		expect( ( await find( `userName eq "${ team.email.toUpperCase() }"` ) ).body ).toMatchObject( { totalResults: 1, startIndex: 1, itemsPerPage: 1, Resources: [ { id: team.id } ] } );
		expect( ( await find( 'userName eq "nobody@northwind.example"' ) ).body ).toMatchObject( { totalResults: 0, Resources: [] } );
		expect( ( await find( 'externalId eq "7"' ) ).body.totalResults ).toBe( 0 );
		expect( ( await find( 'displayName eq "x"' ) ).status ).toBe( 400 );
		expect( ( await find( 'userName sw "a"' ) ).status ).toBe( 400 );
	} );

	it( 'wants the widest scope, and may be closed', async () => {
		expect( ( await scim( `/${ PARTNER }/Users/${ team.id }`, {}, READING ) ).status ).toBe( 403 );
		await switchTo( { scim: 'closed' } );
		expect( ( await scim( `/${ PARTNER }/Users/${ team.id }` ) ).status ).toBe( 404 );
	} );

	it( 'changes no address, and switches nobody on or off', async () => {
		const patch = ( path: string, value: unknown ) => scim( `/${ PARTNER }/Users/${ team.id }`, { method: 'PATCH', body: JSON.stringify( { Operations: [ { op: 'replace', path, value } ] } ) } );
		expect( ( await patch( 'emails[type eq "work"].value', 'new@example.com' ) ).status ).toBe( 400 );
		expect( await patch( 'active', false ) ).toMatchObject( { status: 200, body: { active: true } } );
	} );
} );

describe( 'people in their own screens', () => {
	const tryLogin = async ( email: string ) => ( await control.play( { do: 'try-login', email } ) ).outcome;

	it( 'get in, or not, for the reason that the scenario names', async () => {
		expect( await Promise.all( [ fine, unverified, noLocation, twin, PEOPLE.noUser, teamWithoutRole, oldAddress ].map( ( one ) => tryLogin( one.email ) ) ) ).toEqual( [ 'in', 'unverified', 'no-location', 'several-users', 'no-user', 'no-role', 'no-user' ] );
	} );

	it( 'prove their mailbox by the link of a mail, never without one', async () => {
		await expect( control.play( { do: 'follow-mail', id: unverified.id } ) ).rejects.toThrow( /No mail/ );
		await control.play( { do: 'send-welcome', id: unverified.id }, { do: 'follow-mail', id: unverified.id } );
		expect( await tryLogin( unverified.email ) ).toBe( 'in' );
	} );

	it( 'are the same ten thousand for the same seed', async () => {
		const draw = async ( seed: number ) => {
			await control.reset();
			await control.play( { do: 'populate', people: 10_000, seed } );
			return ( await control.state() ).users.map( ( one ) => `${ one.id } ${ one.emailVerified } ${ one.businessLocations.join() }` );
		};
		const first = await draw( 7 );
		expect( first.length ).toBeGreaterThan( 10_000 );
		expect( await draw( 7 ) ).toEqual( first );
		expect( await draw( 8 ) ).not.toEqual( first );
	} );

	it( 'are told when an order makes no sense, and no state shows a token', async () => {
		await expect( control.play( { do: 'fly' } ) ).rejects.toThrow( /delete-user/ );
		await expect( control.merge( { people: [] } ) ).rejects.toThrow( /users/ );
		const bearer = await token();
		expect( JSON.stringify( await control.state() ) ).not.toContain( bearer );
	} );
} );
