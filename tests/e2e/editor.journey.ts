import assert from 'node:assert/strict';

import { PASSWORD } from '../support/demo/people';
import { message, person } from './actions';
import { journey } from './support/journey';

journey( 'The block in the editor: inserted by its name, previewed in every state, worded, saved, and seen on the page', async ( { page, asAdmin, site, shot } ) => {
	const admin = await asAdmin();
	await admin.goto( `${ site.url }/wp-admin/post-new.php?post_type=page` );
	await admin.waitForFunction( () => 'wp' in window && document.querySelector( '.edit-post-header, .editor-header' ) !== null );
	await admin.evaluate( () => {
		const { wp } = window as unknown as { wp: { data: { dispatch: ( store: string ) => { set: ( scope: string, name: string, value: boolean ) => void } } } };
		wp.data.dispatch( 'core/preferences' ).set( 'core/edit-post', 'welcomeGuide', false );
	} );
	// WordPress offers patterns for a new page, at a moment of its own choosing.
	const patterns = admin.getByRole( 'dialog', { name: 'Choose a pattern' } );
	await patterns.waitFor( { timeout: 5_000 } ).then( () => patterns.getByRole( 'button', { name: 'Close' } ).click(), () => undefined );
	const canvas = admin.frameLocator( 'iframe[name="editor-canvas"]' );
	await canvas.getByRole( 'textbox', { name: 'Add title' } ).fill( 'Client door' );
	await admin.keyboard.press( 'Enter' );
	await admin.keyboard.type( '/login he', { delay: 30 } );
	await admin.getByRole( 'option', { name: 'Login help' } ).first().waitFor();
	await admin.keyboard.press( 'Enter' );
	const block = canvas.locator( '[data-type="causeway/login-error"]' );
	await block.waitFor();

	const preview = admin.getByLabel( 'Show the message for' );
	if ( ! ( await preview.isVisible().catch( () => false ) ) ) {
		await block.click();
		const settings = admin.getByRole( 'button', { name: 'Settings', exact: true } );
		if ( ( await settings.getAttribute( 'aria-expanded' ) ) !== 'true' && ( await settings.getAttribute( 'aria-pressed' ) ) !== 'true' ) {
			await settings.click();
		}
		await admin.getByRole( 'tab', { name: 'Block', exact: true } ).click();
	}
	await preview.waitFor();
	const states = await preview.locator( 'option' ).allInnerTexts();
	assert.equal( states.length, 4 );
	const texts = new Set< string >();
	for ( const state of states ) {
		await preview.selectOption( { label: state } );
		texts.add( await block.locator( '.causeway-login-error__text' ).evaluate( ( text ) => text.getAttribute( 'aria-label' ) ?? text.textContent ?? '' ) );
		await shot( `editor ${ state }`, admin );
	}
	assert.equal( texts.size, 4, 'each state has its own words' );

	await preview.selectOption( { index: 0 } );
	await block.getByRole( 'textbox' ).first().fill( 'The door is shut' );
	await block.getByRole( 'textbox' ).last().fill( 'Call us on workdays.' );
	await admin.getByLabel( 'Address of your help page' ).fill( `${ site.url }/welcome/` );
	await admin.getByLabel( 'Its name in the message' ).fill( 'Ask for help' );
	await admin.evaluate( () => {
		const { wp } = window as unknown as {
			wp: {
				data: { dispatch: ( store: string ) => { insertBlock: ( block: unknown ) => void } };
				blocks: { createBlock: ( name: string, attributes: object ) => unknown };
			};
		};
		wp.data.dispatch( 'core/block-editor' ).insertBlock( wp.blocks.createBlock( 'core/shortcode', { text: '[ccgclient_portal_free]' } ) );
	} );
	await admin.getByRole( 'button', { name: 'Publish', exact: true } ).first().click();
	await admin.getByRole( 'region', { name: 'Editor publish' } ).getByRole( 'button', { name: 'Publish', exact: true } ).click();
	await admin.getByText( 'is now live' ).first().waitFor();

	// Saved and opened again, the block is what it was, and nothing calls it broken.
	await admin.reload();
	await block.waitFor();
	assert.equal( await canvas.getByText( 'Attempt recovery' ).count(), 0 );
	assert.equal( ( await block.getByRole( 'textbox' ).first().innerText() ).trim(), 'The door is shut' );

	await page.goto( `${ site.url }/client-door/?ppage=login` );
	assert.equal( await message( page ).count(), 0 );
	await page.locator( 'input[name="username"]' ).fill( person( 'purged' ).email );
	await page.locator( 'input[name="password"]' ).fill( PASSWORD );
	await Promise.all( [ page.waitForNavigation(), page.locator( '[name="atmpt-login"]' ).click() ] );
	await message( page ).waitFor();
	const words = await message( page ).innerText();
	for ( const wanted of [ 'The door is shut', 'Call us on workdays.', 'Ask for help' ] ) {
		assert.ok( words.includes( wanted ), `${ wanted } in: ${ words }` );
	}
	await shot( 'block with own words', page );
}, { timeoutMs: 120_000 } );
