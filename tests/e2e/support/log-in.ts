import type { Page } from 'playwright-core';

/** Until what WordPress's scripts do once the page is there is done: its user-profile.js throws on a page that is left before. */
const scriptsAreReady = ( page: Page ): Promise< void > =>
	page.evaluate( () => {
		const { jQuery } = window as { jQuery?: ( work: () => void ) => void };
		return new Promise< void >( ( resolve ) => ( jQuery === undefined ? resolve() : jQuery( () => setTimeout( resolve ) ) ) );
	} );

/**
 * Sends wp-login.php's form as a person does, and waits for the page it leads to.
 *
 * @param page     Of a browser.
 * @param url      The site's.
 * @param user     Typed name.
 * @param password Typed.
 * @param target   Where WordPress is asked to lead.
 */
export const logIn = async ( page: Page, url: string, user: string, password: string, target = '' ): Promise< void > => {
	await page.goto( `${ url }/wp-login.php${ target === '' ? '' : `?redirect_to=${ encodeURIComponent( target ) }` }` );
	await scriptsAreReady( page );
	// WordPress moves the focus a moment after the page is there, and what is typed just then lands in the other field.
	for ( let tries = 0; tries < 5; tries++ ) {
		await page.locator( '#user_login' ).fill( user );
		await page.locator( '#user_pass' ).fill( password );
		if ( ( await page.locator( '#user_login' ).inputValue() ) === user && ( await page.locator( '#user_pass' ).inputValue() ) === password ) {
			break;
		}
	}
	await Promise.all( [ page.waitForNavigation(), page.locator( '#wp-submit' ).click() ] );
	await scriptsAreReady( page );
};
