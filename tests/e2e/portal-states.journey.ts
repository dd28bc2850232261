import assert from 'node:assert/strict';

import type { FaultRule } from '../lab/faults';
import type { JsonObject } from '../lab/json';
import { CAUSEWAY, PEOPLE, PORTAL, USERNAME_FIELD } from '../lab/scenarios/northwind';
import { PASSWORD } from '../support/demo/people';
import { Visitor } from '../support/portal/visitor';
import type { Site } from '../support/site/create';
import { diagnose, eventually, listCases, person } from './actions';
import { journey } from './support/journey';

interface State {
	/** What is wrong, as a sentence. */
	readonly because: string;
	/** Key of the person who tries; somebody whom nothing ails by default. */
	readonly who?: string;
	readonly password?: string;
	/** What happens in the CRM before. */
	readonly orders?: readonly JsonObject[];
	readonly faults?: readonly FaultRule[];
	readonly mode?: 'free' | 'mapped';
	/** Whether the portal still holds an access token from a login a moment ago. */
	readonly hasToken?: boolean;
	/** Null where the person is let in. */
	readonly tier: 'anonymous' | 'proven-looking' | null;
	/** First cause and its confidence. */
	readonly cause?: string;
	readonly confidence?: string;
	/** A finding that must be among the first cause's evidence. */
	readonly evidence?: string;
}

const ofPortal = { client: PORTAL.clientId };
const ofOurs = { client: CAUSEWAY.clientId };
const remove: JsonObject = { do: 'remove-field', field: USERNAME_FIELD };
const revokePortal: JsonObject = { do: 'revoke-refresh-token', ...ofPortal };
const revokeOurs: JsonObject = { do: 'revoke-refresh-token', ...ofOurs };
const proven = { tier: 'proven-looking', confidence: 'certain' } as const;
const wrong = { tier: 'anonymous', confidence: 'certain' } as const;

const states: readonly State[] = [
	{ because: 'the contact was deleted for good', who: 'purged', ...proven, cause: 'zoho-crm/contact-permanently-deleted', evidence: 'contact.permanently-deleted' },
	{ because: 'the contact was merged away', who: 'merged', ...proven, cause: 'zoho-crm/contact-merged-away', evidence: 'contact.merged' },
	{ because: 'the contact has no e-mail address', who: 'nullEmail', ...proven, cause: 'zoho-crm/contact-without-email', evidence: 'contact.has-email' },
	{ because: 'the portal user is inactive', who: 'inactive', ...wrong, cause: 'catalyst-connect/portal-user-inactive', evidence: 'portal-user.active' },
	{ because: 'the portal user awaits approval', who: 'awaiting', ...wrong, cause: 'catalyst-connect/portal-user-awaiting-approval', evidence: 'portal-user.awaiting-approval' },
	{ because: 'the password is wrong', password: 'not-this-one', ...wrong, cause: 'catalyst-connect/wrong-portal-password', evidence: 'portal-user.active' },
	{ because: 'the portal’s refresh token was revoked', orders: [ revokePortal ], ...proven, cause: 'catalyst-connect/portal-token-revoked', evidence: 'portal-call.token-refused' },
	{
		because: 'the portal’s refresh token was revoked while it holds a dead access token',
		hasToken: true,
		orders: [ revokePortal ],
		...proven,
		cause: 'catalyst-connect/portal-token-revoked',
		evidence: 'portal-call.unauthorised',
	},
	{
		because: 'the portal’s connection lacks the scope for contacts',
		orders: [ { do: 'drop-scope', scope: 'ZohoCRM.modules.ALL', ...ofPortal } ],
		...proven,
		cause: 'catalyst-connect/portal-scope-missing',
		evidence: 'portal-call.scope-missing',
	},
	{
		because: 'the portal’s call timed out',
		hasToken: true,
		faults: [ { path: '/crm/v2/Contacts', slowMs: 6_000, ...ofPortal } ],
		...proven,
		cause: 'catalyst-connect/portal-call-timed-out',
		evidence: 'portal-call.timed-out',
	},
	{
		because: 'the CRM answered the portal with 500',
		faults: [ { host: 'api', then: { status: 500, body: { code: 'INTERNAL_ERROR', status: 'error', message: 'Internal Server Error', details: {} } }, ...ofPortal } ],
		...proven,
		cause: 'catalyst-connect/portal-crm-server-fault',
		evidence: 'portal-call.server-fault',
	},
	{
		because: 'the CRM answered everybody with 500',
		faults: [ { host: 'api', then: { status: 500 } } ],
		...proven,
		cause: 'catalyst-connect/portal-crm-server-fault',
		evidence: 'portal-call.server-fault',
	},
	{
		because: 'the connection to the CRM was reset',
		faults: [ { host: 'api', then: 'reset', ...ofPortal } ],
		...proven,
		cause: 'catalyst-connect/portal-crm-unreachable',
		evidence: 'portal-call.unreachable',
	},
	{
		because: 'a sign-in page came back with status 200',
		faults: [ { host: 'api', then: 'html', ...ofPortal } ],
		...proven,
		cause: 'catalyst-connect/portal-crm-server-fault',
		evidence: 'portal-call.malformed',
	},
	{ because: 'the user name field was removed', mode: 'mapped', orders: [ remove ], ...proven, cause: 'zoho-crm/username-field-deleted', evidence: 'username-field.exists' },
	{
		because: 'the user name field was taken off every layout',
		mode: 'mapped',
		orders: [ { do: 'unuse-field', field: USERNAME_FIELD } ],
		...proven,
		cause: 'zoho-crm/username-field-unused',
		evidence: 'username-field.unused',
	},
	{
		because: 'the user name field is hidden from both API users',
		mode: 'mapped',
		orders: [ { do: 'hide-field', field: USERNAME_FIELD } ],
		tier: 'proven-looking',
		cause: 'zoho-crm/username-field-hidden',
		confidence: 'likely',
		evidence: 'username-field.visible',
	},
	{ because: 'the user name field is empty', mode: 'mapped', who: 'noUsername', tier: 'proven-looking', cause: 'zoho-crm/username-value-empty', confidence: 'likely', evidence: 'username.filled' },
	{ because: 'the user name field was removed, which the free edition does not mind', orders: [ remove ], tier: null },
	{ because: 'nothing is wrong, whatever the mode', mode: 'mapped', tier: null },
	{ because: 'our own connection is broken and the portal’s works', orders: [ revokeOurs ], tier: null },
	{
		because: 'our own connection is broken, so that nobody can look at the contact',
		who: 'noAccount',
		orders: [ revokeOurs ],
		tier: 'proven-looking',
		cause: 'zoho-crm/connection-refused',
		confidence: 'possible',
		evidence: 'connection.authorised',
	},
	{
		because: 'the portal’s connection is broken and ours is, too',
		orders: [ revokePortal, revokeOurs ],
		...proven,
		cause: 'catalyst-connect/portal-token-revoked',
		evidence: 'portal-call.token-refused',
	},
	{
		because: 'the contact is in the recycle bin and the user name field is gone',
		who: 'binned',
		mode: 'mapped',
		orders: [ remove ],
		...proven,
		cause: 'zoho-crm/contact-in-recycle-bin',
		evidence: 'contact.in-recycle-bin',
	},
	{
		because: 'the contact has neither e-mail address nor Account',
		who: 'nullEmail',
		orders: [ { do: 'unlink-account', id: PEOPLE.nullEmail.contactId } ],
		...proven,
		cause: 'zoho-crm/contact-without-email',
		evidence: 'contact.has-email',
	},
	{
		because: 'the contact has no Account, but the portal’s token is dead, which hides that',
		who: 'noAccount',
		orders: [ revokePortal ],
		...proven,
		cause: 'catalyst-connect/portal-token-revoked',
		evidence: 'portal-call.token-refused',
	},
	{
		because: 'the contact is in the recycle bin and the credits are used up, so that nobody can tell',
		who: 'binned',
		orders: [ { do: 'spend-credits' } ],
		...proven,
		cause: 'zoho-crm/crm-credits-exhausted',
		evidence: 'quota.available',
	},
	{
		because: 'the portal user is inactive and the contact is gone, too',
		who: 'inactive',
		orders: [ { do: 'delete-contact', id: PEOPLE.inactive.contactId } ],
		...wrong,
		cause: 'catalyst-connect/portal-user-inactive',
		evidence: 'portal-user.active',
	},
	{ because: 'the password is wrong and the contact is in the recycle bin', who: 'binned', password: 'not-this-one', ...wrong, cause: 'catalyst-connect/wrong-portal-password' },
];

const tables = [ 'attempts', 'cases', 'diagnoses', 'journal', 'jobs', 'breakers', 'words', 'links' ];

/** The next row meets the site as the last one did: no case, no token of the portal but a stale one. */
const startOver = async ( site: Site, mode: string, settings: string ): Promise< void > => {
	await site.mariadb?.query(
		[
			...tables.map( ( table ) => `DELETE FROM wp_causeway_${ table }` ),
			`UPDATE wp_options SET option_value = X'${ settings }' WHERE option_name = 'causeway'`,
			`REPLACE INTO wp_options (option_name, option_value, autoload) VALUES ('catalyst_portal_mode', '${ mode }', 'on')`,
			`DELETE FROM ccgclientportal_auth WHERE access_token <> ''`,
		].join( '; ' ),
		site.databaseName
	);
};

const settingsOf = async ( site: Site ): Promise< string > =>
	( ( await site.mariadb?.query( `SELECT HEX(option_value) FROM wp_options WHERE option_name = 'causeway'`, site.databaseName ) ) ?? '' ).trim().split( '\n' ).at( -1 ) ?? '';

interface Shown {
	readonly tier: string | null;
	readonly reference: string;
	/** The message without its reference. */
	readonly words: string;
	readonly isIn: boolean;
}

const read = ( html: string ): Shown => {
	const message = /<section class="causeway-login-error__message"(?![^>]* hidden>)[^>]*>.*?<\/section>/s.exec( html )?.[ 0 ] ?? '';
	const reference = /<code translate="no"[^>]*>([^<]+)<\/code>/.exec( message )?.[ 1 ] ?? '';
	const bare = reference.replace( '-', '' );
	return {
		tier: /data-causeway-tier="([^"]+)"/.exec( message )?.[ 1 ] ?? null,
		reference,
		words: reference === '' ? message : message.replaceAll( reference, 'REFERENCE' ).replaceAll( bare, 'REFERENCE' ),
		isIn: html.includes( 'ccgportal-dashboard' ),
	};
};

journey(
	'Every other state of portal and CRM: the page says no more than it may, the right cause is first, and nothing is written in the CRM',
	async ( { site, crm } ) => {
		const settings = await settingsOf( site );
		const visit = ( who: string, password: string ): Promise< string > => new Visitor( `${ site.url }/client-login/` ).submit( who, password );
		const wrongs = new Set< string >();
		const failures: string[] = [];

		const play = async ( { who = 'fine', password = PASSWORD, orders = [], faults = [], mode = 'free', hasToken = false, tier, cause, confidence, evidence }: State ): Promise< void > => {
			const somebody = person( who );
			await crm.reset();
			await startOver( site, mode, settings );
			if ( hasToken ) {
				assert.ok( read( await visit( PEOPLE.quoted.email, PASSWORD ) ).isIn, 'a login that leaves a token behind' );
			}
			await crm.play( ...orders );
			if ( faults.length > 0 ) {
				await crm.fault( ...faults );
			}
			const shown = read( await visit( somebody.email, password ) );
			assert.equal( shown.tier, tier, 'tier of the message' );
			assert.equal( shown.isIn, tier === null, 'let in' );
			if ( tier === 'anonymous' ) {
				wrongs.add( shown.words );
			}
			await site.mustWp( [ 'causeway', 'work', '--once' ] );
			if ( tier === null ) {
				assert.deepEqual( await listCases( site ), [], 'nobody was refused: no case' );
			} else {
				const told = await diagnose( site, shown.reference );
				const [ first ] = told.causes;
				const all = told.causes.map( ( one ) => `${ one.system }/${ one.cause } (${ one.confidence })` ).join( ', ' );
				assert.equal( `${ first?.system ?? '' }/${ first?.cause ?? '' }`, cause, `first cause among ${ all }` );
				assert.equal( first?.confidence, confidence, `confidence, among ${ all }` );
				if ( evidence !== undefined ) {
					const named = first?.evidence.map( ( { finding } ) => finding ) ?? [];
					assert.ok( named.some( ( finding ) => finding.endsWith( `:${ evidence }` ) ), `evidence ${ evidence } among ${ named.join( ', ' ) }` );
				}
				const [ listed ] = await eventually( () => listCases( site ), ( cases ) => cases.length === 1 && cases[ 0 ]?.cause === cause, 10_000 );
				assert.equal( listed?.confidence, confidence, 'confidence in the list' );
				assert.equal( listed?.reference, shown.reference, 'reference in the list' );
				assert.equal( listed?.attempts, 1, 'attempts in the list' );
			}
			const writes = ( await crm.calls() ).filter( ( { kind } ) => kind === 'write' );
			assert.deepEqual( writes, [], 'writes in the CRM' );
		};

		for ( const state of states ) {
			await play( state ).catch( ( error: unknown ) => failures.push( `${ state.because }: ${ error instanceof Error ? error.message : String( error ) }` ) );
		}
		assert.deepEqual( failures, [] );
		assert.equal( wrongs.size, 1, 'whoever proved nothing reads the same words, whatever is wrong' );
	},
	{ timeoutMs: 240_000 }
);
