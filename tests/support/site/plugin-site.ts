import { root } from '../paths';
import type { MariaDB } from '../servers/mariadb';
import { obtainWordPress } from '../wordpress/obtain';
import type { Line } from '../wordpress/lines';
import { createSite, type Site } from './create';

export interface InProcessSiteOptions {
	readonly line?: Line;
	readonly mariadb?: MariaDB;
	/** Leaves the plugin out: for tests of rooms that need WordPress alone. */
	readonly isBare?: boolean;
	readonly log: ( message: string ) => void;
}

/** A site without a web server for PHPUnit: the plugin is linked from the source tree and active. */
export const createInProcessSite = async ( { line = '7.1', mariadb, isBare = false, log }: InProcessSiteOptions ): Promise< Site > =>
	createSite( {
		wordpress: await obtainWordPress( { line, log } ),
		database: mariadb ?? 'mariadb',
		server: 'none',
		wpCron: false,
		isolated: false, // The test case answers and judges remote calls itself.
		linkedPlugins: isBare ? {} : { causeway: root },
		constants: { CAUSEWAY_ALLOW_LOCAL_ENDPOINTS: true },
		log,
	} );
