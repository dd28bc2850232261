import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { caseScreen, faultsOf, LISTS, lookAtScreens, open } from './screens';
import { journey } from './support/journey';
import { logIn } from './support/log-in';

const OPEN = "is_known = 1 AND state IN ('open', 'diagnosed', 'fixing', 'regressed')";

journey(
	'On a site with 2,000 people, 300 cases and six incidents every screen stands, every kind of case opens, and the lists, their filters and their file agree with what is stored',
	async ( { newPerson, newSeeded, isDeep, shot } ) => {
		const site = await newSeeded();
		const stored = async ( query: string ): Promise< string[][] > =>
			( ( await site.mariadb?.query( query, site.databaseName ) ) ?? '' ).trim().split( '\n' ).map( ( line ) => line.split( '\t' ) );
		const count = async ( where: string ): Promise< number > => Number( ( await stored( `SELECT COUNT(*) FROM wp_causeway_cases WHERE ${ where }` ) )[ 0 ]?.[ 0 ] );
		const admin = await newPerson();
		await logIn( admin, site.url, site.adminUser, site.adminPassword );
		// No audit has run here: that list is empty and says so.
		const screens = LISTS.map( ( screen ) => ( screen.name === 'people' ? { ...screen, ready: '.causeway-empty' } : screen ) );
		const faults = await lookAtScreens( admin, site, screens, ( name, on ) => shot( `seeded ${ name }`, on ) );

		// A case of every system; of every cause where there is time.
		const kinds = await stored( `SELECT MIN(id), \`system\`, MIN(cause) FROM wp_causeway_cases WHERE cause <> '' GROUP BY \`system\`${ isDeep ? ', cause' : '' }` );
		assert.ok( kinds.length >= ( isDeep ? 150 : 8 ), `${ kinds.length } kinds of cases` );
		for ( const [ id = '', system = '', cause = '' ] of kinds ) {
			await open( admin, site, caseScreen( id ) );
			const reference = ( await stored( `SELECT last_reference FROM wp_causeway_cases WHERE id = ${ id }` ) )[ 0 ]?.[ 0 ] ?? '';
			const text = await admin.locator( '#causeway-admin' ).innerText();
			assert.ok( reference === '' || text.replace( /-/g, '' ).includes( reference ), `case ${ id } shows ${ reference }` );
			assert.ok( ( await admin.locator( '.causeway-steps > .causeway-step' ).count() ) > 0, `case ${ id } has steps` );
			faults.push( ...( await faultsOf( admin, `case of ${ system }${ isDeep ? `/${ cause }` : '' }` ) ) );
			if ( ! isDeep ) {
				await shot( `seeded case ${ system }`, admin );
			}
		}
		// Connections there may only read: a step that Causeway could do leads to the one that keeps it from it.
		const [ bin ] = await stored( "SELECT MIN(id) FROM wp_causeway_cases WHERE `system` = 'dynamics-365' AND cause = 'contact-in-recycle-bin'" );
		await open( admin, site, caseScreen( bin?.[ 0 ] ?? '' ) );
		await admin.getByRole( 'link', { name: 'Open the connection' } ).click();
		await admin.getByLabel( 'Allow fixes in Microsoft Dynamics 365' ).waitFor();
		for ( const [ id = '' ] of await stored( 'SELECT id FROM wp_causeway_incidents' ) ) {
			await open( admin, site, { name: 'incident', query: `&incident=${ id }`, ready: '.causeway-cases tbody tr' } );
			faults.push( ...( await faultsOf( admin, `incident ${ id }` ) ) );
		}
		assert.equal( faults.join( '\n' ), '' );

		// The list has as many rows as there are cases, or a page of them, whatever it is narrowed by.
		const rows = admin.locator( '.causeway-cases tbody tr' );
		await open( admin, site, { name: 'cases', query: '&screen=cases', ready: 'tbody tr' } );
		const page = await rows.count();
		assert.ok( page > 10 && page < ( await count( OPEN ) ) );
		for ( const [ system = '' ] of await stored( `SELECT DISTINCT \`system\` FROM wp_causeway_cases WHERE ${ OPEN } AND cause <> ''` ) ) {
			const wanted = Math.min( page, await count( `${ OPEN } AND \`system\` = '${ system }'` ) );
			await open( admin, site, { name: 'cases', query: `&screen=cases&system=${ system }`, ready: 'tbody tr' } );
			await admin.waitForFunction( ( number ) => document.querySelectorAll( '.causeway-cases tbody tr' ).length === number, wanted );
		}
		const [ one ] = await stored( `SELECT id, last_reference FROM wp_causeway_cases WHERE ${ OPEN } AND last_reference <> '' ORDER BY id DESC LIMIT 1` );
		await open( admin, site, { name: 'cases', query: '&screen=cases', ready: 'tbody tr' } );
		await admin.getByRole( 'searchbox' ).fill( one?.[ 1 ]?.toLowerCase() ?? '' );
		await admin.waitForFunction( () => document.querySelectorAll( '.causeway-cases tbody tr' ).length === 1 );
		assert.match( ( await rows.first().getByRole( 'link' ).first().getAttribute( 'href' ) ) ?? '', new RegExp( `case=${ one?.[ 0 ] ?? '' }$` ) );

		// The file has all of them.
		await open( admin, site, { name: 'cases', query: '&screen=cases', ready: 'tbody tr' } );
		const [ file ] = await Promise.all( [ admin.waitForEvent( 'download' ), admin.getByRole( 'button', { name: 'Export as CSV' } ).click() ] );
		const lines = ( await readFile( await file.path(), 'utf8' ) ).trim().split( /\r?\n/ );
		assert.equal( lines.length - 1, await count( OPEN ) );
	},
	{ timeoutMs: 1_800_000 }
);
