/** Every admin screen, and a hard look at it: at three widths, in both directions of writing, and what axe says. */
import assert from 'node:assert/strict';
import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { root } from '../support/paths';
import type { Site } from '../support/site/create';
import { beyondWindow, shortOfWcag, violations } from './accessibility';

const WIDTHS = [ 1280, 782, 390 ];

export interface Screen {
	readonly name: string;
	/** Of the address. */
	readonly query: string;
	/** Selector of what is there once the screen has what it shows. */
	readonly ready: string;
}

export const LISTS: readonly Screen[] = [
	{ name: 'overview', query: '', ready: '.causeway-trend' },
	{ name: 'incidents', query: '&screen=incidents', ready: 'tbody tr' },
	{ name: 'incident', query: '&incident=1', ready: '.causeway-cases tbody tr' },
	{ name: 'cases', query: '&screen=cases', ready: 'tbody tr' },
	{ name: 'people', query: '&screen=people', ready: 'tbody tr' },
	{ name: 'connections', query: '&screen=connections', ready: 'h2' },
	{ name: 'explain', query: '&screen=explain', ready: 'textarea' },
	{ name: 'catalog', query: '&screen=catalog', ready: '.causeway-systems tbody tr' },
	{ name: 'catalog entry', query: '&screen=catalog&entry=zoho-crm/contact-in-recycle-bin', ready: '.causeway-facts' },
	{ name: 'journal', query: '&screen=journal', ready: 'tbody tr' },
	{ name: 'settings', query: '&screen=settings', ready: 'h2' },
];

export const caseScreen = ( id: number | string ): Screen => ( { name: 'case', query: `&case=${ id }`, ready: '.causeway-steps' } );

export const open = async ( admin: Page, site: Site, { query, ready }: Screen ): Promise< void > => {
	await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway${ query }` );
	await admin.locator( `#causeway-admin ${ ready }` ).first().waitFor( { timeout: 30_000 } );
	await admin.waitForFunction( () => document.querySelector( '.causeway-skeleton' ) === null );
};

/** What is wrong with the open screen, by its name: beyond the window at any width, short of WCAG 2.2 AA, or grave by good practice. */
export const faultsOf = async ( admin: Page, name: string ): Promise< string[] > => {
	const faults: string[] = [];
	for ( const width of WIDTHS ) {
		await admin.setViewportSize( { width, height: 900 } );
		faults.push( ...( await beyondWindow( admin ) ).map( ( html ) => `${ name }, ${ width }: beyond the window: ${ html }` ) );
	}
	await admin.setViewportSize( { width: 1280, height: 900 } );
	const found = new Set( [ ...( await violations( admin, '#causeway-admin' ) ), ...( await shortOfWcag( admin, '#causeway-admin' ) ) ] );
	return [ ...faults, ...[ ...found ].map( ( violation ) => `${ name }: ${ violation }` ) ];
};

/** Opens screens in both directions of writing and keeps a picture of each. Gives what is wrong. */
export const lookAtScreens = async ( admin: Page, site: Site, screens: readonly Screen[], keep: ( name: string, page: Page ) => Promise< void > ): Promise< string[] > => {
	const faults: string[] = [];
	const look = async ( direction: string ): Promise< void > => {
		for ( const screen of screens ) {
			await open( admin, site, screen );
			assert.equal( await admin.evaluate( () => document.documentElement.dir || 'ltr' ), direction );
			faults.push( ...( await faultsOf( admin, `${ screen.name }, ${ direction }` ) ) );
			await keep( `${ direction } ${ screen.name }`, admin );
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
	return faults;
};
