/** What people do in more than one journey. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { ADMIN, PASSWORD, PORTAL_PEOPLE, type PortalPerson } from '../support/demo/people';
import type { Inbox } from '../support/mail/inbox';
import type { Message } from '../support/mail/message';
import { sleep } from '../support/process/wait';
import type { Site } from '../support/site/create';

export const person = ( key: string ): PortalPerson => {
	const found = PORTAL_PEOPLE.find( ( one ) => one.key === key );
	assert.ok( found, `nobody in the portal is called ${ key }` );
	return found;
};

/** The block's message, wherever the page shows it. */
export const message = ( page: Page ) => page.locator( '.causeway-login-error__message:not([hidden])' );

/** Sends the portal's own form. */
export const logInToPortal = async ( page: Page, site: Site, email: string, password: string = PASSWORD ): Promise< void > => {
	await page.goto( `${ site.url }/client-login/?ppage=login` );
	await page.locator( 'input[name="username"]' ).fill( email );
	await page.locator( 'input[name="password"]' ).fill( password );
	await Promise.all( [ page.waitForNavigation(), page.locator( 'form:has(input[name="password"]) [type="submit"]' ).click() ] );
};

/** The reference in the message, as somebody would read it out. */
export const referenceOn = async ( page: Page ): Promise< string > => {
	const reference = ( await page.locator( '.causeway-login-error__reference code' ).innerText() ).trim();
	assert.match( reference, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/ );
	return reference;
};

/** Opens the cases, finds one by its reference as it is read out on the phone, and opens it. */
export const openCase = async ( admin: Page, site: Site, reference: string ): Promise< void > => {
	await admin.goto( `${ site.url }/wp-admin/admin.php?page=causeway&screen=cases` );
	await admin.getByRole( 'searchbox' ).fill( reference.toLowerCase().replace( '-', '' ) );
	const row = admin.locator( 'tbody tr' );
	await row.first().waitFor();
	await admin.waitForFunction( () => document.querySelectorAll( 'tbody tr' ).length === 1 );
	await row.first().getByRole( 'link' ).first().click();
	await admin.getByRole( 'heading', { level: 1 } ).waitFor();
};

export const mailToAdmin = ( mail: Inbox, timeoutMs = 30_000 ): Promise< Message > => mail.waitFor( ( one ) => one.to.includes( ADMIN.email ), timeoutMs );

export interface ToldCause {
	readonly cause: string;
	readonly system: string;
	readonly confidence: string;
	readonly evidence: ReadonlyArray< { readonly finding: string; readonly value: string } >;
}

export interface Told {
	readonly person: string | null;
	readonly case: number | null;
	readonly reference: string | null;
	readonly state: string | null;
	readonly causes: readonly ToldCause[];
	readonly unknown: ReadonlyArray< { readonly what: string; readonly why: string } >;
}

/** What WP-CLI says of a person, freshly looked at. */
export const diagnose = async ( site: Site, who: string ): Promise< Told > =>
	JSON.parse( await site.mustWp( [ 'causeway', 'diagnose', who, '--format=json' ] ) ) as Told;

export interface ListedCase {
	readonly id: number;
	readonly reference: string;
	readonly state: string;
	readonly person: string;
	readonly cause: string;
	readonly confidence: string;
	readonly attempts: number;
}

export const listCases = async ( site: Site ): Promise< readonly ListedCase[] > =>
	JSON.parse( await site.mustWp( [ 'causeway', 'case', 'list', '--unknown-people', '--limit=100', '--format=json' ] ) ) as ListedCase[];

/** Asks until the answer fits; rejects with the last answer where it never does. */
export const eventually = async < T >( ask: () => Promise< T >, fits: ( answer: T ) => boolean, timeoutMs = 20_000 ): Promise< T > => {
	const until = Date.now() + timeoutMs;
	let answer = await ask();
	while ( ! fits( answer ) ) {
		if ( Date.now() > until ) {
			throw new Error( `still not so: ${ JSON.stringify( answer ) }` );
		}
		await sleep( 500 );
		answer = await ask();
	}
	return answer;
};

/** Opens a mailed link and presses its one button. */
export const openMailed = async ( page: Page, text: string ): Promise< void > => {
	const link = /https?:\/\/\S+action=causeway\S*token=[0-9a-f]{32}/.exec( text )?.[ 0 ] ?? '';
	assert.notEqual( link, '', text );
	await page.goto( link );
	await page.getByRole( 'button', { name: 'See what is wrong' } ).click();
	await page.waitForURL( ( url ) => ! url.searchParams.has( 'token' ) );
};

/** Where the site counts refused logins and keeps what a storm left. */
export const stormFolder = async ( site: Site ): Promise< string > => {
	const settings = ( await site.mariadb?.query( `SELECT option_value FROM wp_options WHERE option_name = 'causeway'`, site.databaseName ) ) ?? '';
	const key = /"key";s:64:"([0-9a-f]{64})"/.exec( settings )?.[ 1 ];
	assert.ok( key, 'the site has a key' );
	const name = createHmac( 'sha256', key ).update( 'spool of site 1' ).digest( 'hex' ).slice( 0, 24 );
	return path.join( os.tmpdir(), `causeway-${ name }` );
};

/**
 * Forgets how many logins the site has refused, and what a storm has left to be written: more than five a second or 300 in five minutes are a
 * storm, which outlasts a journey that tries many names and leaves no rows.
 */
export const calmDown = async ( site: Site ): Promise< void > => rm( await stormFolder( site ), { recursive: true, force: true } );
