import assert from 'node:assert/strict';

import { EDITOR, PASSWORD } from '../support/demo/people';
import type { Site } from '../support/site/create';
import { person } from './actions';
import { journey } from './support/journey';

interface Answer {
	readonly status: number;
	readonly headers: ReadonlyArray< readonly [ string, string ] >;
	readonly body: string;
}

/** What differs from request to request whoever asks: the clock, and the reference. */
const blank = ( text: string, name: string ): string =>
	text
		.replaceAll( name, 'NAME' )
		.replaceAll( encodeURIComponent( name ), 'NAME' )
		.replace( /[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}(?=[^0-9A-Z]|$)/g, 'REFERENCE' );

const ask = async ( name: string, address: string, init: RequestInit ): Promise< Answer > => {
	const answer = await fetch( address, { redirect: 'manual', ...init } );
	const headers = [ ...answer.headers ]
		.filter( ( [ key ] ) => ! [ 'date', 'expires', 'last-modified', 'keep-alive', 'connection', 'transfer-encoding', 'content-length' ].includes( key ) )
		.map( ( [ key, value ] ) => [ key, blank( value, name ).replace( /expires=[^;]+/gi, 'expires=THEN' ).replace( /PHPSESSID=[^;]+/, 'PHPSESSID=ANY' ) ] as const );
	return { status: answer.status, headers, body: blank( await answer.text(), name ) };
};

const form = ( fields: Readonly< Record< string, string > > ): RequestInit => ( { method: 'POST', body: new URLSearchParams( fields ) } );

const basic = ( name: string ): RequestInit => ( { headers: { Authorization: `Basic ${ Buffer.from( `${ name }:abcd efgh ijkl mnop` ).toString( 'base64' ) }` } } );

const xmlRpc = ( name: string ): RequestInit => ( {
	method: 'POST',
	headers: { 'Content-Type': 'text/xml' },
	body: `<?xml version="1.0"?><methodCall><methodName>wp.getUsersBlogs</methodName><params><param><value><string>${ name }</string></value></param><param><value><string>wrong</string></value></param></params></methodCall>`,
} );

/** Every way in, as a program would use it. */
const CHANNELS: Readonly< Record< string, ( site: Site, name: string ) => Promise< Answer > > > = {
	'wp-login.php': ( site, name ) => ask( name, `${ site.url }/wp-login.php`, form( { log: name, pwd: 'wrong' } ) ),
	'a portal’s page': ( site, name ) => ask( name, `${ site.url }/client-login/?ppage=login`, form( { username: name, password: 'wrong', 'atmpt-login': 'Login' } ) ),
	'an Application Password': ( site, name ) => ask( name, `${ site.url }/wp-json/wp/v2/users/me`, basic( name ) ),
	'XML-RPC': ( site, name ) => ask( name, `${ site.url }/xmlrpc.php`, xmlRpc( name ) ),
	'lost password': ( site, name ) => ask( name, `${ site.url }/wp-login.php?action=lostpassword`, form( { user_login: name } ) ),
	'a report': ( site, name ) =>
		ask( name, `${ site.url }/wp-json/causeway/v1/help`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( { message: 'Please contact your administrator', email: name.includes( '@' ) ? name : `${ name }@northwind.example` } ),
		} ),
};

journey(
	'By every way in, a stranger gets the same answer for names that exist and for names that do not: status, headers, cookies and body',
	async ( { site } ) => {
		await site.mustWp( [ 'user', 'create', 'same@northwind.example', 'same@northwind.example', `--user_pass=${ PASSWORD }` ] );
		// Pairs of one length, so that nothing but the account differs.
		const pairs = [
			[ EDITOR.user, 'x'.repeat( EDITOR.user.length ) ],
			[ EDITOR.email, EDITOR.email.replace( /^../, 'zq' ) ],
			[ 'same@northwind.example', 'none@northwind.example' ],
			[ person( 'binned' ).email, person( 'binned' ).email.replace( /^../, 'zq' ) ],
			[ person( 'inactive' ).email, person( 'inactive' ).email.replace( /^../, 'zq' ) ],
		] as const;
		for ( const [ channel, send ] of Object.entries( CHANNELS ) ) {
			for ( const [ known, unknown ] of pairs ) {
				const answers = [ await send( site, known ), await send( site, unknown ) ] as const;
				assert.deepEqual( answers[ 1 ], answers[ 0 ], `${ channel }: ${ known } and ${ unknown }` );
			}
		}
	},
	{ timeoutMs: 180_000 }
);

journey( 'XML-RPC says the same code and words as bare WordPress, and hostile names change nothing', async ( { site } ) => {
	const answer = await CHANNELS[ 'XML-RPC' ]?.( site, 'nobody' );
	assert.match( answer?.body ?? '', /<int>403<\/int>[\s\S]*Incorrect username or password\./ );
	for ( const name of [ 'x'.repeat( 100_000 ), '<script>alert(1)</script>', 'a\0b', '🙂🙂', "x\r\nSet-Cookie: a=b", '"><svg onload=alert(1)>' ] ) {
		const page = await ask( name, `${ site.url }/wp-login.php`, form( { log: name, pwd: 'wrong' } ) );
		assert.equal( page.status, 200, name.slice( 0, 40 ) );
		assert.doesNotMatch( page.body, /<script>alert|<svg onload/ );
		assert.equal( page.headers.some( ( [ , value ] ) => value === 'a=b' ), false );
	}
	const forged = [ 'UUUUUUUU', '%00', '<b>', 'K'.repeat( 10_000 ), "K7QM-3FXA' OR 1=1" ];
	for ( const reference of forged ) {
		const page = await ask( '-', `${ site.url }/wp-login.php?action=causeway&reference=${ encodeURIComponent( reference ) }`, {} );
		assert.ok( [ 200, 414 ].includes( page.status ), `${ page.status } for ${ reference.slice( 0, 20 ) }` );
		assert.doesNotMatch( page.body, /<b>|OR 1=1/ );
	}
}, { timeoutMs: 90_000 } );
