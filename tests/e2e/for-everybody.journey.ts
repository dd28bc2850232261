/**
 * Every state that somebody at the door can meet, for everybody: a 1280 px window at 400 %, text at 200 %, forced colours, reduced motion, right to left.
 */
import assert from 'node:assert/strict';
import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { EDITOR } from '../support/demo/people';
import { root } from '../support/paths';
import { shortOfWcag } from './accessibility';
import { logInToPortal, message, openMailed, person, referenceOn } from './actions';
import { type Companions, journey } from './support/journey';

interface Moment {
	readonly name: string;
	/** What is ours, or holds it. */
	readonly within: string;
	readonly open: ( page: Page, companions: Companions ) => Promise< void >;
}

const BLOCK = '.causeway-login-error';
const LOGIN = '#login';

/** Its digits stand first: what is written from right to left would change its halves over. */
const REFERENCE = '1234-ABCD';

const status = ( url: string, reference = '' ): string => `${ url }/wp-login.php?action=causeway${ reference === '' ? '' : `&reference=${ reference }` }`;

const provenReference = async ( page: Page, { site }: Companions ): Promise< string > => {
	await logInToPortal( page, site, person( 'binned' ).email );
	await message( page ).waitFor();
	return referenceOn( page );
};

const moments: readonly Moment[] = [
	{
		name: 'wp-login refused',
		within: LOGIN,
		open: async ( page, { logIn } ) => {
			await logIn( page, EDITOR.user, 'wrong' );
			await page.locator( '#login_error code' ).waitFor();
		},
	},
	{
		name: 'block for everybody',
		within: BLOCK,
		open: async ( page, { site } ) => {
			await logInToPortal( page, site, person( 'fine' ).email, 'not-hers' );
			await message( page ).waitFor();
		},
	},
	{
		name: 'block answered, comment open',
		within: BLOCK,
		open: async ( page, { site } ) => {
			await logInToPortal( page, site, person( 'fine' ).email, 'not-hers' );
			await page.getByRole( 'button', { name: 'Mail me what is wrong' } ).click();
			await page.getByText( 'If we know you, a mail with the reason' ).waitFor();
			await page.getByText( 'Tell whoever runs this site' ).click();
			await page.getByLabel( 'Something to add? (optional)' ).fill( 'Since the move of our company to another address I cannot get in any more' );
		},
	},
	{ name: 'block proven', within: BLOCK, open: async ( page, companions ) => void ( await provenReference( page, companions ) ) },
	{ name: 'help form', within: BLOCK, open: async ( page, { site } ) => void ( await page.goto( `${ site.url }/cannot-get-in/` ) ) },
	{
		name: 'help form answered',
		within: LOGIN,
		open: async ( page, { site } ) => {
			await page.goto( `${ site.url }/cannot-get-in/` );
			await page.getByLabel( 'What did the login page say?' ).fill( 'Your account may be disabled.' );
			await page.getByLabel( 'The e-mail address that you log in with' ).fill( 'nobody@nowhere.example' );
			await page.getByRole( 'button', { name: 'Ask for help' } ).click();
			await page.getByText( 'We have noted it under this reference' ).waitFor();
		},
	},
	{ name: 'status page asks for a reference', within: LOGIN, open: async ( page, { site } ) => void ( await page.goto( status( site.url ) ) ) },
	{ name: 'status page, no reference', within: LOGIN, open: async ( page, { site } ) => void ( await page.goto( status( site.url, 'none' ) ) ) },
	{ name: 'status page for everybody', within: LOGIN, open: async ( page, { site } ) => void ( await page.goto( status( site.url, REFERENCE ) ) ) },
	{
		name: 'status page proven',
		within: LOGIN,
		open: async ( page, companions ) => {
			const reference = await provenReference( page, companions );
			await page.goto( status( companions.site.url, reference ) );
			await page.locator( '.causeway-way' ).waitFor();
		},
	},
	{ name: 'status page of a mailed link', within: LOGIN, open: async ( page, { site } ) => void ( await page.goto( `${ status( site.url, REFERENCE ) }&token=${ '0'.repeat( 32 ) }` ) ) },
	{
		name: 'status page, link used',
		within: LOGIN,
		open: async ( page, { site } ) => {
			await openMailed( page, `${ status( site.url, REFERENCE ) }&token=${ '0'.repeat( 32 ) }` );
			await page.getByText( 'has been used already' ).waitFor();
		},
	},
	{
		name: 'status page, request taken',
		within: LOGIN,
		open: async ( page, { site } ) => {
			await page.goto( status( site.url, REFERENCE ) );
			await page.getByRole( 'button', { name: 'Tell whoever runs this site' } ).click();
			await page.getByText( 'whoever runs this site finds your message' ).waitFor();
		},
	},
];

/** What of an element lies outside its window, is cut off by a box, or is hidden by another's edge. Empty where all can be read without scrolling sideways. */
const cutOff = ( page: Page, within: string ): Promise< readonly string[] > =>
	page.evaluate( ( selector ) => {
		const scope = document.querySelector( selector );
		if ( scope === null ) {
			return [ `${ selector } is not in the page` ];
		}
		const width = document.documentElement.clientWidth;
		const found: string[] = [];
		// Words for screen readers alone are clipped to nothing on purpose; so are those behind WordPress's own logo and icons.
		const unseen = '.screen-reader-text, [hidden], details:not([open]) > :not(summary), #login > h1, .wp-hide-pw, .wp-tooltip__toggle';
		const texts = document.createTreeWalker( scope, NodeFilter.SHOW_TEXT );
		for ( let node = texts.nextNode(); node !== null; node = texts.nextNode() ) {
			const parent = node.parentElement;
			if ( parent === null || parent.closest( unseen ) !== null || ( node.textContent ?? '' ).trim() === '' ) {
				continue;
			}
			const range = document.createRange();
			range.selectNodeContents( node );
			for ( const { left, right } of range.getClientRects() ) {
				if ( left < -0.5 || right > width + 0.5 ) {
					found.push( `outside the window (${ left }–${ right } of ${ width }): ${ ( node.textContent ?? '' ).trim() }` );
				}
			}
		}
		for ( const element of scope.querySelectorAll< HTMLElement >( '*' ) ) {
			const { overflowX, overflowY } = getComputedStyle( element );
			const isText = element.matches( 'input, textarea, select' );
			if ( element.closest( unseen ) !== null || isText || element.clientWidth === 0 ) {
				continue;
			}
			if ( ( overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 ) || ( overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1 ) ) {
				found.push( `cut off by its box: ${ element.outerHTML.slice( 0, 160 ) }` );
			}
			// A button may not be narrower or lower than its words.
			if ( element.matches( 'button, a, summary, code' ) && getComputedStyle( element ).display !== 'inline' && ( element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2 ) ) {
				found.push( `runs over its edge: ${ element.outerHTML.slice( 0, 160 ) }` );
			}
		}
		if ( document.documentElement.scrollWidth > width ) {
			found.push( `the page is ${ document.documentElement.scrollWidth } px wide in a window of ${ width }` );
		}
		return found;
	}, within );

/** References whose last letter stands left of their first. */
const turnedRound = ( page: Page, within: string ): Promise< readonly string[] > =>
	page.evaluate(
		( selector ) =>
			[ ...document.querySelectorAll( `${ selector } code` ) ]
				.filter( ( { firstChild } ) => {
					const [ first, last ] = [ 0, ( firstChild?.textContent ?? '' ).length - 1 ].map( ( at ) => {
						const range = document.createRange();
						if ( firstChild !== null && at >= 0 ) {
							range.setStart( firstChild, at );
							range.setEnd( firstChild, at + 1 );
						}
						return range.getBoundingClientRect();
					} );
					return first !== undefined && last !== undefined && first.top === last.top && last.left < first.left;
				} )
				.map( ( { outerHTML } ) => `turned round: ${ outerHTML }` ),
		within
	);

/** Doubles every text, as a browser that zooms text alone does. */
const doubleText = ( page: Page ): Promise< void > =>
	page.evaluate( () => {
		const rules = [ ...document.body.querySelectorAll< HTMLElement >( '*' ) ].map( ( element, index ) => {
			const { fontSize, lineHeight } = getComputedStyle( element );
			const line = Number.parseFloat( lineHeight );
			element.dataset.text = String( index );
			return `[data-text="${ index }"]{font-size:${ 2 * Number.parseFloat( fontSize ) }px!important;${ Number.isNaN( line ) ? '' : `line-height:${ 2 * line }px!important` }}`;
		} );
		document.head.append( Object.assign( document.createElement( 'style' ), { textContent: rules.join( '' ) } ) );
	} );

/** What moves within the page, or would on the next change. */
const moves = ( page: Page, within: string ): Promise< readonly string[] > =>
	page.evaluate( ( selector ) => {
		const running = document.getAnimations().filter( ( { playState } ) => playState === 'running' ).map( ( animation ) => `runs: ${ ( animation as CSSAnimation ).animationName ?? 'a transition' }` );
		const ready = [ ...document.querySelectorAll( `${ selector } [class*="causeway"]` ) ]
			.filter( ( element ) => getComputedStyle( element ).transitionDuration.split( ',' ).some( ( duration ) => Number.parseFloat( duration ) > 0.01 ) || getComputedStyle( element ).animationName !== 'none' )
			.map( ( element ) => `could move: ${ element.outerHTML.slice( 0, 120 ) }` );
		return [ ...running, ...ready ];
	}, within );

/** Controls that nothing sets off from what is around them once the colours are the system's. */
const unmarkedControls = ( page: Page, within: string ): Promise< readonly string[] > =>
	page.evaluate(
		( selector ) =>
			[ ...document.querySelectorAll< HTMLElement >( `${ selector } :is(button, input:not([type="hidden"]), select, textarea, .causeway-login-error__control)` ) ]
				.filter( ( element ) => element.offsetParent !== null )
				.filter( ( element ) => {
					const { borderTopStyle, borderTopWidth, outlineStyle, appearance } = getComputedStyle( element );
					return ( borderTopStyle === 'none' || Number.parseFloat( borderTopWidth ) === 0 ) && outlineStyle === 'none' && appearance === 'none';
				} )
				.map( ( element ) => element.outerHTML.slice( 0, 120 ) ),
		within
	);

const everybody = async ( companions: Companions, isRightToLeft: boolean ): Promise< void > => {
	const { site, newPerson, shotAsItStands } = companions;
	const failures: string[] = [];
	for ( const { name, within, open } of moments ) {
		const page = await newPerson();
		const judge = async ( view: string, more: readonly string[] = [] ): Promise< void > => {
			const wrong = [ ...( await cutOff( page, within ) ), ...( await shortOfWcag( page, within ) ), ...more ];
			failures.push( ...wrong.map( ( sentence ) => `${ name }, ${ view }: ${ sentence }` ) );
			await shotAsItStands( `${ name } ${ view }`, page );
		};
		await site.mariadb?.query( 'DELETE FROM wp_causeway_limits', site.databaseName );
		await open( page, companions );
		if ( isRightToLeft ) {
			assert.equal( await page.evaluate( ( selector ) => getComputedStyle( document.querySelector( selector ) ?? document.body ).direction, within ), 'rtl', name );
			await judge( 'right to left', await turnedRound( page, within ) );
			await page.setViewportSize( { width: 320, height: 256 } );
			await judge( 'right to left at 400 percent' );
		} else {
			await judge( 'reduced motion', await moves( page, within ) );
			await page.setViewportSize( { width: 320, height: 256 } );
			await judge( 'at 400 percent' );
			await page.setViewportSize( { width: 1280, height: 900 } );
			await page.emulateMedia( { forcedColors: 'active' } );
			await judge( 'forced colours', await unmarkedControls( page, within ) );
			await page.emulateMedia( { forcedColors: 'none' } );
			await doubleText( page );
			await judge( 'text at 200 percent' );
		}
		await page.context().close();
	}
	assert.equal( failures.join( '\n' ), '' );
};

const furnish = async ( { site }: Companions ): Promise< void > =>
	void ( await site.mustWp( [
		'post', 'create', '--post_type=page', '--post_status=publish', '--post_title=Cannot get in', '--post_name=cannot-get-in',
		'--post_content=<!-- wp:causeway/login-error {"variant":"report","portals":["Customer portal","Partner portal with a long name"]} /-->',
	] ) );

journey(
	'Whoever is refused reads and does everything at 400 % zoom, with text at 200 %, in the system’s own colours and without motion',
	async ( companions ) => {
		await furnish( companions );
		await everybody( companions, false );
	},
	{ timeoutMs: 300_000 }
);

journey(
	'Whoever reads from right to left meets the same, the right way round',
	async ( companions ) => {
		await furnish( companions );
		const file = path.join( companions.site.dir, 'wp-content', 'mu-plugins', 'right-to-left.php' );
		await copyFile( path.join( root, 'tests', 'e2e', 'site', 'right-to-left.php' ), file );
		try {
			await everybody( companions, true );
		} finally {
			await rm( file, { force: true } );
		}
	},
	{ timeoutMs: 240_000 }
);
