/**
 * The simulator before a client that nobody here wrote: HubSpot's own client, unmodified but for its base URL.
 */
import { Client } from '@hubspot/api-client';
import { startLab, type Lab } from '../lab';
import { RemoteControl } from '../remote-control';
import { CAUSEWAY, COMPANIES, PEOPLE, PORTAL_ID, PUBLIC_APP, USER_NAME } from './scenario';
import type { HubSpotState, Switches } from './state';

let lab: Lab;
let control: RemoteControl< HubSpotState >;
let client: Client;

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl< HubSpotState >( lab.hubspot.control );
} );
afterAll( () => lab.stop() );
beforeEach( async () => {
	await control.reset();
	client = new Client( { accessToken: CAUSEWAY.token, basePath: lab.hubspot.base } );
} );

const contacts = () => client.crm.contacts;
const switchTo = ( switches: Partial< Switches > ) => control.merge( { switches: switches as Record< string, string | boolean > } );

/** Status and HubSpot's own word of a call that the client reports as failed. */
const refusal = ( call: Promise< unknown > ): Promise< unknown > =>
	call.then(
		() => 'no failure',
		( error: { code: number; body: { category?: string; policyName?: string } } ) => [ error.code, error.body.category ?? error.body.policyName ]
	);

const find = ( propertyName: string, value: string, operator = 'EQ' ) =>
	contacts().searchApi.doSearch( { filterGroups: [ { filters: [ { propertyName, operator: operator as never, value } ] } ], properties: [ 'email' ], limit: 10, sorts: [], after: '' } );

const { fine, binned, merged, survivor, noAccount, additional, purged, replaced } = PEOPLE;

describe( 'the official client', () => {
	it( 'reads a contact by its address and by its id, with its companies', async () => {
		const byEmail = await contacts().basicApi.getById( fine.email.toUpperCase(), [ 'email', USER_NAME, 'nothing_of_that_name' ], undefined, [ 'companies' ], false, 'email' );
		expect( byEmail ).toMatchObject( { id: fine.id, archived: false, properties: { email: fine.email, [ USER_NAME ]: fine.email, hs_object_id: fine.id } } );
		expect( byEmail.properties ).not.toHaveProperty( 'nothing_of_that_name' );
		expect( byEmail.associations?.companies?.results ).toEqual( [ expect.objectContaining( { id: COMPANIES.northwind.id, type: 'contact_to_company' } ) ] );
		expect( byEmail.createdAt ).toBeInstanceOf( Date );
		expect( await contacts().basicApi.getById( fine.id ) ).toMatchObject( { id: fine.id, properties: { firstname: 'Clara', lastname: 'Berg' } } );
		expect( await refusal( contacts().basicApi.getById( additional.email, undefined, undefined, undefined, false, 'email' ) ) ).toEqual( [ 404, 'OBJECT_NOT_FOUND' ] );
	} );

	it( 'shows nothing of a deleted contact but in the bin, with address and date', async () => {
		expect( await refusal( contacts().basicApi.getById( binned.id ) ) ).toEqual( [ 404, 'OBJECT_NOT_FOUND' ] );
		const archived = await contacts().basicApi.getById( binned.id, [ 'email' ], undefined, undefined, true );
		expect( archived ).toMatchObject( { id: binned.id, archived: true, properties: { email: binned.email } } );
		expect( archived.archivedAt ).toBeInstanceOf( Date );
		const page = await contacts().basicApi.getPage( 1, undefined, [ 'email' ], undefined, undefined, true );
		expect( page.results.map( ( { id } ) => id ) ).toEqual( [ binned.id ] );
		const next = await contacts().basicApi.getPage( 1, page.paging?.next?.after, [ 'email' ], undefined, undefined, true );
		expect( next.results.map( ( { id } ) => id ) ).toEqual( [ replaced.id ] );
		expect( next.paging ).toBeUndefined();
		expect( await refusal( contacts().basicApi.getById( purged.id, undefined, undefined, undefined, true ) ) ).toEqual( [ 404, 'OBJECT_NOT_FOUND' ] );
	} );

	it( 'lists everybody who is active, page by page', async () => {
		const all = await client.crm.contacts.getAll( 5, undefined, [ 'email' ] );
		const { contacts: kept } = await control.state();
		expect( all.map( ( { id } ) => id ).sort() ).toEqual( kept.filter( ( one ) => one.archivedAt === null ).map( ( one ) => one.id ).sort() );
	} );

	it( 'searches by any property, in order, and no deleted contact', async () => {
		expect( await find( 'email', fine.email ) ).toMatchObject( { total: 1, results: [ { id: fine.id } ] } );
		expect( await find( 'email', binned.email ) ).toMatchObject( { total: 0, results: [] } );
		expect( await find( 'hs_additional_emails', additional.email, 'CONTAINS_TOKEN' ) ).toMatchObject( { total: 1, results: [ { id: additional.id } ] } );
		const young = await contacts().searchApi.doSearch( {
			filterGroups: [ { filters: [ { propertyName: 'hs_object_id', operator: 'GT' as never, value: fine.id } ] } ],
			sorts: [ 'hs_object_id' ],
			properties: [],
			limit: 2,
			after: '2',
		} );
		expect( young.results.map( ( { id } ) => id ) ).toEqual( [ PEOPLE.otherEmail.id, additional.id ] );
		expect( young.paging?.next?.after ).toBe( '4' );
		expect( await refusal( find( 'nothing_of_that_name', 'x' ) ) ).toEqual( [ 400, 'VALIDATION_ERROR' ] );
	} );

	it( 'reads many at once, and tells which of them it did not find', async () => {
		const inputs = [ fine, noAccount, purged ].map( ( { email } ) => ( { id: email } ) );
		const answer = await contacts().batchApi.read( { idProperty: 'email', inputs, properties: [ 'email' ], propertiesWithHistory: [] } );
		expect( answer.results.map( ( { id } ) => id ) ).toEqual( [ fine.id, noAccount.id ] );
		expect( answer ).toMatchObject( { status: 'COMPLETE', numErrors: 1, errors: [ { category: 'OBJECT_NOT_FOUND', context: { ids: [ purged.email ] } } ] } );
		const bin = await contacts().batchApi.read( { inputs: [ { id: binned.id } ], properties: [ 'email' ], propertiesWithHistory: [] }, true );
		expect( bin.results ).toMatchObject( [ { id: binned.id, archived: true } ] );
	} );

	it( 'reads and sets the company of a contact', async () => {
		const associations = client.crm.associations.v4;
		const of = async ( id: string ) => ( await associations.basicApi.getPage( 'contacts', id, 'companies' ) ).results;
		expect( await of( fine.id ) ).toMatchObject( [ { toObjectId: COMPANIES.northwind.id, associationTypes: [ { typeId: 1, label: 'Primary' }, { typeId: 279 } ] } ] );
		expect( await of( noAccount.id ) ).toEqual( [] );
		await associations.basicApi.createDefault( 'contacts', noAccount.id, 'companies', COMPANIES.southgate.id );
		expect( await of( noAccount.id ) ).toMatchObject( [ { toObjectId: COMPANIES.southgate.id } ] );
		const many = await associations.batchApi.getPage( 'contacts', 'companies', { inputs: [ { id: fine.id }, { id: noAccount.id } ] } );
		expect( many.results.map( ( { _from: from, to } ) => [ from.id, to.map( ( one ) => one.toObjectId ) ] ) ).toEqual( [
			[ fine.id, [ COMPANIES.northwind.id ] ],
			[ noAccount.id, [ COMPANIES.southgate.id ] ],
		] );
		expect( await contacts().basicApi.getById( noAccount.id, [ 'associatedcompanyid' ] ) ).toMatchObject( { properties: { associatedcompanyid: COMPANIES.southgate.id } } );
	} );

	it( 'reads a property, a deleted one and none, and makes one', async () => {
		const { coreApi } = client.crm.properties;
		expect( await coreApi.getByName( 'contacts', USER_NAME ) ).toMatchObject( { name: USER_NAME, type: 'string', archived: false } );
		await control.play( { do: 'archive-property', name: USER_NAME } );
		expect( await refusal( coreApi.getByName( 'contacts', USER_NAME ) ) ).toEqual( [ 404, 'OBJECT_NOT_FOUND' ] );
		expect( await coreApi.getByName( 'contacts', USER_NAME, true ) ).toMatchObject( { name: USER_NAME, archived: true } );
		const property = { name: 'partner_login', label: 'Partner login', type: 'string' as never, fieldType: 'text' as never, groupName: 'contactinformation' };
		expect( await coreApi.create( 'contacts', property ) ).toMatchObject( { name: 'partner_login', label: 'Partner login' } );
		expect( await refusal( coreApi.create( 'contacts', property ) ) ).toEqual( [ 409, 'CONFLICT' ] );
		expect( ( await coreApi.getAll( 'contacts' ) ).results.map( ( { name } ) => name ) ).toContain( 'partner_login' );
	} );

	it( 'merges two contacts into a third, to which both old ids lead', async () => {
		const record = await contacts().basicApi.merge( { primaryObjectId: fine.id, objectIdToMerge: noAccount.id } );
		expect( [ fine.id, noAccount.id ] ).not.toContain( record.id );
		for ( const { id } of [ fine, noAccount ] ) {
			const found = await contacts().basicApi.getById( id, [ 'email', 'hs_merged_object_ids', 'hs_additional_emails' ] );
			expect( found ).toMatchObject( { id: record.id, properties: { email: fine.email, hs_merged_object_ids: `${ fine.id };${ noAccount.id }`, hs_additional_emails: noAccount.email } } );
		}
		expect( await contacts().basicApi.getById( merged.id ) ).toMatchObject( { id: survivor.id } );
		await switchTo( { mergedRecord: 'absent' } );
		expect( await refusal( contacts().basicApi.getById( merged.id ) ) ).toEqual( [ 404, 'OBJECT_NOT_FOUND' ] );
	} );

	it( 'makes a contact, unless an active one has the address', async () => {
		const create = ( email: string ) => contacts().basicApi.create( { properties: { email, firstname: 'New' }, associations: [] } );
		expect( await create( 'New.One@Northwind.example' ) ).toMatchObject( { properties: { email: 'new.one@northwind.example' } } );
		expect( await refusal( create( fine.email ) ) ).toEqual( [ 409, 'CONFLICT' ] );
		expect( await refusal( create( additional.email ) ) ).toEqual( [ 409, 'CONFLICT' ] );
	} );

	it( 'after which a deleted one with that address cannot come back', async () => {
		await contacts().basicApi.create( { properties: { email: binned.email }, associations: [] } );
		expect( await control.play( { do: 'restore-contact', id: binned.id } ) ).toMatchObject( { outcome: 'address-taken' } );
	} );

	it( 'changes a contact', async () => {
		await contacts().basicApi.update( fine.id, { properties: { email: 'Clara@Northwind.example', firstname: '' } } );
		expect( await contacts().basicApi.getById( fine.id, [ 'email', 'firstname' ] ) ).toMatchObject( { properties: { email: 'clara@northwind.example', firstname: null } } );
	} );

	it( 'reads the account and its usage', async () => {
		const details = await ( await client.apiRequest( { path: '/account-info/v3/details' } ) ).json();
		expect( details ).toMatchObject( { portalId: PORTAL_ID, uiDomain: 'app-eu1.hubspot.com', dataHostingLocation: 'eu1' } );
		const usage = await ( await client.apiRequest( { path: '/account-info/v3/api-usage/daily/private-apps' } ) ).json();
		expect( usage ).toMatchObject( { results: [ { name: 'private-apps-api-calls-daily', usageLimit: 500_000, fetchStatus: 'SUCCESS' } ] } );
	} );

	it( 'takes an access token of a refresh token', async () => {
		const { accessToken, refreshToken, expiresIn } = await client.oauth.tokensApi.create( 'refresh_token', undefined, undefined, PUBLIC_APP.clientId, PUBLIC_APP.clientSecret, PUBLIC_APP.refreshToken );
		expect( [ refreshToken, expiresIn ] ).toEqual( [ PUBLIC_APP.refreshToken, 1800 ] );
		client.setAccessToken( accessToken );
		expect( await contacts().basicApi.getById( fine.id ) ).toMatchObject( { id: fine.id } );
		expect( await client.oauth.accessTokensApi.get( accessToken ) ).toMatchObject( { hubId: PORTAL_ID, scopes: CAUSEWAY.scopes } );
		await control.play( { do: 'advance-clock', seconds: 1801 } );
		expect( await refusal( contacts().basicApi.getById( fine.id ) ) ).toEqual( [ 401, 'EXPIRED_AUTHENTICATION' ] );
	} );

	it( 'is told a wrong token, a missing scope and a limit apart', async () => {
		expect( await refusal( new Client( { accessToken: 'wrong', basePath: lab.hubspot.base } ).crm.contacts.basicApi.getById( fine.id ) ) ).toEqual( [ 401, 'INVALID_AUTHENTICATION' ] );
		await control.play( { do: 'spend-calls' } );
		expect( await refusal( contacts().basicApi.getById( fine.id ) ) ).toEqual( [ 429, 'DAILY' ] );
		await control.play( { do: 'refill-calls' } );
		await control.merge( { limits: { searchesPerSecond: 1 } } );
		await find( 'email', fine.email );
		expect( await refusal( find( 'email', fine.email ) ) ).toEqual( [ 429, 'SECONDLY' ] );
		await control.play( { do: 'drop-scope', scope: 'crm.objects.contacts.read' } );
		expect( await refusal( contacts().basicApi.getById( fine.id ) ) ).toEqual( [ 403, 'MISSING_SCOPES' ] );
	} );

	it( 'is answered as if done, and nothing is changed, where the lab was told so', async () => {
		await switchTo( { ignoreWrites: true } );
		await client.crm.associations.v4.basicApi.createDefault( 'contacts', noAccount.id, 'companies', COMPANIES.northwind.id );
		await client.crm.properties.coreApi.create( 'contacts', { name: 'ghost', label: 'Ghost', type: 'string' as never, fieldType: 'text' as never, groupName: 'contactinformation' } );
		expect( ( await client.crm.associations.v4.basicApi.getPage( 'contacts', noAccount.id, 'companies' ) ).results ).toEqual( [] );
		expect( await refusal( client.crm.properties.coreApi.getByName( 'contacts', 'ghost' ) ) ).toEqual( [ 404, 'OBJECT_NOT_FOUND' ] );
	} );

	it( 'writes nothing that the log does not tell', async () => {
		await contacts().basicApi.getById( fine.id );
		await find( 'email', fine.email );
		await contacts().basicApi.update( fine.id, { properties: { firstname: 'Klara' } } );
		expect( ( await control.calls() ).map( ( { method, kind, client: name } ) => [ method, kind, name ] ) ).toEqual( [
			[ 'GET', 'read', 'causeway' ],
			[ 'POST', 'read', 'causeway' ],
			[ 'PATCH', 'write', 'causeway' ],
		] );
	} );
} );
