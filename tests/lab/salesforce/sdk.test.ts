/**
 * The simulator before a client that nobody here wrote: jsforce, unmodified but for its base URL.
 */
import { Connection, OAuth2 } from 'jsforce';
import { startLab, type Lab } from '../lab';
import { RemoteControl } from '../remote-control';
import { ACCOUNTS, CAUSEWAY, LICENCES, ORGANISATION, PEOPLE, PORTAL_FIELD, STAFF } from './scenario';

let lab: Lab;
let control: RemoteControl< { tables: Record< string, Record< string, unknown >[] > } >;
let salesforce: Connection;

/** What a client makes of a refusal: its error word. */
const wordOf = async ( asked: PromiseLike< unknown > ): Promise< string > =>
	asked.then( () => 'no error', ( error: { errorCode?: string; name?: string } ) => error.errorCode ?? error.name ?? '' );

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl( lab.salesforce.control );
} );
afterAll( () => lab.stop() );
beforeEach( async () => {
	await control.reset();
	salesforce = new Connection( { instanceUrl: lab.salesforce.base, version: '62.0', oauth2: { loginUrl: lab.salesforce.base, clientId: CAUSEWAY.clientId, clientSecret: CAUSEWAY.clientSecret } } );
	await salesforce.authorize( { grant_type: 'client_credentials' } );
} );

describe( 'jsforce', () => {
	it( 'gets a token by client credentials, and learns where and as whom it works', () => {
		expect( salesforce.instanceUrl ).toBe( lab.salesforce.base );
		expect( salesforce.userInfo ).toMatchObject( { id: STAFF.integration, organizationId: ORGANISATION.id } );
		expect( salesforce.accessToken?.startsWith( `${ ORGANISATION.id.slice( 0, 15 ) }!` ) ).toBe( true );
	} );

	it( 'may not get one on the common login host', async () => {
		const oauth2 = new OAuth2( { loginUrl: lab.salesforce.login, clientId: CAUSEWAY.clientId, clientSecret: CAUSEWAY.clientSecret } );
		await expect( oauth2.requestToken( { grant_type: 'client_credentials' } ) ).rejects.toThrow( 'not supported on this domain' );
	} );

	it( 'queries live records, and deleted ones beside them with queryAll', async () => {
		const soql = `SELECT Id, Email, IsDeleted, MasterRecordId, Account.Name, LastModifiedBy.Name FROM Contact WHERE Email = '${ PEOPLE.merged.email.toUpperCase() }' ORDER BY IsDeleted`;
		const live = await salesforce.query( soql );
		expect( live.records.map( ( row ) => row.Id ) ).toEqual( [ PEOPLE.survivor.contactId ] );
		const all = await salesforce.query( soql, { scanAll: true } );
		expect( all ).toMatchObject( { totalSize: 2, done: true } );
		expect( all.records[ 1 ] ).toMatchObject( {
			attributes: { type: 'Contact', url: `/services/data/v62.0/sobjects/Contact/${ PEOPLE.merged.contactId }` },
			Id: PEOPLE.merged.contactId,
			IsDeleted: true,
			MasterRecordId: PEOPLE.survivor.contactId,
			Account: { attributes: { type: 'Account' }, Name: ACCOUNTS.brightwater.name },
			LastModifiedBy: { Name: 'Farah Nordin' },
		} );
	} );

	it( 'walks pages to their end', async () => {
		await control.merge( { switches: { pageRows: 5 } } );
		const first = await salesforce.query( 'SELECT Id FROM Contact ORDER BY Id', { scanAll: true } );
		expect( first ).toMatchObject( { done: false, nextRecordsUrl: expect.stringMatching( /\/services\/data\/v62\.0\/query\/01g\w+-5$/ ) } );
		const all = await salesforce.query( 'SELECT Id FROM Contact ORDER BY Id', { scanAll: true, autoFetch: true, maxFetch: 1000 } ).run();
		expect( new Set( all.records.map( ( row ) => row.Id ) ).size ).toBe( Object.keys( PEOPLE ).length - 1 );
	} );

	it( 'escapes a quote in a condition that it builds itself', async () => {
		const rows = await salesforce.sobject( 'Contact' ).find( { Email: PEOPLE.otherName.email }, [ 'Id' ] );
		expect( rows.map( ( row ) => row.Id ) ).toEqual( [ PEOPLE.otherName.contactId ] );
	} );

	it( 'reads limits, and the usage that comes with every answer', async () => {
		expect( await salesforce.limits() ).toMatchObject( { DailyApiRequests: { Max: 103_000, Remaining: 102_981 } } );
		expect( salesforce.limitInfo.apiUsage ).toEqual( { used: 19, limit: 103_000 } );
	} );

	it( 'describes Contact', async () => {
		const { fields, undeletable } = await salesforce.sobject( 'Contact' ).describe();
		expect( undeletable ).toBe( true );
		expect( fields.find( ( field ) => field.name === PORTAL_FIELD ) ).toMatchObject( { label: 'Portal Username', type: 'string', custom: true, updateable: true } );
	} );

	it( 'reads what was deleted and what was changed since a date', async () => {
		const start = new Date( Date.now() - 3 * 24 * 60 * 60 * 1000 );
		const { deletedRecords } = await salesforce.sobject( 'Contact' ).deleted( start, new Date() );
		expect( deletedRecords.map( ( row ) => row.id ).sort() ).toEqual( [ PEOPLE.binned.contactId, PEOPLE.purged.contactId, PEOPLE.merged.contactId ].sort() );
		expect( deletedRecords[ 0 ]?.deletedDate ).toMatch( /\.\d{3}\+0000$/ );
		await control.play( { do: 'unlink-account', id: PEOPLE.fine.contactId } );
		const { ids } = await salesforce.sobject( 'Contact' ).updated( start, new Date( Date.now() + 120_000 ) );
		expect( ids ).toEqual( [ PEOPLE.fine.contactId ] );
	} );

	it( 'retrieves many records at once, null where there is none', async () => {
		const rows = await salesforce.requestPost< unknown[] >( `${ salesforce._baseUrl() }/composite/sobjects/Contact`, { ids: [ PEOPLE.fine.contactId, PEOPLE.binned.contactId ], fields: [ 'Email' ] } );
		expect( rows ).toEqual( [ expect.objectContaining( { Id: PEOPLE.fine.contactId, Email: PEOPLE.fine.email } ), null ] );
	} );

	it( 'undeletes over SOAP with the OAuth token', async () => {
		const [ done, refused ] = await salesforce.soap.undelete( [ PEOPLE.binned.contactId, PEOPLE.purged.contactId ] );
		expect( done ).toMatchObject( { id: PEOPLE.binned.contactId, success: true } );
		expect( refused ).toMatchObject( { success: false, errors: [ { statusCode: 'UNDELETE_FAILED' } ] } );
		expect( await salesforce.sobject( 'Contact' ).retrieve( PEOPLE.binned.contactId ) ).toMatchObject( { Email: PEOPLE.binned.email, IsDeleted: false } );
	} );

	it( 'will not speak SOAP with a token in the form of a JSON web token', async () => {
		await control.play( { do: 'set-app', issuesJwt: true } );
		await salesforce.authorize( { grant_type: 'client_credentials' } );
		expect( ( await salesforce.query( 'SELECT Id FROM Contact' ) ).done ).toBe( true );
		await expect( salesforce.soap.undelete( [ PEOPLE.binned.contactId ] ) ).rejects.toThrow( 'JWT-based access tokens' );
	} );

	it( 'changes a contact, a user and a login', async () => {
		await salesforce.sobject( 'Contact' ).update( { Id: PEOPLE.noAccount.contactId, AccountId: ACCOUNTS.brightwater.id } );
		await salesforce.sobject( 'User' ).update( { Id: PEOPLE.inactive.userId, IsActive: true } );
		const [ login ] = ( await salesforce.query( `SELECT Id, IsFrozen FROM UserLogin WHERE UserId = '${ PEOPLE.frozen.userId }'` ) ).records;
		expect( login ).toMatchObject( { IsFrozen: true } );
		await salesforce.sobject( 'UserLogin' ).update( { Id: String( login?.Id ), IsFrozen: false } );
		const { tables } = await control.state();
		const row = ( object: string, id: string ) => tables[ object ]?.find( ( one ) => one.Id === id );
		expect( row( 'Contact', PEOPLE.noAccount.contactId ) ).toMatchObject( { AccountId: ACCOUNTS.brightwater.id } );
		expect( row( 'User', PEOPLE.inactive.userId ) ).toMatchObject( { IsActive: true } );
		expect( row( 'UserLogin', String( login?.Id ) ) ).toMatchObject( { IsFrozen: false } );
	} );

	it( 'runs a bulk query over deleted rows as well', async () => {
		const stream = await salesforce.bulk2.query( 'SELECT Id, Email, IsDeleted FROM Contact', { scanAll: true, pollInterval: 50, pollTimeout: 5000 } );
		const rows = await stream.toArray();
		expect( rows ).toHaveLength( Object.keys( PEOPLE ).length - 1 );
		expect( rows.find( ( row ) => row.Id === PEOPLE.binned.contactId ) ).toMatchObject( { Email: PEOPLE.binned.email, IsDeleted: 'true' } );
	} );

	it( 'renews an expired session by its refresh token and asks again', async () => {
		const renewing = new Connection( { instanceUrl: lab.salesforce.base, version: '62.0', accessToken: 'gone', refreshToken: CAUSEWAY.refreshToken, oauth2: { loginUrl: lab.salesforce.login, clientId: CAUSEWAY.clientId, clientSecret: CAUSEWAY.clientSecret } } );
		expect( ( await renewing.query( 'SELECT Id FROM Account' ) ).totalSize ).toBe( 2 );
		expect( renewing.accessToken ).not.toBe( 'gone' );
	} );

	it( 'loses a refresh token with its first use where the app rotates them', async () => {
		await control.play( { do: 'set-app', rotates: true } );
		const oauth2 = new OAuth2( { loginUrl: lab.salesforce.login, clientId: CAUSEWAY.clientId, clientSecret: CAUSEWAY.clientSecret } );
		const { refresh_token: next } = await oauth2.refreshToken( CAUSEWAY.refreshToken );
		await expect( oauth2.refreshToken( CAUSEWAY.refreshToken ) ).rejects.toMatchObject( { name: 'invalid_grant' } );
		expect( ( await oauth2.refreshToken( String( next ) ) ).instance_url ).toBe( lab.salesforce.base );
	} );

	it( 'surfaces every refusal by its word', async () => {
		const contact = salesforce.sobject( 'Contact' );
		expect( await wordOf( contact.retrieve( PEOPLE.binned.contactId ) ) ).toBe( 'ENTITY_IS_DELETED' );
		expect( await wordOf( contact.retrieve( PEOPLE.purged.contactId ) ) ).toBe( 'NOT_FOUND' );
		expect( await wordOf( salesforce.query( 'SELECT Nothing__c FROM Contact' ).run() ) ).toBe( 'INVALID_FIELD' );
		expect( await wordOf( salesforce.query( 'SELECT Id FROM Nothing__c' ).run() ) ).toBe( 'INVALID_TYPE' );
		expect( await wordOf( salesforce.query( 'SELECT Id FRM Contact' ).run() ) ).toBe( 'MALFORMED_QUERY' );
		expect( await wordOf( salesforce.query( "SELECT Id FROM LoginHistory WHERE Status = 'Success'" ).run() ) ).toBe( 'INVALID_FIELD' );
		await control.play( { do: 'take-licences', id: LICENCES.customer } );
		expect( await wordOf( salesforce.sobject( 'User' ).update( { Id: PEOPLE.inactive.userId, IsActive: true } ) ) ).toBe( 'LICENSE_LIMIT_EXCEEDED' );
		await control.play( { do: 'spend-calls' } );
		expect( await wordOf( salesforce.query( 'SELECT Id FROM Contact' ).run() ) ).toBe( 'REQUEST_LIMIT_EXCEEDED' );
	} );
} );
