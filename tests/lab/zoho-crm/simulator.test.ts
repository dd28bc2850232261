/**
 * The simulator against the vendor's documented behaviour, point by point.
 */
import { inflateRawSync } from 'node:zlib';
import { startLab, type Lab } from '../lab';
import { RemoteControl } from '../remote-control';
import { ACCOUNTS, CAUSEWAY, LAYOUT, PEOPLE, PORTAL, PROFILES, USERNAME_FIELD, USERS, ZGID, type ClientCredentials } from '../scenarios/northwind';
import type { Switches } from './state';

interface Answered {
	readonly status: number;
	readonly headers: Headers;
	/** Parsed where it is JSON, text otherwise, null where empty. */
	readonly body: any;  
}

let lab: Lab;
let control: RemoteControl;
let token: string;

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl( lab[ 'zoho-crm' ].control );
} );
afterAll( () => lab.stop() );
beforeEach( async () => {
	await control.reset();
	token = ( await tokenOf( CAUSEWAY ) ).access_token;
	await control.forgetCalls();
} );

async function read( response: Response ): Promise< Answered > {
	const text = await response.text();
	let body: unknown = text === '' ? null : text;
	try {
		body = JSON.parse( text );
	} catch {}
	return { status: response.status, headers: response.headers, body };
}

const tokenAnswer = async ( fields: Record< string, string > ): Promise< Answered > =>
	read( await fetch( `${ lab[ 'zoho-crm' ].accounts }/oauth/v2/token`, { method: 'POST', body: new URLSearchParams( fields ) } ) );

const refreshFields = ( credentials: ClientCredentials ): Record< string, string > => ( {
	grant_type: 'refresh_token',
	client_id: credentials.clientId,
	client_secret: credentials.clientSecret,
	refresh_token: credentials.refreshToken,
} );

const tokenOf = async ( credentials: ClientCredentials ) => ( await tokenAnswer( refreshFields( credentials ) ) ).body;

async function ask( method: string, path: string, body?: unknown, more: Record< string, string > = {} ): Promise< Answered > {
	return read(
		await fetch( lab[ 'zoho-crm' ].base + path, {
			method,
			headers: { Authorization: `Zoho-oauthtoken ${ token }`, ...more },
			...( body === undefined ? {} : { body: JSON.stringify( body ) } ),
		} )
	);
}

const get = ( path: string, more: Record< string, string > = {} ) => ask( 'GET', path, undefined, more );
const coql = ( query: string ) => ask( 'POST', '/crm/v8/coql', { select_query: query } );
const switchTo = ( switches: Partial< Switches > ) => control.merge( { switches: switches as Record< string, string | number > } );
const idsOf = ( answer: Answered ): string[] => ( answer.body?.data ?? [] ).map( ( row: { id: string } ) => row.id );
const { fine, binned, purged, merged, mergedInto, noAccount, nullEmail, blankEmail, quoted, lookalike } = PEOPLE;
const CONTACT = `/crm/v8/Contacts/${ fine.contactId }`;
const BIN = '/crm/v8/settings/recycle_bin';

describe( 'the accounts host', () => {
	it( 'gives a bearer token for an hour, with scopes and the API host', async () => {
		const { status, body } = await tokenAnswer( refreshFields( CAUSEWAY ) );
		expect( status ).toBe( 200 );
		expect( body ).toMatchObject( { token_type: 'Bearer', expires_in: 3600, api_domain: lab[ 'zoho-crm' ].base } );
		expect( body.scope.split( ' ' ) ).toContain( 'ZohoCRM.coql.READ' );
		expect( body.refresh_token ).toBeUndefined();
	} );

	it( 'takes multipart fields as well', async () => {
		const form = new FormData();
		Object.entries( refreshFields( CAUSEWAY ) ).forEach( ( [ name, value ] ) => form.set( name, value ) );
		const answer = await read( await fetch( `${ lab[ 'zoho-crm' ].accounts }/oauth/v2/token`, { method: 'POST', body: form } ) );
		expect( answer.body.access_token ).toMatch( /^1000\./ );
	} );

	it.each( [
		[ 'an unknown client', { client_id: '1000.NOBODY' }, 'invalid_client' ],
		[ 'a wrong secret', { client_secret: 'wrong' }, 'invalid_client' ],
		[ 'a wrong refresh token', { refresh_token: '1000.wrong.wrong' }, 'invalid_code' ],
		[ "another client's refresh token", { refresh_token: PORTAL.refreshToken }, 'invalid_code' ],
		[ 'an unknown grant code', { grant_type: 'authorization_code', code: '1000.x.y' }, 'invalid_code' ],
	] )( 'answers %s with status 200 and an error', async ( _what, change, error ) => {
		const { status, body } = await tokenAnswer( { ...refreshFields( CAUSEWAY ), ...change } );
		expect( { status, body } ).toEqual( { status: 200, body: { error } } );
	} );

	it( 'gives ten tokens in ten minutes and then access_denied, until the ten minutes are over', async () => {
		for ( let count = 2; count <= 10; count++ ) {
			expect( await tokenOf( CAUSEWAY ) ).toHaveProperty( 'access_token' );
		}
		expect( await tokenOf( CAUSEWAY ) ).toEqual( { error: 'access_denied' } );
		expect( await tokenOf( PORTAL ) ).toHaveProperty( 'access_token' );
		await control.play( { do: 'advance-clock', seconds: 601 } );
		expect( await tokenOf( CAUSEWAY ) ).toHaveProperty( 'access_token' );
	} );

	it( 'exchanges a grant code once, for a refresh token that works', async () => {
		const { code } = await control.play( { do: 'grant-code', client: CAUSEWAY.clientId } );
		const exchange = { ...refreshFields( CAUSEWAY ), grant_type: 'authorization_code', code: String( code ) };
		const first = ( await tokenAnswer( exchange ) ).body;
		expect( first ).toHaveProperty( 'access_token' );
		expect( ( await tokenAnswer( exchange ) ).body ).toEqual( { error: 'invalid_code' } );
		expect( await tokenOf( { ...CAUSEWAY, refreshToken: first.refresh_token } ) ).toHaveProperty( 'access_token' );
	} );

	it( 'keeps thirty access tokens of a refresh token alive', async () => {
		for ( let round = 0; round < 3; round++ ) {
			await control.play( { do: 'advance-clock', seconds: 601 } );
			for ( let count = 0; count < 10; count++ ) {
				await tokenOf( CAUSEWAY );
			}
		}
		expect( ( await get( CONTACT ) ).body.code ).toBe( 'INVALID_TOKEN' );
	} );
} );

describe( 'authorisation', () => {
	it.each( [
		[ 'no header', {}, 401, 'AUTHENTICATION_FAILURE' ],
		[ 'another scheme', { Authorization: 'Bearer x' }, 401, 'INVALID_TOKEN' ],
		[ 'an unknown token', { Authorization: 'Zoho-oauthtoken 1000.x.y' }, 401, 'INVALID_TOKEN' ],
	] )( 'answers %s', async ( _what, headers: Record< string, string >, status, code ) => {
		const answer = await read( await fetch( lab[ 'zoho-crm' ].base + CONTACT, { headers } ) );
		expect( answer ).toMatchObject( { status, body: { code, details: {}, status: 'error' } } );
	} );

	it.each( [ 'INVALID_TOKEN', 'AUTHENTICATION_FAILURE' ] as const )( 'calls a token of an hour ago %s, as switched', async ( code ) => {
		await switchTo( { expiredToken: code } );
		await control.play( { do: 'advance-clock', seconds: 3601 } );
		expect( await get( CONTACT ) ).toMatchObject( { status: 401, body: { code } } );
	} );

	it.each( [ 401, 403 ] as const )( 'answers a missing scope with %i OAUTH_SCOPE_MISMATCH, as switched', async ( status ) => {
		await switchTo( { scopeMismatchStatus: status } );
		await control.play( { do: 'drop-scope', client: CAUSEWAY.clientId, scope: 'ZohoCRM.settings.recycle_bin.READ' } );
		expect( await get( BIN ) ).toMatchObject( { status, body: { code: 'OAUTH_SCOPE_MISMATCH' } } );
		expect( ( await get( CONTACT ) ).status ).toBe( 200 );
	} );

	it( 'asks for the search scope on top of the module for search alone', async () => {
		await control.play( { do: 'drop-scope', client: CAUSEWAY.clientId, scope: 'ZohoSearch.securesearch.READ' } );
		expect( ( await get( `/crm/v8/Contacts/search?email=${ fine.email }` ) ).body.code ).toBe( 'OAUTH_SCOPE_MISMATCH' );
		expect( ( await coql( `select id from Contacts where id = '${ fine.contactId }'` ) ).status ).toBe( 200 );
	} );

	it( 'answers 403 NO_PERMISSION where the profile lacks the right', async () => {
		await control.play( { do: 'deny-right', client: CAUSEWAY.clientId, right: 'contacts.read' } );
		expect( await get( CONTACT ) ).toMatchObject( { status: 403, body: { code: 'NO_PERMISSION' } } );
		expect( await coql( `select id from Contacts where id = '1'` ) ).toMatchObject( { status: 403, body: { code: 'NO_PERMISSION' } } );
	} );

	it.each( [
		[ 'GET', '/crm/v9/Contacts', 404, 'INVALID_URL_PATTERN' ],
		[ 'GET', '/crm/v8/nothing', 404, 'INVALID_URL_PATTERN' ],
		[ 'GET', '/crm/v8/Unicorns/1', 400, 'INVALID_MODULE' ],
		[ 'DELETE', CONTACT, 400, 'INVALID_REQUEST_METHOD' ],
	] )( 'answers %s %s with %i %s', async ( method, path, status, code ) => {
		expect( await ask( method, path ) ).toMatchObject( { status, body: { code } } );
	} );
} );

describe( 'two clients', () => {
	it( "revokes the portal's consent while Causeway's stays", async () => {
		const portal = ( await tokenOf( PORTAL ) ).access_token;
		await control.play( { do: 'revoke-refresh-token', client: PORTAL.clientId } );
		expect( await tokenOf( PORTAL ) ).toEqual( { error: 'invalid_code' } );
		expect( ( await get( CONTACT, { Authorization: `Zoho-oauthtoken ${ portal }` } ) ).body.code ).toBe( 'INVALID_TOKEN' );
		expect( ( await get( CONTACT ) ).status ).toBe( 200 );
	} );

	it( 'plays a fault for one caller only, on either host', async () => {
		const portal = ( await tokenOf( PORTAL ) ).access_token;
		await control.fault( { client: PORTAL.clientId, then: { status: 500, body: { code: 'INTERNAL_ERROR' } } } );
		expect( ( await get( CONTACT, { Authorization: `Zoho-oauthtoken ${ portal }` } ) ).status ).toBe( 500 );
		expect( ( await tokenAnswer( refreshFields( PORTAL ) ) ).status ).toBe( 500 );
		expect( ( await get( CONTACT ) ).status ).toBe( 200 );
	} );

	it( 'serves the version 2 paths that the free portal plugin calls', async () => {
		const headers = { Authorization: `Zoho-oauthtoken ${ ( await tokenOf( PORTAL ) ).access_token }` };
		const contact = await get( `/crm/v2/Contacts/${ fine.contactId }`, headers );
		expect( contact.body.data[ 0 ] ).toMatchObject( { Email: fine.email, Account_Name: { id: ACCOUNTS.alder.id } } );
		expect( ( await get( `/crm/v2/Accounts/${ ACCOUNTS.alder.id }`, headers ) ).body.data[ 0 ].Account_Name ).toBe( ACCOUNTS.alder.name );
		expect( ( await get( `/crm/v2/users/${ USERS.sales }`, headers ) ).body.users[ 0 ].full_name ).toBe( 'Farah Nordin' );
	} );
} );

describe( 'a contact by id', () => {
	it( 'comes with the fields asked for, and its id', async () => {
		const { body } = await get( `${ CONTACT }?fields=Email,Account_Name,No_Such_Field` );
		expect( body ).toEqual( { data: [ { id: fine.contactId, Email: fine.email, Account_Name: { id: ACCOUNTS.alder.id, name: ACCOUNTS.alder.name } } ] } );
	} );

	it.each( [
		[ 'no Account', noAccount, 'Account_Name', null ],
		[ 'no e-mail', nullEmail, 'Email', null ],
		[ 'an empty e-mail', blankEmail, 'Email', '' ],
	] )( 'shows %s as it is', async ( _what, person, field, value ) => {
		expect( ( await get( `/crm/v8/Contacts/${ person.contactId }` ) ).body.data[ 0 ][ field ] ).toBe( value );
	} );

	it.each( [
		[ '204', 204, null ],
		[ '404', 404, 'INVALID_DATA' ],
		[ '400', 400, 'INVALID_DATA' ],
	] as const )( 'is answered with %s where it is absent, as switched', async ( absentRecord, status, code ) => {
		await switchTo( { absentRecord } );
		for ( const person of [ binned, purged, merged ] ) {
			const answer = await get( `/crm/v8/Contacts/${ person.contactId }` );
			expect( [ answer.status, answer.body?.code ?? null ] ).toEqual( [ status, code ] );
		}
	} );

	it( 'is refused where the id is none', async () => {
		expect( await get( '/crm/v8/Contacts/abc' ) ).toMatchObject( { status: 400, body: { code: 'INVALID_DATA' } } );
	} );
} );

describe( 'the list of contacts', () => {
	it( 'leaves out ids that are deleted', async () => {
		const answer = await get( `/crm/v8/Contacts?ids=${ fine.contactId },${ binned.contactId }&fields=Email` );
		expect( idsOf( answer ) ).toEqual( [ fine.contactId ] );
		expect( answer.body.info ).toMatchObject( { count: 1, more_records: false, next_page_token: null, page_token_expiry: null } );
	} );

	it( 'needs the fields named, and at most fifty', async () => {
		expect( ( await get( '/crm/v8/Contacts' ) ).body.code ).toBe( 'REQUIRED_PARAM_MISSING' );
		const many = Array.from( { length: 51 }, ( _, index ) => `F${ index }` ).join( ',' );
		expect( ( await get( `/crm/v8/Contacts?fields=${ many }` ) ).body.code ).toBe( 'LIMIT_EXCEEDED' );
	} );

	it( 'tells what changed since, and 304 where nothing did', async () => {
		const since = { 'If-Modified-Since': new Date( Date.now() - 60_000 ).toISOString() };
		expect( ( await get( '/crm/v8/Contacts?fields=Email', since ) ).status ).toBe( 304 );
		await control.play( { do: 'unlink-account', id: fine.contactId } );
		expect( idsOf( await get( '/crm/v8/Contacts?fields=Email', since ) ) ).toEqual( [ fine.contactId ] );
	} );

	it( 'stops paging by number at 2,000 rows, goes on by token, and lets a token die after a day', async () => {
		await control.merge( { contacts: Array.from( { length: 2100 }, ( _, index ) => ( { id: String( 7_000_000 + index ), Last_Name: `N${ index }`, Email: `n${ index }@x.example` } ) ) } );
		const tenth = await get( '/crm/v8/Contacts?fields=Email&per_page=200&page=10' );
		expect( tenth.body.info ).toMatchObject( { page: 10, more_records: true } );
		expect( await get( '/crm/v8/Contacts?fields=Email&per_page=200&page=11' ) ).toMatchObject( { status: 400 } );
		const path = `/crm/v8/Contacts?fields=Email&per_page=200&page_token=${ tenth.body.info.next_page_token }`;
		const eleventh = await get( path );
		expect( eleventh.body.info ).toMatchObject( { page: 11, count: 113, more_records: false } );
		await control.play( { do: 'advance-clock', seconds: 25 * 3600 } );
		token = ( await tokenOf( CAUSEWAY ) ).access_token;
		expect( await get( path ) ).toMatchObject( { status: 400, body: { code: 'INVALID_DATA' } } );
	} );
} );

describe( 'search', () => {
	it( 'looks at every e-mail field, and matches in part', async () => {
		expect( idsOf( await get( `/crm/v8/Contacts/search?email=${ fine.email }` ) ).sort() ).toEqual( [ fine.contactId, lookalike.contactId ].sort() );
		expect( idsOf( await get( `/crm/v8/Contacts/search?email=${ merged.email }` ) ) ).toEqual( [ mergedInto.contactId ] );
	} );

	it( 'answers 204 where nothing matches', async () => {
		expect( await get( '/crm/v8/Contacts/search?email=nobody@nowhere.example' ) ).toMatchObject( { status: 204, body: null } );
	} );

	it( 'takes "equals" for "contains", knows starts_with and in, and backslashes', async () => {
		const find = async ( criteria: string ) => idsOf( await get( `/crm/v8/Contacts/search?criteria=${ encodeURIComponent( criteria ) }` ) );
		expect( await find( `(Email:equals:${ fine.email })` ) ).toHaveLength( 2 );
		expect( await find( `(Email:starts_with:${ fine.email })` ) ).toEqual( [ fine.contactId ] );
		expect( await find( `((Email:starts_with:maya)or(Last_Name:equals:Raman))` ) ).toHaveLength( 2 );
		expect( await find( `(Last_Name:in:Raman,Wind)` ) ).toHaveLength( 2 );
		await control.play( { do: 'set-contact', id: fine.contactId, fields: { Last_Name: 'Lind (qvist), jr' } } );
		expect( await find( '(Last_Name:equals:Lind \\(qvist\\)\\, jr)' ) ).toEqual( [ fine.contactId ] );
		expect( ( await get( '/crm/v8/Contacts/search?criteria=Email' ) ).body.code ).toBe( 'INVALID_QUERY' );
	} );

	it( 'learns of changes late, while COQL is live', async () => {
		await switchTo( { searchLagSeconds: 60 } );
		await control.play( { do: 'set-contact', id: fine.contactId, fields: { Email: 'new@address.example' } } );
		expect( ( await get( '/crm/v8/Contacts/search?email=new@address.example' ) ).status ).toBe( 204 );
		expect( ( await coql( "select id from Contacts where Email = 'new@address.example'" ) ).status ).toBe( 200 );
		await control.play( { do: 'advance-clock', seconds: 61 } );
		expect( idsOf( await get( '/crm/v8/Contacts/search?email=new@address.example' ) ) ).toEqual( [ fine.contactId ] );
	} );
} );

describe( 'COQL', () => {
	it( 'gives a look-up as its id only', async () => {
		const { body } = await coql( `select id, Email, Account_Name from Contacts where Email = '${ fine.email.toUpperCase() }' limit 0, 5` );
		expect( body ).toEqual( {
			data: [ { id: fine.contactId, Email: fine.email, Account_Name: { id: ACCOUNTS.alder.id } } ],
			info: { count: 1, more_records: false },
		} );
	} );

	it.each( [
		[ `Email in ('${ fine.email }', '${ noAccount.email }')`, 2 ],
		[ "(Email like 'maya%' or Email like '%raman%') and Account_Name is null", 1 ],
		[ `Account_Name = '${ ACCOUNTS.brightwater.id }'`, 0 ],
		[ 'Email is null', 2 ],
		[ "Modified_Time > '2001-01-01T00:00:00+00:00' and Last_Name = 'Raman'", 1 ],
		[ "Last_Name not in ('Raman') and First_Name = 'Priya'", 0 ],
	] )( 'understands where %s', async ( where, count ) => {
		const answer = await coql( `select id from Contacts where ${ where }` );
		expect( [ answer.status, idsOf( answer ).length ] ).toEqual( [ count === 0 ? 204 : 200, count ] );
	} );

	it( 'pages by limit and offset', async () => {
		const first = await coql( "select id from Contacts where Last_Name != '' order by id asc limit 0, 5" );
		const second = await coql( "select id from Contacts where Last_Name != '' order by id asc limit 5 offset 5" );
		expect( first.body.info ).toEqual( { count: 5, more_records: true } );
		expect( new Set( [ ...idsOf( first ), ...idsOf( second ) ] ).size ).toBe( 10 );
	} );

	it.each( [
		[ "select id Contacts where Email = 'a'", 'SYNTAX_ERROR' ],
		[ 'select id from Contacts', 'SYNTAX_ERROR' ],
		[ "select id, Old_Name from Contacts where Email = 'a'", 'INVALID_QUERY' ],
		[ "select id from Contacts where Old_Name = 'a'", 'INVALID_QUERY' ],
		[ "select id from Unicorns where Email = 'a'", 'INVALID_MODULE' ],
		[ "select id from Contacts where Email = 'a' limit 0, 2001", 'LIMIT_EXCEEDED' ],
		[ "select id from Contacts where Email = 'a' limit 99999, 200", 'LIMIT_EXCEEDED' ],
		[ `select id from Contacts where Email in (${ Array.from( { length: 51 }, () => "'a'" ).join( ',' ) })`, 'LIMIT_EXCEEDED' ],
		[ `select id from Contacts where ${ Array.from( { length: 26 }, () => "Email = 'a'" ).join( ' or ' ) }`, 'LIMIT_EXCEEDED' ],
	] )( 'refuses %s with %s', async ( query, code ) => {
		expect( await coql( query ) ).toMatchObject( { status: 400, body: { code, status: 'error' } } );
	} );

	it( 'answers a missing query with MANDATORY_NOT_FOUND', async () => {
		expect( await ask( 'POST', '/crm/v8/coql', {} ) ).toMatchObject( { status: 400, body: { code: 'MANDATORY_NOT_FOUND' } } );
	} );

	it.each( [
		[ 'doubled', "''", "\\'" ],
		[ 'backslash', "\\'", "''" ],
	] as const )( 'takes a %s quote, and not the other kind, as switched', async ( coqlQuote, right, wrong ) => {
		await switchTo( { coqlQuote } );
		const find = ( quote: string ) => coql( `select id from Contacts where Email = '${ quoted.email.replace( "'", quote ) }'` );
		expect( idsOf( await find( right ) ) ).toEqual( [ quoted.contactId ] );
		expect( ( await find( wrong ) ).body?.code ).toBe( 'SYNTAX_ERROR' );
	} );

	it.each( [
		[ 200, 1 ],
		[ 201, 2 ],
		[ 1001, 3 ],
	] )( 'costs for limit %i credits %i', async ( limit, cost ) => {
		const before = ( await control.state() ).creditsLeft;
		await coql( `select id from Contacts where Email = 'a' limit 0, ${ limit }` );
		expect( before - ( await control.state() ).creditsLeft ).toBe( cost );
	} );
} );

describe( 'deleted records', () => {
	it.each( [
		[ 'all', [ binned.contactId, purged.contactId ] ],
		[ 'recycle', [ binned.contactId ] ],
		[ 'permanent', [ purged.contactId ] ],
	] )( 'are listed by type %s, without an e-mail', async ( type, ids ) => {
		const answer = await get( `/crm/v8/Contacts/deleted?type=${ type }` );
		expect( idsOf( answer ) ).toEqual( ids );
		expect( JSON.stringify( answer.body ) ).not.toContain( '@' );
		expect( Object.keys( answer.body.data[ 0 ] ).sort() ).toEqual( [ 'created_by', 'deleted_by', 'deleted_time', 'display_name', 'id', 'type' ] );
	} );

	it( 'are told since a moment', async () => {
		const since = { 'If-Modified-Since': new Date( Date.now() - 60_000 ).toISOString() };
		expect( ( await get( '/crm/v8/Contacts/deleted?type=all', since ) ).status ).toBe( 304 );
		await control.play( { do: 'delete-contact', id: fine.contactId } );
		expect( idsOf( await get( '/crm/v8/Contacts/deleted?type=all', since ) ) ).toEqual( [ fine.contactId ] );
	} );

	it( 'turn permanent after sixty days, and leave the list 120 days later', async () => {
		await control.play( { do: 'advance-clock', seconds: 58 * 86_400 } );
		token = ( await tokenOf( CAUSEWAY ) ).access_token;
		expect( ( await get( `${ BIN }/${ binned.contactId }` ) ).status ).toBe( 204 );
		expect( ( await get( '/crm/v8/Contacts/deleted?type=permanent' ) ).body.data[ 0 ] ).toMatchObject( { id: binned.contactId, type: 'permanent' } );
		await control.play( { do: 'advance-clock', seconds: 121 * 86_400 } );
		token = ( await tokenOf( CAUSEWAY ) ).access_token;
		expect( ( await get( '/crm/v8/Contacts/deleted?type=all' ) ).status ).toBe( 204 );
	} );

	it.each( [
		[ 'vanishes', 204 ],
		[ 'permanent', 200 ],
	] as const )( 'know a merged contact or not, as switched (%s)', async ( mergedRecord, status ) => {
		await switchTo( { mergedRecord } );
		await control.merge( { deleted: [] } );
		await control.play( { do: 'merge-contacts', winner: mergedInto.contactId, loser: fine.contactId } );
		const since = { 'If-Modified-Since': new Date( Date.now() - 60_000 ).toISOString() };
		expect( ( await get( '/crm/v8/Contacts/deleted?type=permanent', since ) ).status ).toBe( status === 204 ? 304 : status );
		expect( ( await get( CONTACT ) ).status ).toBe( 204 );
		expect( ( await get( `${ BIN }/${ fine.contactId }` ) ).status ).toBe( 204 );
		const { body } = await get( `/crm/v8/Contacts/${ mergedInto.contactId }/__timeline` );
		expect( body.__timeline[ 0 ] ).toMatchObject( { action: 'merged', done_by: { id: USERS.admin } } );
	} );
} );

describe( 'the recycle bin', () => {
	it( 'shows who deleted what when, and no e-mail', async () => {
		const { body } = await get( `${ BIN }?ids=${ binned.contactId }` );
		expect( body.recycle_bin[ 0 ] ).toMatchObject( { id: binned.contactId, display_name: 'Tomas Okafor', module: { api_name: 'Contacts' }, deleted_by: { name: 'Farah Nordin' } } );
		expect( body.recycle_bin[ 0 ].deleted_time ).toMatch( /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+01:00$/ );
		expect( JSON.stringify( body ) ).not.toContain( '@' );
	} );

	it.each( [
		[ { group_operator: 'and', group: [ { field: { api_name: 'module' }, comparator: 'equal', value: { api_name: 'Contacts' } }, { field: { api_name: 'display_name' }, comparator: 'contains', value: 'okaf' } ] }, 200 ],
		[ { field: { api_name: 'display_name' }, comparator: 'contains', value: 'nobody' }, 204 ],
		[ { field: { api_name: 'email' }, comparator: 'equal', value: 'x' }, 400 ],
	] )( 'filters %j: %i', async ( filters, status ) => {
		expect( ( await get( `${ BIN }?filters=${ encodeURIComponent( JSON.stringify( filters ) ) }` ) ).status ).toBe( status );
	} );

	it( 'counts', async () => {
		expect( ( await get( `${ BIN }/actions/count` ) ).body ).toEqual( { count: 1 } );
	} );

	it.each( [
		[ 'by list', `${ BIN }/actions/restore`, { ids: [ binned.contactId ] } ],
		[ 'by path', `${ BIN }/${ binned.contactId }/actions/restore`, undefined ],
	] )( 'restores a contact %s, with its e-mail and Account', async ( _how, path, body ) => {
		const answer = await ask( 'POST', path, body );
		expect( answer ).toMatchObject( { status: 200, body: { recycle_bin: [ { code: 'SUCCESS', message: 'record restored', details: { id: binned.contactId } } ] } } );
		expect( ( await get( `/crm/v8/Contacts/${ binned.contactId }` ) ).body.data[ 0 ] ).toMatchObject( { Email: binned.email, Account_Name: { id: ACCOUNTS.brightwater.id } } );
		expect( ( await get( `${ BIN }/${ binned.contactId }` ) ).status ).toBe( 204 );
	} );

	it( 'answers 207 where one id is bad, 400 where all are', async () => {
		const restore = ( ids: string[] ) => ask( 'POST', `${ BIN }/actions/restore`, { ids } );
		expect( ( await restore( [ purged.contactId ] ) ).status ).toBe( 400 );
		const mixed = await restore( [ binned.contactId, purged.contactId ] );
		expect( mixed.status ).toBe( 207 );
		expect( mixed.body.recycle_bin.map( ( row: { code: string } ) => row.code ) ).toEqual( [ 'SUCCESS', 'INVALID_DATA' ] );
	} );

	it( 'schedules a restore of more than a thousand records, children counted', async () => {
		await control.play( { do: 'delete-contact', id: fine.contactId, children: 1000 } );
		const answer = await ask( 'POST', `${ BIN }/actions/restore`, { ids: [ fine.contactId ] } );
		expect( answer ).toMatchObject( { status: 202, body: { recycle_bin: [ { code: 'SCHEDULED', status: 'success' } ] } } );
		expect( ( await get( CONTACT ) ).status ).toBe( 204 );
		await control.play( { do: 'advance-clock', seconds: 6 } );
		expect( ( await get( CONTACT ) ).status ).toBe( 200 );
	} );

	it.each( [
		[ {}, 'EXPECTED_FIELD_MISSING' ],
		[ { ids: [ '1' ], restore_all_records: true }, 'AMBIGUITY_DURING_PROCESSING' ],
		[ { ids: [] }, 'INVALID_DATA' ],
	] )( 'refuses %j with %s', async ( body, code ) => {
		expect( await ask( 'POST', `${ BIN }/actions/restore`, body ) ).toMatchObject( { status: 400, body: { code } } );
	} );

	it( "lets nobody restore another's record whose profile is not made for it", async () => {
		await control.merge( { users: [ { id: USERS.integration, profileId: PROFILES.standard } ] } );
		expect( ( await ask( 'POST', `${ BIN }/actions/restore`, { ids: [ binned.contactId ] } ) ).body.recycle_bin[ 0 ].code ).toBe( 'AUTHORIZATION_FAILED' );
	} );
} );

describe( 'fields and layouts', () => {
	const names = ( answer: Answered ): string[] => ( answer.body?.fields ?? [] ).map( ( field: { api_name: string } ) => field.api_name );
	const FIELDS = '/crm/v8/settings/fields?module=Contacts';

	it( 'describe a field with its profiles and layouts', async () => {
		const field = ( await get( FIELDS ) ).body.fields.find( ( one: { api_name: string } ) => one.api_name === USERNAME_FIELD );
		expect( field ).toMatchObject( { data_type: 'text', custom_field: true, view_type: { view: true }, layout_associations: [ { id: LAYOUT } ] } );
		expect( field.profiles ).toContainEqual( { permission_type: 'read_write', name: 'Integration', id: PROFILES.integration } );
	} );

	it( 'forget a removed field everywhere', async () => {
		await control.play( { do: 'remove-field', field: USERNAME_FIELD } );
		expect( names( await get( FIELDS ) ) ).not.toContain( USERNAME_FIELD );
		expect( ( await get( `${ FIELDS }&type=unused` ) ).status ).toBe( 204 );
		expect( ( await get( CONTACT ) ).body.data[ 0 ] ).not.toHaveProperty( USERNAME_FIELD );
		expect( await coql( `select ${ USERNAME_FIELD } from Contacts where Email = 'a'` ) ).toMatchObject( { status: 400, body: { code: 'INVALID_QUERY', details: { column_name: USERNAME_FIELD } } } );
	} );

	it( 'list an unused field apart, and bring its values back with it', async () => {
		await control.play( { do: 'unuse-field', field: USERNAME_FIELD } );
		expect( names( await get( FIELDS ) ) ).not.toContain( USERNAME_FIELD );
		expect( names( await get( `${ FIELDS }&type=unused` ) ) ).toEqual( [ USERNAME_FIELD ] );
		expect( ( await get( CONTACT ) ).body.data[ 0 ] ).not.toHaveProperty( USERNAME_FIELD );
		await control.play( { do: 'use-field', field: USERNAME_FIELD } );
		expect( ( await get( CONTACT ) ).body.data[ 0 ][ USERNAME_FIELD ] ).toBe( fine.email );
	} );

	it.each( [
		[ 'listed', true ],
		[ 'omitted', false ],
	] as const )( 'hide a field from one client alone; metadata as switched (%s)', async ( hiddenField, isNamed ) => {
		await switchTo( { hiddenField } );
		await control.play( { do: 'hide-field', field: USERNAME_FIELD, client: CAUSEWAY.clientId } );
		const field = ( await get( FIELDS ) ).body.fields.find( ( one: { api_name: string } ) => one.api_name === USERNAME_FIELD );
		const profiles: { id: string; permission_type: string }[] = field?.profiles ?? [];
		expect( profiles.find( ( profile ) => profile.id === PROFILES.integration )?.permission_type ).toBe( isNamed ? 'hidden' : undefined );
		expect( ( await get( CONTACT ) ).body.data[ 0 ] ).not.toHaveProperty( USERNAME_FIELD );
		const portal = { Authorization: `Zoho-oauthtoken ${ ( await tokenOf( PORTAL ) ).access_token }` };
		expect( ( await get( `/crm/v2/Contacts/${ fine.contactId }`, portal ) ).body.data[ 0 ][ USERNAME_FIELD ] ).toBe( fine.email );
	} );

	it( 'know the layout, and want a module', async () => {
		expect( ( await get( '/crm/v8/settings/layouts?module=Contacts' ) ).body.layouts[ 0 ] ).toMatchObject( { id: LAYOUT, status: 'active' } );
		expect( ( await get( '/crm/v8/settings/fields' ) ).body.code ).toBe( 'REQUIRED_PARAM_MISSING' );
		expect( ( await get( '/crm/v8/settings/fields?module=Unicorns' ) ).body.code ).toBe( 'INVALID_MODULE' );
	} );

	it( 'make a new field under another API name, without the old values', async () => {
		await control.play( { do: 'add-scope', scope: 'ZohoCRM.settings.fields.CREATE', client: CAUSEWAY.clientId }, { do: 'unuse-field', field: USERNAME_FIELD } );
		token = ( await tokenOf( CAUSEWAY ) ).access_token;
		const answer = await ask( 'POST', FIELDS, { fields: [ { field_label: 'User Name', data_type: 'text', length: 120 } ] } );
		expect( answer ).toMatchObject( { status: 201, body: { fields: [ { code: 'SUCCESS' } ] } } );
		expect( names( await get( FIELDS ) ) ).toContain( 'User_Name1' );
		expect( ( await get( CONTACT ) ).body.data[ 0 ].User_Name1 ).toBeNull();
	} );
} );

describe( 'an update', () => {
	const put = ( path: string, row: unknown, more: Record< string, string > = {} ) => ask( 'PUT', path, { data: [ row ] }, more );
	const PATH = `/crm/v8/Contacts/${ noAccount.contactId }`;

	it( 'sets an Account', async () => {
		const answer = await put( PATH, { Account_Name: { id: ACCOUNTS.brightwater.id } } );
		expect( answer ).toMatchObject( { status: 200, body: { data: [ { code: 'SUCCESS', details: { id: noAccount.contactId, Modified_Time: expect.any( String ) } } ] } } );
		expect( ( await get( PATH ) ).body.data[ 0 ].Account_Name ).toEqual( { id: ACCOUNTS.brightwater.id, name: ACCOUNTS.brightwater.name } );
	} );

	it.each( [
		[ { Account_Name: { id: '1' } }, 'INVALID_DATA', 'Account_Name' ],
		[ { Account_Name: 'Acme' }, 'INVALID_DATA', 'Account_Name' ],
		[ { Email: 'no address' }, 'INVALID_DATA', 'Email' ],
		[ { Last_Name: '' }, 'MANDATORY_NOT_FOUND', 'Last_Name' ],
	] )( 'of %j is refused with %s', async ( row, code, field ) => {
		expect( await put( PATH, row ) ).toMatchObject( { status: 400, body: { data: [ { code, details: { api_name: field }, status: 'error' } ] } } );
	} );

	it( 'of nothing is refused', async () => {
		expect( await ask( 'PUT', PATH, {} ) ).toMatchObject( { status: 400, body: { code: 'MANDATORY_NOT_FOUND', details: { api_name: 'data' } } } );
	} );

	it( 'of many rows answers by row, and costs a credit for ten', async () => {
		const rows = Array.from( { length: 11 }, () => ( { id: fine.contactId, Phone: '1' } ) );
		const before = ( await control.state() ).creditsLeft;
		expect( ( await ask( 'PUT', '/crm/v8/Contacts', { data: rows } ) ).status ).toBe( 200 );
		expect( before - ( await control.state() ).creditsLeft ).toBe( 2 );
		const mixed = await ask( 'PUT', '/crm/v8/Contacts', { data: [ { id: fine.contactId, Phone: '2' }, { id: binned.contactId, Phone: '2' }, { Phone: '2' } ] } );
		expect( [ mixed.status, ...mixed.body.data.map( ( row: { code: string } ) => row.code ) ] ).toEqual( [ 207, 'SUCCESS', 'INVALID_DATA', 'MANDATORY_NOT_FOUND' ] );
	} );

	it( 'of a unique value that another record has is a duplicate', async () => {
		const field = ( await control.state() ).fields.find( ( one ) => one.apiName === USERNAME_FIELD );
		await control.merge( { fields: [ { id: field?.id ?? '', isUnique: true } ] } );
		expect( ( await put( PATH, { [ USERNAME_FIELD ]: fine.email } ) ).body.data[ 0 ].code ).toBe( 'DUPLICATE_DATA' );
	} );

	it( 'is refused with 412 where the record changed since', async () => {
		const before = { 'If-Unmodified-Since': new Date( Date.now() - 60_000 ).toISOString() };
		await control.play( { do: 'set-contact', id: noAccount.contactId, fields: { Phone: '1' } } );
		expect( await put( PATH, { Phone: '2' }, before ) ).toMatchObject( { status: 412, body: { code: 'RECORD_MODIFIED' } } );
		const after = { 'If-Unmodified-Since': new Date( Date.now() + 60_000 ).toISOString() };
		expect( ( await put( PATH, { Phone: '2' }, after ) ).status ).toBe( 200 );
	} );

	it.each( [
		[ 'ignored', 200 ],
		[ 'rejected', 400 ],
	] as const )( 'that names an unknown field is %s, as switched', async ( unknownField, status ) => {
		await switchTo( { unknownField } );
		expect( ( await put( PATH, { Old_Name: 'x' } ) ).status ).toBe( status );
	} );
} );

describe( 'the org', () => {
	it( 'names its zgid and licence', async () => {
		expect( ( await get( '/crm/v8/org' ) ).body.org[ 0 ] ).toMatchObject( { zgid: ZGID, company_name: 'Northwind Partners', license_details: { paid: true, paid_type: 'enterprise', users_license_purchased: 5 } } );
	} );

	it( 'counts seats', async () => {
		expect( ( await get( '/crm/v8/__features/user_licenses' ) ).body.__features[ 0 ].details ).toEqual( { available_count: { total: 2 }, used_count: { total: 3 }, limits: { total: 5 } } );
	} );

	it.each( [
		[ 'CurrentUser', [ USERS.integration ] ],
		[ 'AdminUsers', [ USERS.admin ] ],
		[ 'AllUsers', [ USERS.admin, USERS.sales, USERS.integration ] ],
	] )( 'lists users of type %s', async ( type, ids ) => {
		const { body } = await get( `/crm/v8/users?type=${ type }` );
		expect( body.users.map( ( user: { id: string } ) => user.id ) ).toEqual( ids );
	} );
} );

describe( 'quota', () => {
	const HEADER = 'X-API-CREDITS-REMAINING';

	it( 'is told only once half of the day is spent', async () => {
		await control.merge( { credits: { limit: 1000, remaining: 502 } } );
		expect( ( await get( CONTACT ) ).headers.get( HEADER ) ).toBeNull();
		expect( ( await get( CONTACT ) ).headers.get( HEADER ) ).toBe( '500' );
	} );

	it( 'ends in 429 without Retry-After, and comes back after 24 hours', async () => {
		await control.play( { do: 'spend-credits', leave: 1 } );
		expect( ( await get( CONTACT ) ).headers.get( HEADER ) ).toBe( '0' );
		const refused = await get( CONTACT );
		expect( refused ).toMatchObject( { status: 429, body: { code: 'TOO_MANY_REQUESTS' } } );
		expect( refused.headers.get( 'Retry-After' ) ).toBeNull();
		expect( refused.headers.get( HEADER ) ).toBeNull();
		await control.play( { do: 'advance-clock', seconds: 86_400 + 60 } );
		token = ( await tokenOf( CAUSEWAY ) ).access_token;
		expect( ( await get( CONTACT ) ).status ).toBe( 200 );
	} );

	it( 'looks the same when too many calls are under way, and that clears by itself', async () => {
		await control.merge( { concurrency: { limit: 1 } } );
		await control.fault( { times: 1, slowMs: 400 } );
		const slow = get( CONTACT );
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
		const crowded = await get( CONTACT );
		await slow;
		await control.play( { do: 'spend-credits' } );
		const spent = await get( CONTACT );
		expect( crowded.status ).toBe( 429 );
		expect( crowded.body ).toEqual( spent.body );
		await control.play( { do: 'refill-credits' } );
		expect( ( await get( CONTACT ) ).status ).toBe( 200 );
	} );
} );

describe( 'bulk read', () => {
	const order = ( fields: string[] ) => ask( 'POST', '/crm/bulk/v8/read', { query: { module: { api_name: 'Contacts' }, fields, page: 1 } } );

	it( 'gives all contacts as one zipped CSV', async () => {
		const job = ( await order( [ 'id', 'Email', 'Account_Name', 'Last_Name' ] ) ).body.data[ 0 ];
		expect( job ).toMatchObject( { code: 'ADDED_SUCCESSFULLY', details: { operation: 'read', state: 'ADDED' } } );
		const path = `/crm/bulk/v8/read/${ job.details.id }`;
		expect( ( await get( path ) ).body.data[ 0 ].state ).not.toBe( 'COMPLETED' );
		expect( ( await get( `${ path }/result` ) ).status ).toBe( 404 );
		await control.play( { do: 'advance-clock', seconds: 2 } );
		const done = ( await get( path ) ).body.data[ 0 ];
		expect( done ).toMatchObject( { state: 'COMPLETED', file_type: 'csv', result: { page: 1, count: 13, per_page: 200_000, more_records: false, download_url: `${ path }/result` } } );
		const response = await fetch( lab[ 'zoho-crm' ].base + done.result.download_url, { headers: { Authorization: `Zoho-oauthtoken ${ token }` } } );
		const zip = Buffer.from( await response.arrayBuffer() );
		const start = 30 + zip.readUInt16LE( 26 );
		const lines = inflateRawSync( zip.subarray( start, start + zip.readUInt32LE( 18 ) ) ).toString( 'utf8' ).trim().split( '\n' );
		expect( lines[ 0 ] ).toBe( 'Id,Email,Account_Name,Last_Name' );
		expect( lines ).toContain( `${ fine.contactId },${ fine.email },${ ACCOUNTS.alder.id },Lindqvist` );
		expect( lines.find( ( line ) => line.includes( 'hostile@' ) ) ).toContain( '"""><script>alert(2)</script>"' );
	} );

	it( 'refuses an unknown field', async () => {
		expect( ( await order( [ 'Old_Name' ] ) ).status ).toBe( 400 );
	} );
} );

describe( 'faults', () => {
	it.each( [
		[ 'html', { status: 200, body: expect.stringContaining( '<html>' ) } ],
		[ 'empty', { status: 200, body: null } ],
		[ 'malformed', { status: 200, body: expect.stringMatching( /^\{"data"/ ) } ],
	] as const )( 'play %s once', async ( then, expected ) => {
		await control.fault( { method: 'GET', path: '/crm/v8/Contacts/*', times: 1, then } );
		expect( await get( CONTACT ) ).toMatchObject( expected );
		expect( ( await get( CONTACT ) ).body.data ).toHaveLength( 1 );
	} );

	it( 'cut the connection, or half an answer', async () => {
		await control.fault( { times: 1, then: 'reset' }, { times: 1, then: 'truncated' } );
		await expect( get( CONTACT ) ).rejects.toThrow();
		await expect( get( CONTACT ) ).rejects.toThrow();
	} );

	it( 'hang until the caller gives up', async () => {
		await control.fault( { then: 'hang' } );
		await expect( fetch( lab[ 'zoho-crm' ].base + CONTACT, { signal: AbortSignal.timeout( 200 ) } ) ).rejects.toThrow( /timeout|aborted/ );
	} );

	it( 'answer late', async () => {
		await control.fault( { slowMs: 150 } );
		const started = Date.now();
		expect( ( await get( CONTACT ) ).status ).toBe( 200 );
		expect( Date.now() - started ).toBeGreaterThanOrEqual( 145 );
	} );

	it( 'let calls pass first, and lose the answer of a write that was done', async () => {
		await control.fault( { path: '/actions/restore', after: 1, then: { status: 502 }, performed: true } );
		await ask( 'POST', `${ BIN }/actions/restore`, { ids: [ '1' ] } );
		expect( ( await ask( 'POST', `${ BIN }/actions/restore`, { ids: [ binned.contactId ] } ) ).status ).toBe( 502 );
		expect( ( await get( `/crm/v8/Contacts/${ binned.contactId }` ) ).status ).toBe( 200 );
	} );

	it( 'are cleared by an empty object, and refused where they make no sense', async () => {
		const post = ( body: unknown ) => fetch( `${ lab[ 'zoho-crm' ].control }/faults`, { method: 'POST', body: JSON.stringify( body ) } );
		await post( { then: 'html' } );
		await post( {} );
		expect( ( await get( CONTACT ) ).body.data ).toHaveLength( 1 );
		expect( ( await post( { path: '/x' } ) ).status ).toBe( 400 );
		expect( ( await post( { then: 'explode' } ) ).status ).toBe( 400 );
		expect( ( await post( { then: 'html', pth: '/x' } ) ).status ).toBe( 400 );
	} );
} );

describe( 'the call log', () => {
	it( 'tells reads from writes, by caller, and keeps no credential', async () => {
		await tokenAnswer( refreshFields( PORTAL ) );
		await coql( "select id from Contacts where Email = 'a'" );
		await ask( 'PUT', CONTACT, { data: [ { Phone: '1' } ] } );
		const calls = await control.calls();
		expect( calls.map( ( call ) => [ call.host, call.method, call.kind, call.status, call.client ] ) ).toEqual( [
			[ 'accounts', 'POST', 'read', 200, PORTAL.clientId ],
			[ 'api', 'POST', 'read', 204, CAUSEWAY.clientId ],
			[ 'api', 'PUT', 'write', 200, CAUSEWAY.clientId ],
		] );
		expect( calls[ 2 ]?.body ).toEqual( { data: [ { Phone: '1' } ] } );
		const text = JSON.stringify( calls );
		[ PORTAL.clientSecret, PORTAL.refreshToken, token ].forEach( ( secret ) => expect( text ).not.toContain( secret ) );
	} );

	it( 'redacts credentials in a query', async () => {
		await fetch( `${ lab[ 'zoho-crm' ].accounts }/oauth/v2/token?${ new URLSearchParams( refreshFields( CAUSEWAY ) ) }`, { method: 'POST' } );
		expect( ( await control.calls() )[ 0 ]?.query ).toMatchObject( { refresh_token: '[redacted]', client_secret: '[redacted]' } );
	} );

	it( 'keeps a call that was never answered, with status 0', async () => {
		await control.fault( { then: 'reset' } );
		await get( CONTACT ).catch( () => undefined );
		expect( await control.calls() ).toMatchObject( [ { status: 0, fault: 'reset' } ] );
	} );
} );

describe( 'the control API', () => {
	it( 'goes back to the scenario, but for the parts that are sent', async () => {
		await control.play( { do: 'null-email', id: fine.contactId }, { do: 'delete-account', id: ACCOUNTS.ember.id } );
		await fetch( `${ lab[ 'zoho-crm' ].control }/state`, { method: 'POST', body: JSON.stringify( { contacts: [ { id: '77', Last_Name: 'Solo' } ] } ) } );
		const state = await control.state();
		expect( state.contacts.map( ( contact ) => contact.id ) ).toEqual( [ '77' ] );
		expect( state.accounts ).toHaveLength( 5 );
	} );

	it( 'merges by id, deleted records and clients included', async () => {
		await control.merge( {
			contacts: [ { id: fine.contactId, Phone: '7' } ],
			deleted: [ { id: '55', kind: 'permanent', deletedAt: new Date( Date.now() - 3600_000 ).toISOString(), displayName: 'Gone' } ],
			clients: [ { clientId: 'third', clientSecret: 's', refreshToken: 'r', scopes: [ 'ZohoCRM.modules.ALL' ] } ],
		} );
		expect( ( await get( CONTACT ) ).body.data[ 0 ] ).toMatchObject( { Phone: '7', Email: fine.email } );
		expect( idsOf( await get( '/crm/v8/Contacts/deleted?type=permanent' ) ) ).toContain( '55' );
		expect( await tokenOf( { clientId: 'third', clientSecret: 's', refreshToken: 'r' } ) ).toHaveProperty( 'access_token' );
	} );

	it.each( [
		[ { do: 'dance' }, /delete-contact/ ],
		[ { do: 'delete-contact', id: '1' }, /no contact 1/ ],
		[ { contactz: [] }, /no contactz/ ],
	] )( 'refuses %j with a sentence', async ( order, sentence ) => {
		await expect( control.play( order ) ).rejects.toThrow( sentence );
	} );
} );
