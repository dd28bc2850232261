import assert from 'node:assert/strict';

import { EDITOR } from '../support/demo/people';
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

		await logIn( page, EDITOR.user, EDITOR.password );
		await page.waitForURL( /wp-admin/ );
		await admin.reload();
		await admin.getByText( /resolved/i ).first().waitFor( { timeout: 60_000 } );
	},
	{ isShort: true, timeoutMs: 180_000 }
);
