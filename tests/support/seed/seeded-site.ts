/** A real site, filled by `wp causeway seed` from a running lab. */
import path from 'node:path';

import type { LabSystems } from '../../lab/lab';
import { root } from '../paths';
import type { RunResult } from '../process/run';
import { createSite, type Site, type SiteOptions } from '../site/create';

export interface SeededOptions extends SiteOptions {
	/** The lab's, as `npm run lab -- --json` prints them. */
	readonly systems: LabSystems;
	/** Of the command. */
	readonly options?: readonly string[];
}

export interface Seeded {
	readonly site: Site;
	/** What the command said. */
	readonly report: RunResult;
	/** Seeds it again. */
	readonly seedAgain: () => Promise< RunResult >;
}

export const seededSite = async ( { systems, options = [], ...wanted }: SeededOptions ): Promise< Seeded > => {
	const site = await createSite( {
		...wanted,
		wpCron: false, // The lab has moved on: a look in the background would find most people well again.
		linkedPlugins: { causeway: root },
		constants: { CAUSEWAY_ALLOW_LOCAL_ENDPOINTS: true },
	} );
	const seed = [ `--require=${ path.join( root, 'tests', 'support', 'seed', 'command.php' ) }`, 'causeway', 'seed', ...options ];
	const seedAgain = async (): Promise< RunResult > => {
		process.env.CAUSEWAY_LAB = JSON.stringify( systems );
		return site.wp( seed );
	};
	return { site, report: await seedAgain(), seedAgain };
};
