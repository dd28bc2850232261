/**
 * The simulator against Microsoft's documentation, point by point, where dynamics-web-api does not look.
 */
import { startLab, type Lab } from '../lab';
import { isObject, type Json, type JsonObject } from '../json';
import { RemoteControl } from '../remote-control';
import { ACCOUNTS, CAUSEWAY, INVITATION_REDEEMED, PEOPLE, PORTAL, SALES_UNIT, USERNAME_COLUMN, WEB_ROLE } from './scenario';
import type { EnvironmentState } from './state';

let lab: Lab;
let control: RemoteControl< EnvironmentState & { now: string } >;
let token: string;

interface Reply {
	readonly status: number;
	readonly headers: Headers;
	readonly json: JsonObject;
	readonly rows: readonly JsonObject[];
	readonly code: Json;
	readonly text: string;
}

const replyOf = async ( response: Response ): Promise< Reply > => {
	const text = await response.text();
	const parsed: unknown = text === '' ? {} : JSON.parse( text );
	const json = isObject( parsed ) ? parsed : {};
	const rows = Array.isArray( json.value ) ? json.value.filter( isObject ) : [];
	return { status: response.status, headers: response.headers, json, rows, code: isObject( json.error ) ? json.error.code ?? null : null, text };
};

const askToken = ( changes: Readonly< Record< string, string > > = {}, tenant = CAUSEWAY.tenantId ): Promise< Reply > => {
	const { entra, base } = lab[ 'dynamics-365' ];
	const body = { grant_type: 'client_credentials', client_id: CAUSEWAY.clientId, client_secret: CAUSEWAY.clientSecret, scope: `${ base }/.default`, ...changes };
	return fetch( `${ entra }/${ tenant }/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams( body ) } ).then( replyOf );
};

const ask = ( path: string, init: RequestInit = {} ): Promise< Reply > =>
	fetch( path.startsWith( 'http' ) ? path : `${ lab[ 'dynamics-365' ].base }/api/data/v9.2/${ path }`, { ...init, headers: { Authorization: `Bearer ${ token }`, ...init.headers } } ).then( replyOf );

const prefer = ( value: string ): RequestInit => ( { headers: { Prefer: value } } );

const send = ( method: string, path: string, body: unknown, headers: Readonly< Record< string, string > > = {} ): Promise< Reply > =>
	ask( path, { method, body: JSON.stringify( body ), headers: { 'Content-Type': 'application/json', ...headers } } );

const play = ( ...orders: readonly JsonObject[] ) => control.play( ...orders );

const id = ( key: keyof typeof PEOPLE ): string => PEOPLE[ key ].contactId;

const bin = ( condition: string ): Promise< Reply > =>
	ask( `contacts?fetchXml=${ encodeURIComponent( `<fetch datasource='bin'><entity name='contact'><attribute name='emailaddress1'/><filter>${ condition }</filter></entity></fetch>` ) }` );

const inBin = async ( contactId: string ): Promise< boolean > => ( await bin( `<condition attribute='contactid' operator='in'><value>${ contactId }</value></condition>` ) ).rows.length === 1;

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl( lab[ 'dynamics-365' ].control );
} );

beforeEach( async () => {
	await control.reset();
	token = String( ( await askToken() ).json.access_token );
} );

afterAll( () => lab.stop() );

describe( 'the token endpoint', () => {
	it( 'gives a bearer token for 3,599 seconds and no refresh token', async () => {
		expect( ( await askToken() ).json ).toEqual( { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: expect.stringMatching( /^eyJ/ ) } );
	} );

	it.each( [
		[ 7000215, 401, 'invalid_client', { client_secret: 'wrong' }, CAUSEWAY.tenantId ],
		[ 700016, 400, 'unauthorized_client', { client_id: '00000000-0000-0000-0000-000000000001' }, CAUSEWAY.tenantId ],
		[ 90002, 400, 'invalid_request', {}, '00000000-0000-0000-0000-000000000002' ],
		[ 500011, 400, 'invalid_resource', { scope: 'https://other.crm.dynamics.example/.default' }, CAUSEWAY.tenantId ],
		[ 1002012, 400, 'invalid_scope', { scope: 'user_impersonation' }, CAUSEWAY.tenantId ],
		[ 70003, 400, 'unsupported_grant_type', { grant_type: 'password' }, CAUSEWAY.tenantId ],
	] )( 'refuses with AADSTS%i', async ( number, status, error, changes, tenant ) => {
		const reply = await askToken( changes, tenant );
		expect( reply.status ).toBe( status );
		expect( reply.json ).toMatchObject( { error, error_codes: [ number ], error_description: expect.stringContaining( `AADSTS${ number }: ` ) } );
	} );

	it( 'refuses a secret past its date, of that application only', async () => {
		await play( { do: 'expire-secret', client: CAUSEWAY.clientId } );
		expect( ( await askToken() ).json ).toMatchObject( { error: 'invalid_client', error_codes: [ 7000222 ] } );
		expect( ( await askToken( { client_id: PORTAL.clientId, client_secret: PORTAL.clientSecret } ) ).status ).toBe( 200 );
	} );
} );

describe( 'who calls', () => {
	it( 'is asked for a token, and for a living one', async () => {
		expect( ( await ask( 'WhoAmI', { headers: { Authorization: '' } } ) ).status ).toBe( 401 );
		await play( { do: 'advance-clock', seconds: 3_600 } );
		expect( ( await ask( 'WhoAmI' ) ).status ).toBe( 401 );
		await control.merge( { switches: { unauthorisedBody: 'empty' } } );
		expect( await ask( 'WhoAmI' ) ).toMatchObject( { status: 401, text: '' } );
	} );

	it( 'has to be a user of the environment, and an enabled one', async () => {
		await play( { do: 'disable-application-user', client: CAUSEWAY.clientId } );
		expect( await ask( 'WhoAmI' ) ).toMatchObject( { status: 403, code: '0x80040225' } );
		await play( { do: 'remove-application-user', client: CAUSEWAY.clientId } );
		expect( await ask( 'WhoAmI' ) ).toMatchObject( { status: 403, code: '0x80072560' } );
	} );

	it( 'sees only its business unit, where the role reaches no further', async () => {
		await play( { do: 'set-privilege', client: CAUSEWAY.clientId, privilege: 'prvReadContact', depth: 'Local' }, { do: 'move-to-business-unit', id: id( 'fine' ), unit: SALES_UNIT } );
		expect( await ask( `contacts(${ id( 'fine' ) })` ) ).toMatchObject( { status: 403, code: '0x80040220' } );
		expect( ( await ask( `contacts?$filter=emailaddress1 eq '${ PEOPLE.fine.email }'` ) ).rows ).toEqual( [] );
		expect( ( await ask( 'contacts?$select=fullname', prefer( 'odata.track-changes' ) ) ).status ).toBe( 403 );
	} );

	it( 'is told what is left of the window, and when there is more', async () => {
		const { headers } = await ask( 'WhoAmI' );
		expect( headers.get( 'x-ms-ratelimit-burst-remaining-xrm-requests' ) ).toBe( '5999' );
		expect( headers.get( 'x-ms-ratelimit-time-remaining-xrm-requests' ) ).not.toBeNull();
		await play( { do: 'spend-requests', client: CAUSEWAY.clientId } );
		const refused = await ask( 'WhoAmI' );
		expect( refused ).toMatchObject( { status: 429, code: '0x80072322' } );
		const wait = Number( refused.headers.get( 'Retry-After' ) );
		expect( wait ).toBeGreaterThan( 290 );
		await play( { do: 'advance-clock', seconds: wait + 1 } );
		expect( ( await ask( 'WhoAmI' ) ).status ).toBe( 200 );
	} );

	it( 'is refused where too many of its calls run at once', async () => {
		await control.merge( { limits: { concurrent: 1 } } );
		await control.fault( { path: '/WhoAmI', times: 1, slowMs: 150 } );
		const [ , second ] = await Promise.all( [ ask( 'WhoAmI' ), new Promise( ( resolve ) => setTimeout( resolve, 50 ) ).then( () => ask( 'WhoAmI' ) ) ] );
		expect( second ).toMatchObject( { status: 429, code: '0x80072326' } );
	} );
} );

describe( 'queries', () => {
	it( 'know nothing of $skip', async () => {
		expect( ( await ask( 'contacts?$skip=5' ) ).status ).toBe( 400 );
	} );

	it.each( [
		[ "startswith(emailaddress1,'MAYA') and statecode eq 0", [ 'fine' ] ],
		[ "contains(fullname,'petrov') and not (merged eq true)", [ 'mergedInto' ] ],
		[ "(emailaddress1 eq 'x' or emailaddress1 eq 'lena.sorensen@ember.example')", [ 'twin', 'twinToo' ] ],
		[ 'emailaddress1 eq null', [ 'noEmail' ] ],
		[ `_parentcustomerid_value eq ${ PEOPLE.fine.contactId }`, [ 'parentIsContact' ] ],
		[ 'adx_identity_accessfailedcount ge 3', [ 'wrongPassword' ] ],
	] as const )( 'filter by %s', async ( filter, keys ) => {
		const { rows } = await ask( `contacts?$select=contactid&$filter=${ encodeURIComponent( filter ) }` );
		expect( rows.map( ( row ) => row.contactid ).sort() ).toEqual( keys.map( ( key ) => id( key ) ).sort() );
	} );

	it( 'name empty columns, show a lookup as an id, and always give the key', async () => {
		const { json } = await ask( `contacts(${ id( 'noEmail' ) })?$select=emailaddress1,_parentcustomerid_value` );
		expect( json ).toEqual( {
			'@odata.context': expect.stringContaining( '$metadata#contacts(emailaddress1,_parentcustomerid_value)/$entity' ),
			'@odata.etag': expect.stringMatching( /^W\/"\d+"$/ ),
			contactid: id( 'noEmail' ),
			emailaddress1: null,
			_parentcustomerid_value: ACCOUNTS.cormorant.id,
		} );
	} );

	it.each( [ 'emailaddress9', 'parentcustomerid' ] )( 'refuse the column %s', async ( name ) => {
		const reply = await ask( `contacts?$select=${ name }` );
		expect( reply ).toMatchObject( { status: 400, code: '0x80060888' } );
		expect( reply.text ).toContain( `Could not find a property named '${ name }'` );
		await control.merge( { switches: { unknownColumnCode: '0x0' } } );
		expect( ( await ask( `contacts?$select=${ name }` ) ).code ).toBe( '0x0' );
	} );

	it( 'count and order', async () => {
		const { json, rows } = await ask( 'contacts?$select=lastname&$orderby=lastname desc&$top=2&$count=true' );
		expect( [ json[ '@odata.count' ], rows.map( ( row ) => row.lastname ) ] ).toEqual( [ Object.keys( PEOPLE ).length - 2, [ 'Wind', 'Whitfield' ] ] );
	} );

	it( 'give five thousand rows at most, and the next page without losing anybody who leaves meanwhile', async () => {
		await play( { do: 'populate', people: 6_000, seed: 7 } );
		const first = await ask( 'contacts?$select=fullname' );
		expect( first.rows ).toHaveLength( 5_000 );
		await play( { do: 'delete-contact', id: String( first.rows[ 3 ]?.contactid ) } );
		const second = await ask( String( first.json[ '@odata.nextLink' ] ) );
		expect( first.rows.length + second.rows.length ).toBe( 6_000 + Object.keys( PEOPLE ).length - 2 );
		expect( second.json[ '@odata.nextLink' ] ).toBeUndefined();
	} );

	it( 'show a secured column to nobody who is not let, in either way that is told of', async () => {
		await play( { do: 'secure-column', column: USERNAME_COLUMN } );
		const path = `contacts(${ id( 'fine' ) })?$select=${ USERNAME_COLUMN }`;
		expect( ( await ask( path ) ).json[ USERNAME_COLUMN ] ).toBeNull();
		await control.merge( { switches: { securedColumn: 'forbidden' } } );
		expect( ( await ask( path ) ).status ).toBe( 403 );
		await play( { do: 'let-read-column', client: CAUSEWAY.clientId, column: USERNAME_COLUMN } );
		expect( ( await ask( path ) ).json[ USERNAME_COLUMN ] ).toBe( PEOPLE.fine.email );
	} );
} );

describe( 'change tracking', () => {
	const everybody = 'contacts?$select=emailaddress1';

	it( 'says so, and comes back with changes across pages', async () => {
		await play( { do: 'populate', people: 300, seed: 3 } );
		const first = await ask( everybody, prefer( 'odata.track-changes,odata.maxpagesize=200' ) );
		expect( first.headers.get( 'Preference-Applied' ) ).toBe( 'odata.track-changes' );
		expect( first.json[ '@odata.deltaLink' ] ).toBeUndefined();
		// A change between the pages must not get lost.
		await play( { do: 'blank-email', id: String( first.rows[ 0 ]?.contactid ) } );
		const second = await ask( String( first.json[ '@odata.nextLink' ] ), prefer( 'odata.track-changes,odata.maxpagesize=200' ) );
		const changes = await ask( String( second.json[ '@odata.deltaLink' ] ) );
		expect( changes.rows.map( ( row ) => row.contactid ) ).toEqual( [ first.rows[ 0 ]?.contactid ] );
	} );

	it( 'forgets what is older than seven days', async () => {
		const link = String( ( await ask( everybody, prefer( 'odata.track-changes' ) ) ).json[ '@odata.deltaLink' ] );
		await play( { do: 'advance-clock', seconds: 8 * 86_400 } );
		token = String( ( await askToken() ).json.access_token );
		expect( ( await ask( link ) ).status ).toBe( 400 );
	} );

	it( 'has to be on', async () => {
		await control.merge( { changeTracking: { isOn: false } } );
		expect( ( await ask( everybody, prefer( 'odata.track-changes' ) ) ).status ).toBe( 400 );
		expect( ( await ask( everybody ) ).status ).toBe( 200 );
	} );
} );

describe( 'the recycle bin', () => {
	it( 'finds by address, which OData does not', async () => {
		expect( ( await bin( `<condition attribute='emailaddress1' operator='eq' value='${ PEOPLE.binned.email.toUpperCase() }'/>` ) ).rows ).toMatchObject( [ { contactid: id( 'binned' ) } ] );
		expect( ( await ask( `contacts?$filter=emailaddress1 eq '${ PEOPLE.binned.email }'` ) ).rows ).toEqual( [] );
	} );

	it( 'keeps thirty days', async () => {
		await play( { do: 'advance-clock', seconds: 28 * 86_400 } );
		token = String( ( await askToken() ).json.access_token );
		expect( await inBin( id( 'binned' ) ) ).toBe( false );
	} );

	it( 'holds nothing while it is off, and tells by a query whether it is on', async () => {
		const config = `recyclebinconfigs?fetchXml=${ encodeURIComponent(
			"<fetch><entity name='recyclebinconfig'><filter type='and'><condition attribute='statecode' operator='eq' value='0'/><condition attribute='isreadyforrecyclebin' operator='eq' value='1'/></filter><link-entity name='entity' from='entityid' to='extensionofrecordid' link-type='inner' alias='entity'><attribute name='logicalname'/></link-entity></entity></fetch>"
		) }`;
		expect( ( await ask( config ) ).rows ).toMatchObject( [ { 'entity.logicalname': 'contact' } ] );
		await play( { do: 'turn-recycle-bin-off' }, { do: 'delete-contact', id: id( 'fine' ) } );
		expect( ( await ask( config ) ).rows ).toEqual( [] );
		expect( await inBin( id( 'fine' ) ) ).toBe( false );
	} );

	it( 'restores by the address of the row too, and writes over values where it is told', async () => {
		const reply = await send( 'POST', 'Restore', { Target: { '@odata.id': `${ lab[ 'dynamics-365' ].base }/api/data/v9.2/contacts(${ id( 'binned' ) })` } } );
		expect( reply.json ).toMatchObject( { id: id( 'binned' ) } );
		await play( { do: 'delete-contact', id: id( 'fine' ) } );
		await send( 'POST', 'Restore', { Target: { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: id( 'fine' ), jobtitle: 'Back' } } );
		expect( ( await ask( `contacts(${ id( 'fine' ) })?$select=jobtitle,emailaddress1` ) ).json ).toMatchObject( { jobtitle: 'Back', emailaddress1: PEOPLE.fine.email } );
	} );

	it( 'does not restore to an Account that is gone', async () => {
		await play( { do: 'delete-account', id: ACCOUNTS.brightwater.id } );
		expect( await send( 'POST', 'Restore', { Target: { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: id( 'binned' ) } } ) ).toMatchObject( { status: 400, code: '0x80049959' } );
	} );

	it.each( [ '<fetch><entity name="contact"></fetch>', '<fetch/>', 'no xml' ] )( 'refuses %s', async ( source ) => {
		expect( ( await ask( `contacts?fetchXml=${ encodeURIComponent( source ) }` ) ).status ).toBe( 400 );
	} );
} );

describe( 'writes', () => {
	it( 'create by accident without If-Match, and never with it', async () => {
		expect( ( await send( 'PATCH', `contacts(${ id( 'purged' ) })`, { lastname: 'New' }, { 'If-Match': '*' } ) ).status ).toBe( 404 );
		const created = await send( 'PATCH', `contacts(${ id( 'purged' ) })`, { lastname: 'New' } );
		expect( [ created.status, created.headers.get( 'OData-EntityId' ) ] ).toEqual( [ 204, expect.stringContaining( id( 'purged' ) ) ] );
		expect( ( await ask( `contacts(${ id( 'purged' ) })?$select=fullname` ) ).json.fullname ).toBe( 'New' );
	} );

	it( 'hold against a row that has moved on', async () => {
		const etag = String( ( await ask( `contacts(${ id( 'fine' ) })?$select=fullname` ) ).json[ '@odata.etag' ] );
		expect( ( await send( 'PATCH', `contacts(${ id( 'fine' ) })`, { jobtitle: 'One' }, { 'If-Match': etag } ) ).status ).toBe( 204 );
		expect( await send( 'PATCH', `contacts(${ id( 'fine' ) })`, { jobtitle: 'Two' }, { 'If-Match': etag } ) ).toMatchObject( { status: 412, code: '0x80060882' } );
	} );

	it( 'make a changed address unconfirmed', async () => {
		await send( 'PATCH', `contacts(${ id( 'fine' ) })`, { emailaddress1: 'maya@new.example' }, { 'If-Match': '*' } );
		expect( ( await ask( `contacts(${ id( 'fine' ) })?$select=adx_identity_emailaddress1confirmed` ) ).json.adx_identity_emailaddress1confirmed ).toBe( false );
	} );

	it( 'answer as if done and change nothing, where a test says so', async () => {
		await control.merge( { switches: { ignoreWrites: true } } );
		const before = await control.state();
		expect( ( await send( 'PATCH', `contacts(${ id( 'fine' ) })`, { jobtitle: 'X' }, { 'If-Match': '*' } ) ).status ).toBe( 204 );
		expect( ( await send( 'POST', 'Restore', { Target: { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: id( 'binned' ) } } ) ).status ).toBe( 200 );
		const after = await control.state();
		expect( [ after.contacts, after.bin ] ).toEqual( [ before.contacts, before.bin ] );
	} );

	it( 'never delete: the role lacks the privilege', async () => {
		expect( ( await ask( `contacts(${ id( 'fine' ) })`, { method: 'DELETE' } ) ).status ).toBe( 403 );
		expect( ( await ask( `contacts(${ id( 'fine' ) })` ) ).status ).toBe( 200 );
	} );

	it.each( [ 'prvWriteContact', 'prvAppendContact', 'prvAppendToAccount' ] )( 'need %s to set an Account', async ( privilege ) => {
		await play( { do: 'deny-privilege', client: CAUSEWAY.clientId, privilege } );
		const reply = await send( 'PATCH', `contacts(${ id( 'noAccount' ) })`, { 'parentcustomerid_account@odata.bind': `/accounts(${ ACCOUNTS.dunes.id })` }, { 'If-Match': '*' } );
		expect( reply.status ).toBe( 403 );
	} );
} );

describe( 'people’s own doings', () => {
	it( 'leave the loser of a merge as an inactive row that points to the winner', async () => {
		await play( { do: 'merge-contacts', winner: id( 'fine' ), loser: id( 'twin' ) } );
		expect( ( await ask( `contacts(${ id( 'twin' ) })?$select=merged,_masterid_value,statecode` ) ).json ).toMatchObject( { merged: true, _masterid_value: id( 'fine' ), statecode: 1 } );
	} );

	it( 'lock after the fifth wrong password, for five minutes', async () => {
		const order = { do: 'fail-login', id: id( 'fine' ) };
		await play( order, order, order, order );
		const read = async () => ( await ask( `contacts(${ id( 'fine' ) })?$select=adx_identity_accessfailedcount,adx_identity_lockoutenddate` ) ).json;
		expect( await read() ).toMatchObject( { adx_identity_accessfailedcount: 4, adx_identity_lockoutenddate: null } );
		await play( order );
		expect( await read() ).toMatchObject( { adx_identity_accessfailedcount: 0, adx_identity_lockoutenddate: expect.stringMatching( /Z$/ ) } );
	} );

	it( 'end an invitation by redeeming it', async () => {
		await play( { do: 'redeem-invitation', id: id( 'pending' ) } );
		const { rows } = await ask( `adx_invitations?$filter=_adx_invitecontact_value eq ${ id( 'pending' ) }&$select=statecode,statuscode,_adx_redeemedcontact_value` );
		expect( rows ).toMatchObject( [ { statecode: 0, statuscode: INVITATION_REDEEMED, _adx_redeemedcontact_value: id( 'pending' ) } ] );
	} );

	it.each( [
		[ 'mspp', 'mspp_sitesettings', 'adx_sitesettings', 'powerpagecomponent_mspp_webrole_contact', 'name' ],
		[ 'adx', 'adx_sitesettings', 'mspp_sitesettings', 'adx_webrole_contact', 'adx_name' ],
	] )( 'keep the portal in tables of one data model: %s', async ( portalModel, there, notThere, relation, name ) => {
		await control.merge( { switches: { portalModel } } );
		expect( ( await ask( there ) ).rows.length ).toBeGreaterThan( 5 );
		expect( await ask( notThere ) ).toMatchObject( { status: 404, code: '0x8006088a' } );
		expect( ( await ask( `contacts(${ id( 'fine' ) })/${ relation }` ) ).rows.map( ( row ) => row[ name ] ) ).toEqual( [ WEB_ROLE.name ] );
		expect( ( await ask( `contacts(${ id( 'roleless' ) })/${ relation }` ) ).rows ).toEqual( [] );
	} );

	it( 'take the portal off again', async () => {
		await play( { do: 'uninstall-portal' } );
		expect( ( await ask( `contacts(${ id( 'fine' ) })?$select=adx_identity_username` ) ).status ).toBe( 400 );
		expect( ( await ask( 'adx_invitations' ) ).code ).toBe( '0x8006088a' );
	} );

	it( 'are kept by auditing', async () => {
		await play( { do: 'delete-contact', id: id( 'fine' ) } );
		const { rows } = await ask( `audits?$filter=_objectid_value eq ${ id( 'fine' ) } and operation eq 3&$select=createdon,_userid_value`, prefer( 'odata.include-annotations="*"' ) );
		expect( rows ).toMatchObject( [ { '_userid_value@OData.Community.Display.V1.FormattedValue': 'Farah Nordin' } ] );
	} );
} );

describe( 'control', () => {
	it( 'puts the scenario back, and makes the same crowd from the same seed', async () => {
		const one = await play( { do: 'populate', people: 50, seed: 11 } );
		expect( ( await control.state() ).contacts ).toHaveLength( Object.keys( PEOPLE ).length + 48 );
		await control.reset();
		expect( ( await control.state() ).contacts ).toHaveLength( Object.keys( PEOPLE ).length - 2 );
		expect( await play( { do: 'populate', people: 50, seed: 11 } ) ).toEqual( one );
	} );

	it.each( [ { do: 'fly' }, { do: 'delete-contact', id: 'nobody' }, { switches: { nothing: 1 }, merge: true }, { planets: [] } ] )( 'refuses %j', async ( order ) => {
		const response = await fetch( `${ lab[ 'dynamics-365' ].control }/state`, { method: 'POST', body: JSON.stringify( order ) } );
		expect( response.status ).toBe( 400 );
	} );

	it( 'logs no credential', async () => {
		await askToken();
		await ask( 'WhoAmI' );
		const log = JSON.stringify( await control.calls() );
		expect( log ).not.toContain( CAUSEWAY.clientSecret );
		expect( log ).not.toContain( token );
	} );
} );
