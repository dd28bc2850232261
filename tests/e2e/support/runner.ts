/**
 * Runs journeys one after the other on one site, each from the same starting point.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import type { Lab } from '../../lab/lab';
import { RemoteControl } from '../../lab/remote-control';
import type { Inbox } from '../../support/mail/inbox';
import { sleep } from '../../support/process/wait';
import type { Site } from '../../support/site/create';
import { newContext } from './browser';
import type { Companions, Journey } from './journey';
import { logIn } from './log-in';

export interface Surroundings {
	readonly browser: Browser;
	readonly site: Site;
	readonly lab: Lab;
	readonly mail: Inbox;
	/** Brings site and lab back to the starting point. */
	readonly reset: () => Promise< void >;
	/** Makes a network with the plugin active in all of it. */
	readonly makeNetwork: () => Promise< Site >;
	/** Makes a site with many people and cases. */
	readonly makeSeeded: () => Promise< Site >;
	readonly isDeep: boolean;
	/** Folder for screenshots. */
	readonly screenshots: string;
}

export interface Outcome {
	readonly sentence: string;
	readonly isOk: boolean;
	readonly seconds: number;
	/** Everything that went wrong; empty where nothing did. */
	readonly complaints: readonly string[];
	readonly screenshots: readonly string[];
}

const widths = [ 1280, 782, 390 ] as const;

const slug = ( text: string ): string => text.toLowerCase().replace( /[^a-z0-9]+/g, '-' ).replace( /^-|-$/g, '' ).slice( 0, 60 );

const keepShots = async ( page: Page, folder: string, name: string ): Promise< string[] > => {
	const files: string[] = [];
	const before = page.viewportSize();
	await mkdir( folder, { recursive: true } );
	for ( const width of widths ) {
		const height = { 1280: 900, 782: 1024, 390: 844 }[ width ];
		await page.setViewportSize( { width, height } );
		await sleep( 150 ); // Layout that follows the width, such as wp-admin's menu, settles.
		// A window as tall as the page: what follows the window's height, again wp-admin's menu, is not cut off.
		const whole = await page.evaluate( () => document.documentElement.scrollHeight );
		await page.setViewportSize( { width, height: Math.min( Math.max( whole, height ), 8_000 ) } );
		await sleep( 50 );
		const file = path.join( folder, `${ slug( name ) }-${ width }.png` );
		await page.screenshot( { path: file, fullPage: true, animations: 'disabled' } );
		files.push( file );
	}
	if ( before ) {
		await page.setViewportSize( before );
	}
	return files;
};

const inTime = async ( work: Promise< void >, timeoutMs: number ): Promise< void > => {
	let timer: NodeJS.Timeout | undefined;
	const tooLate = new Promise< never >( ( _resolve, reject ) => {
		timer = setTimeout( () => reject( new Error( `The journey took longer than ${ timeoutMs / 1000 } s.` ) ), timeoutMs );
	} );
	try {
		await Promise.race( [ work, tooLate ] );
	} finally {
		clearTimeout( timer );
	}
};

export const runJourney = async ( journey: Journey, { browser, site, lab, mail, reset, makeNetwork, makeSeeded, isDeep, screenshots }: Surroundings ): Promise< Outcome > => {
	const started = Date.now();
	const seen: string[] = [];
	const allowed: RegExp[] = [];
	const kept: string[] = [];
	const contexts: BrowserContext[] = [];
	const others: Site[] = [];
	let failure: string | null = null;

	try {
		await reset();
		mail.clear();
		await site.clearLogs();
		const person = async (): Promise< BrowserContext > => {
			const context = await newContext( browser, ( complaint ) => seen.push( complaint ) );
			contexts.push( context );
			return context;
		};
		const madeFor = async ( make: () => Promise< Site > ): Promise< Site > => {
			const other = await make();
			others.push( other );
			return other;
		};
		const context = await person();
		const page = await context.newPage();
		const companions: Companions = {
			page,
			context,
			newPerson: async () => ( await person() ).newPage(),
			logIn: ( on, user, password ) => logIn( on, site.url, user, password ),
			asAdmin: async () => {
				const admin = await ( await person() ).newPage();
				await logIn( admin, site.url, site.adminUser, site.adminPassword );
				await admin.waitForURL( /\/wp-admin\// );
				return admin;
			},
			site,
			lab,
			crm: new RemoteControl( lab[ 'zoho-crm' ].control ),
			mail,
			shot: async ( name, on = page ) => void kept.push( ...( await keepShots( on, screenshots, name ) ) ),
			shotAsItStands: async ( name, on ) => {
				const file = path.join( screenshots, `${ slug( name ) }.png` );
				await mkdir( screenshots, { recursive: true } );
				await on.screenshot( { path: file, fullPage: true, animations: 'disabled' } );
				kept.push( file );
			},
			newNetwork: () => madeFor( makeNetwork ),
			newSeeded: () => madeFor( makeSeeded ),
			isDeep,
			allow: ( complaint ) => void allowed.push( complaint ),
		};
		await inTime( journey.work( companions ), journey.timeoutMs );
	} catch ( error ) {
		failure = error instanceof Error ? error.stack ?? error.message : String( error );
		for ( const [ index, page ] of contexts.flatMap( ( context ) => context.pages() ).entries() ) {
			kept.push( ...( await keepShots( page, screenshots, `failed-${ index }-${ slug( journey.sentence ) }` ).catch( () => [] ) ) );
		}
	}
	for ( const context of contexts ) {
		await context.close().catch( () => undefined );
	}
	for ( const one of [ site, ...others ] ) {
		const notices = ( await one.readDebugLog() ).split( /\n(?=\[)/ ).filter( ( entry ) => entry.trim() !== '' );
		seen.push( ...notices.map( ( entry ) => `debug log: ${ entry.trim() }` ) );
		seen.push( ...( await one.readRemoteCalls() ).map( ( call ) => `unanswered remote call: ${ call }` ) );
	}
	for ( const other of others ) {
		await other.stop();
	}
	const complaints = [ ...( failure === null ? [] : [ failure ] ), ...new Set( seen.filter( ( complaint ) => ! allowed.some( ( pattern ) => pattern.test( complaint ) ) ) ) ];
	return {
		sentence: journey.sentence,
		isOk: complaints.length === 0,
		seconds: ( Date.now() - started ) / 1000,
		complaints,
		screenshots: kept,
	};
};
