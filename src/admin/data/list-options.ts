/** How the person at the screen wants the list of cases to look. The server keeps it for them; see `src/server/Cases/ListOptions.php`. */

import { boot } from './boot';
import { saveListOptions } from './commands';

import type { Answer } from './answer';

export interface ListOptions {
	/** Ids of columns that are not shown. */
	readonly hidden: readonly string[];
	readonly isCompact: boolean;
	/** Rows that are read at once. */
	readonly rows: number;
}

let chosen: ListOptions | null = null;

export const listOptions = (): ListOptions => chosen ?? boot().list;

/** Shown at once; kept when the server has answered. */
export const chooseListOptions = ( options: ListOptions ): Promise< Answer< unknown > > => {
	chosen = options;
	return saveListOptions( options );
};
