/**
 * `npm run demo`: a client portal on a real WordPress, the CRM behind it, the mail it sends, and Causeway in between.
 *
 * Options: `--engine=native|playground`, `--port=<number>`, `--reset` (forget what earlier runs left), `--zip=<file>` (another build of
 * the plugin than this checkout's), `--json` (one line of JSON when it is ready, nothing else on standard output).
 */
import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { startLab } from '../../lab/lab';
import { openCommandDoor } from '../demo/commands';
import { chooseEngine, type Engine } from '../demo/engine';
import { startNative } from '../demo/native';
import { ADMIN, EDITOR, PASSWORD, PORTAL_PEOPLE } from '../demo/people';
import { startPlayground } from '../demo/playground';
import { configureSite, connectSite, fingerprint, furnishSite, placeSite, type Surroundings } from '../demo/site';
import { DemoState } from '../demo/state';
import { wpCommandLine, wpOn } from '../demo/wp-cli';
import { type Inbox, startInbox } from '../mail/inbox';
import { root } from '../paths';
import { type Child, onStop, startChild, stopEverything } from '../process/child';
import { freePort, sleep } from '../process/wait';
import { obtainWordPress } from '../wordpress/obtain';

const DEFAULT_PORT = 8890;

/** Seconds between two visits of wp-cron.php. */
const CRON_SECONDS = 60;

/** Seconds after which a worker that ended is missed. */
const RESTART_SECONDS = 5;

interface Options {
	readonly engine: string | undefined;
	readonly port: number;
	readonly zip: string | undefined;
	readonly reset: boolean;
	readonly json: boolean;
}

const readOptions = (): Options => {
	const { values } = parseArgs( {
		options: { engine: { type: 'string' }, port: { type: 'string' }, zip: { type: 'string' }, reset: { type: 'boolean' }, json: { type: 'boolean' } },
	} );
	const port = Number( values.port ?? DEFAULT_PORT );
	if ( ! Number.isInteger( port ) || port < 1 || port > 65_535 ) {
		throw new Error( `“${ values.port }” is no port: give a number from 1 to 65535.` );
	}
	return { engine: values.engine, port, zip: values.zip, reset: values.reset === true, json: values.json === true };
};

/** Seconds since 1970 of the newest file below these paths. */
const newestChange = async ( paths: readonly string[] ): Promise< number > => {
	let newest = 0;
	for ( const entry of paths ) {
		const found = await stat( entry ).catch( () => null );
		if ( found?.isDirectory() ) {
			newest = Math.max( newest, await newestChange( ( await readdir( entry ) ).map( ( name ) => path.join( entry, name ) ) ) );
		} else {
			newest = Math.max( newest, found?.mtimeMs ?? 0 );
		}
	}
	return newest;
};

/** The plugin as a site's owner would upload it, built when it is missing or older than its source. */
const builtZip = async ( log: ( message: string ) => void ): Promise< string > => {
	const zip = path.join( root, 'build', 'causeway.zip' );
	const built = await newestChange( [ zip ] );
	const source = await newestChange( [ 'plugin.php', 'uninstall.php', 'readme.txt', 'src', 'blocks' ].map( ( name ) => path.join( root, name ) ) );
	if ( built > source ) {
		return zip;
	}
	log( 'Causeway: building the plugin (a minute or so)' );
	const code = await new Promise< number >( ( resolve ) => {
		const child = spawn( process.execPath, [ require.resolve( 'tsx/cli' ), path.join( root, 'src', 'build', 'zip.ts' ) ], {
			cwd: root,
			stdio: [ 'ignore', 'ignore', 'inherit' ],
		} );
		child.on( 'error', () => resolve( 127 ) );
		child.on( 'close', ( ended ) => resolve( ended ?? 1 ) );
	} );
	if ( code !== 0 ) {
		throw new Error( 'The plugin could not be built: npm run zip says why.' );
	}
	return zip;
};

/** Does what the site's background has to do until the demo ends. */
const keepWorking = async ( engine: Engine, url: string, state: DemoState, log: ( message: string ) => void ): Promise< void > => {
	let isOver = false;
	onStop( async () => {
		isOver = true;
	} );
	const visitCron = (): Promise< unknown > => fetch( `${ url }/wp-cron.php?doing_wp_cron` ).catch( () => undefined );
	const repeat = async ( everySeconds: number, work: () => Promise< unknown > ): Promise< void > => {
		while ( ! isOver ) {
			await work();
			await sleep( everySeconds * 1000 );
		}
	};
	// What a server's own cron and its worker do.
	void repeat( CRON_SECONDS, visitCron );
	const command = [ ...( await wpCommandLine( engine.siteDir, url, log ) ), 'causeway', 'work' ];
	if ( engine.name === 'playground' ) {
		// One of PHP-wasm's workers does nothing else; it sleeps without using the processor, and ends with the engine.
		void repeat( RESTART_SECONDS, () => engine.php( command ).catch( () => undefined ) );
		return;
	}
	const start = (): Promise< Child > => startChild( 'php', command, { logFile: path.join( state.dir, 'worker.log' ) } );
	let worker = await start();
	void repeat( RESTART_SECONDS, async () => {
		if ( ! worker.isRunning() && ! isOver ) {
			worker = await start();
		}
	} );
};

interface Ready {
	readonly engine: string;
	readonly url: string;
	readonly loginUrl: string;
	readonly adminUrl: string;
	readonly inboxUrl: string;
	readonly lab: { readonly base: string; readonly accounts: string; readonly control: string };
	readonly password: string;
	readonly admin: { readonly user: string; readonly email: string };
	readonly people: readonly { readonly key: string; readonly email: string; readonly sees: string; readonly trouble: string }[];
	readonly editor: { readonly user: string; readonly trouble: string };
	readonly pid: number;
}

const describe = ( ready: Ready ): string => {
	const width = Math.max( ...ready.people.map( ( person ) => person.email.length ) );
	const row = ( person: Ready[ 'people' ][ number ] ): string =>
		`  ${ person.email.padEnd( width ) }  ${ person.sees }${ person.trouble === '' ? '' : `  (${ person.trouble })` }`;
	const troubled = ready.people.filter( ( person ) => person.trouble !== '' );
	const fine = ready.people.filter( ( person ) => person.trouble === '' );
	const state = ( sent: string ): string => `  curl -sX POST ${ ready.lab.control }/state -d '${ sent }'`;
	return `
Northwind Partners is open (${ ready.engine } engine).

  Portal    ${ ready.loginUrl }
  wp-admin  ${ ready.adminUrl }   user ${ ready.admin.user }, password ${ ready.password }
  Mail      ${ ready.inboxUrl }
  CRM       ${ ready.lab.control }   (simulated Zoho CRM: state, faults, calls)

Everybody’s password is ${ ready.password }. On the portal page:

${ troubled.map( row ).join( '\n' ) }
${ fine.slice( 0, 3 ).map( row ).join( '\n' ) }

Try this: log in on the portal page as ${ troubled[ 0 ]?.email ?? '' } → you will see a reference and a clear text.
Then log in to wp-admin as ${ ready.admin.user } and open Causeway → Cases: the cause, its evidence, and the step that repairs it.
On wp-login.php: user ${ ready.editor.user }, password ${ ready.password } → refused (${ ready.editor.trouble }).

Trouble for everybody at once comes from the CRM, for example:
${ state( '{"do":"spend-credits"}' ) }     (the day’s API calls are used up)
${ state( '{"do":"refill-credits"}' ) }    (and come back)

  npm run wp -- causeway explain "Please contact your administrator"
  npm run wp -- causeway diagnose ${ troubled[ 0 ]?.email ?? '' }

Ctrl-C ends everything.
`;
};

const demo = async ( options: Options ): Promise< void > => {
	const started = Date.now();
	const log = ( message: string ): void => {
		process.stderr.write( `[${ ( ( Date.now() - started ) / 1000 ).toFixed( 1 ).padStart( 5 ) } s] ${ message }\n` );
	};
	const engineName = await chooseEngine( options.engine );
	const state = new DemoState( engineName );
	const other = await state.running();
	if ( other !== null ) {
		throw new Error( `This demo runs already at ${ other.url } (process ${ other.pid }): end that one with Ctrl-C, or use it.` );
	}
	await freePort( options.port ).catch( () => {
		throw new Error( `Port ${ options.port } is taken by another program: choose one with npm run demo -- --port=${ options.port + 10 }.` );
	} );
	if ( options.reset ) {
		log( 'Forgetting what earlier runs left' );
		await state.clear();
	}

	const wordpress = await obtainWordPress( { line: '7.1', log } );
	log( `WordPress ${ wordpress.version } (${ wordpress.source })` );
	const zip = options.zip === undefined ? await builtZip( log ) : path.resolve( options.zip );

	const madeFrom = await fingerprint( wordpress );
	const finished = await state.finished();
	const isNew = finished?.madeFrom !== madeFrom;
	if ( isNew && ! ( await state.isEmpty() ) ) {
		log( finished === null ? 'An earlier run was cut off while it made the site: making it anew' : 'WordPress or the demo has changed: making the site anew' );
		await state.clear();
	}

	log( 'Starting the simulated CRM and the inbox' );
	const lab = await startLab();
	onStop( () => lab.stop() );
	const crm = lab[ 'zoho-crm' ];
	let inbox: Inbox;
	try {
		inbox = await startInbox( { port: options.port + 1 } );
	} catch {
		inbox = await startInbox();
	}
	onStop( () => inbox.stop() );

	const url = `http://127.0.0.1:${ options.port }`;
	const surroundings: Surroundings = { url, crm, smtpPort: inbox.smtpPort };
	const keys = await state.keys(); // First: it marks the folder as begun.
	if ( Object.keys( keys ).length === 0 ) {
		throw new Error( 'The demo’s keys are unreadable: run it with --reset.' );
	}
	if ( isNew ) {
		log( 'Laying out the site' );
	}
	await placeSite( state, wordpress, zip, isNew );
	await configureSite( state, engineName, surroundings );

	log( engineName === 'native' ? 'Starting the site on this machine’s PHP' : 'Starting the site on PHP-wasm' );
	const engine = engineName === 'native' ? await startNative( state.site, options.port ) : await startPlayground( state.site, options.port );
	const wp = await wpOn( engine, url, log );
	if ( isNew ) {
		log( 'Installing WordPress, furnishing the portal' );
		await furnishSite( engine, wp );
	}
	log( 'Connecting the portal and Causeway to the CRM' );
	await connectSite( wp, surroundings );
	if ( isNew ) {
		await state.rememberFinished( { madeFrom } );
	}

	const door = engine.name === 'playground' ? await openCommandDoor( wp ) : null;
	onStop( async () => {
		await door?.stop();
		await state.forgetRunning();
	} );
	await state.rememberRunning( { pid: process.pid, url, commands: door?.url ?? '', key: door?.key ?? '' } );
	await keepWorking( engine, url, state, log );

	const ready: Ready = {
		engine: engineName,
		url: `${ url }/`,
		loginUrl: `${ url }/client-login/`,
		adminUrl: `${ url }/wp-admin/`,
		inboxUrl: inbox.url,
		lab: { base: crm.base, accounts: crm.accounts, control: crm.control },
		password: PASSWORD,
		admin: { user: ADMIN.user, email: ADMIN.email },
		people: PORTAL_PEOPLE.map( ( { key, email, sees, trouble } ) => ( { key, email, sees, trouble } ) ),
		editor: { user: EDITOR.user, trouble: 'her password was changed' },
		pid: process.pid,
	};
	log( 'Ready' );
	process.stdout.write( options.json ? `${ JSON.stringify( ready ) }\n` : describe( ready ) );
};

const main = async (): Promise< void > => {
	try {
		await demo( readOptions() );
	} catch ( error ) {
		process.stderr.write( `${ error instanceof Error ? error.message : String( error ) }\n` );
		await stopEverything();
		process.exit( 1 );
	}
};

void main();
