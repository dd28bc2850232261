/**
 * The simulator before a client that nobody here wrote: SuperOffice's own client for the web API, unmodified but for its base URL.
 */
import { createSign } from 'node:crypto';
import type { WebApi } from '@superoffice/webapi';
import { startLab, type Lab } from '../lab';
import { RemoteControl } from '../remote-control';
import { APPLICATION, COMPANY, PEOPLE, PLAN, SERVER, TENANT, TWIN_ASSOCIATE } from './scenario';
import type { SuperOfficeState, Switches } from './state';

let lab: Lab;
let control: RemoteControl< SuperOfficeState >;

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl< SuperOfficeState >( lab.superoffice.control );
} );
afterAll( () => lab.stop() );
beforeEach( () => control.reset() );

/**
 * A client of its own: the package keeps its credentials in a static, so each comes from a fresh copy of the module.
 *
 * @param base         Address of the API.
 * @param authenticate Gives it its credentials.
 */
async function client( base: string, authenticate: ( api: WebApi ) => void ): Promise< WebApi > {
	let api: WebApi | undefined;
	await jest.isolateModulesAsync( async () => {
		const module = await import( '@superoffice/webapi' );
		api = new module.WebApi( base );
		authenticate( api );
	} );
	if ( api === undefined ) {
		throw new Error( 'The client was not made.' );
	}
	return api;
}

const server = ( password = SERVER.password ) => client( lab.superoffice.onsite, ( api ) => api.authenticateWithPassword( SERVER.userName, password ) );

const signed = ( time: Date ): string => {
	const text = `${ APPLICATION.systemToken }.${ time.toISOString().replace( /\D/g, '' ).slice( 0, 12 ) }`;
	return `${ text }.${ createSign( 'RSA-SHA256' ).update( text ).sign( APPLICATION.privateKey, 'base64' ) }`;
};

async function ticket(): Promise< string > {
	const response = await fetch( `${ lab.superoffice.login }/Login/api/PartnerSystemUser/Authenticate`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
		body: JSON.stringify( { SignedSystemToken: signed( new Date() ), ApplicationToken: APPLICATION.clientSecret, ContextIdentifier: TENANT, ReturnTokenType: 'JWT' } ),
	} );
	const answer = ( await response.json() ) as { Token: string };
	const claims = JSON.parse( Buffer.from( answer.Token.split( '.' )[ 1 ] ?? '', 'base64url' ).toString( 'utf8' ) ) as Record< string, string >;
	return claims[ 'http://schemes.superoffice.net/identity/ticket' ] ?? '';
}

const tenant = async ( secret = APPLICATION.clientSecret ) => {
	const value = await ticket();
	return client( lab.superoffice.base, ( api ) => {
		api.authenticateWithTicket( value );
		api.applicationToken( secret );
	} );
};

/** HTTP status of a call that the client reports as failed. */
const statusOf = ( call: Promise< unknown > ): Promise< unknown > =>
	call.then(
		() => 'no failure',
		( error: { response?: { status: number } } ) => error.response?.status
	);

const switchTo = ( switches: Partial< Switches > ) => control.merge( { switches: switches as Record< string, string | boolean > } );

const { fine, initials, noLicence, retired, stuck, switchedOff, twin, waiting, bouncing, noUser } = PEOPLE;

describe( 'the official client, on an own server', () => {
	it( 'reads what a user may do', async () => {
		const agent = ( await server() ).getUserAgent();
		expect( await agent.getUserInfoAsync( fine.associateId ) ).toMatchObject( {
			userInfoId: fine.associateId,
			userName: fine.email,
			personId: fine.personId,
			deleted: false,
			canLogon: true,
			userType: 'InternalAssociate',
			grantedLicenses: [ PLAN, 'outlook-synchronizer' ],
			roleName: 'User level 0',
		} );
		expect( await agent.getUserInfoAsync( noLicence.associateId ) ).toMatchObject( { grantedLicenses: [], canLogon: true } );
		expect( await agent.getUserInfoAsync( switchedOff.associateId ) ).toMatchObject( { canLogon: false } );
		expect( await agent.getUserInfoAsync( retired.associateId ) ).toMatchObject( { deleted: true, canLogon: false } );
		expect( await agent.getUserInfoAsync( 99_999 ) ).toBeNull();
	} );

	it( 'reads a whole user: card, licences with their seats, dates', async () => {
		const agent = ( await server() ).getUserAgent();
		const user = await agent.getUserAsync( fine.associateId );
		expect( user ).toMatchObject( { associateId: fine.associateId, userName: fine.email, type: 'InternalAssociate', waitingForApproval: false, isPersonRetired: false } );
		expect( user.person ).toMatchObject( { personId: fine.personId, email: fine.email, retired: 0 } );
		expect( user.lastlogin ).toBeInstanceOf( Date );
		const plan = user.licenseOwners?.[ 0 ]?.restrictedModuleLicenses?.find( ( link ) => link.name === PLAN );
		expect( plan ).toMatchObject( { assigned: true, canAssign: true, extraFlags: 1 } );
		expect( plan?.total ).toBe( ( plan?.inUse ?? 0 ) + ( plan?.free ?? 0 ) );
		expect( ( await agent.getUserAsync( waiting.associateId ) ).waitingForApproval ).toBe( true );
	} );

	it( 'finds users by login name and by card', async () => {
		const agent = ( await server() ).getUserAgent();
		expect( await agent.getUserFromNameAsync( fine.email.toUpperCase() ) ).toMatchObject( { associateId: fine.associateId } );
		expect( await agent.getUserFromNameAsync( 'nobody@northwind.example' ) ).toBeNull();
		const users = await agent.getUserFromPersonIdAsync( twin.personId );
		expect( users.map( ( user ) => user.associateId ) ).toEqual( [ twin.associateId, TWIN_ASSOCIATE ] );
		expect( await agent.getUserFromPersonIdAsync( noUser.personId ) ).toEqual( [] );
	} );

	it( 'says why a login name cannot be taken', async () => {
		const agent = ( await server() ).getUserAgent();
		const type = ( await agent.getUserInfoAsync( fine.associateId ) ).userType;
		if ( type === undefined ) {
			throw new Error( 'The user has no type.' );
		}
		expect( await agent.isUserNameValidWithReasonAsync( initials.associateId, type, initials.personId, fine.email ) ).toMatchObject( { result: false } );
		expect( await agent.isUserNameValidWithReasonAsync( initials.associateId, type, initials.personId, initials.email ) ).toMatchObject( { result: true } );
	} );

	it( 'takes a licence away and gives it again, in two saves, and only then is the user let in', async () => {
		const agent = ( await server() ).getUserAgent();
		const outcome = async () => ( await control.play( { do: 'try-login', id: stuck.associateId } ) ).outcome;
		const before = await agent.getUserAsync( stuck.associateId );
		expect( await outcome() ).toBe( 'stuck' );
		await agent.saveUserAsync( before );
		expect( await outcome() ).toBe( 'stuck' );

		await agent.removeLicensesAsync( stuck.associateId );
		expect( ( await agent.getUserInfoAsync( stuck.associateId ) ).grantedLicenses ).toEqual( [] );
		expect( await outcome() ).toBe( 'no-licence' );
		const bare = await agent.getUserAsync( stuck.associateId );
		bare.licenseOwners?.forEach( ( owner ) => owner.restrictedModuleLicenses?.forEach( ( link ) => ( link.assigned = link.name === PLAN ) ) );
		await agent.saveUserAsync( bare );
		expect( ( await agent.getUserInfoAsync( stuck.associateId ) ).grantedLicenses ).toEqual( [ PLAN ] );
		expect( await outcome() ).toBe( 'in' );
	} );

	it( 'retires a user, which takes the licences, and back, which does not return them', async () => {
		const agent = ( await server() ).getUserAgent();
		await agent.makeRetiredAsync( fine.associateId, true );
		expect( await agent.getUserAsync( fine.associateId ) ).toMatchObject( { deleted: true, isPersonRetired: true } );
		await agent.makeRetiredAsync( fine.associateId, false );
		expect( await agent.getUserAsync( fine.associateId ) ).toMatchObject( { deleted: false, isPersonRetired: false } );
		expect( ( await agent.getUserInfoAsync( fine.associateId ) ).grantedLicenses ).toEqual( [] );
	} );

	it( 'gives no seat that is not there', async () => {
		await control.play( { do: 'set-seats', total: 0 } );
		const agent = ( await server() ).getUserAgent();
		const user = await agent.getUserAsync( noLicence.associateId );
		user.licenseOwners?.forEach( ( owner ) => owner.restrictedModuleLicenses?.forEach( ( link ) => ( link.assigned = link.name === PLAN ) ) );
		expect( await statusOf( agent.saveUserAsync( user ) ) ).toBe( 400 );
	} );

	it( 'reads the dates of the installation’s licence', async () => {
		await control.play( { do: 'expire-licence', inGrace: true } );
		const status = await ( await server() ).getLicenseAgent().getUserAndInstallationLicenceStatusAsync( fine.associateId );
		expect( status ).toMatchObject( { companyName: COMPANY.name, userLicenses: [ PLAN, 'outlook-synchronizer' ] } );
		const [ warned, expired, grace ] = [ status.adminWarningDate, status.expiryDate, status.graceDate ].map( Number );
		expect( [ Number( warned ) < Number( expired ), Number( expired ) < Date.now(), Number( grace ) > Date.now() ] ).toEqual( [ true, true, true ] );
	} );

	it( 'takes a ticket instead of a password, and refuses a wrong one of either', async () => {
		const byTicket = await client( lab.superoffice.onsite, ( api ) => api.authenticateWithTicket( SERVER.ticket ) );
		expect( await byTicket.getUserAgent().getUserInfoAsync( fine.associateId ) ).toMatchObject( { canLogon: true } );
		expect( await statusOf( ( await server( 'wrong' ) ).getUserAgent().getUserInfoAsync( fine.associateId ) ) ).toBe( 401 );
	} );

	it( 'answers a write as done and changes nothing where it was told so', async () => {
		await switchTo( { ignoreWrites: true } );
		const agent = ( await server() ).getUserAgent();
		await agent.removeLicensesAsync( fine.associateId );
		expect( ( await agent.getUserInfoAsync( fine.associateId ) ).grantedLicenses ).not.toEqual( [] );
	} );
} );

describe( 'the official client, on a tenant of Online', () => {
	it( 'reads contact cards, with addresses that bounced', async () => {
		const persons = ( await tenant() ).getPersonRestApi();
		expect( await persons.getByIdAsync( fine.personId ) ).toMatchObject( {
			personId: fine.personId,
			emails: [ expect.objectContaining( { value: fine.email } ) ],
			retired: false,
			isAssociate: true,
			correspondingAssociate: expect.objectContaining( { associateId: fine.associateId, userName: fine.email } ),
			contact: expect.objectContaining( { contactId: COMPANY.contactId } ),
			bounceEmails: [],
		} );
		expect( ( await persons.getByIdAsync( bouncing.personId ) ).bounceEmails ).toEqual( [ bouncing.email ] );
		expect( await statusOf( persons.getByIdAsync( 99_999 ) ) ).toBe( 404 );
		expect( await ( await tenant() ).getPersonAgent().getPersonEntityAsync( 99_999 ) ).toBeNull();
	} );

	it( 'changes an address of a card, unless it has changed meanwhile', async () => {
		const persons = ( await tenant() ).getPersonRestApi();
		const changed = await persons.patchByIdAsync( fine.personId, { emails: [ { value: 'astrid@northwind.example' } ] } );
		expect( changed?.emails?.map( ( email ) => email.value ) ).toEqual( [ 'astrid@northwind.example' ] );
		expect( await statusOf( persons.patchByIdAsync( fine.personId, { emails: [] }, { ifUnmodifiedSince: new Date( Date.now() - 60_000 ) } ) ) ).toBe( 412 );
		expect( await persons.getByIdAsync( fine.personId, { ifModifiedSince: new Date( Date.now() + 60_000 ) } ) ).toBeNull();
	} );

	it( 'lists users by archive, though their agent is closed to applications', async () => {
		const api = await tenant();
		const columns = [ 'associateDbId', 'userName', 'isActive', 'userplan' ];
		const list = ( restriction: { name: string; operator: string; values: string[] }[] ) =>
			api.getArchiveAgent().getArchiveListByColumnsAsync( 'AllUsers', columns, [], restriction, [], 0, 3 );
		expect( await list( [] ) ).toHaveLength( 3 );
		const rows = await list( [ { name: 'userName', operator: '=', values: [ fine.email ] } ] );
		expect( rows ).toHaveLength( 1 );
		expect( rows[ 0 ] ).toMatchObject( { primaryKey: fine.associateId, columnData: { userName: expect.objectContaining( { displayValue: fine.email } ) } } );
		expect( await statusOf( api.getUserAgent().getUserInfoAsync( fine.associateId ) ) ).toBe( 403 );
		await switchTo( { onlineUserAgent: 'open' } );
		expect( await api.getUserAgent().getUserInfoAsync( fine.associateId ) ).toMatchObject( { canLogon: true } );
	} );

	it( 'refuses a ticket without the application’s secret, and any call on the wrong host', async () => {
		expect( await statusOf( ( await tenant( '' ) ).getPersonRestApi().getByIdAsync( fine.personId ) ) ).toBe( 401 );
		const api = await tenant();
		await control.play( { do: 'move-tenant' } );
		expect( await statusOf( api.getPersonRestApi().getByIdAsync( fine.personId ) ) ).toBe( 421 );
	} );

	it( 'takes an access token of a refresh token', async () => {
		const body = new URLSearchParams( { grant_type: 'refresh_token', client_id: APPLICATION.clientId, client_secret: APPLICATION.clientSecret, refresh_token: APPLICATION.refreshToken } );
		const response = await fetch( `${ lab.superoffice.login }/login/common/oauth/tokens`, { method: 'POST', body } );
		const { access_token: token } = ( await response.json() ) as { access_token: string };
		const api = await client( lab.superoffice.base, ( one ) => one.authenticateWithToken( token ) );
		expect( await api.getPersonRestApi().getByIdAsync( fine.personId ) ).toMatchObject( { personId: fine.personId } );
	} );

	it( 'writes nothing that the log does not tell', async () => {
		const api = await tenant();
		await control.forgetCalls();
		await api.getPersonRestApi().getByIdAsync( fine.personId );
		await api.getPersonRestApi().patchByIdAsync( fine.personId, { firstname: 'Astri' } );
		const calls = await control.calls();
		expect( calls.map( ( { method, kind, client: name } ) => [ method, kind, name ] ) ).toEqual( [
			[ 'GET', 'read', APPLICATION.clientId ],
			[ 'PATCH', 'write', APPLICATION.clientId ],
		] );
	} );
} );
