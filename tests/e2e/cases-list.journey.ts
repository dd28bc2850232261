import assert from 'node:assert/strict';

import { violations } from './accessibility';
import { eventually, listCases, logInToPortal, message, person } from './actions';
import { journey } from './support/journey';

journey(
	'Cases are narrowed by what the address says, ordered, shown as each person wants, and many are closed, looked at and written to at once',
	async ( { newPerson, asAdmin, logIn, site, crm, mail, shot, page } ) => {
		const admin = await asAdmin();
		const open = ( query = '' ) => admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=cases${ query }` );
		const rows = admin.locator( '.causeway-cases tbody tr' );

		await crm.play( { do: 'delete-contact', id: person( 'fine' ).crmId } );
		for ( const key of [ 'fine', 'wrongPassword', 'lookalike' ] ) {
			const someone = await newPerson();
			await logInToPortal( someone, site, person( key ).email, key === 'lookalike' ? 'not-the-password' : undefined );
			await message( someone ).waitFor();
		}
		await eventually( () => listCases( site ), ( cases ) => cases.length >= 3 && cases.every( ( { cause } ) => cause !== '' ), 60_000 );

		// The view lives in the address: filters, and both orders.
		await open();
		await admin.waitForFunction( () => document.querySelectorAll( '.causeway-cases tbody tr' ).length === 3 );
		await shot( 'cases', admin );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'cases' );
		const newest = await rows.first().innerText();
		await admin.getByRole( 'button', { name: /Last attempt/ } ).click();
		await admin.locator( 'th[aria-sort="ascending"]' ).waitFor();
		await admin.waitForFunction( ( text ) => ! document.querySelector( '.causeway-cases tbody tr' )?.textContent?.includes( text ), newest.split( '\n' )[ 0 ] ?? '' );
		assert.ok( await admin.getByRole( 'button', { name: /Last attempt/ } ).evaluate( ( button ) => button.matches( ':focus' ) ), 'the focus stays' );
		assert.match( admin.url(), /order=oldest/ );
		await admin.getByLabel( 'System', { exact: true } ).selectOption( 'zoho-crm' );
		await admin.getByLabel( 'Last attempt', { exact: true } ).selectOption( 'day' );
		await admin.waitForFunction( () => document.querySelectorAll( '.causeway-cases tbody tr' ).length === 1 );
		assert.match( admin.url(), /system=zoho-crm/ );
		assert.match( admin.url(), /since=day/ );
		await admin.reload();
		await admin.getByRole( 'button', { name: 'Filters (2)' } ).waitFor();
		await admin.waitForFunction( () => document.querySelectorAll( '.causeway-cases tbody tr' ).length === 1 );
		await admin.getByLabel( 'Role', { exact: true } ).selectOption( 'editor' );
		await admin.getByRole( 'heading', { name: 'No case matches' } ).waitFor();
		await shot( 'cases none match', admin );
		await admin.getByRole( 'button', { name: 'Clear the filters' } ).click();
		await admin.waitForFunction( () => document.querySelectorAll( '.causeway-cases tbody tr' ).length === 3 );

		// How the list looks is kept for the person.
		await admin.getByRole( 'button', { name: 'View options' } ).click();
		await admin.getByLabel( 'Compact' ).check();
		await admin.getByRole( 'checkbox', { name: 'Reference' } ).uncheck();
		await shot( 'cases view options', admin );
		assert.deepEqual( await violations( admin, '.components-popover' ), [], 'view options' );
		await admin.keyboard.press( 'Escape' );
		assert.ok( await admin.getByRole( 'button', { name: 'View options' } ).evaluate( ( button ) => button.matches( ':focus' ) ), 'the focus is back' );
		await admin.reload();
		await admin.locator( '.causeway-cases.is-compact' ).waitFor();
		assert.equal( await admin.getByRole( 'columnheader', { name: 'Reference' } ).count(), 0 );

		// By keyboard alone: choose all, look again.
		await admin.getByRole( 'checkbox', { name: 'Select all shown cases' } ).focus();
		await admin.keyboard.press( 'Space' );
		await admin.getByText( '3 selected' ).waitFor();
		await shot( 'cases selected', admin );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'selected' );
		await admin.getByRole( 'region', { name: 'Selected cases' } ).getByRole( 'button', { name: 'Diagnose again' } ).focus();
		await admin.keyboard.press( 'Enter' );
		await admin.getByRole( 'dialog', { name: 'Diagnose 3 cases again?' } ).waitFor();
		await admin.keyboard.press( 'Tab' );
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Diagnose again' } ).press( 'Enter' );
		await admin.locator( '.causeway-progress-place:focus' ).waitFor();
		await admin.getByText( 'Done for 3 cases.' ).waitFor( { timeout: 60_000 } );

		// A letter to everybody, the first of them read through; leaving the page stops nothing.
		mail.clear();
		await admin.getByRole( 'checkbox', { name: 'Select all shown cases' } ).check();
		await admin.getByRole( 'button', { name: 'Tell the people' } ).click();
		const letter = admin.getByRole( 'dialog', { name: 'Write to 3 people?' } );
		await letter.locator( '.causeway-letter' ).waitFor();
		await shot( 'cases letter', admin );
		assert.deepEqual( await violations( admin, '.components-modal__screen-overlay' ), [], 'letter' );
		await letter.getByRole( 'button', { name: 'Send the mails' } ).click();
		await letter.waitFor( { state: 'detached' } );
		await admin.goto( `${ site.url }/wp-admin/index.php` );
		for ( const key of [ 'fine', 'wrongPassword', 'lookalike' ] ) {
			await mail.waitFor( ( one ) => one.to.includes( person( key ).email ), 90_000 );
		}
		await open();
		await admin.getByText( 'Done for 3 cases.' ).waitFor( { timeout: 60_000 } );

		// One of those to be closed is removed meanwhile: the others are closed, and it is listed.
		await admin.getByRole( 'checkbox', { name: 'Select all shown cases' } ).check();
		await admin.getByRole( 'button', { name: 'Close cases' } ).click();
		const closing = admin.getByRole( 'dialog', { name: 'Close 3 cases?' } );
		await closing.getByLabel( 'Note for the timelines' ).fill( 'Told on the phone' );
		await site.mustWp( [ 'eval', 'global $wpdb; $wpdb->query( "DELETE FROM {$wpdb->base_prefix}causeway_cases WHERE cause <> \'\' ORDER BY id LIMIT 1" );' ] );
		await closing.getByRole( 'button', { name: 'Close cases' } ).click();
		await admin.getByText( 'Done for 2 cases.' ).waitFor( { timeout: 60_000 } );
		await admin.getByText( 'It could not be done for 1 case:' ).waitFor();
		assert.match( await admin.locator( '.causeway-failed li' ).innerText(), /Case \d+\s+There is no such case/ );
		await admin.getByRole( 'heading', { name: 'Nobody is locked out' } ).waitFor();
		await shot( 'cases done in part', admin );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'done in part' );
		await admin.getByRole( 'button', { name: 'Dismiss' } ).click();
		assert.equal( await admin.getByText( 'Done for 2 cases.' ).count(), 0 );

		// Whoever may only look selects nothing; the wish of one person is no other's.
		await site.mustWp( [ 'user', 'create', 'looker', 'looker@northwind.example', '--role=subscriber', '--user_pass=looks-at-cases' ] );
		await site.mustWp( [ 'user', 'add-cap', 'looker', 'causeway_view' ] );
		await logIn( page, 'looker', 'looks-at-cases' );
		await page.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=cases&state=resolved` );
		await page.locator( '.causeway-cases tbody tr' ).first().waitFor();
		assert.equal( await page.getByRole( 'checkbox', { name: /Select/ } ).count(), 0 );
		await page.getByRole( 'columnheader', { name: 'Reference' } ).waitFor();
	},
	{ timeoutMs: 300_000 }
);
