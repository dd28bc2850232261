/**
 * Every admin screen with something on it, at three widths and in both directions of writing. `npm run screenshots` runs this alone.
 */
import assert from 'node:assert/strict';
import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { root } from '../support/paths';
import { beyondWindow, violations } from './accessibility';
import { eventually, listCases, logInToPortal, message, person } from './actions';
import { journey } from './support/journey';

const WIDTHS = [ 1280, 782, 390 ];

/** Query of the address, and what is there once the screen has what it shows. */
const SCREENS = [
	[ 'overview', '', '.causeway-trend' ],
	[ 'incidents', '&screen=incidents', 'tbody tr' ],
	[ 'incident', '&incident=1', '.causeway-cases tbody tr' ],
	[ 'cases', '&screen=cases', 'tbody tr' ],
	[ 'people', '&screen=people', 'tbody tr' ],
	[ 'connections', '&screen=connections', 'h2' ],
	[ 'explain', '&screen=explain', 'textarea' ],
	[ 'catalog', '&screen=catalog', '.causeway-systems tbody tr' ],
	[ 'catalog entry', '&screen=catalog&entry=zoho-crm/contact-in-recycle-bin', '.causeway-facts' ],
	[ 'journal', '&screen=journal', 'tbody tr' ],
	[ 'settings', '&screen=settings', 'h2' ],
] as const;

journey(
	'Every screen stands at three widths, written from left to right and from right to left: nothing beyond the window, nothing that axe finds',
	async ( { page, newPerson, asAdmin, site, crm, shot } ) => {
		const deleted = [ 'fine', 'lookalike', 'quoted' ].map( person );
		await crm.play( ...deleted.map( ( { crmId } ) => ( { do: 'delete-contact', id: crmId } ) ) );
		for ( const { email } of [ ...deleted, person( 'noAccount' ), person( 'inactive' ) ] ) {
			const visitor = await newPerson();
			await logInToPortal( visitor, site, email );
			await message( visitor ).waitFor();
		}
		await logInToPortal( page, site, person( 'wrongPassword' ).email );
		await message( page ).waitFor();
		const cases = await eventually( () => listCases( site ), ( all ) => all.length >= 6 && all.filter( ( { cause } ) => cause !== '' ).length >= 5, 90_000 );
		await site.mustWp( [ 'causeway', 'audit', 'run' ] );
		const shown = cases.find( ( { cause } ) => cause.endsWith( 'contact-in-recycle-bin' ) );
		assert.ok( shown, JSON.stringify( cases ) );

		const admin = await asAdmin();
		const failures: string[] = [];
		const look = async ( direction: string ): Promise< void > => {
			for ( const [ name, query, ready ] of [ ...SCREENS, [ 'case', `&case=${ shown.id }`, '.causeway-steps' ] as const ] ) {
				await admin.setViewportSize( { width: 1280, height: 900 } );
				await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway${ query }` );
				await admin.locator( `#causeway-admin ${ ready }` ).first().waitFor( { timeout: 30_000 } );
				await admin.waitForFunction( () => document.querySelector( '.causeway-skeleton' ) === null );
				assert.equal( await admin.evaluate( () => document.documentElement.dir || 'ltr' ), direction );
				for ( const width of WIDTHS ) {
					await admin.setViewportSize( { width, height: 900 } );
					failures.push( ...( await beyondWindow( admin ) ).map( ( html ) => `${ name }, ${ direction }, ${ width }: beyond the window: ${ html }` ) );
				}
				failures.push( ...( await violations( admin, '#causeway-admin' ) ).map( ( violation ) => `${ name }, ${ direction }: ${ violation }` ) );
				await shot( `screen ${ direction } ${ name }`, admin );
			}
		};
		await look( 'ltr' );
		const plugin = path.join( site.dir, 'wp-content', 'mu-plugins', 'right-to-left.php' );
		await copyFile( path.join( root, 'tests', 'e2e', 'site', 'right-to-left.php' ), plugin );
		try {
			await look( 'rtl' );
		} finally {
			await rm( plugin, { force: true } );
		}
		assert.equal( failures.join( '\n' ), '' );
	},
	{ timeoutMs: 420_000 }
);
