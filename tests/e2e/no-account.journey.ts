import assert from 'node:assert/strict';

import { PEOPLE } from '../lab/scenarios/northwind';
import { journey } from './support/journey';
import { logInToPortal, mailToAdmin, message, openCase, person, referenceOn } from './actions';

journey( 'A contact without an Account: guided to the record, closed by the probe and not by the next click', async ( { page, asAdmin, site, crm, mail, shot } ) => {
	const priya = person( 'noAccount' );
	await logInToPortal( page, site, priya.email );
	await message( page ).waitFor();
	const reference = await referenceOn( page );
	await mailToAdmin( mail );

	// The portal lets her in on the next click although nothing is repaired: that proves nothing.
	await page.goto( `${ site.url }/client-login/?ppage=dashboard` );
	assert.match( page.url(), /ppage=dashboard/ );

	const admin = await asAdmin();
	await openCase( admin, site, reference );
	const link = admin.getByRole( 'link', { name: /contact/i } ).first();
	await link.waitFor();
	assert.match( ( await link.getAttribute( 'href' ) ) ?? '', /\/crm\/org\d+\/tab\/Contacts\/\d+/, 'the deep link leads to her own record' );
	await shot( 'no account case', admin );
	assert.equal( await admin.getByText( 'A fresh look found the cause gone' ).count(), 0 );

	await crm.play( { do: 'set-contact', id: priya.crmId, fields: { Account_Name: { id: PEOPLE.fine.account ?? '' } } } );
	await admin.getByRole( 'button', { name: 'Mark as done' } ).first().click();
	await admin.getByText( 'A fresh look found the cause gone' ).first().waitFor( { timeout: 45_000 } );
	await shot( 'no account resolved', admin );
} , { timeoutMs: 180_000 } );
