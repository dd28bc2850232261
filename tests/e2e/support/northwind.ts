/**
 * The site of the journeys: the demo's client portal, on MariaDB, with the plugin from the built zip.
 */
import path from 'node:path';

import type { Lab } from '../../lab/lab';
import { connectSite, furnishSite } from '../../support/demo/site';
import { ADMIN, PASSWORD } from '../../support/demo/people';
import type { Inbox } from '../../support/mail/inbox';
import { root } from '../../support/paths';
import { run } from '../../support/process/run';
import { createSite, type Site } from '../../support/site/create';
import { obtainWordPress } from '../../support/wordpress/obtain';
import type { Line } from '../../support/wordpress/lines';

export interface NorthwindOptions {
	readonly line: Line;
	readonly zip: string;
	readonly lab: Lab;
	readonly mail: Inbox;
	readonly log: ( message: string ) => void;
}

export const northwindSite = async ( { line, zip, lab, mail, log }: NorthwindOptions ): Promise< Site > => {
	const { base, accounts, credentials, portalCredentials } = lab[ 'zoho-crm' ];
	const portal = path.join( root, 'tests', 'support', 'portal' );
	const site = await createSite( {
		wordpress: await obtainWordPress( { line, log } ),
		database: 'mariadb',
		plugins: [ zip ],
		muPlugins: [ path.join( portal, 'catalyst-portal.php' ), path.join( portal, 'catalyst-portal' ) ],
		smtpPort: mail.smtpPort,
		title: 'Northwind Partners',
		admin: { user: ADMIN.user, password: PASSWORD, email: ADMIN.email },
		constants: {
			CAUSEWAY_ALLOW_LOCAL_ENDPOINTS: true,
			CATALYST_ZOHO_API: base,
			CATALYST_ZOHO_ACCOUNTS: accounts,
			CATALYST_ZOHO_CLIENT_ID: portalCredentials.clientId,
			CATALYST_ZOHO_CLIENT_SECRET: portalCredentials.clientSecret,
		},
		log,
	} );
	try {
		const engine = { name: 'native', siteDir: site.dir, php: ( args: readonly string[] ) => run( 'php', args ), stop: async () => undefined } as const;
		const wp = ( args: readonly string[] ) => site.wp( args );
		log( 'Site: furnishing the portal' );
		await furnishSite( engine, wp );
		await connectSite( wp, { crm: { base, accounts, credentials } } );
	} catch ( error ) {
		await site.stop();
		throw error;
	}
	return site;
};
