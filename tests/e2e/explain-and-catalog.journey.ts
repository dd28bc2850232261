import assert from 'node:assert/strict';
import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { root } from '../support/paths';
import { beyondWindow, violations } from './accessibility';
import { journey } from './support/journey';

journey(
	'A message is explained, narrowed by answers and remembered for this site, and every cause has its page in a catalog that says what this site can detect',
	async ( { asAdmin, site, shot } ) => {
		const admin = await asAdmin();
		const open = ( query: string ) => admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=${ query }` );
		const heading = ( name: string | RegExp ) => admin.getByRole( 'heading', { name } );
		const isFocused = ( element: ReturnType< typeof heading > ) => element.evaluate( ( node ) => node === node.ownerDocument.activeElement );
		const isClean = async ( name: string ) => assert.deepEqual( await violations( admin, '#causeway-admin' ), [], name );
		const explain = async ( text: string ) => {
			await admin.getByLabel( 'Message that the person saw' ).fill( text );
			await admin.keyboard.press( 'Tab' );
			await admin.keyboard.press( 'Enter' );
		};

		// An opaque sentence: what it can mean, and what tells the causes apart.
		await open( 'explain' );
		await explain( 'Please contact your administrator' );
		await heading( /It can mean \d+ things/ ).waitFor();
		await admin.getByText( 'Recognised:' ).waitFor();
		const before = Number( /\d+/.exec( await heading( /It can mean \d+ things/ ).innerText() )?.[ 0 ] );
		const causes = admin.locator( '.causeway-explained__cause' );
		assert.equal( await causes.count(), 8, 'not all at once' );
		await isClean( 'explain' );
		await shot( 'explain what it can mean', admin );
		await admin.getByRole( 'button', { name: /^Show \d+ more$/ } ).press( 'Enter' );
		assert.equal( await causes.count(), before );
		assert.ok( await causes.nth( 8 ).locator( 'summary' ).evaluate( ( summary ) => summary.matches( ':focus' ) ), 'the keyboard goes on where the list goes on' );

		await admin.getByRole( 'button', { name: 'The contact does not exist in Zoho CRM' } ).press( 'Enter' );
		assert.ok( await isFocused( heading( 'Which of these do you know?' ) ), 'the focus stays with the questions' );
		await admin.getByText( 'You answered: The contact does not exist in Zoho CRM.' ).first().waitFor( { state: 'attached' } );
		const titles = await admin.locator( '.causeway-explained__title' ).allInnerTexts();
		assert.ok( ! titles.includes( 'The contact belongs to no Account' ), 'an answer rules out what it contradicts' );
		await isClean( 'explain, answered' );
		await shot( 'explain answered', admin );
		await admin.getByRole( 'button', { name: /^Take back/ } ).press( 'Enter' );
		await heading( `It can mean ${ before } things` ).waitFor();

		// A message that nobody knows, with what somebody hostile would put in it.
		const hostile = '\u202Eegassem Your badge <img src=x onerror="document.title=1"> is stale <script>document.title=2</script>';
		await explain( hostile );
		await heading( 'This message is not known' ).waitFor();
		await shot( 'explain not known', admin );
		await admin.getByRole( 'combobox', { name: 'What caused it' } ).fill( 'contact belongs to no account' );
		await admin.getByRole( 'option', { name: 'The contact belongs to no Account (Zoho CRM)' } ).click();
		await admin.getByRole( 'button', { name: 'Remember it' } ).press( 'Enter' );
		await heading( 'Remembered for this site' ).waitFor();
		const chosen = admin.locator( '.causeway-explained__cause', { hasText: 'The contact belongs to no Account' } );
		assert.match( await chosen.locator( '.causeway-explained__system' ).innerText(), /Zoho CRM/ );
		assert.equal( await admin.locator( '#causeway-admin :is(img, script)' ).count(), 0, 'nothing of the paste is markup' );
		assert.match( await admin.title(), /^Explain/ );
		await isClean( 'explain, remembered' );
		await shot( 'explain remembered', admin );
		await admin.reload();
		const remembered = admin.locator( '.causeway-remembered tbody tr' );
		assert.match( await remembered.innerText(), /your badge.*is stale/i );
		assert.ok( ! admin.url().includes( 'badge' ), 'the message is not in the address' );
		await remembered.getByRole( 'link', { name: 'The contact belongs to no Account' } ).click();
		assert.ok( await isFocused( heading( 'The contact belongs to no Account' ) ), 'the heading of the new screen has the focus' );
		await admin.goBack();
		await remembered.getByRole( 'button', { name: /^Forget it/ } ).press( 'Enter' );
		await remembered.waitFor( { state: 'detached' } );
		await explain( hostile );
		await heading( 'This message is not known' ).waitFor();

		// The catalog: systems, what this site detects, search, one cause.
		await open( 'catalog' );
		const row = ( system: string ) => admin.locator( '.causeway-systems tbody tr', { has: admin.getByRole( 'link', { name: system, exact: true } ) } );
		assert.match( await row( 'Zoho CRM' ).innerText(), /Connected/ );
		assert.match( await row( 'HubSpot' ).innerText(), /Not connected/ );
		assert.match( await row( 'Catalyst Connect portal' ).innerText(), /On this site/ );
		await isClean( 'catalog' );
		await shot( 'catalog', admin );
		await admin.getByLabel( 'How it is found' ).selectOption( { label: 'My connections can detect it' } );
		await admin.locator( '.causeway-catalog__list li' ).first().waitFor();
		const systems = await admin.locator( '.causeway-catalog .causeway-panel__title' ).allInnerTexts();
		assert.ok( systems.includes( 'Zoho CRM' ) && ! systems.includes( 'HubSpot' ), systems.join( ', ' ) );
		assert.ok( admin.url().endsWith( '&way=looking' ), admin.url() );
		await admin.getByRole( 'searchbox' ).fill( 'recycle bin' );
		await admin.getByText( /^\d causes$/ ).first().waitFor();
		await shot( 'catalog searched', admin );
		await admin.reload();
		assert.equal( await admin.getByRole( 'searchbox' ).inputValue(), 'recycle bin' );
		await admin.getByRole( 'searchbox' ).fill( 'xylophone' );
		await heading( 'Nothing here has these words' ).waitFor();
		await isClean( 'catalog, nothing found' );
		await shot( 'catalog nothing found', admin );
		await admin.getByRole( 'link', { name: 'Whole catalog' } ).click();
		await row( 'HubSpot' ).getByRole( 'link', { name: 'HubSpot', exact: true } ).click();
		await admin.getByRole( 'link', { name: 'Connect HubSpot' } ).waitFor();
		await isClean( 'catalog, one system' );
		await shot( 'catalog one system', admin );
		await admin.getByRole( 'link', { name: 'The contact was deleted and can still be restored' } ).press( 'Enter' );
		await heading( 'How to fix it' ).waitFor();
		assert.match( await admin.locator( '.causeway-step' ).first().innerText(), /Create no new contact before/ );
		await admin.getByText( 'About 10 minutes' ).waitFor();
		await heading( 'How to keep it from happening again' ).waitFor();
		await admin.getByText( 'It stays a guess until Causeway can look into HubSpot.' ).waitFor();
		await isClean( 'catalog, one cause' );
		await shot( 'catalog one cause', admin );
		const link = admin.url();
		await admin.goto( link );
		await heading( 'The contact was deleted and can still be restored' ).waitFor();
		await open( 'catalog&entry=hubspot/no-such-cause' );
		await heading( 'This cause is not in the catalog' ).waitFor();

		// On a phone, and from right to left, nothing is cut off.
		const plugin = path.join( site.dir, 'wp-content', 'mu-plugins', 'right-to-left.php' );
		await copyFile( path.join( root, 'tests', 'e2e', 'site', 'right-to-left.php' ), plugin );
		try {
			for ( const query of [ 'explain', 'catalog', 'catalog&system=wordpress', 'catalog&entry=hubspot/contact-in-recycle-bin' ] ) {
				await open( query );
				assert.equal( await admin.evaluate( () => document.documentElement.dir ), 'rtl' );
				if ( query === 'explain' ) {
					await explain( 'Please contact your administrator' );
					await heading( /It can mean \d+ things/ ).waitFor();
				}
				await admin.locator( '.causeway-skeleton' ).first().waitFor( { state: 'detached' } );
				for ( const width of [ 1280, 782, 390 ] ) {
					await admin.setViewportSize( { width, height: 844 } );
					assert.deepEqual( await beyondWindow( admin ), [], `${ query } at ${ width }` );
				}
				await isClean( `${ query }, right to left` );
				await shot( `right to left ${ query }`, admin );
			}
		} finally {
			await rm( plugin, { force: true } );
		}
	},
	{ timeoutMs: 240_000 }
);
