import type { ListOptions } from './list-options';

/** What PHP knows when the page is made; see `src/server/Admin/Screens.php`, which writes it. */
export interface Boot {
	/** From `rest_url()`, so that it also works without pretty permalinks. */
	readonly graphqlUrl: string;
	/** `…/wp-admin/admin.php?page=causeway`: every screen is a query of this one address. */
	readonly pageUrl: string;
	readonly loginUrl: string;
	/** WordPress's own pattern for the browser tab, with `%s` for the screen's name. */
	readonly titlePattern: string;
	/** How they want the list of cases to look. */
	readonly list: ListOptions;
	/** What the person may do. The server decides again on each command; this only spares buttons that would be refused. */
	readonly can: {
		readonly manageCases: boolean;
		readonly applyFixes: boolean;
		readonly manageConnections: boolean;
	};
}

declare global {
	interface Window {
		causewayAdmin?: Boot;
	}
}

/** Throws where the page was not made by Causeway: that is a bug, not a state to show. */
export const boot = (): Boot => {
	if ( window.causewayAdmin === undefined ) {
		throw new Error( 'window.causewayAdmin is missing' );
	}
	return window.causewayAdmin;
};
