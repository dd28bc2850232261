import assert from 'node:assert/strict';

import type { Page } from 'playwright-core';

import { PEOPLE } from '../lab/scenarios/northwind';
import type { Site } from '../support/site/create';
import { EDITOR } from '../support/demo/people';
import { eventually, listCases, logInToPortal, message, person, referenceOn } from './actions';
import { journey } from './support/journey';

const image = '<img src=x onerror=alert(1)>';
/** Right-to-left letters, a mark that turns the direction of writing, and an animal. */
const turned = 'نوى \u202Egnp.exe\u202C 🦊';
/** What a terminal would obey: a title, a colour. */
const bell = '\u001B]0;owned\u0007\u001B[31mred';

const hex = ( text: string ): string => Buffer.from( text ).toString( 'hex' );

/** Past every sanitising function, as an import or another plugin might. */
const rename = async ( site: Site, email: string, name: string ): Promise< void > =>
	void ( await site.mariadb?.query( `UPDATE wp_users SET display_name = X'${ hex( name ) }' WHERE user_email = '${ email }'`, site.databaseName ) );

/** Nothing that a name brought along is more than text. */
const assertHarmless = async ( page: Page, where: string ): Promise< void > => {
	const found = await page.evaluate( () => ( {
		images: document.querySelectorAll( 'img[src="x"], [onerror]' ).length,
		scripts: [ ...document.scripts ].filter( ( { text } ) => /^alert\(/.test( text ) ).length,
	} ) );
	assert.deepEqual( found, { images: 0, scripts: 0 }, where );
};

journey( 'Names that are markup, control characters or run from right to left are text on every screen, in the mail and in the terminal', async ( { page, newPerson, asAdmin, logIn, site, crm, mail, shot } ) => {
	const { email } = person( 'hostile' );
	const dialogs: string[] = [];
	const watch = ( on: Page ): Page => on.on( 'dialog', ( dialog ) => {
		dialogs.push( `${ on.url() }: ${ dialog.message() }` );
		void dialog.dismiss();
	} );
	watch( page );
	await rename( site, email, `${ image }"><script>alert(2)</script>` );
	await rename( site, EDITOR.email, turned );
	await rename( site, person( 'fine' ).email, bell );

	// The portal's person, and a WordPress user, both called by markup.
	await crm.play( { do: 'delete-contact', id: PEOPLE.hostile.contactId } );
	await logInToPortal( page, site, email );
	await message( page ).waitFor();
	await assertHarmless( page, 'portal page' );
	const reference = await referenceOn( page );

	const door = watch( await newPerson() );
	for ( const typed of [ '<script>alert(3)</script>', image, `${ EDITOR.user }" autofocus onfocus="alert(4)`, turned ] ) {
		await logIn( door, typed, 'wrong' );
		await door.locator( '#login_error' ).waitFor();
		// WordPress itself takes a name of nothing but tags for an empty one.
		assert.equal( await door.locator( '#user_login' ).inputValue(), typed.startsWith( '<' ) ? '' : typed, 'the typed name is still there' );
		await assertHarmless( door, 'wp-login.php' );
		await logInToPortal( door, site, typed, 'wrong' );
		await message( door ).waitFor();
		assert.ok( ! ( await message( door ).innerHTML() ).includes( 'alert' ), 'the message never repeats what was typed' );
		await assertHarmless( door, 'portal page' );
	}
	await shot( 'typed markup', door );
	await logIn( door, EDITOR.user, 'wrong' );
	await logIn( door, person( 'fine' ).email, 'wrong' );

	const told = await mail.waitFor( ( { text } ) => text.includes( reference ), 45_000 );
	assert.ok( told.text.includes( image ), `the mail names the person as they are called: ${ told.text }` );
	assert.equal( told.html, '', 'the mail is plain text' );
	assert.ok( ! told.subject.includes( 'img' ), 'no name in the subject' );
	const inbox = watch( await newPerson() );
	await inbox.goto( mail.url );
	await inbox.getByText( image ).first().waitFor();
	await assertHarmless( inbox, 'inbox' );

	const admin = watch( await asAdmin() );
	await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=cases&unknown=1` );
	await admin.getByRole( 'searchbox' ).waitFor();
	const cases = await eventually( () => listCases( site ), ( all ) => all.filter( ( { cause } ) => cause !== '' ).length >= 3, 45_000 );
	await admin.reload();
	await admin.getByText( image ).first().waitFor();
	await assertHarmless( admin, 'list' );
	await shot( 'hostile names list', admin );
	await admin.getByRole( 'searchbox' ).fill( '<img src=x' );
	await admin.waitForURL( /s=/ );
	await assertHarmless( admin, 'search' );

	for ( const { id, reference: last } of cases ) {
		await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&case=${ id }` );
		await admin.getByRole( 'heading', { name: 'Timeline' } ).waitFor();
		await assertHarmless( admin, `case ${ id }` );
		if ( last === reference ) {
			await admin.getByRole( 'button', { name: 'Diagnose again' } ).click();
			await admin.getByText( 'Looked again.' ).first().waitFor();
			await shot( 'hostile name case', admin );
			await admin.getByRole( 'button', { name: 'Preview the change' } ).click();
			await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Confirm and make the change' } ).waitFor();
			await assertHarmless( admin, 'dialog' );
			await shot( 'hostile name preview', admin );
		}
	}

	for ( const format of [ 'table', 'json' ] ) {
		const printed = [
			await site.mustWp( [ 'causeway', 'case', 'list', '--unknown-people', `--format=${ format }` ] ),
			await site.mustWp( [ 'causeway', 'diagnose', EDITOR.email, `--format=${ format }` ] ),
			await site.mustWp( [ 'causeway', 'diagnose', person( 'fine' ).email, `--format=${ format }` ] ),
			await site.mustWp( [ 'causeway', 'case', 'get', reference, `--format=${ format }` ] ),
		].join( '\n' );
		assert.doesNotMatch( printed, /[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]/, `${ format } holds nothing that a terminal obeys` );
		assert.ok( printed.includes( 'نوى' ), `${ format } shows letters of every script` );
	}
	assert.deepEqual( dialogs, [], 'no script ran' );
}, { timeoutMs: 180_000 } );
