/**
 * Every admin screen with something on it, at three widths and in both directions of writing. `npm run screenshots` runs this alone.
 */
import assert from 'node:assert/strict';

import { eventually, listCases, logInToPortal, message, person } from './actions';
import { caseScreen, LISTS, lookAtScreens } from './screens';
import { journey } from './support/journey';

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
		const faults = await lookAtScreens( admin, site, [ ...LISTS, caseScreen( shown.id ) ], ( name, on ) => shot( `screen ${ name }`, on ) );
		assert.equal( faults.join( '\n' ), '' );
	},
	{ timeoutMs: 420_000 }
);
