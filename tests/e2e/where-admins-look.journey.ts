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

	await admin.locator( '#contextual-help-link' ).click();
	const about = admin.locator( '#tab-panel-causeway-about p:not([hidden])' );
	await about.getByText( 'Search by reference (with or without its dash)' ).waitFor();
	await shot( 'help', admin );
	await admin.locator( '#toplevel_page_causeway' ).getByRole( 'link', { name: 'Journal' } ).click();
	await about.getByText( 'Entries cannot be edited.' ).waitFor();
	assert.equal( await about.count(), 1 );
	await admin.getByRole( 'link', { name: 'Words', exact: true } ).click();
	await admin.getByText( 'A refusal is one failed try.' ).waitFor();

	// What waits for the site itself is asked for once Site Health is there.
	await admin.goto( `${ site.url }/wp-admin/site-health.php` );
	await admin.getByRole( 'button', { name: /Passed tests/ } ).click();
	for ( const name of [ 'The login cookie goes out and comes back', 'The login page is not cached', 'Pages with a login form are fresh enough', 'This server’s clock is right', 'The login cookie reaches every page' ] ) {
		await admin.locator( '#health-check-site-status-good' ).getByRole( 'button', { name } ).waitFor( { timeout: 60_000 } );
	}
	await shot( 'site health', admin );

	await admin.goto( `${ site.url }/wp-admin/site-health.php?tab=debug` );
	await admin.getByRole( 'button', { name: 'Causeway' } ).click();
	await admin.getByText( 'Version of the catalog' ).waitFor();
	await shot( 'site health report', admin );
} );
