import assert from 'node:assert/strict';

import { violations } from './accessibility';
import { logInToPortal, mailToAdmin, message, openCase, person, referenceOn } from './actions';
import { journey } from './support/journey';

journey( 'From a case the person is written to in a ready letter, and a wrong diagnosis is noted and counted', async ( { page, asAdmin, site, mail, shot } ) => {
	const tomas = person( 'binned' );
	await logInToPortal( page, site, tomas.email );
	await message( page ).waitFor();
	const reference = await referenceOn( page );
	await mailToAdmin( mail );

	const admin = await asAdmin();
	await openCase( admin, site, reference );
	await admin.getByRole( 'button', { name: 'Tell the person' } ).click();
	const dialog = admin.getByRole( 'dialog' );
	const letter = dialog.getByLabel( 'Message' );
	await letter.waitFor();
	assert.match( await letter.inputValue(), new RegExp( `Hello Tomas.*${ reference }`, 's' ) );
	await shot( 'case reply', admin );
	assert.deepEqual( await violations( admin, '.components-modal__screen-overlay' ), [], 'reply' );
	await letter.fill( `${ await letter.inputValue() }\n\nCall me on 123 if it hurries.` );
	await dialog.getByRole( 'button', { name: 'Send', exact: true } ).click();
	await admin.getByText( 'The mail was handed over. It is noted in the timeline.' ).first().waitFor();
	const received = await mail.waitFor( ( { to } ) => to.includes( tomas.email ), 10_000 );
	assert.match( received.text, /Call me on 123/ );
	await admin.getByText( 'The person was written to' ).waitFor();

	await admin.getByRole( 'button', { name: 'This diagnosis is wrong' } ).click();
	await dialog.getByLabel( 'What was it really?' ).selectOption( { label: 'The contact belongs to no Account' } );
	await dialog.getByLabel( 'How do you know?' ).fill( 'Seen in the CRM.' );
	await shot( 'case dispute', admin );
	assert.deepEqual( await violations( admin, '.components-modal__screen-overlay' ), [], 'dispute' );
	await dialog.getByRole( 'button', { name: 'Mark as wrong' } ).click();
	await admin.getByText( /It was: The contact belongs to no Account.*Seen in the CRM/ ).waitFor();
	await shot( 'case told and disputed', admin );
	await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway` );
	// Whoever looks again makes another diagnosis of the same case: how many there are is not this journey's matter.
	await admin.getByText( /^1 of \d+$/ ).waitFor();
} );
