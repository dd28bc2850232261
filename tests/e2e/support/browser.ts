import { type Browser, type BrowserContext, chromium } from 'playwright-core';

import { findProgram } from '../../support/process/run';

export const launch = async (): Promise< Browser > => {
	const executablePath = await findProgram( 'chromium', 'chromium-browser', 'google-chrome' );
	if ( ! executablePath ) {
		throw new Error( 'Chromium is missing (on Debian: apt-get install chromium).' );
	}
	return chromium.launch( {
		executablePath,
		headless: true,
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	} );
};

const isHere = ( url: URL ): boolean => [ '127.0.0.1', 'localhost', '[::1]' ].includes( url.hostname );

/** WordPress's own pages ask these for avatars and emoji; they get nothing, and that is no fault of anybody's. */
const isWordPressOwn = ( url: URL ): boolean => /(^|\.)(gravatar\.com|wordpress\.org|w\.org)$/.test( url.hostname );

/**
 * WordPress's Interactivity API may bring a navigation block to life before that block's own module has run, on a busy machine: its source tells
 * of this error where it waits for one task against it. No page of ours is touched by it.
 */
const isWordPressOwnRace = ( { message, stack = '' }: Error ): boolean => / before initialization$/.test( message ) && /^.*\n\s+at .*\/wp-includes\/js\/dist\/script-modules\/block-library\//.test( stack );

const greySquare = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="#c3c4c7"/></svg>';

/** A fresh browser for one person. What goes wrong in any of its pages is handed to `complain`. */
export const newContext = async ( browser: Browser, complain: ( complaint: string ) => void ): Promise< BrowserContext > => {
	const context = await browser.newContext( { viewport: { width: 1280, height: 900 }, ignoreHTTPSErrors: true, reducedMotion: 'reduce', locale: 'en-US' } );
	context.setDefaultTimeout( 15_000 );
	await context.route(
		( url ) => ! isHere( url ) && url.protocol.startsWith( 'http' ),
		async ( route ) => {
			const url = new URL( route.request().url() );
			if ( ! isWordPressOwn( url ) ) {
				complain( `the browser asked another machine: ${ url.href }` );
			}
			const isImage = route.request().resourceType() === 'image';
			await route.fulfill( { status: 200, body: isImage ? greySquare : '', contentType: isImage ? 'image/svg+xml' : 'text/javascript' } );
		}
	);
	context.on( 'console', ( message ) => {
		if ( message.type() === 'error' ) {
			complain( `console error: ${ message.text() } (${ message.location().url })` );
		}
	} );
	context.on( 'weberror', ( webError ) => {
		const error = webError.error();
		if ( ! isWordPressOwnRace( error ) ) {
			complain( `page error: ${ error.stack ?? String( error ) }` );
		}
	} );
	context.on( 'response', ( response ) => {
		if ( response.status() >= 500 ) {
			complain( `answer ${ response.status() } from ${ response.url() }` );
		}
	} );
	return context;
};
