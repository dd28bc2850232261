import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { EDITOR, PASSWORD, PENDING, PORTAL_PEOPLE } from '../support/demo/people';
import { root } from '../support/paths';
import { sleep } from '../support/process/wait';
import type { Site } from '../support/site/create';
import { calmDown, stormFolder } from './actions';
import { journey } from './support/journey';

interface Answer {
	readonly status: number;
	readonly headers: ReadonlyArray< readonly [ string, string ] >;
	readonly body: string;
	/** Bytes of the body as it came, references and all. */
	readonly bytes: number;
}

/** What differs from request to request whoever asks: the clock, and the reference. */
const blank = ( text: string, name: string ): string =>
	[ name, name.replaceAll( "'", '&#039;' ), name.replaceAll( "'", '&#39;' ), encodeURIComponent( name ), encodeURIComponent( name ).replaceAll( "'", '%27' ) ]
		.reduce( ( blanked, written ) => blanked.replaceAll( written, 'NAME' ), text )
		.replace( /[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}(?=[^0-9A-Z]|$)/g, 'REFERENCE' );

const ask = async ( name: string, address: string, init: RequestInit ): Promise< Answer > => {
	const answer = await fetch( address, { redirect: 'manual', ...init } );
	const headers = [ ...answer.headers ]
		.filter( ( [ key ] ) => ! [ 'date', 'expires', 'last-modified', 'keep-alive', 'connection', 'transfer-encoding', 'content-length' ].includes( key ) )
		.map( ( [ key, value ] ) => [ key, blank( value, name ).replace( /expires=[^;]+/gi, 'expires=THEN' ).replace( /PHPSESSID=[^;]+/, 'PHPSESSID=ANY' ) ] as const );
	const body = await answer.text();
	return { status: answer.status, headers, body: blank( body, name ), bytes: Buffer.byteLength( body ) };
};

const form = ( fields: Readonly< Record< string, string > > ): RequestInit => ( { method: 'POST', body: new URLSearchParams( fields ) } );

const basic = ( name: string ): RequestInit => ( { headers: { Authorization: `Basic ${ Buffer.from( `${ name }:abcd efgh ijkl mnop` ).toString( 'base64' ) }` } } );

const xmlRpc = ( name: string ): RequestInit => ( {
	method: 'POST',
	headers: { 'Content-Type': 'text/xml' },
	body: `<?xml version="1.0"?><methodCall><methodName>wp.getUsersBlogs</methodName><params><param><value><string>${ name }</string></value></param><param><value><string>wrong</string></value></param></params></methodCall>`,
} );

/** A reference that somebody of this name has just been given on wp-login.php. */
const referenceOf = async ( site: Site, name: string ): Promise< string > => {
	const page = await fetch( `${ site.url }/wp-login.php`, form( { log: name, pwd: 'wrong' } ) );
	return /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec( await page.text() )?.[ 0 ] ?? '';
};

const json = ( body: object ): RequestInit => ( { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify( body ) } );

const addressOf = ( name: string ): string => ( name.includes( '@' ) ? name : `${ name }@northwind.example` );

/** Sends a form of a shop's account page with the nonce that the page gave. */
const askAccountPage = async ( site: Site, name: string, page: 'login' | 'lost', fields: Record< string, string > ): Promise< Answer > => {
	const url = `${ site.url }/?standin-account=${ page }`;
	const [ , field = '', nonce = '' ] = /name="(woocommerce-[a-z-]+-nonce)" value="([0-9a-f]+)"/.exec( await ( await fetch( url ) ).text() ) ?? [];
	assert.notEqual( nonce, '', 'the account page has its form' );
	return ask( name, url, form( { ...fields, [ field ]: nonce } ) );
};

type Channel = ( site: Site, name: string ) => Promise< Answer >;

/** Every way to log in, as a program would use it. */
const LOGINS: Readonly< Record< string, Channel > > = {
	'wp-login.php': ( site, name ) => ask( name, `${ site.url }/wp-login.php`, form( { log: name, pwd: 'wrong' } ) ),
	'a portal’s page': ( site, name ) => ask( name, `${ site.url }/client-login/?ppage=login`, form( { username: name, password: 'wrong', 'atmpt-login': 'Login' } ) ),
	'a page that sends people back': ( site, name ) => ask( name, `${ site.url }/wp-login.php`, form( { log: name, pwd: 'wrong', standin_page: 'sent-back' } ) ),
	'a shop’s account page': ( site, name ) => askAccountPage( site, name, 'login', { username: name, password: 'wrong', login: 'Log in' } ),
	'a script’s form': ( site, name ) => ask( name, `${ site.url }/wp-admin/admin-ajax.php`, form( { action: 'standin_login', log: name, pwd: 'wrong' } ) ),
	'an Application Password': ( site, name ) => ask( name, `${ site.url }/wp-json/wp/v2/users/me`, basic( name ) ),
	'XML-RPC': ( site, name ) => ask( name, `${ site.url }/xmlrpc.php`, xmlRpc( name ) ),
};

/** Everything else that takes a name, or a reference that was given to one. */
const OTHERS: Readonly< Record< string, Channel > > = {
	'lost password': ( site, name ) => ask( name, `${ site.url }/wp-login.php?action=lostpassword`, form( { user_login: name } ) ),
	'a shop’s lost password': ( site, name ) => askAccountPage( site, name, 'lost', { user_login: name, wc_reset_password: 'true' } ),
	'a reset link': ( site, name ) => ask( name, `${ site.url }/wp-login.php?action=rp&key=aaaaaaaaaaaaaaaaaaaa&login=${ encodeURIComponent( name ) }`, {} ),
	'a report': ( site, name ) => ask( name, `${ site.url }/wp-json/causeway/v1/help`, json( { message: 'Please contact your administrator', email: addressOf( name ) } ) ),
	'the form for a report': ( site, name ) => ask( name, `${ site.url }/wp-login.php?action=causeway`, form( { message: 'Please contact your administrator', email: addressOf( name ) } ) ),
	'what is known of a reference': async ( site, name ) => ask( name, `${ site.url }/wp-json/causeway/v1/attempts/${ await referenceOf( site, name ) }`, {} ),
	'the same where REST is closed': async ( site, name ) => ask( name, `${ site.url }/wp-admin/admin-post.php?action=causeway_attempt&reference=${ await referenceOf( site, name ) }`, {} ),
	'the page of a reference': async ( site, name ) => ask( name, `${ site.url }/wp-login.php?action=causeway&reference=${ await referenceOf( site, name ) }`, {} ),
	'a wish for a mail': async ( site, name ) => ask( name, `${ site.url }/wp-json/causeway/v1/help`, json( { reference: await referenceOf( site, name ), wish: 'mail' } ) ),
	'a wish for an invitation': async ( site, name ) => ask( name, `${ site.url }/wp-login.php?action=causeway`, form( { reference: await referenceOf( site, name ), wish: 'invitation' } ) ),
	'a line for the administrator': async ( site, name ) => ask( name, `${ site.url }/wp-login.php?action=causeway`, form( { reference: await referenceOf( site, name ), wish: 'tell', comment: 'Please' } ) ),
};

const CHANNELS = { ...LOGINS, ...OTHERS };

const sql = async ( site: Site, statement: string ): Promise< string > => ( ( await site.mariadb?.query( statement, site.databaseName ) ) ?? '' ).trim();

const withStandIns = async ( site: Site, work: () => Promise< void > ): Promise< void > => {
	const names = [ 'account-page', 'ajax-login', 'application-passwords', 'redirect-login' ];
	const target = ( name: string ): string => path.join( site.dir, 'wp-content', 'mu-plugins', `${ name }.php` );
	for ( const name of names ) {
		await copyFile( path.join( root, 'tests', 'e2e', 'site', `${ name }.php` ), target( name ) );
	}
	// WordPress looks at none before the first is made.
	await site.mustWp( [ 'user', 'application-password', 'create', site.adminUser, 'a program' ] );
	try {
		await work();
	} finally {
		for ( const name of names ) {
			await rm( target( name ), { force: true } );
		}
	}
};

/** A name of the same length that belongs to nobody. */
const stranger = ( name: string ): string => ( name.includes( '@' ) ? name.replace( /^.{3}/, 'zqj' ) : 'x'.repeat( name.length ) );

/** People of every state, by what it is: the name that they type. */
const people = async ( site: Site ): Promise< ReadonlyMap< string, string > > => {
	const add = async ( login: string, ...more: readonly string[] ): Promise< void > =>
		void ( await site.mustWp( [ 'user', 'create', login, login.includes( '@' ) ? login : `${ login }@northwind.example`, `--user_pass=${ PASSWORD }`, ...more ] ) );
	await add( 'same@northwind.example' );
	await add( 'roleless', '--role=' );
	await add( 'resetting' );
	await add( 'oldhash' );
	await add( 'md5hash' );
	await add( 'emptyhash' );
	await add( 'kwertz' );
	await sql( site, "UPDATE wp_users SET user_activation_key = CONCAT(UNIX_TIMESTAMP(), ':$generic$aaaaaaaa') WHERE user_login = 'resetting'" );
	await sql( site, "UPDATE wp_users SET user_pass = '$P$BaaaaaaaaaaaaaaaaaaaaaaaaaaaaaA' WHERE user_login = 'oldhash'" );
	await sql( site, "UPDATE wp_users SET user_pass = MD5('x') WHERE user_login = 'md5hash'" );
	await sql( site, "UPDATE wp_users SET user_pass = '' WHERE user_login = 'emptyhash'" );
	// Somebody whose case is open and explained.
	await ask( 'kwertz', `${ site.url }/wp-login.php`, form( { log: 'kwertz', pwd: 'wrong' } ) );
	await site.mustWp( [ 'causeway', 'work', '--once' ] );
	return new Map( [
		[ 'a user by name', EDITOR.user ],
		[ 'a user by address', EDITOR.email ],
		[ 'an administrator', site.adminUser ],
		[ 'whose name is their address', 'same@northwind.example' ],
		[ 'without a role', 'roleless' ],
		[ 'who has asked for a new password', 'resetting' ],
		[ 'with a hash of phpass', 'oldhash' ],
		[ 'with a hash of MD5', 'md5hash' ],
		[ 'without a hash', 'emptyhash' ],
		[ 'whose case is open', 'kwertz' ],
		[ 'who waits to be let in', PENDING.email ],
		...PORTAL_PEOPLE.map( ( { key, email } ) => [ `of the portal: ${ key }`, email ] as const ),
	] );
};

journey(
	'By every way in, whatever state an account is in, a stranger gets what they get for a name that nobody has: status, headers, cookies, length and every byte',
	async ( { site, crm } ) => {
		const everybody = await people( site );
		const differences: string[] = [];
		const compare = async ( channels: Readonly< Record< string, Channel > >, states: Iterable< readonly [ string, string ] >, when: string ): Promise< void > => {
			for ( const [ channel, send ] of Object.entries( channels ) ) {
				for ( const [ state, known ] of states ) {
					await sql( site, 'DELETE FROM wp_causeway_limits' );
					const answers = [ await send( site, known ), await send( site, stranger( known ) ) ] as const;
					try {
						assert.deepEqual( answers[ 0 ], answers[ 1 ] );
					} catch ( error ) {
						differences.push( `${ channel }, ${ state }${ when }: ${ error instanceof Error ? error.message.split( '\n' ).filter( ( line ) => /^[+-]/.test( line ) ).join( '\n' ).slice( 0, 2_000 ) : String( error ) }` );
					}
				}
			}
		};
		await withStandIns( site, async () => {
			await compare( CHANNELS, everybody, '' );
			// What the CRM does not answer is no stranger's business either.
			await crm.play( { do: 'spend-credits' } );
			const ofPortal = [ ...everybody ].filter( ( [ state ] ) => /fine|binned|inactive/.test( state ) );
			await compare( { 'a portal’s page': LOGINS[ 'a portal’s page' ]! }, ofPortal, ', the CRM’s credits used up' );
			await crm.fault( { host: 'api', then: 'reset' } );
			await compare( { 'a portal’s page': LOGINS[ 'a portal’s page' ]! }, ofPortal, ', the CRM away' );
		} );
		await calmDown( site );
		assert.equal( differences.join( '\n' ), '' );
	},
	{ timeoutMs: 300_000 }
);

journey(
	'An attempt leaves one row, whoever it was, by every way in',
	async ( { site } ) => {
		const rows = async (): Promise< number > => Number( ( await sql( site, 'SELECT COUNT(*) FROM wp_causeway_attempts' ) ).split( '\n' ).at( -1 ) );
		await withStandIns( site, async () => {
			for ( const [ channel, send ] of Object.entries( LOGINS ) ) {
				for ( const name of [ EDITOR.user, EDITOR.email, stranger( EDITOR.user ), stranger( EDITOR.email ) ] ) {
					const before = await rows();
					await send( site, name );
					await sleep( 300 ); // Written after the answer has left; and slow enough to be no storm.
					assert.equal( ( await rows() ) - before, 1, `${ channel }: ${ name }` );
				}
			}
		} );
	},
	{ timeoutMs: 120_000 }
);

const HOSTILE = [ 'x'.repeat( 100_000 ), '<script>alert(1)</script>', 'a\0b', '🙂🙂', 'x\r\nSet-Cookie: stolen=1', '"><svg onload=alert(1)>', "' OR 1=1 -- ", '%00%0d%0aSet-Cookie:%20stolen=1', '../../wp-config.php', '{{7*7}}' ];

journey(
	'Hostile names, references, parameters and lines change nothing and come back from nowhere',
	async ( { site, mail, allow } ) => {
		allow( /Cache key must not be an empty string/ ); // WordPress's own, where nothing is left of a name that it looks for.
		// The two that are left out are made by daily background work, whenever it comes round: `recovery_keys` by WordPress's own.
		const state = (): Promise< string > => sql( site, "SELECT GROUP_CONCAT(option_name ORDER BY option_name) FROM wp_options WHERE option_name NOT LIKE '%transient%' AND option_name NOT IN ('causeway_audit', 'recovery_keys'); SELECT COUNT(*), SUM(CRC32(CONCAT(ID, user_login, user_pass, user_email))) FROM wp_users; SELECT COUNT(*) FROM wp_posts" );
		const judge = ( { status, headers, body }: Answer, sent: string ): void => {
			assert.ok( status < 500, `${ status } for ${ sent.slice( 0, 60 ) }` );
			assert.doesNotMatch( body, /<script>alert|<svg onload|stolen=1<|DB_PASSWORD|\b49\b(?=<\/)/, sent.slice( 0, 60 ) );
			assert.equal( headers.some( ( [ , value ] ) => value.includes( 'stolen' ) && ! value.includes( 'http' ) ), false, sent.slice( 0, 60 ) );
		};
		await withStandIns( site, async () => {
			// What a site makes for itself at its first visit is there before.
			await ask( '-', `${ site.url }/client-login/`, {} );
			const before = await state();
			assert.match( ( await ask( 'nobody', `${ site.url }/xmlrpc.php`, xmlRpc( 'nobody' ) ) ).body, /<int>403<\/int>[\s\S]*Incorrect username or password\./, 'as bare WordPress says it' );
			for ( const [ channel, send ] of Object.entries( LOGINS ).concat( Object.entries( OTHERS ) ) ) {
				for ( const name of HOSTILE ) {
					// A name does not fit into an address for ever, and no header holds some of these bytes.
					if ( ! ( channel === 'a reset link' && name.length > 4_000 ) ) {
						await sql( site, 'DELETE FROM wp_causeway_limits' );
						judge( await send( site, channel === 'XML-RPC' ? name.replace( /[<>&\0]/g, '' ) : name ), `${ channel }: ${ name }` );
					}
				}
			}
			for ( const reference of [ 'UUUUUUUU', '%00', '<b>', 'K'.repeat( 7_000 ), "K7QM-3FXA' OR 1=1", '../attempts', 'K7QM-3FXA\r\nX: y' ] ) {
				const sent = encodeURIComponent( reference );
				for ( const address of [ `wp-login.php?action=causeway&reference=${ sent }`, `wp-login.php?action=causeway&reference[]=${ sent }`, `wp-json/causeway/v1/attempts/${ sent }`, `wp-admin/admin-post.php?action=causeway_attempt&reference=${ sent }`, `wp-login.php?action=causeway&reference=K7QM-3FXA&token=${ sent }`, `client-login/?error=${ sent }&login=${ sent }` ] ) {
					const answer = await ask( '-', `${ site.url }/${ address }`, { headers: { Cookie: `causeway_refused=${ sent.slice( 0, 3_000 ) }; causeway_view=${ sent.slice( 0, 3_000 ) }` } } );
					judge( answer, address );
					assert.doesNotMatch( answer.body, /<b>(?=[^<]*$)|' OR 1=1/, address.slice( 0, 80 ) );
				}
			}
			await calmDown( site );
			// A comment with a header in it, for somebody who is known, reaches the site's own address alone.
			await sql( site, 'DELETE FROM wp_causeway_limits' );
			const reference = await referenceOf( site, EDITOR.user );
			await sleep( 500 );
			judge( await ask( EDITOR.user, `${ site.url }/wp-login.php?action=causeway`, form( { reference, wish: 'tell', comment: 'Help\r\nBcc: thief@elsewhere.example\r\nSubject: Gone\r\n\r\n<b>x</b>\0' } ) ), 'comment' );
			await site.mustWp( [ 'causeway', 'work', '--once' ] );
			const told = await mail.waitFor( ( { text } ) => text.includes( 'Help Bcc: thief@elsewhere.example' ), 60_000 );
			assert.equal( told.to.includes( 'thief@elsewhere.example' ), false );
			assert.equal( mail.messages().some( ( { to } ) => to.some( ( address ) => address.includes( 'elsewhere.example' ) ) ), false );
			assert.equal( await state(), before );
		} );
		await calmDown( site );
	},
	{ timeoutMs: 240_000 }
);

const from = ( address: string, init: RequestInit ): RequestInit => ( { ...init, headers: { ...( init.headers as Readonly< Record< string, string > > | undefined ), 'X-Test-Address': address } } );

/** The doors at which WordPress itself looks at a password, and what their answer is written in. */
const GATED: ReadonlyArray< readonly [ string, string, ( name: string ) => RequestInit, RegExp ] > = [
	[ 'wp-login.php', '/wp-login.php', ( log ) => form( { log, pwd: 'wrong' } ), /^text\/html/ ],
	[ 'a page that sends people back', '/wp-login.php', ( log ) => form( { log, pwd: 'wrong', standin_page: 'sent-back' } ), /^text\/html/ ],
	[ 'a script’s form', '/wp-admin/admin-ajax.php', ( log ) => form( { action: 'standin_login', log, pwd: 'wrong' } ), /^text\/html/ ],
	[ 'an Application Password', '/wp-json/wp/v2/users/me', basic, /^application\/json/ ],
	[ 'XML-RPC', '/xmlrpc.php', xmlRpc, /^text\/xml/ ],
];

journey(
	'While a storm rages, the gate answers 429 to known and unknown names alike before a password is looked at; whoever comes from elsewhere gets in, and in calm weather everybody',
	async ( { site } ) => {
		const [ bot, elsewhere ] = [ '93.184.216.34', '8.8.4.4' ];
		const watch = path.join( site.dir, 'wp-content', 'mu-plugins', 'gate-watch.php' );
		const notes = path.join( site.dir, 'wp-content', 'gate-watch.log' );
		const checks = async (): Promise< number > => ( await readFile( notes, 'utf8' ).catch( () => '' ) ).length;
		const rows = (): Promise< string > => sql( site, 'SELECT COUNT(*) FROM wp_causeway_attempts; SELECT COUNT(*) FROM wp_causeway_jobs; SELECT COUNT(*) FROM wp_causeway_limits' );
		const folder = await stormFolder( site );
		const rage = async (): Promise< void > => {
			const now = Math.floor( Date.now() / 1000 );
			const failures = Buffer.alloc( 4 * 301 );
			for ( let at = 0; at < failures.length; at += 4 ) {
				failures.writeUInt32BE( now, at );
			}
			await mkdir( folder, { recursive: true, mode: 0o700 } );
			await writeFile( path.join( folder, `rate-${ Math.floor( now / 300 ) }` ), failures );
		};
		const logIn = ( address: string ): Promise< Answer > => ask( EDITOR.user, `${ site.url }/wp-login.php`, from( address, form( { log: EDITOR.user, pwd: EDITOR.password } ) ) );
		const fail = ( address: string ): Promise< Answer > => ask( 'nobody', `${ site.url }/wp-login.php`, from( address, form( { log: 'nobody', pwd: 'wrong' } ) ) );

		await copyFile( path.join( root, 'tests', 'e2e', 'site', 'gate-watch.php' ), watch );
		try {
			await withStandIns( site, async () => {
				await calmDown( site );
				await rage();
				for ( let tries = 0; tries < 12; tries++ ) {
					assert.equal( ( await fail( bot ) ).status, 200, 'off until somebody switches it on' );
				}
				await calmDown( site );
				await site.mustWp( [ 'eval', '$causeway = get_option( "causeway" ); $causeway["gate"] = true; update_option( "causeway", $causeway );' ] );
				await rage();
				for ( let tries = 0; tries < 10; tries++ ) {
					assert.equal( ( await fail( bot ) ).status, 200 );
					await sleep( 150 ); // Fewer than ten a second.
				}
				await site.mustWp( [ 'causeway', 'work', '--once' ] ); // What the storm has left so far is written.
				const [ checksBefore, rowsBefore ] = [ await checks(), await rows() ];
				for ( const [ door, address, init, kind ] of GATED ) {
					const knock = ( name: string ): Promise< Answer > => ask( name, site.url + address, from( bot, init( name ) ) );
					const [ known, unknown ] = [ await knock( EDITOR.user ), await knock( stranger( EDITOR.user ) ) ];
					const withoutSeconds = ( { headers, body, ...rest }: Answer ) => ( { ...rest, body: body.replace( /\d+ (second|minute|min)s?/, 'SOON' ), bytes: 0, headers: headers.map( ( [ key, value ] ) => [ key, key === 'retry-after' ? 'SOON' : value ] ) } );
					assert.deepEqual( withoutSeconds( known ), withoutSeconds( unknown ), door );
					const header = new Map( known.headers );
					assert.equal( known.status, 429, door );
					assert.match( header.get( 'content-type' ) ?? '', kind, door );
					assert.match( header.get( 'cache-control' ) ?? '', /no-store/, door );
					assert.ok( Number( header.get( 'retry-after' ) ) >= 5 && Number( header.get( 'retry-after' ) ) <= 300, door );
					assert.match( known.body, /new ones have to wait/, door );
				}
				assert.equal( ( await logIn( bot ) ).status, 429, 'even the right password is not looked at' );
				assert.deepEqual( [ await checks(), await rows() ], [ checksBefore, rowsBefore ], 'no password was checked, no row written' );
				// A header that no site has vouched for says nothing: the machine is the same.
				assert.equal( ( await ask( 'nobody', `${ site.url }/wp-login.php`, from( bot, { ...form( { log: 'nobody', pwd: 'wrong' } ), headers: { 'X-Forwarded-For': elsewhere } } ) ) ).status, 429 );
				assert.equal( ( await logIn( elsewhere ) ).status, 302, 'who is elsewhere gets in' );
				assert.ok( ( await checks() ) > checksBefore, 'and that takes a check' );
				await calmDown( site );
				assert.equal( ( await logIn( bot ) ).status, 302, 'and once the storm is over, so does everybody' );
			} );
		} finally {
			await rm( watch, { force: true } );
			await rm( notes, { force: true } );
			await calmDown( site );
		}
	},
	{ timeoutMs: 120_000 }
);
