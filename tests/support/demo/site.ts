/**
 * The demo's site on disk: laid out, installed and furnished once, pointed at this run's addresses each time.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { LabSystems } from '../../lab/lab';
import { PORTAL, USERNAME_FIELD, ZGID } from '../../lab/scenarios/northwind';
import type { ConstantValue } from '../site/wp-config';
import { root } from '../paths';
import type { WordPress } from '../wordpress/obtain';
import type { Engine, EngineName } from './engine';
import { ADMIN, EDITOR, PASSWORD, PENDING, PORTAL_PEOPLE } from './people';
import { laySqliteSite, placeMuPlugins, placePlugin, writeConfig } from './sqlite-site';
import type { DemoState } from './state';
import { mustWp, type Wp } from './wp-cli';

export interface Surroundings {
	readonly url: string;
	readonly crm: Pick< LabSystems[ 'zoho-crm' ], 'base' | 'accounts' | 'credentials' >;
	readonly smtpPort: number;
}

const support = path.join( root, 'tests', 'support' );

const MU_PLUGINS = [
	path.join( support, 'portal', 'catalyst-portal.php' ),
	path.join( support, 'portal', 'catalyst-portal' ),
	path.join( support, 'mail', 'inbox-mail.php' ),
	path.join( support, 'site', 'mu', 'remote-calls.php' ),
];

/** Names what a site is made from; a change of it asks for a new site. The plugin's zip is not part of it: it is replaced in place. */
export const fingerprint = async ( wordpress: WordPress ): Promise< string > => {
	const hash = createHash( 'sha256' ).update( wordpress.version );
	const files = [
		...[ 'seed.php', 'people.ts', 'sqlite-site.ts', 'site.ts' ].map( ( name ) => path.join( __dirname, name ) ),
		...( await readdir( path.join( support, 'portal', 'catalyst-portal' ) ) ).sort().map( ( name ) => path.join( support, 'portal', 'catalyst-portal', name ) ),
	];
	for ( const file of files ) {
		hash.update( await readFile( file ) );
	}
	return hash.digest( 'hex' ).slice( 0, 16 );
};

/** Lays the files out where there are none, and brings those of this checkout up to date. Needs no running PHP. */
export const placeSite = async ( state: DemoState, wordpress: WordPress, zip: string, isNew: boolean ): Promise< void > => {
	if ( isNew ) {
		await laySqliteSite( { dir: state.site, wordpress: wordpress.dir, muPlugins: MU_PLUGINS } );
	} else {
		await placeMuPlugins( state.site, MU_PLUGINS );
	}
	await placePlugin( state.site, zip, 'causeway' );
};

export const configureSite = async ( state: DemoState, engine: EngineName, { url, crm, smtpPort }: Surroundings ): Promise< void > => {
	const constants: Record< string, ConstantValue > = {
		...( await state.keys() ),
		WP_ENVIRONMENT_TYPE: 'production',
		WP_DEBUG: true,
		WP_DEBUG_DISPLAY: false,
		WP_DEBUG_LOG: true,
		AUTOMATIC_UPDATER_DISABLED: true,
		// The integration's own older driver takes its write lock late and then fails where another program writes; this one waits.
		WP_SQLITE_AST_DRIVER: true,
		...( engine === 'native' ? { SQLITE_JOURNAL_MODE: 'WAL' } : {} ), // It needs shared memory, which PHP-wasm has not.
		TEST_SITE_LOGS: engine === 'playground' ? '/wordpress/wp-content' : state.dir, // Where calls to other machines are noted, which the demo refuses.
		DISABLE_WP_CRON: true, // The demo itself sees to it, as a server's own cron would.
		CAUSEWAY_ALLOW_LOCAL_ENDPOINTS: true,
		...( engine === 'playground' ? { CATALYST_SESSION_PATH: '/tmp' } : {} ), // Its default is a folder that PHP-wasm's workers do not have.
		CATALYST_ZOHO_API: crm.base,
		CATALYST_ZOHO_ACCOUNTS: crm.accounts,
		CATALYST_ZOHO_CLIENT_ID: PORTAL.clientId,
		CATALYST_ZOHO_CLIENT_SECRET: PORTAL.clientSecret,
		INBOX_SMTP_HOST: '127.0.0.1',
		INBOX_SMTP_PORT: smtpPort,
	};
	await writeConfig( state.site, url, constants );
};

const mustPhp = async ( engine: Engine, script: string, args: readonly string[] ): Promise< void > => {
	const { code, stdout, stderr } = await engine.php( [ path.join( __dirname, script ), engine.siteDir, ...args ] );
	if ( code !== 0 ) {
		throw new Error( `${ script } ended with code ${ code }: ${ `${ stderr }\n${ stdout }`.trim().slice( -1500 ) }` );
	}
};

/** Installs WordPress and Causeway, and furnishes the portal. */
export const furnishSite = async ( engine: Engine, wp: Wp ): Promise< void > => {
	await mustWp( wp, [
		'core', 'install', '--title=Northwind Partners', `--admin_user=${ ADMIN.user }`, `--admin_password=${ PASSWORD }`, `--admin_email=${ ADMIN.email }`, '--skip-email',
	] );
	await mustWp( wp, [ 'rewrite', 'structure', '/%postname%/' ] );
	const plan = { people: PORTAL_PEOPLE, editor: EDITOR, pending: PENDING, usernameField: USERNAME_FIELD };
	await mustPhp( engine, 'seed.php', [ Buffer.from( JSON.stringify( plan ) ).toString( 'base64' ) ] );
	await mustWp( wp, [ 'plugin', 'activate', 'causeway' ] );
};

/** Connects the portal and Causeway, each with credentials of its own, to the CRM of this run. */
export const connectSite = async ( wp: Wp, { crm }: Pick< Surroundings, 'crm' > ): Promise< void > => {
	const connect = [
		`--require=${ path.join( __dirname, 'connect.php' ) }`, 'demo', 'connect', PORTAL.refreshToken, ZGID,
		'--data_centre=us', `--api_base=${ crm.base }`, `--accounts_base=${ crm.accounts }`,
		`--client_id=${ crm.credentials.clientId }`, `--client_secret=${ crm.credentials.clientSecret }`, `--refresh_token=${ crm.credentials.refreshToken }`,
		'--may_write=1',
	];
	if ( ( await wp( connect ) ).code !== 0 ) {
		// Somebody may have switched the plugin off, which takes its commands away.
		await mustWp( wp, [ 'plugin', 'activate', 'causeway' ] );
		await mustWp( wp, connect );
	}
};
