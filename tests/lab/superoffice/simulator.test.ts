/**
 * The simulator against what SuperOffice documents, point by point.
 */
import { createSign } from 'node:crypto';
import { startLab, type Lab } from '../lab';
import { RemoteControl } from '../remote-control';
import { APPLICATION, PEOPLE, PLAN, SERVER, TENANT, TWIN_ASSOCIATE } from './scenario';
import type { SuperOfficeState, Switches, TenantState } from './state';

interface Answered {
	readonly status: number;
	/** Parsed where it is JSON, text otherwise, null where empty. */
	readonly body: any;
}

let lab: Lab;
let control: RemoteControl< SuperOfficeState & { now: string } >;

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl( lab.superoffice.control );
} );
afterAll( () => lab.stop() );
beforeEach( () => control.reset() );

async function read( response: Response ): Promise< Answered > {
	const text = await response.text();
	try {
		return { status: response.status, body: text === '' ? null : JSON.parse( text ) };
	} catch {
		return { status: response.status, body: text };
	}
}

const stamp = ( moment: number ): string => new Date( moment ).toISOString().replace( /\D/g, '' ).slice( 0, 12 );

const sign = ( token: string, time: string, key = APPLICATION.privateKey ): string =>
	`${ token }.${ time }.${ createSign( 'RSA-SHA256' ).update( `${ token }.${ time }` ).sign( key, 'base64' ) }`;

const authenticate = async ( changes: Record< string, string > = {} ): Promise< Answered > =>
	read(
		await fetch( `${ lab.superoffice.login }/Login/api/PartnerSystemUser/Authenticate`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( {
				SignedSystemToken: sign( APPLICATION.systemToken, stamp( Date.now() ) ),
				ApplicationToken: APPLICATION.clientSecret,
				ContextIdentifier: TENANT,
				ReturnTokenType: 'JWT',
				...changes,
			} ),
		} )
	);

const claims = ( jwt: string ): Record< string, string > => JSON.parse( Buffer.from( jwt.split( '.' )[ 1 ] ?? '', 'base64url' ).toString( 'utf8' ) );

async function ticketHeaders(): Promise< Record< string, string > > {
	const { body } = await authenticate();
	return { Authorization: `SOTicket ${ claims( body.Token )[ 'http://schemes.superoffice.net/identity/ticket' ] }`, 'SO-AppToken': APPLICATION.clientSecret };
}

const basic = `Basic ${ Buffer.from( `${ SERVER.userName }:${ SERVER.password }` ).toString( 'base64' ) }`;

const onsite = async ( path: string, init: RequestInit = {}, authorization = basic ): Promise< Answered > =>
	read( await fetch( lab.superoffice.onsite + path, { ...init, headers: { Authorization: authorization, Accept: 'application/json' } } ) );

const post = ( path: string, body: unknown = null ) => onsite( `/v1/Agents/${ path }`, { method: 'POST', body: JSON.stringify( body ) } );

const online = async ( path: string, headers: Record< string, string >, base = lab.superoffice.base ): Promise< Answered > => read( await fetch( base + path, { headers } ) );

const users = ( query: Record< string, string > ) => onsite( `/v1/archive/AllUsers?${ new URLSearchParams( query ).toString() }` );

const token = async ( changes: Record< string, string > = {} ): Promise< Answered > =>
	read(
		await fetch( `${ lab.superoffice.login }/login/common/oauth/tokens`, {
			method: 'POST',
			body: new URLSearchParams( {
				grant_type: 'refresh_token',
				client_id: APPLICATION.clientId,
				client_secret: APPLICATION.clientSecret,
				refresh_token: APPLICATION.refreshToken,
				...changes,
			} ),
		} )
	);

const state = async ( id = TENANT ): Promise< Answered > => read( await fetch( `${ lab.superoffice.login }/api/state/${ id }` ) );
const switchTo = ( switches: Partial< Switches > ) => control.merge( { switches: switches as Record< string, string | boolean > } );
const { fine, noEmail, quoted, stuck, switchedOff, retired } = PEOPLE;

describe( 'the state of a tenant', () => {
	it( 'says without credentials where the tenant is', async () => {
		expect( ( await state() ).body ).toEqual( {
			ContextIdentifier: TENANT,
			Endpoint: lab.superoffice.base.replace( /\/api$/, '' ),
			State: 'Running',
			IsRunning: true,
			ValidUntil: expect.stringMatching( /^20/ ),
			Api: lab.superoffice.base,
		} );
		expect( ( await state( 'Cust1' ) ).body ).toMatchObject( { State: 'Unknown', IsRunning: false, Api: null } );
	} );

	it.each< [ TenantState, boolean ] >( [
		[ 'Running', true ],
		[ 'OnlineMaintenance', true ],
		[ 'OfflineMaintenance', false ],
		[ 'Suspended', false ],
		[ 'Deleted', false ],
		[ 'Provisioning', false ],
		[ 'MigrationPending', false ],
	] )( 'in %s has an API: %s', async ( name, isRunning ) => {
		const headers = await ticketHeaders();
		await control.play( { do: 'set-tenant-state', state: name } );
		expect( ( await state() ).body ).toMatchObject( { State: name, IsRunning: isRunning } );
		expect( ( await online( `/v1/Person/${ fine.personId }`, headers ) ).status ).toBe( isRunning ? 200 : 503 );
	} );

	it( 'follows the tenant to another host, and the old one says 421', async () => {
		const headers = await ticketHeaders();
		await control.play( { do: 'move-tenant' } );
		expect( ( await state() ).body.Api ).toBe( lab.superoffice.otherBase );
		expect( ( await online( `/v1/Person/${ fine.personId }`, headers ) ).status ).toBe( 421 );
		expect( ( await online( `/v1/Person/${ fine.personId }`, headers, lab.superoffice.otherBase ) ).status ).toBe( 200 );
	} );
} );

describe( 'tickets of a system user', () => {
	it( 'come in a signed token, for a signed system token', async () => {
		const { status, body } = await authenticate();
		expect( { status, body } ).toMatchObject( { status: 200, body: { IsSuccessful: true, ErrorMessage: null } } );
		expect( claims( body.Token ) ).toMatchObject( {
			aud: APPLICATION.clientId,
			'http://schemes.superoffice.net/identity/ctx': TENANT,
			'http://schemes.superoffice.net/identity/webapi_url': lab.superoffice.base,
			'http://schemes.superoffice.net/identity/ticket': expect.stringMatching( /^7T:/ ),
		} );
	} );

	it.each( [
		[ 'another secret', () => ( { ApplicationToken: 'wrong' } ), /ApplicationToken/ ],
		[ 'another tenant', () => ( { ContextIdentifier: 'Cust1' } ), /Context/ ],
		[ 'another system token', () => ( { SignedSystemToken: sign( 'Other-token', stamp( Date.now() ) ) } ), /InvalidSignature/ ],
		[ 'a signature of something else', () => ( { SignedSystemToken: sign( APPLICATION.systemToken, stamp( Date.now() ) ).replace( /\.\d{12}\./, `.${ stamp( Date.now() + 60_000 ) }.` ) } ), /InvalidSignature/ ],
		[ 'a time long gone', () => ( { SignedSystemToken: sign( APPLICATION.systemToken, stamp( Date.now() - 3_600_000 ) ) } ), /InvalidTimestamp/ ],
		[ 'no signature at all', () => ( { SignedSystemToken: APPLICATION.systemToken } ), /InvalidSignature/ ],
	] )( 'are not given for %s', async ( _what, changes, reason ) => {
		expect( await authenticate( changes() ) ).toEqual( { status: 200, body: { IsSuccessful: false, Token: null, ErrorMessage: expect.stringMatching( reason ) } } );
	} );

	it.each( [ 'Revoked', 'Expired', 'Denied', 'NeedsReapproval' ] )( 'are not given where the approval is %s', async ( approval ) => {
		await control.play( { do: 'set-approval', approval } );
		expect( ( await authenticate() ).body ).toMatchObject( { IsSuccessful: false, ErrorMessage: expect.stringContaining( approval ) } );
	} );

	it( 'live for six hours and go with the application’s secret only', async () => {
		const headers = await ticketHeaders();
		const path = `/v1/Person/${ fine.personId }`;
		expect( ( await online( path, headers ) ).status ).toBe( 200 );
		expect( ( await online( path, { ...headers, 'SO-AppToken': '' } ) ).status ).toBe( 401 );
		await control.play( { do: 'advance-clock', seconds: 6 * 3600 - 5 } );
		expect( ( await online( path, headers ) ).status ).toBe( 200 );
		await control.play( { do: 'advance-clock', seconds: 10 } );
		expect( ( await online( path, headers ) ).status ).toBe( 401 );
	} );

	it( 'are no password: Online takes none', async () => {
		expect( ( await online( `/v1/Person/${ fine.personId }`, { Authorization: basic } ) ).status ).toBe( 401 );
	} );
} );

describe( 'access tokens', () => {
	it( 'come for a refresh token that stays good', async () => {
		const first = await token();
		expect( first.body ).toMatchObject( { token_type: 'Bearer', expires_in: 3600, id_token: expect.any( String ) } );
		expect( first.body.refresh_token ).toBeUndefined();
		expect( ( await token() ).status ).toBe( 200 );
		const bearer = { Authorization: `Bearer ${ first.body.access_token }` };
		expect( ( await online( `/v1/Person/${ fine.personId }`, bearer ) ).status ).toBe( 200 );
		await control.play( { do: 'advance-clock', seconds: 3601 } );
		expect( ( await online( `/v1/Person/${ fine.personId }`, bearer ) ).status ).toBe( 401 );
	} );

	it( 'come with the next refresh token where those rotate', async () => {
		await switchTo( { refreshToken: 'rotating' } );
		const first = ( await token() ).body.refresh_token as string;
		expect( await token() ).toEqual( { status: 400, body: { error: 'invalid_grant' } } );
		const second = ( await token( { refresh_token: first } ) ).body.refresh_token as string;
		expect( new Set( [ APPLICATION.refreshToken, first, second ] ).size ).toBe( 3 );
	} );

	it.each( [
		[ 'another secret', { client_secret: 'wrong' }, 'invalid_client' ],
		[ 'an unknown refresh token', { refresh_token: 'wrong' }, 'invalid_grant' ],
		[ 'another grant', { grant_type: 'password' }, 'unsupported_grant_type' ],
	] )( 'are refused for %s', async ( _what, changes, error ) => {
		expect( await token( changes ) ).toEqual( { status: 400, body: { error } } );
	} );

	it( 'are refused once the tenant took its consent back', async () => {
		await control.play( { do: 'revoke-refresh-tokens' } );
		expect( ( await token() ).body ).toEqual( { error: 'invalid_grant' } );
	} );
} );

describe( 'archives', () => {
	it( 'give the chosen columns beside key and kind', async () => {
		const { body } = await users( { $select: 'associateDbId,userName,personEmail,isActive,canLogin,userplan', $filter: `userName eq '${ fine.email }'` } );
		expect( body.value ).toEqual( [
			{
				PrimaryKey: String( fine.associateId ),
				EntityName: 'all',
				associateDbId: fine.associateId,
				userName: fine.email,
				personEmail: fine.email,
				isActive: 1,
				canLogin: 1,
				userplan: 'Sales, Service and Marketing Premium',
			},
		] );
		expect( body[ 'odata.nextLink' ] ).toBeNull();
	} );

	it( 'write yes and no as words where told so', async () => {
		await switchTo( { archiveBooleans: 'words' } );
		expect( ( await users( { $select: 'canLogin', $filter: `userName is '${ switchedOff.email }'` } ) ).body.value[ 0 ].canLogin ).toBe( false );
	} );

	const number = String( fine.personId );
	it.each( [
		[ `personId eq ${ number }`, 1 ],
		[ `userName eq 'nobody@northwind.example'`, 0 ],
		[ `userName eq '${ fine.email.toUpperCase() }'`, 1 ],
		[ `startswith(userName, 'astrid')`, 1 ],
		[ `userName contains 'solberg' or personId eq ${ PEOPLE.twin.personId }`, 3 ],
		[ `userName begins 'a' and isActive eq true`, 1 ],
		[ `( userName begins 'a' or userName begins 'kari' ) and userplan is ''`, 1 ],
		[ `personId oneOf (${ number }, ${ noEmail.personId })`, 2 ],
		[ `userName eq 'siri.o''brien@northwind.example'`, 1 ],
	] )( 'filter by %s', async ( filter, count ) => {
		expect( ( await users( { $select: 'userName', $filter: filter } ) ).body.value ).toHaveLength( count );
	} );

	it.each( [ `userName eq 'open`, 'userName likes 1', 'noSuch eq 1', 'userName eq', "userName eq 'a' personId" ] )( 'refuse the filter %s', async ( filter ) => {
		expect( ( await users( { $select: 'userName', $filter: filter } ) ).status ).toBe( 400 );
	} );

	it( 'take a quote after a backslash where told so', async () => {
		await switchTo( { filterQuote: 'backslash' } );
		expect( ( await users( { $select: 'userName', $filter: `userName eq '${ quoted.email.replace( "'", "\\'" ) }'` } ) ).body.value ).toHaveLength( 1 );
		expect( ( await users( { $select: 'userName', $filter: `userName eq '${ quoted.email.replace( "'", "''" ) }'` } ) ).status ).toBe( 400 );
	} );

	it( 'come sorted, in pages of at most a thousand, with the address of the next', async () => {
		await control.play( { do: 'populate', people: 1_200, seed: 3 } );
		const first = ( await users( { $select: 'associateDbId', $orderby: 'associateDbId', $top: '5000' } ) ).body;
		expect( first.value ).toHaveLength( 1_000 );
		const second = await read( await fetch( first[ 'odata.nextLink' ], { headers: { Authorization: basic } } ) );
		const ids = [ ...first.value, ...second.body.value ].map( ( row: { associateDbId: number } ) => row.associateDbId );
		const { associates } = await control.state();
		expect( ids ).toEqual( associates.map( ( one ) => one.associateId ).sort( ( one, other ) => one - other ) );
		expect( second.body[ 'odata.nextLink' ] ).toBeNull();
		expect( ( await users( { $select: 'associateDbId', $orderby: 'associateDbId desc', $top: '1' } ) ).body.value[ 0 ].associateDbId ).toBe( Math.max( ...ids ) );
	} );

	it( 'leave out columns that a version does not have, or refuse them', async () => {
		await control.play( { do: 'set-version', version: '8.5.7050.1421' } );
		const query = { $select: 'userName,canLogin,userplan', $filter: `personId eq ${ number }` };
		expect( Object.keys( ( await users( query ) ).body.value[ 0 ] ) ).toEqual( [ 'PrimaryKey', 'EntityName', 'userName' ] );
		await switchTo( { unknownColumn: 'rejected' } );
		expect( ( await users( query ) ).status ).toBe( 400 );
	} );

	it( 'show contact cards with their user and bounced addresses', async () => {
		const query = new URLSearchParams( { $select: 'personId,retired,email/emailAddress,email/emailHasBounced,correspondingAssociate/userName', $filter: `email/emailAddress eq '${ PEOPLE.bouncing.email }'` } );
		expect( ( await onsite( `/v1/Person?${ query.toString() }` ) ).body.value ).toEqual( [
			{
				PrimaryKey: String( PEOPLE.bouncing.personId ),
				EntityName: 'person',
				personId: PEOPLE.bouncing.personId,
				retired: 0,
				'email/emailAddress': PEOPLE.bouncing.email,
				'email/emailHasBounced': 1,
				'correspondingAssociate/userName': PEOPLE.bouncing.email,
			},
		] );
	} );

	it( 'are closed, empty or shown to applications of Online', async () => {
		const headers = await ticketHeaders();
		const ask = () => online( '/v1/archive/AllUsers?$select=userName', headers );
		expect( ( await ask() ).body.value.length ).toBeGreaterThan( 10 );
		await switchTo( { onlineUserList: 'empty' } );
		expect( ( await ask() ).body.value ).toEqual( [] );
		await switchTo( { onlineUserList: 'refused' } );
		expect( ( await ask() ).status ).toBe( 403 );
	} );
} );

describe( 'the own server', () => {
	it( 'tells its version', async () => {
		expect( ( await onsite( '' ) ).body ).toMatchObject( { Version: 'v1', NetServerVersion: '10.3.9250.1246', v1: `${ lab.superoffice.onsite }/v1/` } );
	} );

	it( 'takes user name and password, or a ticket, and nothing else', async () => {
		const path = `/v1/Person/${ fine.personId }`;
		expect( ( await onsite( path, {}, `SOTicket ${ SERVER.ticket }` ) ).status ).toBe( 200 );
		expect( ( await onsite( path, {}, 'SOTicket 7T:wrong' ) ).status ).toBe( 401 );
		expect( ( await onsite( path, {}, 'Bearer 8A:Cust.x' ) ).status ).toBe( 401 );
		await control.play( { do: 'change-password' } );
		expect( ( await onsite( path ) ).status ).toBe( 401 );
	} );

	it.each< [ Switches[ 'errorBody' ], unknown ] >( [
		[ 'error-type', expect.objectContaining( { ErrorType: 'SoAuthenticationException', FriendlyText: null } ) ],
		[ 'exception-type', expect.objectContaining( { ExceptionType: 'SoAuthenticationException', FriendlyText: null } ) ],
		[ 'empty', null ],
	] )( 'writes an error as %s', async ( errorBody, body ) => {
		await switchTo( { errorBody } );
		expect( await onsite( '/v1/Person/1', {}, 'SOTicket x' ) ).toEqual( { status: 401, body } );
	} );

	it( 'reads members of a body whatever their case', async () => {
		for ( const body of [ { personId: fine.personId }, { PersonId: fine.personId } ] ) {
			expect( ( await post( 'User/GetUserFromPersonId', body ) ).body ).toEqual( [ expect.objectContaining( { AssociateId: fine.associateId } ) ] );
		}
	} );

	it( 'counts a stuck licence as given, until it is taken away and given again', async () => {
		const outcome = async () => ( await control.play( { do: 'try-login', id: stuck.associateId } ) ).outcome;
		expect( ( await post( `User/GetUserInfo?userInfoId=${ stuck.associateId }` ) ).body ).toMatchObject( { CanLogon: true, GrantedLicenses: [ PLAN, 'outlook-synchronizer' ] } );
		await control.play( { do: 'remove-licences', id: stuck.associateId }, { do: 'give-licence', id: stuck.associateId } );
		expect( await outcome() ).toBe( 'in' );
	} );

	it( 'refuses what the connection’s role may not do', async () => {
		await control.play( { do: 'deny-right', right: 'users' } );
		expect( ( await users( { $select: 'userName' } ) ).status ).toBe( 403 );
		expect( ( await onsite( `/v1/Person/${ fine.personId }` ) ).status ).toBe( 200 );
	} );

	it.each( [
		[ 'retired', retired.associateId, 'retired' ],
		[ 'switched off', switchedOff.associateId, 'switched-off' ],
		[ 'without a licence', PEOPLE.noLicence.associateId, 'no-licence' ],
		[ 'the second of a card', TWIN_ASSOCIATE, 'no-licence' ],
		[ 'not approved', PEOPLE.waiting.associateId, 'waiting-for-approval' ],
		[ 'in order', fine.associateId, 'in' ],
	] )( 'knows why a user who is %s is let in or not', async ( _what, id, outcome ) => {
		expect( await control.play( { do: 'try-login', id } ) ).toMatchObject( { outcome } );
	} );

	it( 'lets nobody in after the grace of its licence', async () => {
		await control.play( { do: 'expire-licence', inGrace: true } );
		expect( await control.play( { do: 'try-login', id: fine.associateId } ) ).toMatchObject( { outcome: 'in' } );
		await control.play( { do: 'expire-licence' } );
		expect( await control.play( { do: 'try-login', id: fine.associateId } ) ).toMatchObject( { outcome: 'installation-licence' } );
		const { body } = await post( 'License/GetUserAndInstallationLicenceStatus', { AssociateId: fine.associateId } );
		expect( Date.parse( body.GraceDate ) ).toBeLessThan( Date.now() );
	} );
} );

describe( 'the control', () => {
	it( 'populates the same people for the same seed', async () => {
		const people = async ( seed: number ) => {
			await control.reset();
			await control.play( { do: 'populate', people: 50, seed } );
			return ( await control.state() ).associates.map( ( one ) => [ one.userName, one.canLogin, one.licences.length ] );
		};
		const first = await people( 7 );
		expect( await people( 7 ) ).toEqual( first );
		expect( await people( 8 ) ).not.toEqual( first );
	} );

	it( 'merges parts of the state by id, and puts the scenario back', async () => {
		await control.merge( { associates: [ { associateId: fine.associateId, userName: 'AS' } ] } );
		expect( ( await control.state() ).associates.find( ( one ) => one.associateId === fine.associateId ) ).toMatchObject( { userName: 'AS', personId: fine.personId } );
		await control.reset();
		expect( ( await control.state() ).associates.find( ( one ) => one.associateId === fine.associateId )?.userName ).toBe( fine.email );
	} );

	it( 'says what it does not know', async () => {
		await expect( control.play( { do: 'fly' } ) ).rejects.toThrow( /Nobody can/ );
		await expect( control.play( { do: 'retire-user', id: 1 } ) ).rejects.toThrow( /no user/ );
		await expect( control.merge( { planets: [] } ) ).rejects.toThrow( /no planets/ );
	} );
} );
