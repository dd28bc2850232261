/** What axe says of a page. */
import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';

interface Violation {
	readonly id: string;
	readonly impact: string | null;
	readonly nodes: ReadonlyArray< { readonly html: string; readonly failureSummary?: string } >;
}

const WCAG = [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa' ];

const judge = async ( page: Page, within: string, rules: readonly string[] ): Promise< readonly Violation[] > => {
	await page.evaluate( await readFile( require.resolve( 'axe-core/axe.min.js' ), 'utf8' ) );
	return ( await page.evaluate(
		async ( [ selector, runOnly ] ) => {
			const { axe } = window as unknown as { axe: { run: ( element: string, options: object ) => Promise< { violations: unknown } > } };
			return ( await axe.run( selector, { runOnly } ) ).violations;
		},
		[ within, [ ...rules ] ] as const
	) ) as readonly Violation[];
};

const told = ( { id, impact, nodes }: Violation ): string => `${ impact } ${ id }: ${ nodes.map( ( { html, failureSummary } ) => `${ html } ${ failureSummary ?? '' }` ).join( ' | ' ) }`;

/** What axe finds wrong within an element, seriously or worse: WCAG 2.2 AA, and what is good practice. */
export const violations = async ( page: Page, within: string ): Promise< readonly string[] > =>
	( await judge( page, within, [ ...WCAG, 'best-practice' ] ) ).filter( ( { impact } ) => impact === 'serious' || impact === 'critical' ).map( told );

/** Everything in which an element falls short of WCAG 2.2 AA, as far as axe can tell. */
export const shortOfWcag = async ( page: Page, within: string ): Promise< readonly string[] > => ( await judge( page, within, WCAG ) ).map( told );

/** What of the screens lies beyond the window's left or right edge; empty where nobody has to scroll the page sideways. What scrolls in a box of its own counts by its box. */
export const beyondWindow = ( page: Page ): Promise< readonly string[] > =>
	page.evaluate( () =>
		[ ...document.querySelectorAll( '#causeway-admin *:not(.screen-reader-text, .screen-reader-text *)' ) ]
			.filter( ( element ) => {
				const { left, right, width } = element.getBoundingClientRect();
				if ( width <= 1 || ( left >= -1 && right <= window.innerWidth + 1 ) ) {
					return false;
				}
				for ( let box = element.parentElement; box !== null && box.id !== 'causeway-admin'; box = box.parentElement ) {
					if ( /auto|scroll/.test( getComputedStyle( box ).overflowX ) ) {
						return false;
					}
				}
				return true;
			} )
			.map( ( element ) => element.outerHTML.slice( 0, 120 ) )
	);
