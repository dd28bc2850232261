import assert from 'node:assert/strict';
import path from 'node:path';
import { copyFile, rm } from 'node:fs/promises';

import { EDITOR } from '../support/demo/people';
import { root } from '../support/paths';
import type { Site } from '../support/site/create';
import { logInToPortal, message, openCase, openMailed, person, referenceOn } from './actions';
import { journey } from './support/journey';

const BLOCK = '<!-- wp:causeway/login-error /-->';

const inPage = async ( site: Site, slug: string, content: string ): Promise< void > =>
	void ( await site.mustWp( [ 'post', 'create', '--post_type=page', '--post_status=publish', `--post_title=${ slug }`, `--post_name=${ slug }`, `--post_content=${ content }` ] ) );

/** Installs one of the stand-in plugins while something is done. */
const withStandIn = async ( site: Site, name: string, work: () => Promise< void > ): Promise< void > => {
	const file = path.join( site.dir, 'wp-content', 'mu-plugins', `${ name }.php` );
	await copyFile( path.join( root, 'tests', 'e2e', 'site', `${ name }.php` ), file );
	try {
		await work();
	} finally {
		await rm( file, { force: true } );
	}
};

journey(
	'Somebody whose password is wrong has the reason mailed to the address on record, and its link shows how far it has come',
	async ( { page, newPerson, site, mail, shot } ) => {
		const fine = person( 'fine' );
		await logInToPortal( page, site, fine.email, 'not-hers' );
		await message( page ).waitFor();
		const reference = await referenceOn( page );
		await shot( 'block anonymous with controls', page );
		await page.getByRole( 'button', { name: 'Mail me what is wrong' } ).click();
		await page.getByText( 'If we know you, a mail with the reason' ).waitFor();
		const known = await page.locator( '.causeway-login-error__answer' ).innerText();
		await page.getByText( 'Tell whoever runs this site' ).click();
		await page.getByLabel( 'Something to add? (optional)' ).fill( 'I changed it <b>yesterday</b>' );
		await shot( 'block with answer and comment', page );
		await page.getByRole( 'button', { name: 'Send', exact: true } ).click();
		await page.getByText( 'whoever runs this site finds your message' ).waitFor();

		const stranger = await newPerson();
		await logInToPortal( stranger, site, 'nobody@nowhere.example', 'not-hers' );
		await stranger.getByRole( 'button', { name: 'Mail me what is wrong' } ).click();
		await stranger.getByText( 'If we know you, a mail with the reason' ).waitFor();
		assert.equal( await stranger.locator( '.causeway-login-error__answer' ).innerText(), known, 'a stranger learns nothing' );

		const sent = await mail.waitFor( ( one ) => one.to.includes( fine.email ), 90_000 );
		assert.ok( sent.text.includes( reference ) );
		await openMailed( page, sent.text );
		await page.getByText( 'Reason found' ).waitFor();
		await shot( 'status page proven', page );
		// The link works once.
		const late = await newPerson();
		await late.goto( /https?:\/\/\S+token=[0-9a-f]{32}/.exec( sent.text )?.[ 0 ] ?? '' );
		await late.getByRole( 'button', { name: 'See what is wrong' } ).click();
		await late.getByText( 'has been used already' ).waitFor();
		await shot( 'status page link used', late );
		assert.equal( mail.messages().some( ( { to } ) => to.some( ( address ) => address.includes( 'nowhere.example' ) ) ), false );
	},
	{ timeoutMs: 180_000 }
);

journey( 'From wp-login.php to the page that tells how it goes on, without JavaScript', async ( { context, site, shot } ) => {
	const plain = await context.browser()?.newContext( { javaScriptEnabled: false } );
	assert.ok( plain );
	try {
		const page = await plain.newPage();
		await page.goto( `${ site.url }/wp-login.php` );
		await page.locator( '#user_login' ).fill( EDITOR.user );
		await page.locator( '#user_pass' ).fill( 'wrong' );
		await page.locator( '#wp-submit' ).click();
		await page.getByRole( 'link', { name: 'More help' } ).click();
		await page.getByRole( 'button', { name: 'Mail me what is wrong' } ).waitFor();
		const real = await page.content();
		await shot( 'status page anonymous', page );
		await page.goto( `${ site.url }/wp-login.php?action=causeway&reference=K7QM-3FXA` );
		const invented = await page.content();
		const blank = ( html: string ): string => html.replace( /[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'REFERENCE' );
		assert.equal( blank( real ), blank( invented ), 'every reference shows the same' );
		await page.getByRole( 'button', { name: 'Tell whoever runs this site' } ).click();
		await page.getByText( 'whoever runs this site finds your message' ).waitFor();
		await page.goto( `${ site.url }/wp-login.php?action=causeway` );
		await page.getByLabel( 'The reference that you were given' ).fill( 'not one' );
		await page.getByRole( 'button', { name: 'Show', exact: true } ).click();
		await page.getByText( 'This is not a reference' ).waitFor();
		await shot( 'status page wrong reference', page );
	} finally {
		await plain.close();
	}
} );

journey( 'A form that a script sends: the reference of the refusal appears beside it, and a sentence from elsewhere is recognised', async ( { page, asAdmin, site, shot } ) => {
	await inPage( site, 'ajax', `${ BLOCK }<!-- wp:shortcode -->[ajax_login]<!-- /wp:shortcode -->` );
	await inPage( site, 'elsewhere', `<!-- wp:shortcode -->[ajax_login elsewhere="1"]<!-- /wp:shortcode -->${ BLOCK }` );
	await withStandIn( site, 'ajax-login', async () => {
		const send = async ( slug: string ): Promise< string > => {
			await page.goto( `${ site.url }/${ slug }/` );
			assert.equal( await message( page ).count(), 0 );
			await page.getByLabel( 'Name' ).fill( EDITOR.user );
			await page.getByLabel( 'Password' ).fill( 'wrong' );
			await page.getByRole( 'button', { name: 'Enter' } ).click();
			await message( page ).waitFor();
			return referenceOn( page );
		};
		const reference = await send( 'ajax' );
		assert.equal( await page.evaluate( () => document.querySelector( ':focus' )?.id ), 'causeway-login-error-title' );
		await shot( 'block after a script', page );
		const claimed = await send( 'elsewhere' );
		assert.notEqual( claimed, reference );
		const admin = await asAdmin();
		await openCase( admin, site, reference );
		await admin.getByText( EDITOR.email ).first().waitFor();
	} );
}, { timeoutMs: 120_000 } );

journey( 'A login that is sent back to its page with a parameter: the message stands there, and a forged parameter shows nothing', async ( { page, site } ) => {
	await inPage( site, 'sent-back', `<!-- wp:loginout {"displayLoginAsForm":true} /-->${ BLOCK }` );
	await withStandIn( site, 'redirect-login', async () => {
		await page.goto( `${ site.url }/sent-back/` );
		await page.locator( '#user_login' ).fill( EDITOR.user );
		await page.locator( '#user_pass' ).fill( 'wrong' );
		await Promise.all( [ page.waitForURL( /login=failed/ ), page.locator( '#wp-submit' ).click() ] );
		await message( page ).waitFor();
		const reference = await referenceOn( page );
		await page.reload();
		assert.equal( await referenceOn( page ), reference, 'one refusal, however often its page is loaded' );
		await page.goto( `${ site.url }/sent-back/` );
		await page.goto( `${ site.url }/sent-back/` );
		assert.equal( await message( page ).count(), 0, 'not for ever' );
		await page.goto( `${ site.url }/sent-back/?login_error=Please+contact+your+administrator` );
		assert.equal( await message( page ).count(), 0 );
	} );
} );

journey( 'Where REST is closed to strangers, the message still changes by itself and a request for help still arrives', async ( { page, site, allow } ) => {
	allow( /status of 401/ ); // The very answer that the stand-in gives.
	await withStandIn( site, 'closed-rest', async () => {
		await logInToPortal( page, site, person( 'binned' ).email );
		await message( page ).waitFor();
		// Nobody is woken through REST either: the request that asks works a little itself, after its answer.
		await page.getByText( 'Your administrator has been told' ).waitFor( { timeout: 90_000 } );
		await page.getByText( 'Tell whoever runs this site' ).click();
		await page.getByRole( 'button', { name: 'Send', exact: true } ).click();
		// The page without scripts takes it.
		await page.waitForURL( /action=causeway/ );
		await page.getByText( 'whoever runs this site finds your message' ).waitFor();
	} );
}, { timeoutMs: 240_000 } );

journey( 'The form for portals elsewhere: a neutral answer, a reference, and a case for somebody who is known', async ( { page, asAdmin, site, shot } ) => {
	await inPage( site, 'cannot-get-in', '<!-- wp:causeway/login-error {"variant":"report","portals":["Customer portal","Partner portal"]} /-->' );
	await page.goto( `${ site.url }/cannot-get-in/` );
	await shot( 'report form', page );
	await page.getByLabel( 'Which portal?' ).selectOption( 'Partner portal' );
	await page.getByLabel( 'What did the login page say?' ).fill( 'Your account may be disabled.' );
	await page.getByLabel( 'The e-mail address that you log in with' ).fill( EDITOR.email );
	await page.getByRole( 'button', { name: 'Ask for help' } ).click();
	await page.getByText( 'We have noted it under this reference' ).waitFor();
	await shot( 'report answer', page );
	const reference = ( await page.locator( '.causeway-reference code' ).innerText() ).trim();
	const admin = await asAdmin();
	await openCase( admin, site, reference );
	await admin.getByText( EDITOR.email ).first().waitFor();
}, { timeoutMs: 120_000 } );
