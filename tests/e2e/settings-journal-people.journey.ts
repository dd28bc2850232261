import assert from 'node:assert/strict';

import { violations } from './accessibility';
import { logInToPortal, message, person } from './actions';
import { journey } from './support/journey';

journey(
	'Settings are kept and told at their fields, the journal lists what happened, and everybody is looked at before they are refused',
	async ( { page, asAdmin, logIn, newPerson, site, crm, shot } ) => {
		const admin = await asAdmin();
		const open = ( screen: string ) => admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=${ screen }` );

		await open( 'settings' );
		await admin.getByLabel( 'E-mail addresses' ).fill( 'desk' );
		await admin.getByLabel( 'Refused attempts, in days' ).fill( '3' );
		await admin.getByRole( 'button', { name: 'Save settings' } ).click();
		assert.equal( await admin.locator( '.causeway-field__fault' ).count(), 2 );
		assert.ok( await admin.getByLabel( 'E-mail addresses' ).evaluate( ( input ) => input.matches( ':focus' ) ), 'the focus is where the fault is' );
		await shot( 'settings faults', admin );
		await admin.getByLabel( 'E-mail addresses' ).fill( 'desk@northwind.example' );
		await admin.getByLabel( 'Refused attempts, in days' ).fill( '60' );
		await admin.getByLabel( 'Handle cases: Editor' ).check();
		assert.ok( await admin.getByLabel( 'See: Editor' ).isChecked(), 'whoever may do something may see it' );
		await admin.getByRole( 'button', { name: 'Save settings' } ).click();
		await admin.getByText( 'Saved.', { exact: true } ).waitFor();
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'settings' );
		await shot( 'settings', admin );
		await admin.reload();
		assert.equal( await admin.getByLabel( 'E-mail addresses' ).inputValue(), 'desk@northwind.example' );
		assert.equal( await admin.getByLabel( 'Refused attempts, in days' ).inputValue(), '60' );

		// A rule is made, tried out and kept; its secret is made here and not shown again.
		await admin.getByRole( 'button', { name: 'Add a rule' } ).click();
		await admin.getByRole( 'button', { name: 'Save rule' } ).click();
		assert.ok( await admin.getByLabel( 'Name', { exact: true } ).evaluate( ( input ) => input.matches( ':focus' ) ), 'the focus is where the fault is' );
		await admin.getByLabel( 'Name', { exact: true } ).fill( 'Night desk' );
		await admin.getByLabel( 'From how many people on' ).fill( '2' );
		await admin.getByLabel( 'To', { exact: true } ).fill( 'night@northwind.example' );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'a rule' );
		await shot( 'notification rule', admin );
		await admin.getByRole( 'button', { name: 'Save rule' } ).click();
		await admin.getByText( 'The rule is saved.' ).waitFor();
		await admin.getByRole( 'button', { name: 'Send a test: Night desk' } ).click();
		await admin.getByText( 'The test was handed over.' ).waitFor();
		await admin.getByRole( 'button', { name: 'Add a rule' } ).click();
		await admin.getByLabel( 'Name', { exact: true } ).fill( 'Pager' );
		await admin.getByLabel( 'a webhook' ).check();
		await admin.getByLabel( 'Address', { exact: true } ).fill( 'http://169.254.169.254/latest/meta-data' );
		await admin.getByRole( 'button', { name: 'Make a secret' } ).click();
		const secret = await admin.getByLabel( 'Secret', { exact: true } ).inputValue();
		await shot( 'notification webhook', admin );
		await admin.getByRole( 'button', { name: 'Save rule' } ).click();
		await admin.getByRole( 'button', { name: 'Send a test: Pager' } ).click();
		await admin.getByText( 'The address leads into a private network and is not called.' ).waitFor();
		await admin.getByLabel( 'Quiet from' ).fill( '22:00' );
		await admin.getByLabel( 'until', { exact: true } ).fill( '07:00' );
		await admin.getByRole( 'button', { name: 'Save hours' } ).click();
		await admin.getByText( 'The hours are saved.' ).waitFor();
		await admin.reload();
		await admin.getByRole( 'heading', { name: 'Pager' } ).waitFor();
		assert.ok( ! ( await admin.content() ).includes( secret ), 'the secret does not come back' );
		assert.equal( await admin.getByLabel( 'Quiet from' ).inputValue(), '22:00' );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'rules' );
		await admin.getByRole( 'heading', { name: 'Notification rules' } ).scrollIntoViewIfNeeded();
		await shot( 'notification rules', admin );
		await admin.getByRole( 'button', { name: 'Remove: Pager' } ).click();
		await admin.getByRole( 'button', { name: 'Remove it' } ).click();
		await admin.getByText( 'The rule is removed.' ).waitFor();
		await admin.getByLabel( 'Quiet from' ).fill( '' );
		await admin.getByLabel( 'until', { exact: true } ).fill( '' );
		await admin.getByRole( 'button', { name: 'Save hours' } ).click();
		await admin.getByText( 'The hours are saved.' ).waitFor();

		// What the role was given, its people have; and no more.
		await site.mustWp( [ 'user', 'create', 'ed', 'ed@northwind.example', '--role=editor', '--user_pass=edits-pages-here' ] );
		const editor = await newPerson();
		await logIn( editor, 'ed', 'edits-pages-here' );
		await editor.goto( `${ site.url }/wp-admin/admin.php?page=causeway` );
		await editor.getByRole( 'heading', { name: 'Nobody is locked out' } ).waitFor();
		await editor.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=settings` );
		await editor.getByText( 'Your role may not change Causeway’s settings.' ).first().waitFor();

		await open( 'journal' );
		await admin.getByRole( 'heading', { name: 'Nothing has happened yet' } ).waitFor();
		await logInToPortal( page, site, person( 'wrongPassword' ).email );
		await message( page ).waitFor();
		await open( 'cases' );
		await admin.getByText( person( 'wrongPassword' ).email ).waitFor( { timeout: 30_000 } );
		await admin.locator( 'tbody tr', { hasText: 'The portal password was wrong' } ).waitFor( { timeout: 30_000 } );
		await open( 'journal' );
		await admin.locator( '.causeway-journal tbody tr' ).nth( 1 ).waitFor();
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'journal' );
		await shot( 'journal', admin );

		await open( 'people' );
		await admin.getByRole( 'heading', { name: 'Nobody has been looked at yet' } ).waitFor();
		await shot( 'people nobody yet', admin );
		await admin.getByRole( 'button', { name: 'Look at everybody now' } ).click();
		await admin.getByText( /\d+ people looked at, \d+ people at risk/ ).waitFor( { timeout: 90_000 } );
		await admin.locator( 'tbody tr', { hasText: 'recycle bin' } ).first().waitFor();
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'people' );
		await shot( 'people', admin );

		// Narrowed to one cause, they are put right before anybody refuses them.
		await admin.getByLabel( 'Cause' ).selectOption( { label: 'The contact was deleted and lies in Zoho CRM’s recycle bin (1)' } );
		await admin.getByRole( 'button', { name: 'Put it right for 1 person' } ).click();
		await shot( 'people open cases', admin );
		assert.deepEqual( await violations( admin, '.components-modal__screen-overlay' ), [], 'open cases' );
		await admin.getByRole( 'button', { name: 'Open cases' } ).click();
		await admin.getByText( '1 case was opened; each person is looked at afresh now.' ).first().waitFor();
		await shot( 'people cases opened', admin );
		await admin.getByRole( 'link', { name: 'Look at the cases' } ).click();
		await admin.getByRole( 'link', { name: /Tomas Okafor/ } ).click();
		await admin.getByText( 'Found at risk by a look at everybody; nobody was refused yet.' ).waitFor();
		await admin.getByRole( 'button', { name: 'Preview the change' } ).waitFor( { timeout: 30_000 } );
		await shot( 'case nobody was refused for', admin );

		// A contact that is deleted under a login is told by the next look, with the person.
		await crm.play( { do: 'delete-contact', id: person( 'fine' ).crmId } );
		await open( 'people' );
		await admin.getByRole( 'button', { name: 'Look at everybody now' } ).click();
		await admin.locator( '#causeway-admin' ).getByText( 'The contact of 1 person was deleted or merged' ).waitFor( { timeout: 90_000 } );
		await admin.locator( 'tbody tr', { hasText: person( 'fine' ).lastName } ).waitFor();
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'people, warned' );
		await shot( 'people warned', admin );
	},
	{ timeoutMs: 180_000 }
);
