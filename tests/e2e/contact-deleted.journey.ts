import assert from 'node:assert/strict';

import { journey } from './support/journey';
import { logInToPortal, mailToAdmin, message, openCase, person, referenceOn } from './actions';

journey(
	'A deleted contact: refused, explained, restored with one confirmed step, verified, and the person logs in',
	async ( { page, asAdmin, site, crm, mail, shot } ) => {
		const tomas = person( 'binned' );

		await page.goto( `${ site.url }/client-login/?ppage=login` );
		assert.equal( await message( page ).count(), 0, 'a page without a refusal shows no message' );
		await logInToPortal( page, site, tomas.email );
		await message( page ).waitFor();
		assert.match( ( await message( page ).getAttribute( 'data-causeway-tier' ) ) ?? '', /^proven/ );
		const reference = await referenceOn( page );
		await shot( 'block before', page );

		const told = await mailToAdmin( mail );
		assert.ok( told.text.includes( reference ), 'the mail names the reference' );
		const link = /http\S+page=causeway&case=\d+/.exec( told.text )?.[ 0 ] ?? '';
		assert.notEqual( link, '', 'the mail links to the case' );

		const admin = await asAdmin();
		await openCase( admin, site, reference );
		await admin.goBack();
		await admin.locator( 'tbody tr' ).first().waitFor();
		await shot( 'cases list', admin );
		await admin.goto( link );
		await admin.getByRole( 'button', { name: 'Preview the change' } ).waitFor();
		await shot( 'case diagnosed', admin );

		await crm.forgetCalls();
		await admin.getByRole( 'button', { name: 'Preview the change' } ).click();
		const dialog = admin.getByRole( 'dialog' );
		const confirm = dialog.getByRole( 'button', { name: 'Confirm and make the change' } );
		await confirm.waitFor();
		assert.deepEqual( ( await crm.calls() ).filter( ( { kind } ) => kind === 'write' ), [], 'a preview writes nothing' );
		await shot( 'step preview', admin );
		await confirm.click();
		await admin.getByText( 'The case is resolved' ).first().waitFor( { timeout: 30_000 } );
		await shot( 'step done', admin );
		await admin.keyboard.press( 'Escape' );
		await shot( 'case resolved', admin );
		const writes = ( await crm.calls() ).filter( ( { kind } ) => kind === 'write' );
		assert.equal( writes.length, 1, 'one write did it' );

		await page.getByText( 'You can log in again' ).first().waitFor( { timeout: 60_000 } );
		await shot( 'block after', page );
		await logInToPortal( page, site, tomas.email );
		assert.match( page.url(), /ppage=dashboard/ );
	},
	{ isShort: true, timeoutMs: 180_000 }
);
