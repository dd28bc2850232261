import assert from 'node:assert/strict';

import { EDITOR } from '../support/demo/people';
import { violations } from './accessibility';
import { journey } from './support/journey';
import { openCase } from './actions';

journey(
	'A refusal on wp-login.php: the same words for known and unknown names, a reference, and a case for the person',
	async ( { page, newPerson, asAdmin, logIn, site, mail, shot } ) => {
		await logIn( page, EDITOR.user, 'not-her-password' );
		const box = page.locator( '#login_error' );
		await box.waitFor();
		const known = await box.innerText();
		const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec( known )?.[ 0 ] ?? '';
		assert.notEqual( reference, '' );
		await shot( 'wp-login refusal', page );

		const stranger = await newPerson();
		await logIn( stranger, 'nobody-of-this-name', 'not-her-password' );
		const unknown = await stranger.locator( '#login_error' ).innerText();
		const blank = ( text: string ): string => text.replace( /[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'REFERENCE' );
		assert.equal( blank( unknown ), blank( known ), 'a stranger learns nothing about accounts' );
		assert.equal( await stranger.locator( '#user_login' ).inputValue(), 'nobody-of-this-name' );
		assert.equal( await page.locator( '#user_login' ).inputValue(), EDITOR.user );

		// A first mistyped password is no alarm: nobody is mailed before it goes on.
		assert.deepEqual( mail.messages(), [] );
		const admin = await asAdmin();
		await openCase( admin, site, reference );
		await admin.getByText( EDITOR.email ).first().waitFor();
		await shot( 'wp-login case', admin );

		// What everybody answers is noted for this person from now on, and read on the same page.
		await admin.getByRole( 'button', { name: 'Record the next logins' } ).click();
		await admin.getByText( 'The flight recorder is on for a day.' ).first().waitFor();
		await logIn( page, EDITOR.user, 'not-her-password-either' );
		await box.waitFor();
		await admin.reload();
		await admin.getByText( 'Refused by: WordPress' ).waitFor();
		const flight = admin.locator( '.causeway-flight' ).first();
		await flight.getByText( 'incorrect_password' ).first().waitFor();
		assert.doesNotMatch( await flight.innerText(), /not-her-password/ );
		assert.deepEqual( await violations( admin, '.causeway-flight' ), [], 'recording' );
		await shot( 'wp-login recording', admin );
		await admin.getByRole( 'button', { name: 'Switch the recorder off' } ).click();
		await admin.getByRole( 'button', { name: 'Record the next logins' } ).waitFor();

		await logIn( page, EDITOR.user, EDITOR.password );
		await page.waitForURL( /wp-admin/ );
		await admin.reload();
		await admin.getByText( /resolved/i ).first().waitFor( { timeout: 60_000 } );
	},
	{ isShort: true, timeoutMs: 180_000 }
);

journey(
	'A new password asked for on wp-login.php: the same page for known and unknown names, one mail to the known one, and its link works',
	async ( { page, newPerson, site, mail } ) => {
		const pages: string[] = [];
		for ( const [ visitor, name ] of [
			[ page, EDITOR.user ],
			[ await newPerson(), 'nobody-of-this-name' ],
		] as const ) {
			await visitor.goto( `${ site.url }/wp-login.php?action=lostpassword` );
			await visitor.locator( '#user_login' ).fill( name );
			await visitor.locator( '#wp-submit' ).click();
			await visitor.waitForURL( /checkemail=confirm/ );
			pages.push( await visitor.content() );
		}
		assert.equal( pages[ 1 ], pages[ 0 ], 'a stranger learns nothing about accounts' );

		const sent = await mail.waitFor( ( one ) => one.to.includes( EDITOR.email ), 60_000 );
		const link = /https?:\/\/\S+action=rp\S*/.exec( sent.text )?.[ 0 ] ?? '';
		await page.goto( link );
		await page.locator( '#pass1' ).waitFor();
		assert.equal( mail.messages().length, 1, 'nobody else was written to' );
	},
	{ timeoutMs: 120_000 }
);
