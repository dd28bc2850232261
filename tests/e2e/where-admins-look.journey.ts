import assert from 'node:assert/strict';

import { violations } from './accessibility';
import { logInToPortal, mailToAdmin, message, person } from './actions';
import { journey } from './support/journey';

journey( 'Who cannot log in shows where administrators look anyway: dashboard, list of users, profile, Site Health, help tabs', async ( { page, asAdmin, site, mail, shot } ) => {
	const tomas = person( 'binned' );
	await logInToPortal( page, site, tomas.email );
	await message( page ).waitFor();
	await mailToAdmin( mail );

	const admin = await asAdmin();
	await admin.goto( `${ site.url }/wp-admin/index.php` );
	const widget = admin.locator( '#causeway_overview' );
	await widget.getByText( '1 person cannot log in.' ).waitFor();
	await widget.getByRole( 'link', { name: /recycle bin/ } ).waitFor();
	assert.deepEqual( await violations( admin, '#causeway_overview .inside' ), [], 'widget' );
	await shot( 'dashboard widget', admin );
	assert.equal( await admin.locator( 'script[src*="causeway"], link[href*="causeway"]' ).count(), 0, 'no script and no style of ours' );

	await admin.goto( `${ site.url }/wp-admin/users.php` );
	const row = admin.locator( 'tbody tr', { hasText: tomas.email } );
	await row.hover();
	await row.getByRole( 'link', { name: 'Why can’t this person log in?' } ).click();
	await admin.getByText( 'They were refused: The contact was deleted' ).waitFor();
	await shot( 'profile panel', admin );
	await admin.getByRole( 'link', { name: 'Open the case' } ).click();
	await admin.getByRole( 'heading', { level: 1, name: /Tomas/ } ).waitFor();

	await admin.getByRole( 'button', { name: 'Help', exact: true } ).click();
	await admin.getByText( 'A refusal is one failed try.' ).waitFor();

	await admin.goto( `${ site.url }/wp-admin/site-health.php?tab=debug` );
	await admin.getByRole( 'button', { name: 'Causeway' } ).click();
	await admin.getByText( 'Version of the catalog' ).waitFor();
	await shot( 'site health report', admin );
} );
