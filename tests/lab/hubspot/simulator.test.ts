/**
 * The simulator against what HubSpot documents, point by point, and both sides of what it leaves open.
 */
import { startLab, type Lab } from '../lab';
import type { JsonObject } from '../json';
import { RemoteControl } from '../remote-control';
import { CAUSEWAY, COMPANIES, PEOPLE, PORTAL_ID, PUBLIC_APP, USER_NAME } from './scenario';
import { DAY_MS, type HubSpotState, type Switches } from './state';

interface Answered {
	readonly status: number;
	readonly headers: Headers;
	/** Parsed where it is JSON, text otherwise. */
	readonly body: any;
}

let lab: Lab;
let control: RemoteControl< HubSpotState & { now: string } >;

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl( lab.hubspot.control );
} );
afterAll( () => lab.stop() );
beforeEach( () => control.reset() );

async function call( path: string, init: RequestInit = {}, token = CAUSEWAY.token ): Promise< Answered > {
	const response = await fetch( lab.hubspot.base + path, { ...init, headers: { Authorization: `Bearer ${ token }`, ...init.headers } } );
	const text = await response.text();
	try {
		return { status: response.status, headers: response.headers, body: JSON.parse( text ) };
	} catch {
		return { status: response.status, headers: response.headers, body: text };
	}
}

const post = ( path: string, body: unknown, token = CAUSEWAY.token ) => call( path, { method: 'POST', body: JSON.stringify( body ), headers: { 'Content-Type': 'application/json' } }, token );
const search = ( body: JsonObject ) => post( '/crm/v3/objects/contacts/search', body );
const token = ( changes: Record< string, string > = {} ) =>
	call( '/oauth/v1/token', {
		method: 'POST',
		body: new URLSearchParams( { grant_type: 'refresh_token', client_id: PUBLIC_APP.clientId, client_secret: PUBLIC_APP.clientSecret, refresh_token: PUBLIC_APP.refreshToken, ...changes } ),
	} );
const byEmail = ( email: string, more = '' ) => call( `/crm/v3/objects/contacts/${ encodeURIComponent( email ) }?idProperty=email${ more }` );
const switchTo = ( switches: Partial< Switches > ) => control.merge( { switches: switches as Record< string, string | boolean | number > } );

const { fine, binned, replaced, replacement, merged, survivor, purged, noAccount } = PEOPLE;
const CONTACTS = '/crm/v3/objects/contacts';

describe( 'a token', () => {
	it.each( [
		[ 'none', { Authorization: '' } ],
		[ 'another scheme', { Authorization: `Basic ${ CAUSEWAY.token }` } ],
		[ 'an unknown one', { Authorization: 'Bearer pat-eu1-unknown' } ],
	] )( 'is wanted by every call, not %s', async ( _what, headers ) => {
		expect( await call( `${ CONTACTS }/${ fine.id }`, { headers } ) ).toMatchObject( { status: 401, body: { status: 'error', category: 'INVALID_AUTHENTICATION', correlationId: expect.any( String ) } } );
	} );

	it( 'of a private app lives until somebody rotates it', async () => {
		await control.play( { do: 'advance-clock', seconds: 400 * 86_400 } );
		expect( ( await call( '/account-info/v3/details' ) ).status ).toBe( 200 );
		await control.play( { do: 'rotate-token', client: 'causeway' } );
		expect( ( await call( '/account-info/v3/details' ) ).status ).toBe( 401 );
	} );

	it( 'of a public app comes for a refresh token and lives for half an hour', async () => {
		const { status, body } = await token();
		expect( { status, body } ).toMatchObject( { status: 200, body: { token_type: 'bearer', expires_in: 1800, refresh_token: PUBLIC_APP.refreshToken, access_token: expect.any( String ) } } );
		expect( ( await call( '/account-info/v3/details', {}, body.access_token ) ).status ).toBe( 200 );
		await control.play( { do: 'advance-clock', seconds: 1799 } );
		expect( ( await call( '/account-info/v3/details', {}, body.access_token ) ).status ).toBe( 200 );
		await control.play( { do: 'advance-clock', seconds: 2 } );
		expect( ( await call( '/account-info/v3/details', {}, body.access_token ) ).body ).toMatchObject( { category: 'EXPIRED_AUTHENTICATION' } );
		await switchTo( { expiredToken: 'INVALID_AUTHENTICATION' } );
		expect( ( await call( '/account-info/v3/details', {}, body.access_token ) ).body ).toMatchObject( { category: 'INVALID_AUTHENTICATION' } );
	} );

	it( 'comes with the next refresh token where those rotate', async () => {
		await switchTo( { refreshToken: 'rotating' } );
		const first = ( await token() ).body.refresh_token as string;
		expect( ( await token() ).body ).toMatchObject( { status: 'BAD_REFRESH_TOKEN' } );
		const second = ( await token( { refresh_token: first } ) ).body.refresh_token as string;
		expect( new Set( [ PUBLIC_APP.refreshToken, first, second ] ).size ).toBe( 3 );
	} );

	it.each( [
		[ { client_id: 'x' }, 'BAD_CLIENT_ID' ],
		[ { client_secret: 'x' }, 'BAD_CLIENT_SECRET' ],
		[ { refresh_token: 'x' }, 'BAD_REFRESH_TOKEN' ],
		[ { grant_type: 'client_credentials' }, 'BAD_GRANT_TYPE' ],
	] )( 'is not given for %j', async ( changes, word ) => {
		expect( await token( changes as unknown as Record< string, string > ) ).toMatchObject( { status: 400, body: { status: word } } );
	} );

	it( 'is not given once the account has taken the app off', async () => {
		await control.play( { do: 'revoke-refresh-tokens' } );
		expect( await token() ).toMatchObject( { status: 400, body: { status: 'BAD_REFRESH_TOKEN' } } );
	} );
} );

describe( 'scopes', () => {
	it.each( [
		[ 'crm.objects.contacts.read', `${ CONTACTS }/${ fine.id }` ],
		[ 'crm.objects.companies.read', `/crm/v3/objects/companies/${ COMPANIES.northwind.id }` ],
		[ 'crm.objects.companies.read', `${ CONTACTS }/${ fine.id }?associations=companies` ],
		[ 'account-info.security.read', '/account-info/v3/activity/audit-logs' ],
	] )( '%s is wanted, and named where it is missing', async ( scope, path ) => {
		expect( ( await call( path ) ).status ).toBe( 200 );
		await control.play( { do: 'drop-scope', scope } );
		expect( await call( path ) ).toMatchObject( { status: 403, body: { category: 'MISSING_SCOPES', errors: [ { context: { requiredGranularScopes: [ scope ] } } ], links: { scopes: expect.any( String ) } } } );
	} );

	it( 'that read do not write', async () => {
		await control.play( { do: 'drop-scope', scope: 'crm.objects.contacts.write' }, { do: 'drop-scope', scope: 'crm.schemas.contacts.write' } );
		expect( ( await call( `/crm/v4/objects/contacts/${ fine.id }/associations/default/companies/${ COMPANIES.southgate.id }`, { method: 'PUT' } ) ).status ).toBe( 403 );
		expect( ( await post( '/crm/v3/properties/contacts', { name: 'x' } ) ).status ).toBe( 403 );
		expect( ( await call( `${ CONTACTS }/${ fine.id }` ) ).status ).toBe( 200 );
	} );

	it( 'none is wanted for the account and its usage', async () => {
		await control.merge( { privateApps: [ { name: 'causeway', scopes: [] } ] } );
		expect( ( await call( '/account-info/v3/details' ) ).body ).toMatchObject( { portalId: PORTAL_ID } );
		expect( ( await call( '/account-info/v3/api-usage/daily/private-apps' ) ).status ).toBe( 200 );
	} );
} );

describe( 'limits', () => {
	it( 'are told with every answer, but for the search', async () => {
		const { headers } = await call( '/account-info/v3/details' );
		expect( [ 'daily', 'max', 'interval-milliseconds' ].map( ( name ) => headers.get( `x-hubspot-ratelimit-${ name }` ) ) ).toEqual( [ '500000', '190', '10000' ] );
		const before = Number( headers.get( 'x-hubspot-ratelimit-daily-remaining' ) );
		expect( ( await search( { limit: 1 } ) ).headers.get( 'x-hubspot-ratelimit-daily' ) ).toBeNull();
		expect( Number( ( await call( '/account-info/v3/details' ) ).headers.get( 'x-hubspot-ratelimit-daily-remaining' ) ) ).toBe( before - 2 );
	} );

	it( 'of the day are not told to a public app, and do not count its calls', async () => {
		await control.play( { do: 'spend-calls' } );
		const { headers, status } = await call( '/account-info/v3/details', {}, ( await token() ).body.access_token );
		expect( [ status, headers.get( 'x-hubspot-ratelimit-daily' ), headers.get( 'x-hubspot-ratelimit-max' ) ] ).toEqual( [ 200, null, '190' ] );
	} );

	it( 'of the day: the answer names the policy, the usage says until when', async () => {
		await control.play( { do: 'spend-calls', leave: 1 } );
		expect( ( await call( '/account-info/v3/details' ) ).status ).toBe( 200 );
		expect( await call( '/account-info/v3/details' ) ).toMatchObject( { status: 429, body: { errorType: 'RATE_LIMIT', policyName: 'DAILY', correlationId: expect.any( String ), requestId: expect.any( String ) } } );
		const [ usage ] = ( await call( '/account-info/v3/api-usage/daily/private-apps' ) ).body.results;
		expect( usage ).toMatchObject( { currentUsage: 500_000, usageLimit: 500_000 } );
		await control.play( { do: 'advance-clock', seconds: ( Date.parse( usage.resetsAt ) - Date.now() ) / 1000 + 1 } );
		expect( ( await call( '/account-info/v3/details' ) ).status ).toBe( 200 );
	} );

	it( 'of the day may come without a name, and hide the usage', async () => {
		await switchTo( { dailyPolicy: 'none', usageWhenSpent: 'refused' } );
		await control.play( { do: 'spend-calls' } );
		expect( ( await call( '/account-info/v3/details' ) ).body.policyName ).toBeUndefined();
		expect( ( await call( '/account-info/v3/api-usage/daily/private-apps' ) ).status ).toBe( 429 );
	} );

	it( 'of ten seconds and of the search hold for each app by itself', async () => {
		await control.merge( { limits: { perTenSeconds: 3, searchesPerSecond: 1 } } );
		await search( { limit: 1 } );
		expect( ( await search( { limit: 1 } ) ).body ).toMatchObject( { policyName: 'SECONDLY', message: 'You have reached your secondly limit.' } );
		await call( '/account-info/v3/details' );
		await call( '/account-info/v3/details' );
		expect( ( await call( '/account-info/v3/details' ) ).body ).toMatchObject( { policyName: 'TEN_SECONDLY_ROLLING' } );
		expect( ( await call( '/account-info/v3/details', {}, 'pat-eu1-0d9b31c4-77fe-4c02-8a4d-lab00000portal' ) ).status ).toBe( 200 );
		await control.play( { do: 'advance-clock', seconds: 11 } );
		expect( ( await call( '/account-info/v3/details' ) ).status ).toBe( 200 );
	} );
} );

describe( 'reading contacts', () => {
	it( 'answers with the form that HubSpot publishes', async () => {
		expect( ( await call( `${ CONTACTS }/${ fine.id }?properties=email,hs_content_membership_email,associatedcompanyid` ) ).body ).toEqual( {
			id: fine.id,
			properties: { associatedcompanyid: COMPANIES.northwind.id, createdate: expect.stringMatching( /Z$/ ), email: fine.email, hs_content_membership_email: fine.email, hs_object_id: fine.id, lastmodifieddate: expect.stringMatching( /Z$/ ) },
			createdAt: expect.stringMatching( /^20.*Z$/ ),
			updatedAt: expect.stringMatching( /^20.*Z$/ ),
			archived: false,
		} );
	} );

	it( 'takes a plus sign in an address, encoded', async () => {
		await control.play( { do: 'set-email', id: fine.id, email: 'clara+portal@northwind.example' } );
		expect( ( await byEmail( 'clara+portal@northwind.example' ) ).body ).toMatchObject( { id: fine.id } );
	} );

	it( 'by address: any case or only the stored one; additional ones by search or at once', async () => {
		expect( ( await byEmail( fine.email.toUpperCase() ) ).status ).toBe( 200 );
		expect( ( await byEmail( PEOPLE.additional.email ) ).status ).toBe( 404 );
		await switchTo( { emailCase: 'exact', additionalEmail: 'by-email' } );
		expect( ( await byEmail( fine.email.toUpperCase() ) ).status ).toBe( 404 );
		expect( ( await byEmail( PEOPLE.additional.email ) ).body ).toMatchObject( { id: PEOPLE.additional.id } );
	} );

	it.each( [
		[ 'found', 200 ],
		[ 'not-found', 404 ],
		[ 'rejected', 400 ],
	] as const )( 'deleted ones by address: %s', async ( archivedByEmail, status ) => {
		await switchTo( { archivedByEmail } );
		expect( ( await byEmail( binned.email, '&archived=true' ) ).status ).toBe( status );
		expect( ( await call( `${ CONTACTS }/${ binned.id }?archived=true` ) ).body ).toMatchObject( { archived: true, archivedAt: expect.any( String ), properties: { email: binned.email } } );
	} );

	it.each( [
		[ 'left-out', 200 ],
		[ 'rejected', 400 ],
	] as const )( 'a property that there is not: %s', async ( unknownProperty, status ) => {
		await switchTo( { unknownProperty } );
		expect( ( await call( `${ CONTACTS }/${ fine.id }?properties=nothing` ) ).status ).toBe( status );
	} );

	it( 'follows a merged record to what became of it, or not', async () => {
		expect( ( await call( `${ CONTACTS }/${ merged.id }?properties=hs_merged_object_ids` ) ).body ).toMatchObject( { id: survivor.id, properties: { hs_merged_object_ids: merged.id } } );
		expect( ( await call( `${ CONTACTS }/${ merged.id }?archived=true` ) ).status ).toBe( 404 );
		await switchTo( { mergedRecord: 'archived' } );
		expect( ( await call( `${ CONTACTS }/${ merged.id }` ) ).status ).toBe( 404 );
		expect( ( await call( `${ CONTACTS }/${ merged.id }?archived=true` ) ).body ).toMatchObject( { id: merged.id, archived: true } );
	} );

	it( 'at a dated address answers the same', async () => {
		expect( ( await call( `/crm/objects/2026-03/contacts/${ fine.id }` ) ).body ).toMatchObject( { id: fine.id } );
		expect( ( await call( '/account-info/2026-03/details' ) ).body ).toMatchObject( { portalId: PORTAL_ID } );
	} );

	it.each( [ 'limit=0', 'limit=101', 'after=x' ] )( 'refuses a list with %s', async ( query ) => {
		expect( await call( `${ CONTACTS }?${ query }` ) ).toMatchObject( { status: 400, body: { category: 'VALIDATION_ERROR' } } );
	} );
} );

describe( 'the recycle bin', () => {
	it( 'keeps a contact for 90 days, and then shows it no more, or still', async () => {
		await control.play( { do: 'advance-clock', seconds: ( 82 * DAY_MS ) / 1000 } );
		expect( ( await call( `${ CONTACTS }/${ binned.id }?archived=true` ) ).status ).toBe( 200 );
		await control.play( { do: 'advance-clock', seconds: ( 2 * DAY_MS ) / 1000 } );
		expect( ( await call( `${ CONTACTS }/${ binned.id }?archived=true` ) ).status ).toBe( 404 );
		await switchTo( { expiredRecords: 'listed' } );
		expect( ( await call( `${ CONTACTS }/${ binned.id }?archived=true` ) ).status ).toBe( 200 );
	} );

	it( 'gives a contact back by hand, unless an active one has its address', async () => {
		expect( await control.play( { do: 'restore-contact', id: replaced.id } ) ).toMatchObject( { outcome: 'address-taken' } );
		await control.play( { do: 'set-email', id: replacement.id, email: 'placeholder@northwind.example' } );
		expect( await control.play( { do: 'restore-contact', id: replaced.id } ) ).toMatchObject( { outcome: 'restored' } );
		expect( ( await call( `${ CONTACTS }/${ replaced.id }` ) ).status ).toBe( 200 );
	} );

	it( 'never holds what was deleted for good, and its address stays out of the screens', async () => {
		expect( ( await call( `${ CONTACTS }/${ purged.id }?archived=true` ) ).status ).toBe( 404 );
		expect( await control.play( { do: 'create-contact', email: purged.email } ) ).toMatchObject( { outcome: 'address-blocked' } );
		expect( ( await post( CONTACTS, { properties: { email: purged.email } } ) ).status ).toBe( 201 );
	} );

	it( 'cannot be emptied or used over the API', async () => {
		expect( ( await call( `${ CONTACTS }/${ fine.id }`, { method: 'DELETE' } ) ).status ).toBe( 404 );
		expect( ( await post( `${ CONTACTS }/${ binned.id }/restore`, {} ) ).status ).toBe( 404 );
	} );

	it( 'says in the audit log who put a contact there', async () => {
		await control.play( { do: 'delete-contact', id: fine.id, by: 'eager@northwind.example' } );
		const { results } = ( await call( `/account-info/v3/activity/audit-logs?occurredAfter=${ new Date( Date.now() - 60_000 ).toISOString() }` ) ).body;
		expect( results ).toMatchObject( [ { action: 'DELETE', targetObjectId: fine.id, actingUser: { userEmail: 'eager@northwind.example' }, occurredAt: expect.any( String ) } ] );
		await control.merge( { account: { isEnterprise: false } } );
		expect( ( await call( '/account-info/v3/activity/audit-logs' ) ).status ).toBe( 403 );
	} );
} );

describe( 'the search', () => {
	const group = ( filters: JsonObject[] ): JsonObject => ( { filters } );
	const filter: JsonObject = { propertyName: 'email', operator: 'HAS_PROPERTY' };

	it.each( [
		[ 'more than five groups', { filterGroups: Array.from( { length: 6 }, () => group( [ filter ] ) ) } ],
		[ 'more than ten filters in a group', { filterGroups: [ group( Array.from( { length: 11 }, () => filter ) ) ] } ],
		[ 'more than 25 filters', { filterGroups: Array.from( { length: 3 }, () => group( Array.from( { length: 9 }, () => filter ) ) ) } ],
		[ 'more than 200 rows', { limit: 201 } ],
		[ 'more than 10,000 results', { limit: 200, after: '9900' } ],
		[ 'a long query', { query: 'x'.repeat( 3001 ) } ],
		[ 'an unknown property', { filterGroups: [ group( [ { propertyName: 'nothing', operator: 'EQ', value: '1' } ] ) ] } ],
	] )( 'refuses %s', async ( _what, body ) => {
		expect( await search( body as JsonObject ) ).toMatchObject( { status: 400, body: { category: 'VALIDATION_ERROR' } } );
	} );

	it( 'names the property that there is not', async () => {
		const { body } = await search( { filterGroups: [ group( [ { propertyName: 'nothing', operator: 'EQ', value: '1' } ] ) ] } );
		expect( body.context ).toEqual( { invalidPropertyName: [ 'nothing' ] } );
	} );

	it( 'takes a date in milliseconds, and brings what changed since, oldest first', async () => {
		const since = String( Date.now() - 1000 );
		await control.play( { do: 'set-contact', id: fine.id, properties: { firstname: 'Klara' } }, { do: 'link-company', id: noAccount.id, company: COMPANIES.southgate.id } );
		const { body } = await search( { filterGroups: [ group( [ { propertyName: 'lastmodifieddate', operator: 'GTE', value: since } ] ) ], sorts: [ 'lastmodifieddate' ], limit: 200 } );
		expect( body ).toMatchObject( { total: 2, results: [ { id: fine.id }, { id: noAccount.id } ] } );
	} );

	it( 'wants the values of a list in lower case', async () => {
		const list = ( values: string[] ) => search( { filterGroups: [ group( [ { propertyName: 'email', operator: 'IN', values } ] ) ] } );
		expect( ( await list( [ fine.email ] ) ).body.total ).toBe( 1 );
		expect( ( await list( [ fine.email.toUpperCase() ] ) ).body.total ).toBe( 0 );
	} );

	it( 'knows of a change some seconds late', async () => {
		await switchTo( { searchLagSeconds: 20 } );
		await control.play( { do: 'set-email', id: fine.id, email: 'new@northwind.example' } );
		const of = async ( value: string ) => ( await search( { filterGroups: [ group( [ { propertyName: 'email', operator: 'EQ', value } ] ) ] } ) ).body.total;
		expect( [ await of( fine.email ), await of( 'new@northwind.example' ) ] ).toEqual( [ 1, 0 ] );
		expect( ( await byEmail( 'new@northwind.example' ) ).status ).toBe( 200 );
		await control.play( { do: 'advance-clock', seconds: 21 } );
		expect( [ await of( fine.email ), await of( 'new@northwind.example' ) ] ).toEqual( [ 0, 1 ] );
	} );
} );

describe( 'companies', () => {
	it( 'of a contact are gone once they are deleted', async () => {
		const path = `/crm/v4/objects/contacts/${ fine.id }/associations/companies`;
		expect( ( await call( path ) ).body.results ).toMatchObject( [ { toObjectId: COMPANIES.northwind.id } ] );
		await switchTo( { toObjectId: 'number' } );
		expect( ( await call( path ) ).body.results ).toMatchObject( [ { toObjectId: Number( COMPANIES.northwind.id ) } ] );
		await control.play( { do: 'delete-company', id: COMPANIES.northwind.id } );
		expect( ( await call( path ) ).body.results ).toEqual( [] );
		expect( ( await call( `${ CONTACTS }/${ fine.id }?associations=companies` ) ).body.associations ).toBeUndefined();
	} );

	it( 'are found by their domain', async () => {
		const { body } = await post( '/crm/v3/objects/companies/search', { filterGroups: [ { filters: [ { propertyName: 'domain', operator: 'EQ', value: COMPANIES.southgate.domain } ] } ], properties: [ 'name', 'domain' ] } );
		expect( body.results ).toMatchObject( [ { id: COMPANIES.southgate.id, properties: { name: COMPANIES.southgate.name, domain: COMPANIES.southgate.domain } } ] );
	} );

	it( 'are set only where both records are active', async () => {
		const set = ( contact: string, company: string ) => call( `/crm/v4/objects/contacts/${ contact }/associations/default/companies/${ company }`, { method: 'PUT' } );
		expect( ( await set( binned.id, COMPANIES.northwind.id ) ).status ).toBe( 404 );
		expect( ( await set( noAccount.id, '999' ) ).status ).toBe( 404 );
		expect( ( await set( noAccount.id, COMPANIES.northwind.id ) ).body ).toMatchObject( { status: 'COMPLETE', results: [ { from: { id: noAccount.id }, to: { id: COMPANIES.northwind.id }, associationSpec: { associationTypeId: 1 } }, {} ] } );
	} );
} );

describe( 'property definitions', () => {
	it( 'are archived and restored in the screens, or deleted for good', async () => {
		const path = `/crm/v3/properties/contacts/${ USER_NAME }`;
		await control.play( { do: 'archive-property', name: USER_NAME } );
		expect( [ ( await call( path ) ).status, ( await call( `${ path }?archived=true` ) ).status ] ).toEqual( [ 404, 200 ] );
		expect( ( await call( `${ CONTACTS }/${ fine.id }?properties=${ USER_NAME }` ) ).body.properties ).not.toHaveProperty( USER_NAME );
		await control.play( { do: 'restore-property', name: USER_NAME } );
		expect( ( await call( `${ CONTACTS }/${ fine.id }?properties=${ USER_NAME }` ) ).body.properties ).toMatchObject( { [ USER_NAME ]: fine.email } );
		await control.play( { do: 'purge-property', name: USER_NAME } );
		expect( [ ( await call( path ) ).status, ( await call( `${ path }?archived=true` ) ).status ] ).toEqual( [ 404, 404 ] );
	} );

	it( 'are not made twice, nor without a group', async () => {
		const property = { name: USER_NAME, label: 'User', type: 'string', fieldType: 'text', groupName: 'contactinformation' };
		expect( ( await post( '/crm/v3/properties/contacts', property ) ).status ).toBe( 409 );
		expect( ( await post( '/crm/v3/properties/contacts', { ...property, name: 'other', groupName: '' } ) ).status ).toBe( 400 );
	} );
} );

describe( 'the control', () => {
	it( 'makes many people, the same for the same seed', async () => {
		const all = async () => {
			const { contacts } = await control.state();
			return JSON.stringify( contacts.map( ( { id, properties, companies, archivedAt } ) => [ id, properties.email, companies, archivedAt === null ] ) );
		};
		await control.play( { do: 'populate', people: 300, seed: 7 } );
		const first = await all();
		await control.reset();
		await control.play( { do: 'populate', people: 300, seed: 7 } );
		expect( await all() ).toBe( first );
	} );

	it( 'shows no credential in the log of calls', async () => {
		await token();
		await call( '/account-info/v3/details' );
		const log = JSON.stringify( await control.calls() );
		for ( const secret of [ PUBLIC_APP.clientSecret, PUBLIC_APP.refreshToken, CAUSEWAY.token ] ) {
			expect( log ).not.toContain( secret );
		}
	} );

	it( 'says what it does not understand', async () => {
		await expect( control.play( { do: 'fly' } ) ).rejects.toThrow( /Nobody can/ );
		await expect( control.merge( { people: [] } ) ).rejects.toThrow( /has no people/ );
		await expect( control.play( { do: 'delete-contact', id: '1' } ) ).rejects.toThrow( /no contact/ );
	} );
} );
