import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { EDITOR, PASSWORD } from '../support/demo/people';
import type { Site } from '../support/site/create';
import { violations } from './accessibility';
import { eventually, listCases, logInToPortal, mailToAdmin, message, person, referenceOn } from './actions';
import { journey } from './support/journey';

const inPage = async ( site: Site, slug: string, content: string ): Promise< void > =>
	void ( await site.mustWp( [ 'post', 'create', '--post_type=page', '--post_status=publish', `--post_title=${ slug }`, `--post_name=${ slug }`, `--post_content=${ content }` ] ) );

journey(
	'The kill switch leaves bare WordPress, word for word',
	async ( { page, logIn, asAdmin, site, allow } ) => {
		// WordPress's own complaint, once, where its cron runs meanwhile; the event comes back by itself.
		allow( /Cron reschedule event error for hook: causeway_tick/ );
		const file = path.join( site.dir, 'wp-content', 'mu-plugins', 'kill-switch.php' );
		await writeFile( file, "<?php\ndefine( 'CAUSEWAY_DISABLE', true );\n" );
		try {
			await logIn( page, EDITOR.user, 'wrong' );
			const known = await page.locator( '#login_error' ).innerText();
			assert.match( known, new RegExp( `The password you entered for the username ${ EDITOR.user } is incorrect` ) );
			assert.doesNotMatch( known, /[0-9A-Z]{4}-[0-9A-Z]{4}/ );
			await logIn( page, 'nobody-of-this-name', 'wrong' );
			assert.match( await page.locator( '#login_error' ).innerText(), /is not registered on this site/ );

			await logInToPortal( page, site, person( 'binned' ).email );
			await page.getByText( 'Please contact your administrator' ).waitFor();
			assert.equal( await page.locator( '[class*="causeway"], [data-causeway-slot]' ).count(), 0, 'nothing of ours in the page' );

			const admin = await asAdmin();
			assert.equal( await admin.locator( '#adminmenu a[href*="page=causeway"]' ).count(), 0 );
			assert.notEqual( ( await site.wp( [ 'causeway', 'case', 'list' ] ) ).code, 0, 'no command either' );
		} finally {
			await rm( file, { force: true } );
		}
		await eventually(
			async () => {
				await logIn( page, EDITOR.user, 'wrong' );
				return page.locator( '#login_error' ).innerText();
			},
			( text ) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.test( text )
		);
		assert.equal( ( await listCases( site ) ).length <= 1, true, 'what was refused meanwhile left no trace' );
	},
	{ isShort: true }
);

const routes = [
	[ 'POST', 'graphql', { query: '{ overview { openCases } cases(first: 5) { edges { node { id } } } }' } ],
	[ 'POST', 'explain', { message: 'Please contact your administrator' } ],
	[ 'POST', 'cases/1/diagnose', {} ],
	[ 'POST', 'cases/1/resolve', { note: '' } ],
	[ 'POST', 'cases/1/feedback', { right_cause: '' } ],
	[ 'POST', 'cases/1/reply', { subject: 'x', body: 'y' } ],
	[ 'POST', 'cases/1/steps/restore-contact', { dry_run: true } ],
	[ 'PUT', 'connections/zoho-crm', { system: 'zoho-crm', fields: { client_id: 'mine' }, may_write: true } ],
	[ 'POST', 'connections/zoho-crm/test', {} ],
	[ 'DELETE', 'connections/zoho-crm', {} ],
	[ 'POST', 'work', {} ],
] as const;

journey( 'A subscriber, an editor and a client open neither the screens nor the routes', async ( { newPerson, logIn, site, allow } ) => {
	allow( /status of 403/ ); // The very answer that is looked for.
	await site.mustWp( [ 'user', 'create', 'sam', 'sam@northwind.example', '--role=subscriber', '--user_pass=only-reads-here' ] );
	const people = [
		[ 'sam', 'only-reads-here' ],
		[ EDITOR.user, EDITOR.password ],
		[ person( 'fine' ).email, PASSWORD ],
	] as const;
	for ( const [ user, password ] of people ) {
		const page = await newPerson();
		await logIn( page, user, password );
		await page.waitForURL( /wp-admin/ );
		assert.equal( await page.locator( '#adminmenu a[href*="page=causeway"]' ).count(), 0, `${ user } sees no menu` );
		for ( const address of [ 'page=causeway', 'page=causeway&screen=cases', 'page=causeway&screen=settings', 'page=causeway&screen=journal', 'page=causeway&screen=people', 'page=causeway&case=1', 'page=causeway&incident=1', 'page=causeway&screen=connections', 'page=causeway&screen=explain' ] ) {
			const answer = await page.goto( `${ site.url }/wp-admin/admin.php?${ address }` );
			assert.equal( answer?.status(), 403, `${ user }: ${ address }` );
			assert.match( await page.locator( 'body' ).innerText(), /not allowed to access this page/ );
		}
		const nonce = await ( await page.request.get( `${ site.url }/wp-admin/admin-ajax.php?action=rest-nonce` ) ).text();
		for ( const [ method, route, data ] of routes ) {
			const answer = await page.request.fetch( `${ site.url }/wp-json/causeway/v1/${ route }`, { method, data, headers: { 'X-WP-Nonce': nonce } } );
			assert.equal( answer.status(), 403, `${ user }: ${ method } ${ route }` );
			assert.match( ( ( await answer.json() ) as { code: string } ).code, /forbidden/ );
		}
	}
	assert.match( await site.mustWp( [ 'causeway', 'connection', 'list', '--format=json' ] ), /zoho-crm/, 'the connection is still there' );
} );

journey( 'Without JavaScript the message is there, and a help text that names the administrator is no refusal', async ( { page, context, logIn, site, shot } ) => {
	const plain = await context.browser()?.newContext( { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } } );
	assert.ok( plain );
	try {
		const still = await plain.newPage();
		await still.goto( `${ site.url }/client-login/?ppage=login` );
		await still.locator( 'input[name="username"]' ).fill( person( 'binned' ).email );
		await still.locator( 'input[name="password"]' ).fill( PASSWORD );
		await still.locator( '[name="atmpt-login"]' ).click();
		await message( still ).waitFor();
		assert.match( await message( still ).innerText(), /Your password is right.*Reference:\s+[0-9A-Z]{4}-[0-9A-Z]{4}/s );
		assert.equal( await still.getByRole( 'button', { name: 'Copy' } ).count(), 0, 'no button that needs a script' );
		await shot( 'block without javascript', still );
	} finally {
		await plain.close();
	}

	const help = '<!-- wp:causeway/login-error /--><!-- wp:heading --><h2>Help</h2><!-- /wp:heading --><!-- wp:paragraph --><p>Please contact your administrator</p><!-- /wp:paragraph -->';
	await inPage( site, 'help', help );
	await inPage( site, 'portal-with-help', `${ help }<!-- wp:shortcode -->[ccgclient_portal_free]<!-- /wp:shortcode -->` );
	const before = ( await listCases( site ) ).length;
	const sees = async ( address: string ): Promise< number > => {
		await page.goto( `${ site.url }/${ address }` );
		await page.getByText( 'Please contact your administrator' ).waitFor();
		return message( page ).count();
	};
	assert.equal( await sees( 'help/' ), 0 );
	assert.equal( await sees( 'portal-with-help/?ppage=login' ), 0 );
	// A wrong password beside that text is a wrong password.
	await page.locator( 'input[name="username"]' ).fill( person( 'fine' ).email );
	await page.locator( 'input[name="password"]' ).fill( 'not-hers' );
	await Promise.all( [ page.waitForNavigation(), page.locator( '[name="atmpt-login"]' ).click() ] );
	await message( page ).waitFor();
	assert.equal( await message( page ).getAttribute( 'data-causeway-tier' ), 'anonymous' );
	const cases = await eventually( () => listCases( site ), ( all ) => all.some( ( { cause } ) => cause === 'catalyst-connect/wrong-portal-password' ), 45_000 );
	assert.equal( cases.length, before === 0 ? cases.length : before + 1, 'one refusal, one case' );

	// Somebody logged in who opens it is not refused either.
	await logIn( page, EDITOR.user, EDITOR.password );
	await page.waitForURL( /wp-admin/ );
	assert.equal( await sees( 'help/' ), 0 );
} );

/** Presses Tab until the focus is on something of that name, as somebody without a mouse does. */
const tabTo = async ( page: Page, name: RegExp, most = 80 ): Promise< void > => {
	for ( let presses = 0; presses < most; presses++ ) {
		await page.keyboard.press( 'Tab' );
		const focused = await page.evaluate( () => {
			const element = document.querySelector( ':focus' );
			const style = element === null ? null : getComputedStyle( element );
			return {
				text: element?.getAttribute( 'aria-label' ) ?? ( element?.textContent ?? '' ).trim(),
				isMarked: style !== null && ( style.outlineStyle !== 'none' || style.boxShadow !== 'none' ),
			};
		} );
		if ( name.test( focused.text ) ) {
			assert.ok( focused.isMarked, `the focus on “${ focused.text }” can be seen` );
			return;
		}
	}
	throw new Error( `${ String( name ) } is not reached by ${ most } presses of Tab` );
};

journey( 'From the list to a confirmed fix by keyboard alone, and nothing that axe calls serious', async ( { page, asAdmin, site, mail } ) => {
	await logInToPortal( page, site, person( 'binned' ).email );
	await message( page ).waitFor();
	const reference = await referenceOn( page );
	assert.deepEqual( await violations( page, '.causeway-login-error' ), [], 'block' );
	assert.equal( await page.evaluate( () => document.querySelector( ':focus' )?.id ), 'causeway-login-error-title', 'the message takes the focus' );
	await mailToAdmin( mail );

	const admin = await asAdmin();
	await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=connections` );
	await admin.getByRole( 'button', { name: 'Edit' } ).waitFor();
	assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'connections' );
	await admin.getByRole( 'button', { name: 'Edit' } ).click();
	await admin.getByLabel( 'Client ID' ).waitFor();
	assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'connection form' );

	await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=cases` );
	await admin.getByText( reference ).waitFor();
	assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'list' );
	await admin.locator( '#causeway-admin h1' ).waitFor();
	// Past WordPress's own menu, as whoever has no mouse goes on every screen of it.
	await tabTo( admin, /^Skip to main content$/, 3 );
	await admin.keyboard.press( 'Enter' );
	await tabTo( admin, /^Tomas Okafor$/, 40 );
	await admin.keyboard.press( 'Enter' );
	await admin.getByRole( 'button', { name: 'Preview the change' } ).waitFor();
	assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'case' );
	await tabTo( admin, /^Preview the change$/ );
	await admin.keyboard.press( 'Enter' );
	await admin.getByRole( 'button', { name: 'Confirm and make the change' } ).waitFor();
	assert.ok( await admin.evaluate( () => document.querySelector( '[role="dialog"] :focus, [role="dialog"]:focus' ) !== null ), 'the focus is in the dialog' );
	assert.deepEqual( await violations( admin, '.components-modal__screen-overlay' ), [], 'dialog' );
	await tabTo( admin, /^Confirm and make the change$/, 20 );
	await admin.keyboard.press( 'Enter' );
	await admin.getByText( 'The case is resolved' ).first().waitFor( { timeout: 30_000 } );
	await admin.keyboard.press( 'Escape' );
	await admin.getByRole( 'dialog' ).waitFor( { state: 'detached' } );
	assert.ok( await admin.evaluate( () => document.querySelector( ':focus' ) !== null ), 'the focus is not lost' );
}, { timeoutMs: 120_000 } );
