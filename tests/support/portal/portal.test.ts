/**
 * Runs the re-enacted portal on a real WordPress against the simulated CRM: one row for each state that the published plugin was observed in.
 */
import path from 'node:path';

import { type Lab, startLab } from '../../lab/lab';
import { RemoteControl } from '../../lab/remote-control';
import { PEOPLE, PORTAL, USERNAME_FIELD, ZGID } from '../../lab/scenarios/northwind';
import type { JsonObject } from '../../lab/json';
import type { FaultRule } from '../../lab/faults';
import { EDITOR, PASSWORD, PENDING, PORTAL_PEOPLE } from '../demo/people';
import { stopEverything } from '../process/child';
import { mustRun } from '../process/run';
import { createSite, type Site } from '../site/create';
import { obtainWordPress } from '../wordpress/obtain';
import { Visitor } from './visitor';

const CONTACT_ADMINISTRATOR = 'Please contact your administrator';
const WRONG = 'Invalid User Name / Password';
const STALE = 'Something went wrong';
const DASHBOARD = 'dashboard';

jest.setTimeout( 20_000 );

let lab: Lab;
let crm: RemoteControl;
let site: Site;

const phpOnSite = ( script: string, ...args: readonly string[] ): Promise< { stdout: string } > =>
	mustRun( 'php', [ path.join( __dirname, '..', 'demo', script ), site.dir, ...args ] );

const sql = ( statement: string ): Promise< { stdout: string } > =>
	mustRun( 'php', [ '-r', 'require $argv[1] . "/wp-load.php"; $wpdb->query( $argv[2] ); echo $wpdb->last_error;', '--', site.dir, statement ] );

const reconnect = (): Promise< unknown > => phpOnSite( 'connect.php', PORTAL.refreshToken, ZGID );

const portal = (): Visitor => new Visitor( `${ site.url }/client-login/`, path.join( site.dir, 'login-hooks.log' ) );

const { fine } = PEOPLE;

beforeAll( async () => {
	const wordpress = await obtainWordPress( { line: '7.1', log: () => undefined } );
	lab = await startLab();
	crm = new RemoteControl( lab[ 'zoho-crm' ].control );
	site = await createSite( {
		wordpress,
		database: 'sqlite',
		server: 'php',
		wpCron: false,
		muPlugins: [ path.join( __dirname, 'catalyst-portal.php' ), path.join( __dirname, 'catalyst-portal' ), path.join( __dirname, 'testing', 'login-hooks.php' ) ],
		constants: {
			CATALYST_ZOHO_API: lab[ 'zoho-crm' ].base,
			CATALYST_ZOHO_ACCOUNTS: lab[ 'zoho-crm' ].accounts,
			CATALYST_ZOHO_CLIENT_ID: PORTAL.clientId,
			CATALYST_ZOHO_CLIENT_SECRET: PORTAL.clientSecret,
		},
	} );
	const plan = { people: PORTAL_PEOPLE, editor: EDITOR, pending: PENDING, usernameField: USERNAME_FIELD };
	await phpOnSite( 'seed.php', Buffer.from( JSON.stringify( plan ) ).toString( 'base64' ) );
}, 120_000 );

afterAll( async () => {
	await site?.stop();
	await lab?.stop();
	await stopEverything();
} );

beforeEach( async () => {
	await crm.reset();
	await reconnect();
} );

describe( 'a login on the portal’s form', () => {
	interface Row {
		readonly state: string;
		readonly who?: string;
		readonly password?: string;
		readonly orders?: readonly JsonObject[];
		readonly fault?: FaultRule;
		readonly sees: string;
		/** Whether the portal is open at the next click. */
		readonly isOpen: boolean;
	}

	const contact = `/crm/v2/Contacts/${ fine.contactId }`;
	const byPerson = PORTAL_PEOPLE.filter( ( person ) => person.key !== 'wrongPassword' ).map(
		( person ): Row => ( {
			state: `${ person.key }: ${ person.trouble || 'nothing wrong' }`,
			who: person.email,
			sees: /dashboard/.test( person.sees ) ? DASHBOARD : person.sees.replace( /[“”]/g, '' ),
			isOpen: /dashboard/.test( person.sees ) || person.key === 'noAccount',
		} )
	);

	const rows: readonly Row[] = [
		...byPerson,
		{ state: 'wrong password', password: 'no', sees: WRONG, isOpen: false },
		{ state: 'forgotten password', who: PEOPLE.wrongPassword.email, sees: WRONG, isOpen: false },
		{ state: 'unknown name', who: 'nobody@alderfinch.example', sees: WRONG, isOpen: false },
		{ state: 'pending sign-up', who: PENDING.email, sees: WRONG, isOpen: false },
		{ state: 'contact deleted a moment ago', orders: [ { do: 'delete-contact', id: fine.contactId } ], sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'contact answered with 404', orders: [ { switches: { absentRecord: '404' }, merge: true }, { do: 'delete-contact', id: fine.contactId } ], sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'Account record gone', fault: { path: '/crm/v2/Accounts/', then: { status: 204 } }, sees: DASHBOARD, isOpen: true },
		{ state: 'Account answered with 500', fault: { path: '/crm/v2/Accounts/', then: { status: 500, body: { code: 'INTERNAL_ERROR' } } }, sees: DASHBOARD, isOpen: true },
		{ state: 'mapped Username field removed', orders: [ { do: 'remove-field', field: USERNAME_FIELD } ], sees: DASHBOARD, isOpen: true },
		{ state: 'access token refused', fault: { path: contact, then: { status: 401, body: { code: 'INVALID_TOKEN' } } }, sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'scope missing', orders: [ { do: 'drop-scope', client: PORTAL.clientId, scope: 'ZohoCRM.modules.ALL' } ], sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'no permission', fault: { path: contact, then: { status: 403, body: { code: 'NO_PERMISSION' } } }, sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'quota gone', orders: [ { do: 'spend-credits' } ], sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'server fault', fault: { path: contact, then: { status: 500 } }, sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'connection reset', fault: { path: contact, then: 'reset' }, sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'a page instead of data', fault: { path: contact, then: 'html' }, sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'an empty answer', fault: { path: contact, then: 'empty' }, sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'refresh token revoked', orders: [ { do: 'revoke-refresh-token', client: PORTAL.clientId } ], sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'client unknown to the accounts host', fault: { host: 'accounts', then: { status: 200, body: { error: 'invalid_client' } } }, sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'too many tokens asked for', fault: { host: 'accounts', then: { status: 200, body: { error: 'access_denied' } } }, sees: CONTACT_ADMINISTRATOR, isOpen: false },
	];

	it.each( rows )( '$state → $sees', async ( { who = fine.email, password = PASSWORD, orders = [], fault, sees, isOpen } ) => {
		if ( orders.length > 0 ) {
			await crm.play( ...orders );
		}
		if ( fault ) {
			await crm.fault( fault );
		}
		const visitor = portal();

		const seen = await visitor.logIn( who, password );

		expect( seen ).toBe( sees );
		expect( await visitor.isIn() ).toBe( isOpen );
		expect( ( await visitor.firedHooks() ).length > 0 ).toBe( sees === DASHBOARD );
	} );

	it( 'waits five seconds for a CRM that does not answer', async () => {
		await crm.fault( { path: contact, then: 'hang' } );
		const started = Date.now();

		expect( await portal().logIn( fine.email, PASSWORD ) ).toBe( CONTACT_ADMINISTRATOR );
		expect( Date.now() - started ).toBeGreaterThan( 4_900 );
		expect( Date.now() - started ).toBeLessThan( 8_000 );
	} );

	it( 'refuses a stale form before it looks at anything else', async () => {
		const visitor = portal();

		expect( await visitor.logIn( fine.email, PASSWORD, 'stale' ) ).toBe( STALE );
		expect( await visitor.isIn() ).toBe( false );
		expect( ( await crm.calls() ).filter( ( call ) => call.path.includes( 'Contacts' ) ) ).toEqual( [] );
	} );

	it( 'never connected to a CRM, it calls nobody and refuses', async () => {
		await sql( 'DELETE FROM ccgclientportal_auth' );

		expect( await portal().logIn( fine.email, PASSWORD ) ).toBe( CONTACT_ADMINISTRATOR );
		expect( await crm.calls() ).toEqual( [] );
	} );

	it( 'keeps a dead access token although a refresh would work', async () => {
		expect( await portal().logIn( fine.email, PASSWORD ) ).toBe( DASHBOARD );
		await crm.play( { do: 'expire-access-tokens', client: PORTAL.clientId } );
		await crm.forgetCalls();

		expect( await portal().logIn( fine.email, PASSWORD ) ).toBe( CONTACT_ADMINISTRATOR );
		expect( ( await crm.calls() ).map( ( call ) => `${ call.host } ${ call.status }` ) ).toEqual( [ 'api 401' ] );
	} );

	it( 'asks for a token once in 59 minutes, and at every view while it gets none', async () => {
		const tokens = async () => ( await crm.calls() ).filter( ( call ) => call.host === 'accounts' ).length;
		await portal().logIn( fine.email, PASSWORD );
		await portal().isIn();
		expect( await tokens() ).toBe( 1 );

		await reconnect();
		await crm.play( { do: 'revoke-refresh-token', client: PORTAL.clientId } );
		await crm.forgetCalls();
		await portal().view();
		await portal().view();
		expect( await tokens() ).toBe( 2 );
	} );

	it( 'lets somebody in whose WordPress password differs, and WordPress counts a failed login', async () => {
		const { email } = PEOPLE.lookalike;
		await sql( `UPDATE wp_users SET user_pass = 'x' WHERE user_email = '${ email }'` );
		const visitor = portal();

		expect( await visitor.logIn( email, PASSWORD ) ).toBe( DASHBOARD );
		expect( await visitor.firedHooks() ).toEqual( [ 'wp_login_failed' ] );
	} );

	it( 'lets nobody stay in after logout', async () => {
		const visitor = portal();
		await visitor.logIn( fine.email, PASSWORD );
		await visitor.logOut();

		expect( await visitor.isIn() ).toBe( false );
	} );
} );

describe( 'somebody logged in to WordPress who opens the portal page', () => {
	const rows = [
		{ state: 'nothing wrong', who: PEOPLE.fine.email, orders: [], sees: '', isOpen: true },
		{ state: 'no Account', who: PEOPLE.noAccount.email, orders: [], sees: '', isOpen: true },
		{ state: 'contact deleted', who: PEOPLE.binned.email, orders: [], sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'quota gone', who: PEOPLE.fine.email, orders: [ { do: 'spend-credits' } ], sees: CONTACT_ADMINISTRATOR, isOpen: false },
		{ state: 'inactive', who: PEOPLE.inactive.email, orders: [], sees: WRONG, isOpen: false },
	];

	it.each( rows )( '$state → “$sees”', async ( { who, orders, sees, isOpen } ) => {
		if ( orders.length > 0 ) {
			await crm.play( ...orders );
		}
		const visitor = portal();
		await visitor.logInToWordPress( site.url, who, PASSWORD );

		expect( await visitor.view() ).toBe( sees );
		expect( await visitor.isIn() ).toBe( isOpen );
	} );
} );

describe( 'mode “mapped”', () => {
	beforeAll( () => site.mustWp( [ 'option', 'update', 'catalyst_portal_mode', 'mapped' ] ) );
	afterAll( () => site.mustWp( [ 'option', 'delete', 'catalyst_portal_mode' ] ) );

	it( 'lets in while the CRM has the mapped field', async () => {
		expect( await portal().logIn( fine.email, PASSWORD ) ).toBe( DASHBOARD );
	} );

	it.each( [
		[ 'removed', { do: 'remove-field', field: USERNAME_FIELD } ],
		[ 'moved to the unused ones', { do: 'unuse-field', field: USERNAME_FIELD } ],
		[ 'empty for this person', { do: 'set-contact', id: fine.contactId, fields: { [ USERNAME_FIELD ]: null } } ],
		[ 'hidden from the portal', { do: 'hide-field', field: USERNAME_FIELD, client: PORTAL.clientId } ],
	] )( 'refuses where the field is %s', async ( _, order ) => {
		await crm.play( order );
		const visitor = portal();

		expect( await visitor.logIn( fine.email, PASSWORD ) ).toBe( CONTACT_ADMINISTRATOR );
		expect( await visitor.isIn() ).toBe( false );
	} );
} );

it( 'makes PHP complain about nothing', async () => {
	expect( await site.readDebugLog() ).toBe( '' );
} );
