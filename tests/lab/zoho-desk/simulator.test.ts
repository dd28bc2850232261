/**
 * Holds the simulator against Zoho Desk's documentation and its published schemas, member by member. No independent client exists.
 */
import Ajv from 'ajv';
import { startLab, type Lab } from '../lab';
import { isObject, type Json, type JsonObject } from '../json';
import { RemoteControl } from '../remote-control';
import { ACCOUNTS, AGENTS, HELP_CENTER, ORG_ID, OTHER_ORG_ID, PEOPLE, PORTAL_FIELD } from './scenario';
import type { DeskState } from './state';

let lab: Lab;
let control: RemoteControl< DeskState >;
let token: string;

interface Reply {
	status: number;
	headers: Headers;
	body: Json;
}

async function getToken(): Promise< string > {
	const { accounts, credentials } = lab[ 'zoho-desk' ];
	const form = { grant_type: 'refresh_token', client_id: credentials.clientId, client_secret: credentials.clientSecret, refresh_token: credentials.refreshToken };
	const answer = ( await ( await fetch( `${ accounts }/oauth/v2/token`, { method: 'POST', body: new URLSearchParams( form ) } ) ).json() ) as JsonObject;
	return String( answer.access_token ?? answer.error );
}

async function ask( method: string, path: string, body?: Json, headers: Record< string, string > = { orgId: ORG_ID } ): Promise< Reply > {
	const response = await fetch( `${ lab[ 'zoho-desk' ].base }/api/v1${ path }`, {
		method,
		headers: { Authorization: `Zoho-oauthtoken ${ token }`, ...headers },
		...( body === undefined ? {} : { body: JSON.stringify( body ) } ),
	} );
	const text = await response.text();
	return { status: response.status, headers: response.headers, body: text === '' ? null : ( JSON.parse( text ) as Json ) };
}

const get = ( path: string ): Promise< Reply > => ask( 'GET', path );

const object = ( value: Json | undefined ): JsonObject => {
	if ( ! isObject( value ) ) {
		throw new Error( `${ JSON.stringify( value ) } is no object.` );
	}
	return value;
};

const rows = ( reply: Reply, name = 'data' ): JsonObject[] => ( object( reply.body )[ name ] as Json[] ).map( object );

const word = ( reply: Reply ): [ number, Json | undefined ] => [ reply.status, object( reply.body ).errorCode ];

/** JSON schema of an object with exactly these members. */
const members = ( properties: JsonObject, optional: JsonObject = {} ): JsonObject => ( {
	type: 'object',
	additionalProperties: false,
	properties: { ...properties, ...optional },
	required: Object.keys( properties ),
} );

const listOf = ( items: JsonObject ): JsonObject => members( { data: { type: 'array', items } } );

const TEXT = { type: [ 'string', 'null' ] };
const NUMBER_TEXT = { type: [ 'string', 'integer', 'null' ], pattern: '^[0-9]+$' };
const YES = { type: [ 'boolean', 'null' ] };
const TIME = { type: [ 'string', 'null' ], pattern: '^(19|20)\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' };
const URL = { type: [ 'string', 'null' ], maxLength: 500, pattern: '^https?://[^\\s]+$' };
const OBJECT = { type: [ 'object', 'null' ] };

const contactRow: JsonObject = {
	lastName: TEXT,
	firstName: TEXT,
	email: TEXT,
	secondaryEmail: TEXT,
	phone: TEXT,
	mobile: TEXT,
	type: TEXT,
	ownerId: NUMBER_TEXT,
	accountId: NUMBER_TEXT,
	accountCount: NUMBER_TEXT,
	photoURL: URL,
	isAnonymous: YES,
	webUrl: URL,
	createdTime: TIME,
	isEndUser: YES,
	zohoCRMContact: OBJECT,
	id: NUMBER_TEXT,
	customerHappiness: members( { badPercentage: NUMBER_TEXT, okPercentage: NUMBER_TEXT, goodPercentage: NUMBER_TEXT } ),
	isSpam: YES,
};

const contactDetail: JsonObject = {
	...contactRow,
	modifiedTime: TIME,
	cf: OBJECT,
	customFields: OBJECT,
	isFollowing: YES,
	isDeleted: YES,
	isTrashed: YES,
	layoutId: NUMBER_TEXT,
	layoutDetails: members( { id: NUMBER_TEXT, layoutName: TEXT } ),
	zip: NUMBER_TEXT,
	country: TEXT,
	city: TEXT,
	state: TEXT,
	street: TEXT,
	twitter: TEXT,
	facebook: TEXT,
	description: TEXT,
	title: TEXT,
};

const account = { type: [ 'object', 'null' ], additionalProperties: false, properties: { website: TEXT, accountName: TEXT, id: NUMBER_TEXT }, required: [ 'website', 'accountName', 'id' ] };

const userStatus = { enum: [ 'ACTIVE', 'DISABLED', 'DELETED' ] };

const userCommon: JsonObject = { photoUrl: URL, name: TEXT, id: NUMBER_TEXT, label: OBJECT, lastAccessedTime: TIME, userType: { enum: [ 'ENDUSER', 'SUPPORTREP' ] }, status: userStatus };

const helpCenter = members( {
	id: NUMBER_TEXT,
	name: TEXT,
	url: URL,
	isDefault: YES,
	status: { enum: [ 'ACTIVE', 'DISABLED' ] },
	logoUrl: URL,
	departmentIds: { type: 'array', items: NUMBER_TEXT },
	locales: { type: 'array', items: TEXT },
	primaryLocale: TEXT,
	isMultilingualEnabled: YES,
	isEncodedPermalinkAllowed: YES,
	helpCenterLocales: { type: 'array', items: members( { name: TEXT, locale: TEXT, type: { enum: [ 'DEFAULT', 'OTHER' ] }, status: TEXT } ) },
} );

const error = members( { errorCode: { type: 'string' }, message: { type: 'string' } } );

const invalidData = members( {
	errorCode: { const: 'INVALID_DATA' },
	message: { type: 'string' },
	errors: { type: 'array', items: members( { fieldName: { type: 'string', pattern: '^/' }, errorType: { enum: [ 'invalid', 'duplicate', 'missing' ] }, errorMessage: { type: 'string' } } ) },
} );

const ajv = new Ajv( { strict: false } );

function expectShape( body: Json, schema: JsonObject ): void {
	const check = ajv.compile( schema );
	check( body );
	expect( check.errors ?? [] ).toEqual( [] );
}

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl( lab[ 'zoho-desk' ].control );
} );

afterAll( () => lab.stop() );

beforeEach( async () => {
	await control.reset();
	token = await getToken();
} );

const { fine, pending, neverInvited, binned, inactive, noEmail, signedUp, deletedUser, noAccount } = PEOPLE;

describe( 'who calls', () => {
	it( 'answers a token with the scopes of the consent, and with an address that is not Zoho Desk’s', async () => {
		const { accounts, credentials } = lab[ 'zoho-desk' ];
		const form = { grant_type: 'refresh_token', client_id: credentials.clientId, client_secret: credentials.clientSecret, refresh_token: credentials.refreshToken };
		const answer = ( await ( await fetch( `${ accounts }/oauth/v2/token`, { method: 'POST', body: new URLSearchParams( form ) } ) ).json() ) as JsonObject;
		expect( answer ).toMatchObject( { token_type: 'Bearer', expires_in: 3600, scope: expect.stringContaining( 'Desk.contacts.READ' ) as string } );
		expect( answer.api_domain ).not.toBe( lab[ 'zoho-desk' ].base );
	} );

	it( 'refuses a revoked refresh token with status 200', async () => {
		await control.play( { do: 'revoke-refresh-token' } );
		expect( await getToken() ).toBe( 'invalid_code' );
	} );

	it.each( [ 'INVALID_OAUTH', 'UNAUTHORIZED' ] )( 'refuses an expired token with 401 %s', async ( expiredToken ) => {
		await control.merge( { switches: { expiredToken } } );
		await control.play( { do: 'expire-access-tokens' } );
		const reply = await get( '/contacts' );
		expect( word( reply ) ).toEqual( [ 401, expiredToken ] );
		expectShape( reply.body, error );
	} );

	it( 'refuses an unknown token, and a call without one', async () => {
		token = '1000.unknown';
		expect( word( await get( '/contacts' ) ) ).toEqual( [ 401, 'INVALID_OAUTH' ] );
	} );

	it( 'needs every scope of a call', async () => {
		await control.play( { do: 'drop-scope', scope: 'Desk.search.READ' } );
		expect( word( await get( `/contacts/search?email=${ fine.email }` ) ) ).toEqual( [ 403, 'SCOPE_MISMATCH' ] );
		expect( ( await get( `/contacts/${ fine.contactId }` ) ).status ).toBe( 200 );
		await control.merge( { switches: { scopes: 'any' } } );
		expect( ( await get( `/contacts/search?email=${ fine.email }` ) ).status ).toBe( 200 );
	} );

	it( 'takes the organisation as a header or as a parameter, and only its own', async () => {
		expect( ( await ask( 'GET', '/contacts', undefined, {} ) ).status ).toBe( 422 );
		expect( ( await ask( 'GET', `/contacts?orgId=${ ORG_ID }`, undefined, {} ) ).status ).toBe( 200 );
		expect( word( await ask( 'GET', '/contacts', undefined, { orgId: OTHER_ORG_ID } ) ) ).toEqual( [ 403, 'OAUTH_ORG_MISMATCH' ] );
		await control.play( { do: 'move-organisation' } );
		expect( word( await get( '/contacts' ) ) ).toEqual( [ 403, 'OAUTH_ORG_MISMATCH' ] );
	} );

	it( 'refuses what the agent’s profile does not allow', async () => {
		await control.play( { do: 'deny-right', right: 'settings' } );
		expect( word( await get( '/recycleBin' ) ) ).toEqual( [ 403, 'FORBIDDEN' ] );
	} );

	it( 'knows its paths and methods', async () => {
		expect( word( await get( '/nothing' ) ) ).toEqual( [ 404, 'URL_NOT_FOUND' ] );
		expect( word( await ask( 'PATCH', '/recycleBin', {} ) ) ).toEqual( [ 405, 'METHOD_NOT_ALLOWED' ] );
	} );

	it( 'deletes nothing over the API', async () => {
		const before = await control.state();
		for ( const [ method, path ] of [ [ 'DELETE', `/contacts/${ fine.contactId }` ], [ 'POST', '/contacts/moveToTrash' ], [ 'POST', '/recycleBin/delete' ], [ 'POST', `/users/${ fine.userId }/anonymize` ] ] as const ) {
			expect( ( await ask( method, path, { contactIds: [ fine.contactId ], ids: [ binned.contactId ] } ) ).status ).toBeGreaterThanOrEqual( 404 );
		}
		const after = await control.state();
		expect( [ after.contacts, after.users, after.trash ] ).toEqual( [ before.contacts, before.users, before.trash ] );
	} );
} );

describe( 'limits', () => {
	it( 'tells the credits left with every answer, unless it does not', async () => {
		await control.merge( { credits: { limit: 100, spent: 40 } } );
		const reply = await get( '/contacts' );
		expect( [ reply.headers.get( 'x-rate-limit-remaining-v3' ), reply.headers.get( 'x-rate-limit-request-weight-v3' ) ] ).toEqual( [ '59', '1' ] );
		await control.merge( { switches: { quotaHeaders: 'absent' } } );
		expect( ( await get( '/contacts' ) ).headers.get( 'x-rate-limit-remaining-v3' ) ).toBeNull();
	} );

	it( 'refuses with 429 once the credits are spent, by either word', async () => {
		await control.play( { do: 'spend-credits', leave: 1 } );
		expect( ( await get( '/contacts' ) ).status ).toBe( 200 );
		const reply = await get( '/contacts' );
		expect( word( reply ) ).toEqual( [ 429, 'THRESHOLD_EXCEEDED' ] );
		expectShape( reply.body, error );
		await control.merge( { switches: { throttleWords: 'swapped' } } );
		expect( word( await get( '/contacts' ) ) ).toEqual( [ 429, 'TOO_MANY_REQUESTS' ] );
	} );

	it( 'refuses with another word when too many calls are under way', async () => {
		await control.merge( { concurrency: { limit: 1 } } );
		await control.fault( { path: '/contacts', times: 1, slowMs: 250 } );
		const slow = get( '/contacts' );
		await new Promise( ( resolve ) => setTimeout( resolve, 80 ) );
		expect( word( await get( '/fields?module=contacts' ) ) ).toEqual( [ 429, 'TOO_MANY_REQUESTS' ] );
		expect( ( await slow ).status ).toBe( 200 );
	} );
} );

describe( 'the organisation', () => {
	const each = ( names: readonly string[], type: JsonObject ): JsonObject => Object.fromEntries( names.map( ( name ) => [ name, type ] ) );
	const organisation = members( {
		...each( [ 'alias', 'city', 'companyName', 'country', 'currencyCode', 'currencyLocale', 'currencySymbol', 'description', 'designation', 'employeeCountRange' ], TEXT ),
		...each( [ 'fax', 'industry', 'migrationFrom', 'mobile', 'phoneNumber', 'portalName', 'primaryContact', 'state', 'street', 'timeZone', 'website', 'zip' ], TEXT ),
		...each( [ 'faviconURL', 'logoURL', 'portalURL' ], URL ),
		...each( [ 'isAdminInOrg', 'isDefault', 'isPayloadEncryptionEnabled', 'isSandboxPortal' ], YES ),
		...each( [ 'id', 'employeeCount' ], NUMBER_TEXT ),
		...each( [ 'preferredCommunicationChannels', 'preferredSolution' ], { type: [ 'array', 'null' ] } ),
		edition: { enum: [ 'FREE_2019', 'FREE', 'NEW_FREE', 'ENTERPRISE', 'PROFESSIONAL', 'EXPRESS', 'STANDARD', 'ZOHOONE' ] },
	} );

	it( 'is told whole', async () => {
		const one = await get( `/organizations/${ ORG_ID }` );
		expectShape( one.body, organisation );
		expect( object( one.body ) ).toMatchObject( { id: ORG_ID, companyName: 'Northwind Partners', portalName: 'northwind' } );
	} );

	it( 'is listed without its number', async () => {
		const all = await ask( 'GET', '/organizations', undefined, {} );
		expectShape( all.body, listOf( organisation ) );
		expect( rows( all ).map( ( row ) => row.id ) ).toEqual( [ ORG_ID ] );
	} );
} );

describe( 'contacts', () => {
	it( 'are listed in pages, sorted, with the members of a row', async () => {
		const first = await get( '/contacts?sortBy=createdTime&limit=5' );
		expectShape( first.body, listOf( members( contactRow ) ) );
		const second = await get( '/contacts?sortBy=createdTime&limit=5&from=5' );
		const times = [ ...rows( first ), ...rows( second ) ].map( ( row ) => String( row.createdTime ) );
		expect( times ).toEqual( [ ...times ].sort() );
		expect( new Set( times ).size ).toBe( 10 );
		const newest = rows( await get( '/contacts?sortBy=-modifiedTime&limit=1&fields=modifiedTime' ) );
		expect( Object.keys( newest[ 0 ] ?? {} ).sort() ).toEqual( [ 'id', 'modifiedTime' ] );
	} );

	it( 'are listed ten at a time where nothing is said, and a hundred at most', async () => {
		expect( rows( await get( '/contacts' ) ) ).toHaveLength( 10 );
		const refused = await get( '/contacts?limit=101' );
		expect( refused.status ).toBe( 422 );
		expectShape( refused.body, invalidData );
		expect( ( await get( '/contacts?sortBy=nothing' ) ).status ).toBe( 422 );
		expect( ( await get( `/contacts?fields=${ Array.from( { length: 31 }, ( _, index ) => `f${ index }` ).join( ',' ) }` ) ).status ).toBe( 422 );
	} );

	it( 'are told one by one, with their account where asked', async () => {
		const plain = await get( `/contacts/${ fine.contactId }` );
		expectShape( plain.body, members( contactDetail ) );
		expect( object( plain.body ) ).toMatchObject( { email: fine.email, accountId: ACCOUNTS.alder.id, isTrashed: false, isDeleted: false, isEndUser: true, cf: { [ PORTAL_FIELD ]: 'yes' } } );
		const whole = await get( `/contacts/${ fine.contactId }?include=accounts,owner` );
		expectShape( whole.body, members( { ...contactDetail, account, owner: OBJECT } ) );
		expect( object( whole.body ).account ).toEqual( { ...ACCOUNTS.alder } );
		expect( ( await get( `/contacts/${ fine.contactId }?include=nothing` ) ).status ).toBe( 422 );
	} );

	it( 'write times and truth in either form', async () => {
		await control.merge( { switches: { times: 'milliseconds', booleans: 'words' } } );
		const body = object( ( await get( `/contacts/${ fine.contactId }` ) ).body );
		expect( [ typeof body.modifiedTime, body.isEndUser, body.isTrashed ] ).toEqual( [ 'number', 'true', 'false' ] );
	} );

	it.each( [
		[ 'URL_NOT_FOUND', 404 ],
		[ 'INVALID_DATA', 422 ],
		[ 'UNPROCESSABLE_ENTITY', 422 ],
	] )( 'that are not there are refused with %s', async ( absentRecord, status ) => {
		await control.merge( { switches: { absentRecord } } );
		const reply = await get( '/contacts/184290000000999999' );
		expect( word( reply ) ).toEqual( [ status, absentRecord ] );
		expectShape( reply.body, absentRecord === 'INVALID_DATA' ? invalidData : error );
	} );

	it( 'in the recycle bin are shown as such, or as if absent', async () => {
		expect( object( ( await get( `/contacts/${ binned.contactId }` ) ).body ).isTrashed ).toBe( true );
		await control.merge( { switches: { trashedContact: 'absent' } } );
		expect( ( await get( `/contacts/${ binned.contactId }` ) ).status ).toBe( 404 );
	} );

	it( 'are read by ids, twenty at most, the absent ones left out', async () => {
		expect( rows( await get( `/contacts/contactsByIds?ids=${ fine.contactId },${ binned.contactId },${ pending.contactId }` ) ).map( ( row ) => row.id ) ).toEqual( [ fine.contactId, pending.contactId ] );
		expect( ( await get( `/contacts/contactsByIds?ids=${ Array( 21 ).fill( fine.contactId ).join( ',' ) }` ) ).status ).toBe( 422 );
	} );

	it( 'are found by address, with and without an asterisk, whatever the case', async () => {
		const found = await get( `/contacts/search?email=${ encodeURIComponent( fine.email.toUpperCase() ) }` );
		expectShape( found.body, members( { data: { type: 'array', items: members( contactRow ) }, count: NUMBER_TEXT } ) );
		expect( rows( found ).map( ( row ) => row.id ) ).toEqual( [ fine.contactId ] );
		expect( rows( await get( '/contacts/search?email=maren*' ) ) ).toHaveLength( 1 );
		expect( rows( await get( '/contacts/search?email=holt@northwind.example,*brandt*' ) ) ).toHaveLength( 1 );
		expect( rows( await get( `/contacts/search?email=${ fine.email }&email=${ pending.email }` ) ) ).toHaveLength( 2 );
		expect( rows( await get( `/contacts/search?email=${ encodeURIComponent( '${empty}' ) }` ) ).map( ( row ) => row.id ) ).toEqual( [ noEmail.contactId ] );
		expect( ( await get( `/contacts/search?email=${ Array( 31 ).fill( 'a@b.example' ).join( ',' ) }` ) ).status ).toBe( 422 );
	} );

	it( 'that nobody finds are 204, or an empty list', async () => {
		expect( ( await get( '/contacts/search?email=nobody@northwind.example' ) ).status ).toBe( 204 );
		await control.merge( { switches: { emptySearch: 'list' } } );
		expect( ( await get( '/contacts/search?email=nobody@northwind.example' ) ).body ).toEqual( { data: [], count: 0 } );
	} );

	it( 'are found by the time of their change, and only the first thousand or so', async () => {
		const now = ( await control.state() ).contacts.find( ( one ) => one.id === fine.contactId )?.modifiedAt ?? 0;
		const bounds = `${ new Date( now - 1 ).toISOString() },${ new Date( now + 1 ).toISOString() }`;
		expect( rows( await get( `/contacts/search?modifiedTimeRange=${ bounds }` ) ).map( ( row ) => row.id ) ).toEqual( [ fine.contactId ] );
		expect( ( await get( '/contacts/search?modifiedTimeRange=yesterday' ) ).status ).toBe( 422 );
		expect( ( await get( '/contacts/search?email=*&from=1000' ) ).status ).toBe( 422 );
	} );

	it( 'that were changed are found late, where the index lags', async () => {
		await control.merge( { switches: { searchLagSeconds: 60 } } );
		await control.play( { do: 'set-email', id: fine.contactId, email: 'new@northwind.example' } );
		expect( ( await get( '/contacts/search?email=new@northwind.example' ) ).status ).toBe( 204 );
		await control.play( { do: 'advance-clock', seconds: 61 } );
		expect( rows( await get( '/contacts/search?email=new@northwind.example' ) ) ).toHaveLength( 1 );
	} );

	it( 'get an account by a patch or by association', async () => {
		const patched = await ask( 'PATCH', `/contacts/${ noAccount.contactId }`, { accountId: ACCOUNTS.alder.id } );
		expectShape( patched.body, members( contactDetail ) );
		expect( object( ( await get( `/contacts/${ noAccount.contactId }` ) ).body ).accountId ).toBe( ACCOUNTS.alder.id );
		await control.play( { do: 'unlink-account', id: noAccount.contactId } );
		await ask( 'POST', `/contacts/${ noAccount.contactId }/associateAccounts`, { data: [ { id: ACCOUNTS.brightwater.id, isAccountTicketsViewable: false } ] } );
		expect( object( ( await get( `/contacts/${ noAccount.contactId }` ) ).body ).accountId ).toBe( ACCOUNTS.brightwater.id );
		expect( word( await ask( 'PATCH', `/contacts/${ noAccount.contactId }`, { accountId: '1' } ) ) ).toEqual( [ 422, 'INVALID_DATA' ] );
		expect( word( await ask( 'PATCH', `/contacts/${ noAccount.contactId }`, {} ) ) ).toEqual( [ 422, 'EMPTY_PAYLOAD' ] );
		expect( object( ( await get( `/accounts/${ ACCOUNTS.alder.id }` ) ).body ).accountName ).toBe( ACCOUNTS.alder.accountName );
	} );
} );

describe( 'the Help Center', () => {
	it( 'lists the Help Centers, one of which is the default', async () => {
		await control.play( { do: 'add-help-center', name: 'Second' } );
		await control.play( { do: 'switch-help-center', status: 'DISABLED' } );
		const reply = await get( '/helpCenters?from=1&limit=50' );
		expectShape( reply.body, listOf( helpCenter ) );
		expect( rows( reply ).map( ( row ) => [ row.name, row.isDefault, row.status ] ) ).toEqual( [
			[ HELP_CENTER.name, true, 'DISABLED' ],
			[ 'Second', false, 'ACTIVE' ],
		] );
		expect( rows( await get( '/helpCenters?from=2&limit=1' ) ) ).toHaveLength( 1 );
		expect( word( await get( '/helpCenters?limit=51' ) ) ).toEqual( [ 422, 'INVALID_DATA' ] );
	} );

	it( 'tells where a contact may log in; nothing where nobody invited it', async () => {
		const reply = await get( `/contacts/${ fine.contactId }/helpCenters` );
		expectShape( reply.body, listOf( members( { helpCenter: members( { name: TEXT, id: NUMBER_TEXT, url: URL, status: { enum: [ 'ACTIVE', 'DISABLED' ] } } ), userStatus: TEXT, userId: NUMBER_TEXT } ) ) );
		expect( rows( reply ) ).toEqual( [ { helpCenter: { ...HELP_CENTER, status: 'ACTIVE' }, userStatus: 'ACTIVE', userId: fine.userId } ] );
		expect( rows( await get( `/contacts/${ neverInvited.contactId }/helpCenters` ) ) ).toEqual( [] );
		expect( rows( await get( `/contacts/${ fine.contactId }/helpCenters?helpCenterId=1` ) ) ).toEqual( [] );
	} );

	it( 'shows a user who was deleted, or a sign-up that waits, in either way', async () => {
		const statuses = async ( id: string ) => rows( await get( `/contacts/${ id }/helpCenters` ) ).map( ( row ) => row.userStatus );
		expect( [ await statuses( deletedUser.contactId ), await statuses( signedUp.contactId ) ] ).toEqual( [ [ 'DELETED' ], [ 'PENDING_APPROVAL' ] ] );
		await control.merge( { switches: { deletedUser: 'left-out', pendingSignUp: 'left-out' } } );
		expect( [ await statuses( deletedUser.contactId ), await statuses( signedUp.contactId ) ] ).toEqual( [ [], [] ] );
	} );

	it( 'lists its users, fifty at most, from one on', async () => {
		const reply = await get( '/users?status=ALL&include=count&limit=3' );
		expectShape( reply.body, members( { data: { type: 'array', items: members( { ...userCommon, emailAddress: TEXT } ) }, count: NUMBER_TEXT } ) );
		expect( rows( reply ) ).toHaveLength( 3 );
		const next = rows( await get( '/users?status=ALL&limit=3&from=4' ) );
		expect( next[ 0 ]?.id ).not.toBe( rows( reply )[ 2 ]?.id );
		for ( const refused of [ 'limit=51', 'from=0', 'searchBy=x', 'status=GONE', 'sortBy=name' ] ) {
			expect( ( await get( `/users?${ refused }` ) ).status ).toBe( 422 );
		}
	} );

	it( 'lists users by status, by a part of the address and by the last change', async () => {
		expect( rows( await get( '/users?status=DISABLED' ) ).map( ( row ) => row.id ) ).toEqual( [ inactive.userId ] );
		expect( rows( await get( '/users?status=DELETED' ) ).map( ( row ) => row.id ) ).toEqual( [ deletedUser.userId ] );
		expect( rows( await get( `/users?status=ALL&searchBy=${ encodeURIComponent( PEOPLE.quoted.email ) }` ) ).map( ( row ) => row.id ) ).toEqual( [ PEOPLE.quoted.userId ] );
		await control.play( { do: 'activate-user', id: inactive.userId } );
		expect( rows( await get( '/users?status=ALL&sortBy=-modifiedTime&limit=1' ) )[ 0 ]?.id ).toBe( inactive.userId );
	} );

	it( 'tells one user, with the state of the address', async () => {
		const reply = await get( `/users/${ pending.userId }?include=contact` );
		expectShape( reply.body, members( { ...userCommon, contactId: NUMBER_TEXT, email: { type: 'array', items: members( { emailAddress: TEXT, isVerified: YES, isPrimary: YES } ) } } ) );
		expect( object( reply.body ) ).toMatchObject( { contactId: pending.contactId, status: 'ACTIVE', lastAccessedTime: null, email: [ { emailAddress: pending.email, isVerified: false, isPrimary: true } ] } );
	} );

	it( 'writes a user’s type by either name, and truth as words', async () => {
		await control.merge( { switches: { userTypeName: 'type', booleans: 'words' } } );
		const body = object( ( await get( `/users/${ pending.userId }` ) ).body );
		expect( [ body.type, body.userType, ( body.email as JsonObject[] )[ 0 ]?.isVerified ] ).toEqual( [ 'ENDUSER', undefined, 'false' ] );
	} );

	it( 'takes an invitation with 204, and the person has a user from then on', async () => {
		const reply = await ask( 'POST', `/contacts/${ neverInvited.contactId }/inviteAsEndUser`, { helpCenterId: HELP_CENTER.id } );
		expect( [ reply.status, reply.body ] ).toEqual( [ 204, null ] );
		const user = ( await control.state() ).users.find( ( one ) => one.contactId === neverInvited.contactId );
		expect( user ).toMatchObject( { status: 'ACTIVE', isVerified: false, invitations: 1, email: neverInvited.email } );
	} );

	it.each( [
		[ 'sends', 204, 2 ],
		[ 'silent', 204, 1 ],
		[ 'refused', 422, 1 ],
	] )( 'plays a second invitation: %s', async ( secondInvitation, status, invitations ) => {
		await control.merge( { switches: { secondInvitation } } );
		expect( ( await ask( 'POST', `/contacts/${ pending.contactId }/inviteAsEndUser`, { helpCenterId: HELP_CENTER.id } ) ).status ).toBe( status );
		expect( ( await control.state() ).users.find( ( one ) => one.id === pending.userId )?.invitations ).toBe( invitations );
	} );

	it( 'refuses an invitation without a Help Center, without an address, and beyond the edition', async () => {
		const invite = ( id: string, body: JsonObject ) => ask( 'POST', `/contacts/${ id }/inviteAsEndUser`, body );
		expectShape( ( await invite( neverInvited.contactId, {} ) ).body, invalidData );
		expect( word( await invite( noEmail.contactId, { helpCenterId: HELP_CENTER.id } ) ) ).toEqual( [ 422, 'INVALID_DATA' ] );
		await control.play( { do: 'fill-license' } );
		const refused = await invite( neverInvited.contactId, { helpCenterId: HELP_CENTER.id } );
		expect( word( refused ) ).toEqual( [ 403, 'LICENSE_ACCESS_LIMITED' ] );
		expectShape( refused.body, members( { errorCode: TEXT, message: TEXT, maxAllowedEntity: { type: 'string', pattern: '^[0-9]+$' }, feature: { enum: [ 'AGENTS', 'LIGHT_AGENTS', 'TEAM' ] }, editionType: TEXT, isTrial: { type: 'boolean' } } ) );
	} );

	const massAction = members( {
		results: {
			type: 'array',
			items: members( { success: { type: 'boolean' }, id: NUMBER_TEXT, errors: { anyOf: [ { type: 'null' }, members( { errorCode: TEXT, httpCode: NUMBER_TEXT, error: TEXT } ) ] } } ),
		},
	} );

	it( 'invites many, and says of each how it went', async () => {
		const reply = await ask( 'POST', '/contacts/inviteAsEndUser', { helpCenterId: HELP_CENTER.id, contactIds: [ neverInvited.contactId, noEmail.contactId, '1' ] } );
		expectShape( reply.body, massAction );
		expect( rows( reply, 'results' ).map( ( row ) => row.success ) ).toEqual( [ true, false, false ] );
	} );

	it( 'approves a sign-up and rejects one', async () => {
		const reply = await ask( 'POST', `/contacts/${ signedUp.contactId }/approveEndUserInvite`, { helpCenterIds: [ HELP_CENTER.id ] } );
		expectShape( reply.body, massAction );
		expect( await control.play( { do: 'try-login', email: signedUp.email } ) ).toMatchObject( { outcome: 'in' } );
		expect( ( await ask( 'POST', `/contacts/${ signedUp.contactId }/approveEndUserInvite`, { helpCenterIds: [ HELP_CENTER.id ] } ) ).status ).toBe( 422 );
		await control.merge( { switches: { approval: 'empty' } } );
		await control.play( { do: 'sign-up', id: neverInvited.contactId } );
		expect( ( await ask( 'POST', `/contacts/${ neverInvited.contactId }/rejectEndUserInvite`, { helpCenterIds: [ HELP_CENTER.id ] } ) ).status ).toBe( 204 );
		expect( await control.play( { do: 'try-login', email: neverInvited.email } ) ).toMatchObject( { outcome: 'no-user' } );
	} );

	it( 'switches a user on and off, but never deletes one', async () => {
		const patched = await ask( 'PATCH', `/users/${ inactive.userId }`, { status: 'ACTIVE' } );
		expect( [ patched.status, object( patched.body ).status ] ).toEqual( [ 200, 'ACTIVE' ] );
		expect( await control.play( { do: 'try-login', email: inactive.email } ) ).toMatchObject( { outcome: 'in' } );
		expect( ( await ask( 'PATCH', `/users/${ inactive.userId }`, { status: 'DELETED' } ) ).status ).toBe( 422 );
		expect( ( await ask( 'PATCH', `/users/${ deletedUser.userId }`, { status: 'ACTIVE' } ) ).status ).toBe( 422 );
	} );

	it( 'lets in only whom nothing stops', async () => {
		const outcome = async ( key: keyof typeof PEOPLE ) => ( await control.play( { do: 'try-login', email: PEOPLE[ key ].email } ) ).outcome;
		expect( await Promise.all( ( [ 'fine', 'pending', 'inactive', 'deletedUser', 'neverInvited', 'binned', 'unlinked', 'signedUp', 'otherLogin' ] as const ).map( outcome ) ) ).toEqual( [
			'in',
			'not-confirmed',
			'deactivated',
			'no-user',
			'no-user',
			'no-contact',
			'no-contact',
			'awaits-approval',
			'no-user',
		] );
		await control.play( { do: 'switch-help-center', status: 'DISABLED' } );
		expect( await outcome( 'fine' ) ).toBe( 'help-center-off' );
	} );
} );

describe( 'the recycle bin', () => {
	const row = members( { displayName: TEXT, departmentId: NUMBER_TEXT, deletedById: NUMBER_TEXT, id: NUMBER_TEXT, type: TEXT, deletedTime: TIME } );

	it( 'lists what was deleted, newest first, never with an address of it', async () => {
		await control.play( { do: 'delete-contact', id: fine.contactId } );
		const reply = await get( '/recycleBin?module=contacts&sortBy=-deletedTime&limit=100' );
		expectShape( reply.body, listOf( row ) );
		expect( rows( reply ).map( ( one ) => one.id ) ).toEqual( [ fine.contactId, binned.contactId ] );
		expect( JSON.stringify( reply.body ) ).not.toContain( '@' );
		const by = rows( await get( '/recycleBin?include=deletedBy&limit=1' ) )[ 0 ]?.deletedBy;
		expectShape( by ?? null, members( { photoURL: URL, firstName: TEXT, lastName: TEXT, id: NUMBER_TEXT, email: TEXT } ) );
		expect( object( by ).id ).toBe( AGENTS.admin );
		expect( rows( await get( '/recycleBin?module=tickets' ) ).map( ( one ) => one.type ) ).toEqual( [ 'Tickets', 'Tickets' ] );
		expect( rows( await get( '/recycleBin?module=calls' ) ) ).toEqual( [] );
		expect( rows( await get( '/recycleBin?limit=100' ) ) ).toHaveLength( 4 );
	} );

	it( 'heeds the outdated filter by module, or does not', async () => {
		await control.merge( { switches: { binFilter: 'ignored' } } );
		expect( rows( await get( '/recycleBin?module=contacts&sortBy=-deletedTime' ) ).map( ( one ) => one.type ) ).toEqual( [ 'Tickets', 'Contacts', 'Tickets' ] );
	} );

	it( 'names the type as text or as a list', async () => {
		await control.merge( { switches: { binType: 'list' } } );
		expect( rows( await get( '/recycleBin?module=contacts' ) )[ 0 ]?.type ).toEqual( [ 'Contacts' ] );
	} );

	it( 'gives contacts back', async () => {
		const reply = await ask( 'POST', '/recycleBin/restore', { ids: [ binned.contactId, '1' ], isChildNeedToBeRestored: true } );
		expect( rows( reply, 'results' ) ).toMatchObject( [ { id: binned.contactId, success: true, errors: null }, { id: '1', success: false } ] );
		expect( object( ( await get( `/contacts/${ binned.contactId }` ) ).body ).isTrashed ).toBe( false );
	} );

	it( 'forgets after sixty days, and when emptied', async () => {
		await control.play( { do: 'advance-clock', seconds: 60 * 86_400 } );
		token = await getToken();
		expect( rows( await get( '/recycleBin' ) ) ).toEqual( [] );
		await control.play( { do: 'delete-contact', id: fine.contactId }, { do: 'purge-contact', id: fine.contactId } );
		expect( ( await get( `/contacts/${ fine.contactId }` ) ).status ).toBe( 404 );
	} );
} );

describe( 'fields', () => {
	it( 'are listed for a module, by name where asked', async () => {
		const reply = await get( '/fields?module=contacts' );
		const common = { id: NUMBER_TEXT, name: TEXT, apiName: TEXT, displayLabel: TEXT, i18NLabel: TEXT, type: { enum: [ 'Text', 'Email', 'Phone', 'LookUp' ] }, maxLength: NUMBER_TEXT, isMandatory: YES, isCustomField: YES, isEncryptedField: YES };
		expectShape( reply.body, listOf( members( { ...common, isPresence: YES, showToHelpCenter: YES } ) ) );
		expectShape( ( await get( '/organizationFields?module=contacts' ) ).body, listOf( members( common ) ) );
		expect( rows( await get( `/fields?module=contacts&apiNames=${ PORTAL_FIELD },email` ) ) ).toHaveLength( 2 );
		expect( ( await get( '/fields' ) ).status ).toBe( 422 );
	} );

	it( 'can be removed, switched off and hidden from the Help Center', async () => {
		const one = async () => rows( await get( `/fields?module=contacts&apiNames=${ PORTAL_FIELD }` ) )[ 0 ];
		await control.play( { do: 'switch-field-off', field: PORTAL_FIELD }, { do: 'hide-field', field: PORTAL_FIELD } );
		expect( await one() ).toMatchObject( { isPresence: false, showToHelpCenter: false } );
		await control.play( { do: 'remove-field', field: PORTAL_FIELD } );
		expect( await one() ).toBeUndefined();
	} );
} );

describe( 'control', () => {
	it( 'refuses to merge a portal user’s contact away, as the vendor does', async () => {
		await expect( control.play( { do: 'merge-contacts', winner: pending.contactId, loser: fine.contactId } ) ).rejects.toThrow( 'portal user' );
		await control.play( { do: 'merge-contacts', winner: fine.contactId, loser: neverInvited.contactId } );
		expect( ( await get( `/contacts/${ neverInvited.contactId }` ) ).status ).toBe( 404 );
	} );

	it( 'populates alike for the same seed', async () => {
		const addresses = async () => {
			await control.reset();
			await control.play( { do: 'populate', people: 300, seed: 7 } );
			const { contacts, users } = await control.state();
			return [ contacts.map( ( one ) => one.email ), users.map( ( one ) => [ one.email, one.status, one.isVerified ] ) ];
		};
		expect( await addresses() ).toEqual( await addresses() );
	} );

	it( 'accepts every write and changes nothing, where told to', async () => {
		const before = await control.state();
		await control.merge( { switches: { ignoreWrites: true } } );
		for ( const [ method, path, body ] of [
			[ 'PATCH', `/contacts/${ noAccount.contactId }`, { accountId: ACCOUNTS.alder.id } ],
			[ 'PATCH', `/users/${ inactive.userId }`, { status: 'ACTIVE' } ],
			[ 'POST', `/contacts/${ neverInvited.contactId }/inviteAsEndUser`, { helpCenterId: HELP_CENTER.id } ],
			[ 'POST', `/contacts/${ signedUp.contactId }/approveEndUserInvite`, { helpCenterIds: [ HELP_CENTER.id ] } ],
			[ 'POST', '/recycleBin/restore', { ids: [ binned.contactId ] } ],
		] as const ) {
			expect( ( await ask( method, path, body as unknown as JsonObject ) ).status ).toBeLessThan( 300 );
		}
		const after = await control.state();
		expect( [ after.contacts, after.users, after.trash ] ).toEqual( [ before.contacts, before.users, before.trash ] );
	} );

	it( 'logs reads and writes, and no credential', async () => {
		await control.forgetCalls();
		await get( '/contacts' );
		await ask( 'PATCH', `/users/${ inactive.userId }`, { status: 'ACTIVE' } );
		const calls = await control.calls();
		expect( calls.map( ( call ) => call.kind ) ).toEqual( [ 'read', 'write' ] );
		expect( JSON.stringify( calls ) ).not.toContain( token );
	} );

	it( 'says what it does not understand', async () => {
		await expect( control.play( { do: 'dance' } ) ).rejects.toThrow( 'Nobody can' );
		await expect( control.merge( { nothing: 1 } ) ).rejects.toThrow( 'The state has no' );
	} );
} );
