import assert from 'node:assert/strict';

import { violations } from './accessibility';
import { eventually, logInToPortal, mailToAdmin, message, person } from './actions';
import { journey } from './support/journey';

const deleted = [ 'fine', 'lookalike', 'quoted' ].map( person );

journey(
	'Many contacts deleted at once: the overview says who cannot get in, one incident holds them, and one confirmed step lets everybody in again',
	async ( { page, newPerson, asAdmin, site, crm, mail, shot } ) => {
		const admin = await asAdmin();
		await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway` );
		await admin.getByRole( 'heading', { name: 'Nobody is locked out' } ).waitFor();
		await admin.getByText( 'Nobody was refused in these days.' ).waitFor();
		await shot( 'overview calm', admin );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'calm overview' );

		await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=incidents` );
		await admin.getByRole( 'heading', { name: 'No open incident' } ).waitFor();
		await shot( 'incidents none', admin );

		await crm.play( ...deleted.map( ( { crmId } ) => ( { do: 'delete-contact', id: crmId } ) ) );
		await crm.forgetCalls();
		for ( const { email } of deleted ) {
			await logInToPortal( page, site, email );
			await message( page ).waitFor();
		}
		const other = await newPerson();
		await logInToPortal( other, site, person( 'wrongPassword' ).email );
		await message( other ).waitFor();

		const told = await mail.waitFor( ( { subject } ) => /people cannot log in/.test( subject ), 60_000 );
		const link = /http\S+page=causeway&incident=\d+/.exec( told.text )?.[ 0 ] ?? '';
		assert.notEqual( link, '', 'the mail leads to the incident' );

		await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway` );
		await admin.getByRole( 'heading', { name: '4 people cannot log in' } ).waitFor( { timeout: 60_000 } );
		const incident = admin.locator( '.causeway-incidents tbody tr' );
		assert.match( await incident.innerText(), /recycle bin[\s\S]*Open[\s\S]*3 people/ );
		assert.match( await admin.locator( '.causeway-bars' ).innerText(), /3 people[\s\S]*1 person/ );
		await admin.getByText( 'Show the numbers' ).click();
		assert.match( await admin.locator( '.causeway-trend__table tbody tr' ).first().innerText(), /4\s+4/ );
		await shot( 'overview', admin );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'overview' );

		await admin.goto( link );
		await admin.getByRole( 'heading', { level: 1, name: /recycle bin/ } ).waitFor();
		await admin.locator( '.causeway-cases tbody tr' ).nth( 2 ).waitFor();
		await shot( 'incident', admin );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'incident' );

		await admin.getByRole( 'button', { name: 'Preview for 3 people' } ).click();
		const dialog = admin.getByRole( 'dialog' );
		await dialog.getByRole( 'button', { name: 'Confirm for 3 people' } ).waitFor( { timeout: 30_000 } );
		assert.equal( await dialog.locator( '.causeway-change' ).count(), 3 );
		await shot( 'incident preview', admin );
		assert.deepEqual( await violations( admin, '.components-modal__screen-overlay' ), [], 'preview' );
		assert.deepEqual( ( await crm.calls() ).filter( ( { kind } ) => kind === 'write' ), [], 'a preview writes nothing' );

		// One of them cannot be restored any more by the time of the confirmation, and Causeway's share of the day's calls is spent.
		await crm.play( { do: 'purge-contact', id: deleted[ 0 ]?.crmId ?? '' } );
		const setCalls = ( calls: number ) => site.mustWp( [ 'eval', `global $wpdb; $wpdb->query( "UPDATE {$wpdb->prefix}causeway_connections SET calls_today = ${ calls }" );` ] );
		await setCalls( 99_999_999 );
		await dialog.getByRole( 'button', { name: 'Confirm for 3 people' } ).click();
		await dialog.waitFor( { state: 'detached' } );
		await admin.locator( '.causeway-progress' ).waitFor();
		assert.ok( await admin.evaluate( () => document.querySelector( '.causeway-progress-place:focus' ) !== null ), 'the focus is on the progress' );
		const progress = admin.locator( '.causeway-progress' );
		await progress.getByText( 'It is waiting.' ).waitFor( { timeout: 60_000 } );
		assert.match( await progress.innerText(), /0 of 3 people[\s\S]*its own share of the calls for today[\s\S]*tries again by itself/ );
		await shot( 'incident waiting', admin );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'incident waiting' );
		await progress.getByRole( 'button', { name: 'Stop' } ).click();
		await progress.getByText( 'Stopped after 0 of 3 people.' ).waitFor();
		await shot( 'incident stopped', admin );

		// Begun anew it waits again, until there are calls and somebody has it try at once.
		await setCalls( 0 );
		await admin.getByRole( 'button', { name: 'Preview for 3 people' } ).click();
		await dialog.getByRole( 'button', { name: 'Confirm for 3 people' } ).waitFor( { timeout: 30_000 } );
		await setCalls( 99_999_999 );
		await dialog.getByRole( 'button', { name: 'Confirm for 3 people' } ).click();
		await progress.getByText( 'It is waiting.' ).waitFor( { timeout: 60_000 } );
		await setCalls( 0 );
		await progress.getByRole( 'button', { name: 'Try now' } ).click();

		// The page is left, and the work goes on.
		await admin.goto( `${ site.url }/wp-admin/index.php` );
		await eventually( async () => ( await crm.calls() ).filter( ( { kind } ) => kind === 'write' ).length, ( writes ) => writes === 2, 60_000 );
		await admin.goto( link );
		await admin.getByText( 'Done for 2 people.' ).waitFor( { timeout: 60_000 } );
		await admin.getByRole( 'heading', { name: 'Could not be done for these people' } ).waitFor();
		assert.equal( await admin.locator( '.causeway-failed li' ).count(), 1 );
		await shot( 'incident done in part', admin );
		assert.deepEqual( await violations( admin, '#causeway-admin' ), [], 'incident done' );

		await logInToPortal( page, site, deleted[ 1 ]?.email ?? '' );
		assert.equal( await message( page ).count(), 0, 'in again' );
		assert.ok( await mailToAdmin( mail ) );
	},
	{ timeoutMs: 240_000 }
);
