/**
 * One of the two sites that are compared: bare WordPress, or the same with the plugin.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import path from 'node:path';

import { scratch } from '../support/process/scratch';
import type { MariaDB } from '../support/servers/mariadb';
import { createSite, type Site } from '../support/site/create';
import type { WordPress } from '../support/wordpress/obtain';

/** What the probe wrote of one request. */
export interface Cost {
	readonly label: string;
	readonly queries: number;
	readonly reads: number;
	readonly writes: number;
	readonly columns: number;
	readonly inserted: number;
	readonly updated: number;
	readonly deleted: number;
	readonly binlog: readonly [ string, string ];
	readonly files: number;
	readonly memory: number;
	readonly cpuMs: number;
	/** What a REST door took, once the request was let in; 0 where there was none. */
	readonly doorMs: number;
	/** Statements between the door's opening and its answer, and rows that the database's engine read for them. */
	readonly doorQueries: number;
	readonly doorRows: number;
	/** What the database says of how it answers each; only where it was asked to. */
	readonly plans: ReadonlyArray< { readonly sql: string; readonly plan: ReadonlyArray< Readonly< Record< string, string | null > > > } >;
	readonly hashChecks: number;
	readonly remote: readonly string[];
}

export interface Reply {
	readonly status: number;
	readonly body: Buffer;
	/** From the first byte sent to the last received. */
	readonly milliseconds: number;
}

export const PASSWORD = 'right-bench-password';
export const KNOWN = 'bench-known';
export const KNOWN_EMAIL = 'known@bench.example';
/** Somebody whose login name is the e-mail address: core checks such a password twice. */
export const TWIN = 'twin@bench.example';
export const STORM_USERS = 40;

const BLOCK = '<!-- wp:causeway/login-error /-->';

export class BenchSite {
	private readonly agent = new Agent( { keepAlive: true, maxSockets: 1 } );

	private constructor(
		public readonly name: string,
		public readonly site: Site,
		/** Where the probe writes. */
		public readonly dir: string,
		/** The system's folder for temporary files, as the site's PHP sees it. */
		private readonly temp: string
	) {}

	public static async create( name: string, wordpress: WordPress, database: MariaDB | 'sqlite', plugins: readonly string[], log: ( message: string ) => void ): Promise< BenchSite > {
		const dir = await scratch( `bench-${ name }` );
		const temp = path.join( dir, 'tmp' );
		await mkdir( temp, { mode: 0o700 } );
		const site = await createSite( {
			wordpress,
			database,
			plugins,
			muPlugins: [ path.join( __dirname, 'probe.php' ) ],
			constants: { BENCH_DIR: dir, CAUSEWAY_ALLOW_LOCAL_ENDPOINTS: true, WP_DEBUG: false },
			wpCron: false,
			server: 'nginx',
			workers: 4,
			ini: { sys_temp_dir: temp },
			log: ( message ) => log( `${ name }: ${ message }` ),
		} );
		for ( const [ login, email ] of [
			[ KNOWN, KNOWN_EMAIL ],
			[ TWIN, TWIN ],
		] as const ) {
			await site.mustWp( [ 'user', 'create', login, email, '--role=subscriber', `--user_pass=${ PASSWORD }` ] );
		}
		await site.mustWp( [
			'eval',
			`for ( $i = 0; $i < ${ STORM_USERS }; $i++ ) { wp_insert_user( [ 'user_login' => 'storm-' . $i, 'user_email' => "storm-$i@bench.example", 'user_pass' => wp_generate_password() ] ); }`,
		] );
		await site.mustWp( [ 'post', 'create', '--post_type=page', '--post_status=publish', '--post_title=Plain', '--post_name=plain', '--post_content=<p>Plain.</p>' ] );
		await site.mustWp( [ 'post', 'create', '--post_type=page', '--post_status=publish', '--post_title=Block', '--post_name=block', `--post_content=${ BLOCK }` ] );
		return new BenchSite( name, site, dir, temp );
	}

	/**
	 * Sends one request over a connection that stays open.
	 *
	 * @param method  Method.
	 * @param target  Path with query.
	 * @param form    Fields of a form.
	 * @param headers More headers.
	 */
	public ask( method: 'GET' | 'POST', target: string, form: Readonly< Record< string, string > > = {}, headers: Readonly< Record< string, string > > = {} ): Promise< Reply > {
		return new Promise( ( resolve, reject ) => {
			const body = method === 'POST' ? new URLSearchParams( form ).toString() : '';
			const started = process.hrtime.bigint();
			const outgoing = request(
				this.site.url + target,
				{
					method,
					agent: this.agent,
					headers: { ...( method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String( Buffer.byteLength( body ) ) } : {} ), ...headers },
				},
				( incoming ) => {
					const chunks: Buffer[] = [];
					incoming.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
					incoming.on( 'error', reject );
					incoming.on( 'end', () =>
						resolve( {
							status: incoming.statusCode ?? 0,
							body: Buffer.concat( chunks ),
							milliseconds: Number( process.hrtime.bigint() - started ) / 1e6,
						} )
					);
				}
			);
			outgoing.on( 'error', reject );
			outgoing.end( body );
		} );
	}

	/** Asks the GraphQL door as an administrator. */
	public async askGraphQL( query: string, variables: object, headers: Readonly< Record< string, string > > = {} ): Promise< void > {
		const answer = await fetch( `${ this.site.url }/?rest_route=/causeway/v1/graphql`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', 'X-Bench-Admin': '1', ...headers },
			body: JSON.stringify( { query, variables } ),
		} );
		const { errors } = ( await answer.json() ) as { errors?: unknown };
		if ( answer.status !== 200 || errors !== undefined ) {
			throw new Error( `GraphQL answered ${ answer.status }: ${ JSON.stringify( errors ) }` );
		}
	}

	public logIn( login: string, password: string, headers: Readonly< Record< string, string > > = {} ): Promise< Reply > {
		return this.ask( 'POST', '/wp-login.php', { log: login, pwd: password, 'wp-submit': 'Log In' }, headers );
	}

	/** Forgets the rate of failures, so that the next attempt is met as in calm weather however fast the benchmark goes. */
	public async calm(): Promise< void > {
		for ( const folder of await readdir( this.temp, { withFileTypes: true } ) ) {
			if ( ! folder.isDirectory() ) {
				continue;
			}
			const inner = path.join( this.temp, folder.name );
			for ( const file of await readdir( inner ) ) {
				if ( file.startsWith( 'rate-' ) ) {
					await rm( path.join( inner, file ), { force: true } );
				}
			}
		}
	}

	/**
	 * The probe's lines of the requests so labelled; waits for those that end after their answer.
	 *
	 * @param label Label.
	 * @param count How many there must be.
	 */
	public async costs( label: string, count: number ): Promise< Cost[] > {
		for ( let tries = 0; tries < 100; tries++ ) {
			const text = await readFile( path.join( this.dir, 'requests' ), 'utf8' ).catch( () => '' );
			const found = text
				.split( '\n' )
				.filter( ( line ) => line.includes( `"label":"${ label }"` ) )
				.map( ( line ) => JSON.parse( line ) as Cost );
			if ( found.length >= count ) {
				return found;
			}
			await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
		}
		throw new Error( `The probe of ${ this.name } wrote fewer than ${ count } lines for ${ label }.` );
	}

	/** Attempts that reached PHP in storms so far. */
	public async counted(): Promise< number > {
		return ( await readFile( path.join( this.dir, 'attempts' ), 'utf8' ).catch( () => '' ) ).length;
	}

	/** Lets the background do what waits, with the same folder for temporary files as the web server's PHP has. */
	public async work(): Promise< void > {
		const { TMPDIR: before } = process.env;
		process.env.TMPDIR = this.temp;
		try {
			await this.site.wp( [ 'causeway', 'work', '--once' ] );
		} finally {
			if ( before === undefined ) {
				delete process.env.TMPDIR;
			} else {
				process.env.TMPDIR = before;
			}
		}
	}

	public async sql( query: string ): Promise< string > {
		return ( await this.site.mariadb?.query( query, this.site.databaseName ) )?.trim() ?? '';
	}
}

/**
 * Bytes between two positions of the binary log. Null where a new file was begun in between.
 *
 * @param positions `file:offset`, before and after.
 */
export function binlogBytes( positions: readonly [ string, string ] ): number | null {
	const [ before, after ] = positions.map( ( position ) => position.split( ':' ) );
	return before?.[ 0 ] === after?.[ 0 ] ? Number( after?.[ 1 ] ) - Number( before?.[ 1 ] ) : null;
}
