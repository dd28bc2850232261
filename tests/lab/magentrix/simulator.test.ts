/**
 * The simulator against what Magentrix documents, point by point. No client of the vendor's exists, so every field is named here.
 */
import { startLab, type Lab } from '../lab';
import { RemoteControl } from '../remote-control';
import { accountId, ADMIN_USER, API_KEYS, contactId, PEOPLE, ROLES, TWIN_USER, userId, type PersonKey } from './scenario';
import type { CrmSystem, MagentrixState, Switches } from './state';

interface Answered {
	readonly status: number;
	/** Parsed where it is JSON, text otherwise, null where empty. */
	readonly body: any;
}

let lab: Lab;
let control: RemoteControl< MagentrixState & { now: string } >;

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl( lab.magentrix.control );
} );
afterAll( () => lab.stop() );
beforeEach( () => control.reset() );

async function send( method: string, path: string, body: string, headers: Record< string, string > = {} ): Promise< Answered > {
	const response = await fetch( lab.magentrix.base + path, {
		method,
		headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
		...( body === '' ? {} : { body } ),
	} );
	const text = await response.text();
	return { status: response.status, body: text === '' ? null : JSON.parse( text ) };
}

const token = ( sent: object = { grant_type: 'refresh_token', refresh_token: API_KEYS.causeway }, path = '/api/3.0/token' ) => send( 'POST', path, JSON.stringify( sent ) );

const bearer = async (): Promise< Record< string, string > > => ( { Authorization: `Bearer ${ ( await token() ).body.token }` } );

const query = async ( meql: string ) => send( 'POST', '/api/3.0/query', meql, await bearer() );

const records = async ( meql: string ): Promise< any[] > => {
	const { status, body } = await query( meql );
	expect( { status, message: body.message } ).toEqual( { status: 200, message: undefined } );
	return body.Records;
};

const patch = async ( body: unknown, path = '/api/3.0/entity/User' ) => send( 'PATCH', path, JSON.stringify( body ), await bearer() );

const switchTo = ( switches: Partial< Switches > ) => control.merge( { switches: switches as Record< string, string | boolean > } );

const tryLogin = ( key: PersonKey ) => control.play( { do: 'try-login', id: userId( key ) } );

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/;

describe( 'a session', () => {
	it( 'is given for an API key, with both its dates', async () => {
		const { status, body } = await token();
		expect( status ).toBe( 200 );
		expect( body ).toEqual( { token: expect.any( String ), dateIssued: expect.stringMatching( TIME ), validUntil: expect.stringMatching( TIME ), success: true, errors: [] } );
		expect( Date.parse( body.validUntil ) - Date.parse( body.dateIssued ) ).toBe( 60 * 60_000 );
	} );

	it.each( [
		[ 'another key', { grant_type: 'refresh_token', refresh_token: 'unknown' } ],
		[ 'no key', { grant_type: 'refresh_token' } ],
		[ 'another grant', { grant_type: 'password', refresh_token: API_KEYS.causeway } ],
	] )( 'is refused with 403 for %s', async ( _what, sent ) => {
		const { status, body } = await token( sent );
		expect( { status, body } ).toEqual( {
			status: 403,
			body: {
				token: null,
				dateIssued: expect.stringMatching( TIME ),
				validUntil: '0001-01-01T00:00:00',
				success: false,
				errors: [ { code: null, message: 'Login failed.', propertyName: null, index: 0 } ],
			},
		} );
	} );

	it( 'is refused for a key that was taken back, or whose user is switched off', async () => {
		await control.play( { do: 'revoke-key' } );
		expect( ( await token() ).status ).toBe( 403 );
		expect( ( await token( { grant_type: 'refresh_token', refresh_token: API_KEYS.other } ) ).status ).toBe( 200 );
		await control.play( { do: 'deactivate-user', id: ADMIN_USER } );
		expect( ( await token( { grant_type: 'refresh_token', refresh_token: API_KEYS.other } ) ).status ).toBe( 403 );
	} );

	it( 'ends at its time, however much it is used', async () => {
		const headers = await bearer();
		await control.play( { do: 'advance-clock', seconds: 50 * 60 } );
		expect( ( await send( 'POST', '/api/3.0/query', 'FROM User LIMIT 1', headers ) ).status ).toBe( 200 );
		await control.play( { do: 'advance-clock', seconds: 11 * 60 } );
		expect( ( await send( 'POST', '/api/3.0/query', 'FROM User LIMIT 1', headers ) ).status ).toBe( 401 );
		await switchTo( { expiredToken: 403 } );
		expect( ( await send( 'POST', '/api/3.0/query', 'FROM User LIMIT 1', headers ) ).status ).toBe( 403 );
		expect( ( await send( 'POST', '/api/3.0/query', 'FROM User LIMIT 1' ) ).status ).toBe( 403 );
	} );

	it( 'is told by version 2 in its own words', async () => {
		const { status, body } = await token( { grant_type: 'refresh_token', refresh_token: API_KEYS.causeway }, '/rest/2.0/token' );
		expect( { status, body } ).toEqual( {
			status: 200,
			body: { SessionId: expect.any( String ), DateIssued: expect.stringMatching( TIME ), ValidUntil: expect.stringMatching( TIME ), IsSuccess: true, Errors: [] },
		} );
		expect( ( await token( { UserName: 'x', Password: 'y' }, '/rest/2.0/createsession' ) ).body ).toMatchObject( {
			SessionId: null,
			IsSuccess: false,
			Errors: [ { Code: null, PropertyName: null, Message: 'Login failed.' } ],
		} );
	} );

	it( 'never stands in the log or in the state', async () => {
		const given = ( await token() ).body.token as string;
		await send( 'POST', '/api/3.0/query', 'FROM User LIMIT 1', { Authorization: `Bearer ${ given }` } );
		const told = JSON.stringify( [ await control.calls(), await control.state() ] );
		expect( told ).not.toContain( given );
		expect( told ).not.toContain( API_KEYS.causeway );
		expect( ( await control.calls() ).map( ( { client, kind } ) => [ client, kind ] ) ).toEqual( [
			[ 'causeway', 'read' ],
			[ 'causeway', 'read' ],
		] );
	} );
} );

describe( 'a query', () => {
	it( 'is MEQL itself and tells how many fit beside those that come', async () => {
		const { body } = await query( 'SELECT Id, Name, Email, Account.Name FROM Contact WHERE AccountId != null ORDER BY Email LIMIT 2' );
		expect( body ).toEqual( {
			Count: 12,
			Records: [
				// Capitals come before small letters.
				{ Id: contactId( 'otherSpelling' ), Name: 'Ruth Adeyemi', Email: 'Ruth.Adeyemi@Lantern.example', Account: { Name: 'Lantern Optics' } },
				{ Id: contactId( 'noRole' ), Name: 'Bea Novak', Email: PEOPLE.noRole.email, Account: { Name: 'Meadow & Sons' } },
			],
		} );
		await switchTo( { count: 'page' } );
		expect( ( await query( 'SELECT Id FROM User LIMIT 2' ) ).body.Count ).toBe( 2 );
	} );

	it( 'without SELECT brings every field of a user', async () => {
		const [ record ] = await records( `FROM User WHERE Email = "${ PEOPLE.fine.email }"` );
		expect( record ).toEqual( {
			Id: userId( 'fine' ),
			Name: 'Inês Carvalho',
			Username: PEOPLE.fine.email,
			Firstname: 'Inês',
			Lastname: 'Carvalho',
			Email: PEOPLE.fine.email,
			IsActive: true,
			DeactivationDate: null,
			LastLogin: expect.stringMatching( TIME ),
			RoleId: ROLES.partner.id,
			Phone: null,
			TimeZone: 'UTC',
			CreatedOn: expect.stringMatching( TIME ),
			ModifiedOn: expect.stringMatching( TIME ),
			ContactId: contactId( 'fine' ),
			UserType: 'Partner',
		} );
	} );

	it( 'compares texts case by case, unless told to lower them', async () => {
		const spelled = PEOPLE.fine.email.toUpperCase();
		expect( await records( `SELECT Id FROM User WHERE Email = "${ spelled }"` ) ).toEqual( [] );
		expect( await records( `SELECT Id FROM User WHERE Email.ToUpper() = "${ spelled }"` ) ).toEqual( [ { Id: userId( 'fine' ) } ] );
		expect( await records( `SELECT Id FROM Contact WHERE Email.ToLower() = "ruth.adeyemi@lantern.example"` ) ).toEqual( [ { Id: contactId( 'otherSpelling' ) } ] );
	} );

	it.each( [
		[ 'Email.ToLower().StartsWith("sean.o")', [ userId( 'quoted' ) ] ],
		[ 'Email.Contains("otto.") AND IsActive = true', [ userId( 'customer' ) ] ],
		[ 'Email.EndsWith("@northwind.example") AND !(Id = "' + ADMIN_USER + '")', [ userId( 'employee' ) ] ],
		[ 'RoleId = null', [ userId( 'noRole' ) ] ],
		[ 'String.IsNullOrEmpty(RoleId)', [ userId( 'noRole' ) ] ],
		[ `Email = '${ PEOPLE.twin.email }' OR Username = 'nobody'`, [ userId( 'twin' ), TWIN_USER ] ],
		[ '(IsActive = false AND UserType = "Customer") OR Id = ""', [ userId( 'inactive' ), userId( 'unticked' ) ] ],
	] )( 'understands WHERE %s', async ( where, ids ) => {
		expect( ( await records( `SELECT Id FROM User WHERE ${ where } ORDER BY Id ASC` ) ).map( ( { Id } ) => Id ) ).toEqual( [ ...ids ].sort() );
	} );

	it( 'goes on from an offset', async () => {
		const all = await records( 'SELECT Id FROM User ORDER BY Id DESC' );
		expect( await records( 'SELECT Id FROM User ORDER BY Id DESC LIMIT 3,4' ) ).toEqual( all.slice( 4, 7 ) );
	} );

	it( 'brings at most ten thousand records', async () => {
		await control.play( { do: 'populate', people: 10_100, seed: 3 } );
		const { body } = await query( 'SELECT Id FROM User' );
		expect( { Count: body.Count, length: body.Records.length } ).toEqual( { Count: 10_116, length: 10_000 } );
	} );

	it.each( [
		[ 'an entity that there is not', 'FROM XZY', "The entity: 'XZY' does not exist." ],
		[ 'an entity in other letters', 'FROM user', "The entity: 'user' does not exist." ],
		[ 'a field that there is not', 'SELECT Nothing FROM User', "The field: 'Nothing' does not exist." ],
		[ 'a field in other letters', 'FROM User WHERE email = "x"', "The field: 'email' does not exist." ],
		[ 'a text without an end', 'FROM User WHERE Email = "x', expect.any( String ) ],
		[ 'nothing at all', '', expect.any( String ) ],
		[ 'a change', 'UPDATE User SET IsActive = true', expect.any( String ) ],
	] )( 'answers 400 with a message for %s', async ( _what, meql, message ) => {
		expect( await query( meql ) ).toEqual( { status: 400, body: { message, success: false } } );
	} );

	it( 'says errors in each form that is known', async () => {
		await switchTo( { errorBody: 'errors', unknownEntity: 404 } );
		expect( await query( 'FROM XZY' ) ).toEqual( { status: 404, body: { success: false, errors: [ { code: null, message: "The entity: 'XZY' does not exist.", propertyName: null, index: 0 } ] } } );
		await switchTo( { errorBody: 'legacy' } );
		expect( ( await query( 'FROM XZY' ) ).body ).toMatchObject( { IsSuccess: false, Errors: [ { Code: null, PropertyName: null, Index: 0 } ] } );
	} );

	it( 'hides what the role of the key’s user may not see', async () => {
		await control.play( { do: 'deny-right', right: 'users' } );
		expect( ( await query( 'FROM User' ) ).status ).toBe( 403 );
		expect( ( await query( 'FROM Contact' ) ).status ).toBe( 200 );
	} );

	it( 'plays each shape that is not verified', async () => {
		await switchTo( { contactField: 'Contact__c', typeField: '', emptyFields: 'omitted', crmEntities: 'prefixed', quotes: 'single', lowerCase: 'rejected', relations: 'rejected' } );
		const [ record ] = await records( `FROM User WHERE Email = '${ PEOPLE.noRole.email }'` );
		expect( record ).toMatchObject( { Contact__c: contactId( 'noRole' ) } );
		expect( Object.keys( record ) ).not.toEqual( expect.arrayContaining( [ 'RoleId' ] ) );
		expect( record.UserType ?? record.DeactivationDate ).toBeUndefined();
		expect( ( await query( 'FROM Contact' ) ).status ).toBe( 400 );
		expect( ( await query( 'FROM Force__Contact' ) ).status ).toBe( 200 );
		expect( ( await query( 'FROM User WHERE Email = "x"' ) ).status ).toBe( 400 );
		expect( ( await query( "FROM User WHERE Email.ToLower() = 'x'" ) ).status ).toBe( 400 );
		expect( ( await query( 'SELECT Contact.Id FROM User' ) ).status ).toBe( 400 );
	} );
} );

describe( 'a record', () => {
	it( 'is read by its id', async () => {
		const headers = await bearer();
		expect( ( await send( 'GET', `/api/3.0/entity/User/${ userId( 'fine' ) }`, '', headers ) ).body ).toMatchObject( { Id: userId( 'fine' ), Email: PEOPLE.fine.email } );
		expect( ( await send( 'GET', `/api/3.0/entity/User/${ userId( 'noUser' ) }`, '', headers ) ).status ).toBe( 404 );
		expect( ( await send( 'DELETE', `/api/3.0/entity/User/${ userId( 'fine' ) }`, '', headers ) ).status ).toBe( 405 );
	} );

	it.each< Switches[ 'patchAnswer' ] >( [ 'list', 'object', 'empty' ] )( 'is changed by PATCH, alone or among others, answered as %s', async ( patchAnswer ) => {
		await switchTo( { patchAnswer } );
		const { status, body } = await patch( [ { Id: userId( 'inactive' ), IsActive: true, RoleId: ROLES.partner.id } ] );
		expect( status ).toBe( patchAnswer === 'empty' ? 204 : 200 );
		expect( body ).toEqual( { list: [ { id: userId( 'inactive' ), success: true, errors: [] } ], object: { success: true, errors: [], ids: [ userId( 'inactive' ) ] }, empty: null }[ patchAnswer ] );
		await patch( { ContactId: contactId( 'unlinked' ) }, `/api/3.0/entity/User/${ userId( 'unlinked' ) }` );
		expect( await records( `SELECT IsActive, DeactivationDate, RoleId FROM User WHERE Id = "${ userId( 'inactive' ) }"` ) ).toEqual( [ { IsActive: true, DeactivationDate: null, RoleId: ROLES.partner.id } ] );
		expect( ( await tryLogin( 'unlinked' ) ).outcome ).toBe( 'in' );
		expect( ( await control.calls() ).filter( ( call ) => call.kind === 'write' ).length ).toBe( 2 );
	} );

	it( 'names the property and the place of what it refuses, and then changes nothing', async () => {
		const { status, body } = await patch( [
			{ Id: userId( 'inactive' ), IsActive: true },
			{ Id: userId( 'noRole' ), RoleId: 'no-such-role' },
		] );
		expect( { status, body } ).toEqual( { status: 400, body: { success: false, errors: [ { code: null, message: expect.any( String ), propertyName: 'RoleId', index: 1 } ] } } );
		expect( ( await tryLogin( 'inactive' ) ).outcome ).toBe( 'inactive' );
		expect( ( await patch( Array.from( { length: 400 }, () => ( { Id: userId( 'fine' ) } ) ) ) ).status ).toBe( 400 );
		expect( ( await patch( { Id: userId( 'fine' ), IsActive: true }, `/api/3.0/entity/User/${ userId( 'noRole' ) }` ) ).status ).toBe( 400 );
	} );

	it( 'is not activated beyond the seats of its licence', async () => {
		await control.play( { do: 'set-seats', type: 'Customer', seats: 2 } );
		const { status, body } = await patch( { Id: userId( 'inactive' ), IsActive: true } );
		expect( { status, property: body.errors[ 0 ].propertyName } ).toEqual( { status: 400, property: 'IsActive' } );
	} );

	it( 'stays as it is where writes are ignored, or not allowed', async () => {
		await switchTo( { ignoreWrites: true } );
		expect( ( await patch( { Id: userId( 'inactive' ), IsActive: true } ) ).status ).toBe( 200 );
		expect( ( await tryLogin( 'inactive' ) ).outcome ).toBe( 'inactive' );
		await control.reset();
		await control.play( { do: 'deny-right', right: 'write' } );
		expect( ( await patch( { Id: userId( 'inactive' ), IsActive: true } ) ).status ).toBe( 403 );
	} );
} );

describe( 'the portal and its CRM', () => {
	it.each< [ PersonKey, string, boolean ] >( [
		[ 'fine', 'in', true ],
		[ 'customer', 'in', true ],
		[ 'employee', 'in', true ],
		[ 'unlinked', 'no-contact', false ],
		[ 'binned', 'no-contact', false ],
		[ 'inactive', 'inactive', true ],
		[ 'noRole', 'no-role', true ],
		[ 'noAccount', 'in', false ],
		[ 'otherSpelling', 'no-contact', false ],
		[ 'unticked', 'inactive', true ],
	] )( 'let %s: %s', async ( key, outcome, seesData ) => {
		expect( await tryLogin( key ) ).toMatchObject( { outcome, seesData } );
	} );

	it( 'hear of each other within minutes', async () => {
		await control.play( { do: 'delete-contact', id: contactId( 'fine' ) } );
		expect( ( await tryLogin( 'fine' ) ).outcome ).toBe( 'in' );
		await control.play( { do: 'advance-clock', seconds: 600 } );
		expect( ( await tryLogin( 'fine' ) ).outcome ).toBe( 'no-contact' );
		await control.play( { do: 'restore-contact', id: contactId( 'fine' ) }, { do: 'advance-clock', seconds: 600 } );
		expect( ( await tryLogin( 'fine' ) ).outcome ).toBe( 'in' );
	} );

	it( 'hear nothing while the schema is stale', async () => {
		await control.play( { do: 'break-sync' } );
		const { id } = await control.play( { do: 'create-contact', firstname: 'New', lastname: 'Contact', email: 'new@meadow.example' } );
		await control.play( { do: 'advance-clock', seconds: 3_600 } );
		expect( await records( `SELECT Id FROM Contact WHERE Id = "${ String( id ) }"` ) ).toEqual( [] );
		await control.play( { do: 'refresh-schema' } );
		expect( await records( `SELECT Id FROM Contact WHERE Id = "${ String( id ) }"` ) ).toHaveLength( 1 );
	} );

	it.each< [ Partial< Switches >, string | null, number ] >( [
		[ {}, contactId( 'fine' ), 0 ],
		[ { deletedContact: 'cleared' }, null, 0 ],
		[ { deletedCopy: 'marked' }, contactId( 'fine' ), 1 ],
	] )( 'leave of a deleted contact what %j says', async ( switches, link, copies ) => {
		await switchTo( switches );
		await control.play( { do: 'merge-contacts', loser: contactId( 'fine' ), winner: contactId( 'unlinked' ) }, { do: 'synchronise-now' } );
		expect( await records( `SELECT ContactId FROM User WHERE Id = "${ userId( 'fine' ) }"` ) ).toEqual( [ { ContactId: link } ] );
		expect( await records( `SELECT Id FROM Contact WHERE Id = "${ contactId( 'fine' ) }" AND IsDeleted = true` ) ).toHaveLength( copies );
		expect( ( await tryLogin( 'fine' ) ).outcome ).toBe( 'no-contact' );
	} );

	it( 'switch a user off and on by the check box of the contact', async () => {
		await control.play( { do: 'untick-community-user', id: contactId( 'fine' ) }, { do: 'synchronise-now' } );
		expect( ( await tryLogin( 'fine' ) ).outcome ).toBe( 'inactive' );
		await control.play( { do: 'tick-community-user', id: contactId( 'fine' ) }, { do: 'synchronise-now' } );
		expect( ( await tryLogin( 'fine' ) ).outcome ).toBe( 'in' );
	} );

	it.each< [ CrmSystem, RegExp, RegExp ] >( [
		[ 'salesforce', /^003[A-Za-z0-9]{15}$/, /^001[A-Za-z0-9]{15}$/ ],
		[ 'dynamics-365', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, /^[0-9a-f]{8}-/ ],
		[ 'hubspot', /^517\d{8}$/, /^92\d{8}$/ ],
	] )( 'have ids as in %s', async ( system, contact, account ) => {
		await control.play( { do: 'connect-crm', system } );
		const [ row ] = await records( `SELECT Id, AccountId FROM Contact WHERE Email = "${ PEOPLE.fine.email }"` );
		expect( row ).toEqual( { Id: contactId( 'fine', system ), AccountId: accountId( 'harbour', system ) } );
		expect( row ).toEqual( { Id: expect.stringMatching( contact ), AccountId: expect.stringMatching( account ) } );
	} );

	it( 'make Salesforce’s eighteen characters as Salesforce does', () => {
		// The published example of the three check characters: capitals at places 1, 3 and so on, five at a time.
		const check = ( id: string ): string =>
			[ 0, 5, 10 ].map( ( start ) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[ parseInt( [ ...id.slice( start, start + 5 ) ].reverse().map( ( one ) => ( one >= 'A' && one <= 'Z' ? '1' : '0' ) ).join( '' ), 2 ) ] ).join( '' );
		expect( check( '001E000000HUJOa' ) ).toBe( 'IAP' );
		expect( contactId( 'fine' ).slice( 15 ) ).toBe( check( contactId( 'fine' ).slice( 0, 15 ) ) );
	} );

	it( 'keep a record of logins that went through', async () => {
		const logins = `SELECT LoginTime, LoginType, LogoffTime, OwnerId, Platform, IsDeleted FROM LoginHistory WHERE OwnerId = "${ userId( 'pending' ) }"`;
		expect( await records( logins ) ).toEqual( [] );
		await tryLogin( 'pending' );
		expect( await records( logins ) ).toEqual( [ { LoginTime: expect.stringMatching( TIME ), LoginType: 'Portal', LogoffTime: null, OwnerId: userId( 'pending' ), Platform: 'Chrome', IsDeleted: false } ] );
		await tryLogin( 'inactive' );
		expect( ( await query( `FROM LoginHistory WHERE OwnerId = "${ userId( 'inactive' ) }"` ) ).body.Count ).toBe( 1 );
	} );
} );

describe( 'the control', () => {
	it( 'says what it does not know', async () => {
		await expect( control.play( { do: 'delete-user', id: userId( 'fine' ) } ) ).rejects.toThrow( 'There is no operation' );
		await expect( control.play( { do: 'unlink-user', id: 'x' } ) ).rejects.toThrow( 'There is no user' );
		await expect( control.merge( { strangers: [] } ) ).rejects.toThrow( 'The state has no strangers' );
	} );

	it( 'populates alike for the same seed', async () => {
		const people = async ( seed: number ) => {
			await control.reset();
			await control.play( { do: 'populate', people: 500, seed } );
			return ( await control.state() ).users.map( ( { id, isActive, contactId: linkedTo, roleId } ) => [ id, isActive, linkedTo, roleId ] );
		};
		expect( await people( 9 ) ).toEqual( await people( 9 ) );
		expect( await people( 9 ) ).not.toEqual( await people( 10 ) );
	} );

	it( 'makes a user and changes everything that a page can change', async () => {
		const { id } = await control.play( { do: 'create-user', firstname: 'Ada', lastname: 'Quist', email: 'ada@meadow.example', contactId: contactId( 'noUser' ) } );
		const outcome = async () => ( await control.play( { do: 'try-login', id: String( id ) } ) ).outcome;
		expect( await outcome() ).toBe( 'in' );
		await control.play( { do: 'unlink-user', id: String( id ) } );
		expect( await outcome() ).toBe( 'no-contact' );
		await control.play( { do: 'set-type', id: String( id ), type: 'Employee' }, { do: 'clear-role', id: String( id ) } );
		expect( await outcome() ).toBe( 'no-role' );
		await control.play( { do: 'set-role', id: String( id ), roleId: ROLES.employee.id }, { do: 'set-user-email', id: String( id ), email: 'ada.q@meadow.example' } );
		expect( await outcome() ).toBe( 'in' );
	} );
} );
