/** What axe says of a page. */
import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';

interface Violation {
	readonly id: string;
	readonly impact: string | null;
	readonly nodes: ReadonlyArray< { readonly html: string; readonly failureSummary?: string } >;
}

/** What axe finds wrong within an element, seriously or worse. */
export const violations = async ( page: Page, within: string ): Promise< readonly string[] > => {
	await page.evaluate( await readFile( require.resolve( 'axe-core/axe.min.js' ), 'utf8' ) );
	const found = ( await page.evaluate( async ( selector ) => {
		const { axe } = window as unknown as { axe: { run: ( element: string, options: object ) => Promise< { violations: unknown } > } };
		return ( await axe.run( selector, { runOnly: [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice' ] } ) ).violations;
	}, within ) ) as readonly Violation[];
	return found
		.filter( ( { impact } ) => impact === 'serious' || impact === 'critical' )
		.map( ( { id, impact, nodes } ) => `${ impact } ${ id }: ${ nodes.map( ( { html, failureSummary } ) => `${ html } ${ failureSummary ?? '' }` ).join( ' | ' ) }` );
};
