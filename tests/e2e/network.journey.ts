import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Page } from 'playwright-core';

import type { Site } from '../support/site/create';
import { diagnose, eventually, listCases, message, referenceOn } from './actions';
import { journey } from './support/journey';
import { logIn } from './support/log-in';

const PASSWORD = 'only-of-the-first-site';

/** One site of the network, for what asks a site. */
const of = ( network: Site, slug: string ): Site => ( {
	...network,
	url: `${ network.url }/${ slug }`,
	wp: ( args, input ) => network.wp( [ ...args, `--url=${ network.url }/${ slug }/` ], input ),
	mustWp: ( args, input ) => network.mustWp( [ ...args, `--url=${ network.url }/${ slug }/` ], input ),
} );

const work = ( site: Site ): Promise< string > => site.mustWp( [ 'causeway', 'work', '--once' ] );

const rowsOf = async ( network: Site, table: string, siteId: string ): Promise< string > =>
	( ( await network.mariadb?.query( `SELECT COUNT(*) FROM wp_causeway_${ table } WHERE site_id = ${ siteId }`, network.databaseName ) ) ?? '' ).trim().split( '\n' ).at( -1 ) ?? '';

journey(
	'On a network, each site has its own cases and settings, and whoever has an account on another site alone is told so, on whichever page they land',
	async ( { newPerson, newNetwork, allow, shot } ) => {
		allow( /status of 403/ ); // WordPress's own answer to people of other sites.
		allow( /wp_3_options' doesn't exist/ ); // A request that was under way when its site went.
		const network = await newNetwork();
		await network.mustWp( [ 'site', 'create', '--slug=partners', '--title=Partners', '--email=owner@northwind.example' ] );
		await network.mustWp( [ 'user', 'create', 'anna', 'anna@northwind.example', '--role=subscriber', `--user_pass=${ PASSWORD }` ] );
		const partners = of( network, 'partners' );
		await partners.mustWp( [ 'rewrite', 'structure', '/%postname%/' ] );
		await partners.mustWp( [ 'post', 'create', '--post_type=page', '--post_status=publish', '--post_title=Clients', '--post_name=clients', '--post_content=<!-- wp:causeway/login-error /-->' ] );
		const logInAt = ( page: Page, site: Site, password: string, target?: string ): Promise< void > => logIn( page, site.url, 'anna', password, target );

		// A wrong password on the one is no matter of the other.
		const mistyping = await newPerson();
		await logInAt( mistyping, network, 'wrong' );
		await mistyping.locator( '#login_error code' ).waitFor();
		await work( network );
		assert.equal( ( await eventually( () => listCases( network ), ( cases ) => cases[ 0 ]?.cause === 'wordpress/wrong-password' ) ).length, 1 );
		assert.deepEqual( await listCases( partners ), [] );

		// The right password on the other: WordPress leads her away without a word.
		const anna = await newPerson();
		await logInAt( anna, partners, PASSWORD );
		assert.equal( new URL( anna.url() ).pathname.startsWith( '/wp-admin' ), true, 'WordPress leads her to the site that she has a role on' );
		await work( partners );
		const [ found ] = await eventually( () => listCases( partners ), ( cases ) => cases[ 0 ]?.cause !== undefined && cases[ 0 ].cause !== '' );
		assert.deepEqual( [ found?.cause, found?.confidence, found?.person ], [ 'wordpress/no-role-on-site', 'certain', 'anna' ] );
		assert.equal( ( await listCases( network ) ).length, 1, 'nothing of it on the first site' );
		const told = await diagnose( partners, 'anna' );
		assert.ok( told.causes[ 0 ]?.evidence.some( ( { finding, value } ) => finding === 'wordpress:user.is-member' && value === 'false' ), JSON.stringify( told.causes[ 0 ]?.evidence ) );

		// The page she meant, which shows the message.
		const again = await newPerson();
		await logInAt( again, partners, PASSWORD, `${ partners.url }/clients/` );
		await message( again ).waitFor();
		assert.match( await message( again ).innerText(), /Your password is right/ );
		await referenceOn( again );
		await shot( 'network, page of another site', again );

		// WordPress's own page for her, and from there to what is known.
		const answer = await anna.goto( `${ partners.url }/wp-admin/` );
		assert.equal( answer?.status(), 403 );
		assert.match( await anna.locator( 'body' ).innerText(), /you do not currently have privileges on this site[\s\S]*has no access to this site yet[\s\S]*[0-9A-Z]{4}-[0-9A-Z]{4}/ );
		await shot( 'network, access denied', anna );
		await anna.getByRole( 'link', { name: 'More help' } ).click();
		await anna.waitForURL( ( url ) => url.pathname === '/partners/wp-login.php' );
		await work( partners );
		await anna.reload();
		await anna.getByText( 'your account has no access to this site yet' ).waitFor();
		await shot( 'network, status page', anna );

		// Given a role, she is in, and the case is closed.
		await partners.mustWp( [ 'user', 'set-role', 'anna', 'subscriber' ] );
		const attempts = await rowsOf( network, 'attempts', '2' );
		const welcome = await newPerson();
		await logInAt( welcome, partners, PASSWORD );
		await welcome.waitForURL( /\/partners\/wp-admin\/profile\.php/ );
		assert.equal( await rowsOf( network, 'attempts', '2' ), attempts, 'nothing was refused' );
		await partners.mustWp( [ 'causeway', 'diagnose', 'anna', '--format=json' ] );
		await eventually( () => listCases( partners ), ( cases ) => cases.every( ( { state } ) => state === 'resolved' ) );

		// Settings of the one leave the other as it was.
		const admin = await newPerson();
		await logIn( admin, network.url, network.adminUser, network.adminPassword );
		const kept = async ( site: Site, change?: object ): Promise< unknown > => {
			const nonce = await ( await admin.request.get( `${ site.url }/wp-admin/admin-ajax.php?action=rest-nonce` ) ).text();
			const headers = { 'X-WP-Nonce': nonce };
			if ( change ) {
				assert.equal( ( await admin.request.put( `${ site.url }/wp-json/causeway/v1/settings`, { headers, data: change } ) ).status(), 200 );
			}
			return ( await admin.request.post( `${ site.url }/wp-json/causeway/v1/graphql`, { headers, data: { query: '{ settings { attemptDays recipients } }' } } ) ).json();
		};
		const before = await kept( network );
		const changed = JSON.stringify( await kept( partners, { attempt_days: 14, recipients: [ 'partners@northwind.example' ] } ) );
		assert.match( changed, /"attemptDays":14/ );
		assert.deepEqual( await kept( network ), before );
		assert.notEqual( changed, JSON.stringify( before ) );

		// A site that is made later needs nobody to switch anything on, and takes its rows along when it goes.
		await network.mustWp( [ 'site', 'create', '--slug=late', '--title=Late', '--email=owner@northwind.example' ] );
		const late = of( network, 'late' );
		await logInAt( await newPerson(), late, 'wrong' );
		assert.equal( await rowsOf( network, 'attempts', '3' ), '1' );
		await work( late );
		assert.equal( ( await eventually( () => listCases( late ), ( cases ) => cases[ 0 ]?.cause === 'wordpress/wrong-password' ) ).length, 1 );
		await network.mustWp( [ 'site', 'delete', '3', '--yes' ] );
		// What was under way while the site went may have left a row; the main site's daily work sees to it.
		await network.mariadb?.query( "INSERT INTO wp_causeway_jobs (site_id, kind, subject, unique_key, priority, run_at, resume_at) VALUES (3, 'purge', 0, 'left', 90, 0, ''); UPDATE wp_causeway_jobs SET run_at = 0 WHERE site_id = 1 AND kind = 'purge'", network.databaseName );
		await sleep( 8_000 );
		await work( network );
		for ( const table of [ 'attempts', 'cases', 'journal', 'diagnoses', 'jobs' ] ) {
			assert.equal( await rowsOf( network, table, '3' ), '0', table );
		}
		assert.notEqual( await rowsOf( network, 'cases', '2' ), '0' );
	},
	{ timeoutMs: 180_000 }
);
