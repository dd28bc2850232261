/**
 * A real site with MariaDB whose people are the contacts of the lab's CRM, and what the CRM itself would say of them.
 */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { startLab } from '../lab/lab';
import { RemoteControl } from '../lab/remote-control';
import { root } from '../support/paths';
import { run } from '../support/process/run';
import { scratch } from '../support/process/scratch';
import { createSite, type Site } from '../support/site/create';
import { obtainWordPress } from '../support/wordpress/obtain';
import { wpCliArguments } from '../support/wp-cli/install';
import type { Check } from './check';

const CAUSES = { bin: 'contact-in-recycle-bin', purged: 'contact-permanently-deleted', lonely: 'contact-without-account' } as const;

/** Seconds of a job's lease, and of the lock that a step is run under, as the plugin takes them. */
const JOB_LEASE = 60;
const STEP_LOCK = 60;

/** Keeps WP-CLI to what it is told. */
export const WP_ENV = { WP_CLI_CONFIG_PATH: '/dev/null', WP_CLI_DISABLE_AUTO_CHECK_UPDATE: '1' } as const;

export class DeepSite {
	private constructor(
		public readonly site: Site,
		public readonly crm: RemoteControl,
		private readonly cli: readonly string[],
		private readonly dir: string,
		public readonly people: readonly string[]
	) {}

	/**
	 * A site whose people are linked to as many contacts.
	 *
	 * @param people    How many.
	 * @param log       What is told meanwhile.
	 * @param muPlugins More files of this folder that the site runs.
	 */
	public static async create( people: number, log: ( message: string ) => void, muPlugins: readonly string[] = [] ): Promise< DeepSite > {
		const lab = await startLab();
		const system = lab[ 'zoho-crm' ];
		const crm = new RemoteControl( system.control );
		await crm.play( { do: 'populate', people } );
		const site = await createSite( {
			wordpress: await obtainWordPress( { line: '7.1', log } ),
			database: 'mariadb',
			server: 'none',
			wpCron: false,
			isolated: false,
			linkedPlugins: { causeway: root },
			muPlugins: [ 'no-mail.php', 'die.php', 'clock.php', ...muPlugins ].map( ( file ) => path.join( __dirname, file ) ),
			constants: { CAUSEWAY_ALLOW_LOCAL_ENDPOINTS: true },
			log,
		} );
		await site.mustWp( [
			'causeway', 'connection', 'set', 'zoho-crm', '--data_centre=us', `--api_base=${ system.base }`, `--accounts_base=${ system.accounts }`,
			`--client_id=${ system.credentials.clientId ?? '' }`, `--client_secret=${ system.credentials.clientSecret ?? '' }`,
			`--refresh_token=${ system.credentials.refreshToken ?? '' }`, '--may_write=1',
		] );
		const ids = ( await crm.state() ).contacts.map( ( { id } ) => id ).slice( -people );
		const made = new DeepSite( site, crm, await wpCliArguments( log ), await scratch( 'deep' ), ids );
		await made.furnish( 'people', ids );
		return made;
	}

	public async furnish( order: 'people' | 'refuse', ids: readonly string[] ): Promise< void > {
		const file = path.join( this.dir, 'ids.json' );
		await writeFile( file, JSON.stringify( ids ) );
		await this.site.mustWp( [ 'eval-file', path.join( __dirname, 'furnish.php' ), order, file ] );
	}

	/** What runs WP-CLI on this site. */
	public get wpCommand(): readonly string[] {
		const asRoot = process.getuid?.() === 0 ? [ '--allow-root' ] : [];
		return [ ...this.cli, `--path=${ this.site.dir }`, `--url=${ this.site.url }`, ...asRoot ];
	}

	/**
	 * Starts a worker and kills it, unless it has ended before.
	 *
	 * @param command WP-CLI's command.
	 * @param death   After how many milliseconds it is killed, or at which of its writes it kills itself (see die.php).
	 * @return Whether it was killed.
	 */
	public async workUntilKilled( command: readonly string[], death: { readonly milliseconds: number } | { readonly write: number } ): Promise< boolean > {
		const { code, stdout, stderr } = await run( 'php', [ ...this.wpCommand, ...command ], {
			env: { ...WP_ENV, ...( 'write' in death ? { CAUSEWAY_DIES_AT: String( death.write ) } : {} ) },
			...( 'milliseconds' in death ? { timeoutMs: death.milliseconds } : {} ),
		} );
		const isKilled = code === 124 || ( 'write' in death && code === 1 && stdout === '' && stderr === '' );
		if ( ! isKilled && code !== 0 ) {
			throw new Error( `${ command.join( ' ' ) } ended with code ${ code }: ${ stderr.slice( -2_000 ) }` );
		}
		await this.letLeasesPass();
		return isKilled;
	}

	/**
	 * The minute that a dead worker's leases last is over, and so is the day for which the connection's calls are counted: a deep run makes more than a day's.
	 *
	 * @param heldSeconds Leases taken less than so long ago stay: a living worker gives a job back, or renews its lease, within 5 seconds.
	 */
	public async letLeasesPass( heldSeconds = 0 ): Promise< void > {
		await this.sql( [
			`UPDATE wp_causeway_jobs SET lease_until = 0 WHERE lease_until <= UNIX_TIMESTAMP() + ${ JOB_LEASE - heldSeconds }`,
			'UPDATE wp_causeway_jobs SET run_at = LEAST(run_at, UNIX_TIMESTAMP())',
			`UPDATE wp_causeway_locks SET lease_until = 1 WHERE lease_until <= UNIX_TIMESTAMP() + ${ STEP_LOCK - heldSeconds }`,
			'UPDATE wp_causeway_connections SET calls_today = 0',
		].join( '; ' ) );
		await this.crm.play( { do: 'refill-credits' }, { do: 'forgive-token-rate' } );
	}

	public async sql( query: string ): Promise< string > {
		return ( ( await this.site.mariadb?.query( query, this.site.databaseName ) ) ?? '' ).trim();
	}

	/** Pairs of a two-column answer. */
	public async pairs( query: string ): Promise< Map< string, string > > {
		const lines = ( await this.sql( query ) ).split( '\n' ).filter( ( line ) => line !== '' );
		return new Map( lines.map( ( line ) => line.split( '\t' ) as [ string, string ] ) );
	}

	/** Has an admin start the step that restores everybody of an incident, and forgets the calls before it. */
	public async startBulkFix( incident: string ): Promise< void > {
		await this.crm.forgetCalls();
		await this.site.mustWp( [ 'eval', `$r = new WP_REST_Request( 'POST', '/causeway/v1/incidents/${ incident }/steps/restore-contact' ); $a = rest_do_request( $r ); if ( $a->is_error() ) { WP_CLI::error( wp_json_encode( $a->get_data() ) ); }`, '--user=1' ] );
	}

	public async isBulkFixOver( incident: string ): Promise< boolean > {
		return ( await this.sql( `SELECT run LIKE '%"finishedAt":0%' FROM wp_causeway_incidents WHERE id = ${ incident }` ) ) === '0';
	}

	public async stop(): Promise< void > {
		await this.site.stop();
		await rm( this.dir, { recursive: true, force: true } );
	}
}

/** Contact id → cause, as the CRM itself would say. */
export async function truth( { crm, people }: DeepSite ): Promise< Map< string, string > > {
	const state = await crm.state();
	const ours = new Set( people );
	const causes = new Map< string, string >();
	for ( const contact of state.contacts ) {
		if ( ours.has( contact.id ) && ! contact.Account_Name ) {
			causes.set( contact.id, CAUSES.lonely );
		}
	}
	for ( const { id, kind } of state.deleted ) {
		if ( ours.has( id ) ) {
			causes.set( id, kind === 'recycle' ? CAUSES.bin : CAUSES.purged );
		}
	}
	return causes;
}

export const differences = ( expected: ReadonlyMap< string, string >, found: ReadonlyMap< string, string > ): string[] => [
	...[ ...expected ].filter( ( [ id, cause ] ) => found.get( id ) !== cause ).map( ( [ id, cause ] ) => `${ id }: ${ cause } in the CRM, ${ found.get( id ) ?? 'nothing' } here` ),
	...[ ...found.keys() ].filter( ( id ) => ! expected.has( id ) ).map( ( id ) => `${ id }: nothing in the CRM, ${ found.get( id ) ?? '' } here` ),
];

/**
 * Whether a bulk fix has done its step for each person, and once: by the CRM's state, the CRM's calls and the journal.
 *
 * @param on  Site.
 * @param ids Contacts of the incident.
 */
export async function bulkFixChecks( on: DeepSite, ids: readonly string[] ): Promise< Check[] > {
	const restored = ( await on.crm.calls() ).filter( ( call ) => call.kind === 'write' && call.path.endsWith( '/restore' ) ).flatMap( ( call ) => ( call.body as { ids?: string[] } | null )?.ids ?? [] );
	const twice = restored.filter( ( id, index ) => restored.indexOf( id ) !== index );
	const back = new Set( ( await on.crm.state() ).contacts.map( ( { id } ) => id ) );
	const done = await on.pairs( "SELECT c.id, COUNT(j.id) FROM wp_causeway_cases c LEFT JOIN wp_causeway_journal j ON j.case_id = c.id AND j.kind = 'step-done' WHERE c.incident_id <> 0 GROUP BY c.id" );
	const odd = [ ...done ].filter( ( [ , count ] ) => count !== '1' );
	const refused = await on.sql( "SELECT COALESCE(JSON_EXTRACT(run, '$.failed[0].message'), '') FROM wp_causeway_incidents LIMIT 1" );
	return [
		{ what: 'every contact is back', isOk: ids.every( ( id ) => back.has( id ) ), detail: `${ ids.filter( ( id ) => ! back.has( id ) ).length } of ${ ids.length } are not; told first: ${ refused }` },
		{ what: 'no contact was written to twice', isOk: twice.length === 0 && restored.length === ids.length, detail: `${ restored.length } writes for ${ ids.length } people; twice: ${ twice.join( ', ' ) }` },
		{ what: 'the journal has each step once', isOk: done.size === ids.length && odd.length === 0, detail: `${ done.size } cases; not once: ${ odd.slice( 0, 5 ).map( ( [ id, count ] ) => `case ${ id } ${ count } times` ).join( ', ' ) }` },
	];
}
