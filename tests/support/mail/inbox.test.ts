import { connect } from 'node:net';

import { type Inbox, startInbox } from './inbox';

/** Speaks SMTP as plainly as can be, each line after the server's answer to the one before. */
const deliver = ( port: number, to: string, raw: string ): Promise< void > =>
	new Promise( ( resolve, reject ) => {
		const lines = [ 'EHLO test', 'MAIL FROM:<site@northwind.example>', `RCPT TO:<${ to }>`, 'DATA', `${ raw.replace( /\n/g, '\r\n' ) }\r\n.`, 'QUIT' ];
		const socket = connect( port, '127.0.0.1' );
		socket.setEncoding( 'utf8' );
		socket.on( 'data', ( answer: string ) => {
			if ( ! /^\d{3} /m.test( answer ) ) {
				return;
			}
			const line = lines.shift();
			if ( line === undefined ) {
				socket.end();
				resolve();
			} else {
				socket.write( `${ line }\r\n` );
			}
		} );
		socket.on( 'error', reject );
	} );

describe( 'the inbox', () => {
	let inbox: Inbox;

	beforeEach( async () => {
		inbox = await startInbox();
	} );

	afterEach( () => inbox.stop() );

	it( 'keeps a mail with its decoded subject and text', async () => {
		await deliver(
			inbox.smtpPort,
			'greta@northwind.example',
			'From: Site <site@northwind.example>\nSubject: =?UTF-8?Q?Caf=C3=A9?= =?UTF-8?B?IGNsb3NlZA==?=\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\nna=C3=AFve and a line that is =\nfolded'
		);

		const [ message ] = inbox.messages();

		expect( message ).toMatchObject( { subject: 'Café closed', to: [ 'greta@northwind.example' ], text: 'naïve and a line that is folded' } );
	} );

	it( 'takes the plain text of a mail that has both', async () => {
		await deliver(
			inbox.smtpPort,
			'a@b.example',
			'Subject: two\nContent-Type: multipart/alternative; boundary="xyz"\n\n--xyz\nContent-Type: text/plain\n\nplain\n\nwords\n--xyz\nContent-Type: text/html\n\n<p>html</p>\n--xyz--'
		);

		expect( inbox.messages()[ 0 ] ).toMatchObject( { text: 'plain\n\nwords', html: '<p>html</p>\n' } );
	} );

	it( 'shows a hostile mail as text, and its web addresses as links', async () => {
		await deliver( inbox.smtpPort, 'a@b.example', 'Subject: <script>alert(1)</script>\n\n<img src=x onerror=alert(2)> see http://127.0.0.1/wp-admin/?a=1&b=2.' );

		const html = await ( await fetch( inbox.url ) ).text();

		expect( html ).not.toMatch( /<script|<img/ );
		expect( html ).toContain( '<a href="http://127.0.0.1/wp-admin/?a=1&#38;b=2">' );
	} );

	it( 'hands mails out as JSON and forgets them on request', async () => {
		await deliver( inbox.smtpPort, 'a@b.example', 'Subject: one\n\ntext' );

		expect( await ( await fetch( `${ inbox.url }api/messages` ) ).json() ).toHaveLength( 1 );
		await fetch( `${ inbox.url }api/messages`, { method: 'DELETE' } );
		expect( inbox.messages() ).toHaveLength( 0 );
	} );

	it( 'waits for a mail that is still to come, and names what came instead', async () => {
		const coming = inbox.waitFor( ( message ) => message.subject === 'late', 5000 );
		await deliver( inbox.smtpPort, 'a@b.example', 'Subject: late\n\ntext' );

		await expect( coming ).resolves.toMatchObject( { subject: 'late' } );
		await expect( inbox.waitFor( ( message ) => message.subject === 'never', 20 ) ).rejects.toThrow( '“late” to a@b.example' );
	} );
} );
