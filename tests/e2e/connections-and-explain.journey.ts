import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { logInToPortal, message, person } from './actions';
import { journey } from './support/journey';

journey(
	'A connection made by hand: bad input is told at its field and nothing typed is lost, the test speaks in words, and no secret comes back',
	async ( { asAdmin, site, lab, crm, shot, allow } ) => {
		const { base, accounts, credentials } = lab[ 'zoho-crm' ];
		const admin = await asAdmin();
		const answers: string[] = [];
		admin.on( 'response', ( response ) => {
			if ( response.url().includes( 'causeway' ) && /json|html/.test( response.headers()[ 'content-type' ] ?? '' ) ) {
				void response.text().then( ( text ) => answers.push( text ), () => undefined );
			}
		} );
		allow( /status of 400/ );

		await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=connections` );
		await admin.getByRole( 'button', { name: 'Remove' } ).click();
		await admin.getByRole( 'dialog' ).getByRole( 'button', { name: 'Remove the connection' } ).click();
		await admin
			.locator( '.causeway-unconnected li', { hasText: 'Zoho CRM' } )
			.getByText( 'Not connected' )
			.waitFor();
		await shot( 'connections none', admin );

		await admin.getByRole( 'button', { name: 'Connect Zoho CRM' } ).click();
		const field = ( name: string ) => admin.getByLabel( name, { exact: false } );
		await field( 'Data centre' ).selectOption( 'custom' );
		await field( 'API address' ).fill( 'no address at all' );
		await field( 'Accounts address' ).fill( accounts );
		await field( 'Client ID' ).fill( credentials.clientId );
		await field( 'Refresh token' ).fill( credentials.refreshToken );
		const save = admin.getByRole( 'button', { name: 'Save and test' } );
		await save.click();
		const faults = admin.locator( '.causeway-field__fault' );
		assert.deepEqual( await faults.allInnerTexts(), [ 'This is needed for the connection.' ] );
		assert.equal( await field( 'Client secret' ).getAttribute( 'aria-invalid' ), 'true' );
		assert.ok( await field( 'Client secret' ).evaluate( ( input ) => input.matches( ':focus' ) ), 'the focus is where the fault is' );

		await field( 'Client secret' ).fill( 'not-the-secret' );
		await save.click();
		await admin.getByText( 'Nothing was saved yet.' ).first().waitFor();
		assert.match( await faults.innerText(), /^This is not a web address\./ );
		assert.equal( await faults.count(), 1 );
		assert.equal( await admin.locator( '[data-field="api_base"] .causeway-field__fault' ).count(), 1 );
		assert.equal( await field( 'API address' ).inputValue(), 'no address at all' );
		assert.equal( await field( 'Data centre' ).inputValue(), 'custom' );
		assert.equal( await field( 'Client ID' ).inputValue(), credentials.clientId );
		assert.equal( await field( 'Client secret' ).inputValue(), 'not-the-secret' );
		assert.equal( await field( 'Refresh token' ).inputValue(), credentials.refreshToken );
		await shot( 'connections bad input', admin );

		await field( 'API address' ).fill( base );
		await save.click();
		await admin.getByText( 'Something is not in order' ).first().waitFor( { timeout: 30_000 } );
		const conditions = admin.locator( '.causeway-condition' );
		await admin.locator( '.causeway-condition--false', { hasText: 'Authorised' } ).waitFor();
		for ( const text of await conditions.allInnerTexts() ) {
			assert.doesNotMatch( text, /_|\{|not-asked|unauthorised\b/, `a condition is told in words: ${ text }` );
		}
		await shot( 'connections wrong secret', admin );

		await admin.getByRole( 'button', { name: 'Edit' } ).click();
		assert.equal( await field( 'Client secret' ).inputValue(), '', 'a stored secret is not sent back' );
		assert.equal( await admin.getByText( 'Set. Leave empty to keep it.' ).count(), 2 );
		await field( 'Client secret' ).fill( credentials.clientSecret );
		await field( 'Allow fixes in Zoho CRM' ).check();
		await save.click();
		await admin.getByText( 'The connection works.' ).first().waitFor( { timeout: 30_000 } );
		await admin.getByText( 'Fixes allowed' ).waitFor();
		for ( const expected of [ 'Reachable', 'Authorised', 'Permissions', 'API calls left', 'Sees contacts', 'Sees deleted contacts', 'Sees the recycle bin', 'Sees the contact fields' ] ) {
			assert.equal( await admin.locator( '.causeway-condition--true', { has: admin.getByText( expected, { exact: true } ) } ).count(), 1, expected );
		}
		await shot( 'connections working', admin );

		// A secret that ends soon is told beside what the test saw, and stays told.
		await admin.getByRole( 'button', { name: 'Edit' } ).click();
		const ending = new Date( Date.now() + 10 * 86_400_000 ).toISOString().slice( 0, 10 );
		await field( 'Credentials end on' ).fill( ending );
		await shot( 'connections form', admin );
		await save.click();
		const reminder = admin.locator( '.causeway-condition--false', { hasText: `end on ${ ending }` } );
		await reminder.waitFor( { timeout: 30_000 } );
		await shot( 'connections ending credentials', admin );

		await admin.reload();
		await reminder.waitFor();
		const all = answers.join( '\n' );
		assert.ok( all.includes( credentials.clientId ), 'the answers were looked at' );
		for ( const secret of [ credentials.clientSecret, credentials.refreshToken, 'not-the-secret' ] ) {
			assert.ok( ! all.includes( secret ), 'a secret came back' );
		}
		assert.deepEqual( ( await crm.calls() ).filter( ( { kind } ) => kind === 'write' ), [], 'a test writes nothing' );
	},
	{ isShort: true }
);

journey( 'A pasted sentence is explained, and empty lists say which kind of nothing they are', async ( { page, asAdmin, site, shot } ) => {
	const admin = await asAdmin();
	await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=cases` );
	await admin.getByRole( 'heading', { name: 'No refused login yet' } ).waitFor();
	await shot( 'cases nothing yet', admin );

	await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=explain` );
	await admin.getByLabel( 'Message that the person saw' ).fill( 'Please contact your administrator' );
	await admin.getByRole( 'button', { name: 'Explain' } ).click();
	await admin.getByRole( 'heading', { name: /It can mean \d+ things/ } ).waitFor();
	await admin.getByRole( 'button', { name: /^Show \d+ more$/ } ).click();
	const titles = await admin.locator( '.causeway-explained__title' ).allInnerTexts();
	for ( const expected of [ 'The contact was deleted and lies in Zoho CRM’s recycle bin', 'The contact belongs to no Account', 'Zoho CRM’s API credits are used up', 'Zoho no longer accepts the portal’s connection' ] ) {
		assert.ok( titles.includes( expected ), `${ expected }, among ${ titles.join( ' | ' ) }` );
	}
	await shot( 'explain', admin );
	await admin.getByLabel( 'Message that the person saw' ).fill( 'The weather is fine' );
	await admin.getByRole( 'button', { name: 'Explain' } ).click();
	await admin.getByRole( 'heading', { name: 'This message is not known' } ).waitFor();
	await shot( 'explain unknown', admin );

	await logInToPortal( page, site, person( 'wrongPassword' ).email );
	await message( page ).waitFor();
	await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=cases` );
	await admin.getByText( person( 'wrongPassword' ).email ).waitFor( { timeout: 30_000 } );
	const [ file ] = await Promise.all( [ admin.waitForEvent( 'download' ), admin.getByRole( 'button', { name: 'Export as CSV' } ).click() ] );
	assert.match( file.suggestedFilename(), /^causeway-cases-\d{4}-\d{2}-\d{2}\.csv$/ );
	assert.match( await readFile( await file.path(), 'utf8' ), new RegExp( `^\uFEFF"Case",.*"${ person( 'wrongPassword' ).email }"`, 's' ) );
	await admin.getByRole( 'searchbox' ).fill( 'nobody-of-this-name' );
	await admin.getByRole( 'heading', { name: 'No case matches' } ).waitFor();
	await shot( 'cases nothing matches', admin );
	await admin.getByRole( 'link', { name: 'Clear the filter' } ).click();
	await admin.getByText( person( 'wrongPassword' ).email ).waitFor();
	assert.equal( await admin.getByRole( 'searchbox' ).inputValue(), '' );
} );
