/**
 * A mail server for this machine only: it takes every mail, keeps it in memory and shows it on a page.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';

import { SMTPServer } from 'smtp-server';

import { type Message, readMessage } from './message';

export interface InboxOptions {
	/** Port of the page; any free one by default. */
	readonly port?: number;
	/** Port that takes mail; any free one by default. */
	readonly smtpPort?: number;
}

export interface Inbox {
	readonly smtpPort: number;
	/** The page, with a slash at the end. Below it: `GET` and `DELETE api/messages`. */
	readonly url: string;
	/** Newest last. */
	messages: () => readonly Message[];
	/** Resolves to the first mail that fits, one that is there already included. Rejects after the time-out, naming what did come. */
	waitFor: ( fits: ( message: Message ) => boolean, timeoutMs: number ) => Promise< Message >;
	clear: () => void;
	stop: () => Promise< void >;
}

/** A mail may be this long; what a site sends never comes near it. */
const SIZE_LIMIT_BYTES = 10 * 1024 * 1024;

const escaped = ( text: string ): string =>
	text.replace( /[&<>"']/g, ( character ) => `&#${ character.charCodeAt( 0 ) };` );

/** Escapes first, so that what becomes a link is already harmless; only web addresses do. */
const withLinks = ( text: string ): string =>
	text
		.split( /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/ )
		.map( ( piece, index ) => ( index % 2 === 1 ? `<a href="${ escaped( piece ) }">${ escaped( piece ) }</a>` : escaped( piece ) ) )
		.join( '' );

const page = ( messages: readonly Message[] ): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Inbox (${ messages.length })</title><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1e1e1e;background:#f6f7f7}
article{background:#fff;border:1px solid #dcdcde;border-radius:6px;padding:1rem 1.25rem;margin:1rem 0}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:0 0 .25rem}dl{display:grid;grid-template-columns:auto 1fr;gap:0 .75rem;margin:0;color:#50575e;font-size:.9rem}dd{margin:0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:1rem 0 0}</style></head>
<body><h1>Mail that the site has sent</h1>
${ messages.length === 0 ? '<p>Nothing yet. This page looks again every five seconds.</p>' : '' }
${ [ ...messages ]
	.reverse()
	.map(
		( message ) => `<article><h2>${ escaped( message.subject ) || '(no subject)' }</h2>
<dl><dt>From</dt><dd>${ escaped( message.from ) }</dd><dt>To</dt><dd>${ escaped( message.to.join( ', ' ) ) }</dd><dt>At</dt><dd>${ escaped( message.at ) }</dd></dl>
<pre>${ withLinks( message.text ) }</pre></article>`
	)
	.join( '\n' ) }
</body></html>`;

const bytesOf = async ( stream: Readable ): Promise< Buffer > => {
	const chunks: Buffer[] = [];
	for await ( const chunk of stream ) {
		chunks.push( chunk as Buffer );
	}
	return Buffer.concat( chunks );
};

const listening = ( server: { listen: ( port: number, host: string, done: () => void ) => unknown; once: ( event: 'error', failed: ( error: Error ) => void ) => unknown }, port: number ): Promise< void > =>
	new Promise( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( port, '127.0.0.1', resolve );
	} );

const portOf = ( server: Server ): number => ( server.address() as AddressInfo ).port;

export const startInbox = async ( { port = 0, smtpPort = 0 }: InboxOptions = {} ): Promise< Inbox > => {
	let messages: Message[] = [];
	let nextId = 1;
	const waiting = new Set< ( message: Message ) => void >();

	const take = ( raw: Buffer, from: string, to: readonly string[] ): void => {
		const message = readMessage( raw, { from, to }, nextId++ );
		messages.push( message );
		for ( const tell of [ ...waiting ] ) {
			tell( message );
		}
	};

	const smtp = new SMTPServer( {
		authOptional: true,
		disabledCommands: [ 'STARTTLS', 'AUTH' ],
		disableReverseLookup: true,
		size: SIZE_LIMIT_BYTES,
		logger: false,
		onData: ( stream, session, done ) => {
			const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
			const to = session.envelope.rcptTo.map( ( recipient ) => recipient.address );
			bytesOf( stream ).then(
				( raw ) => {
					take( raw, from, to );
					done();
				},
				( error: Error ) => done( error )
			);
		},
	} );
	await listening( smtp, smtpPort );
	// Once it listens, an error is a client's that hung up: the mail it did not send is not missed.
	smtp.on( 'error', () => undefined );

	const answer = ( request: IncomingMessage, response: ServerResponse ): void => {
		const path = new URL( request.url ?? '/', 'http://inbox' ).pathname;
		const send = ( status: number, type: string, body: string ): void => {
			response.writeHead( status, {
				'Content-Type': `${ type }; charset=utf-8`,
				'Cache-Control': 'no-store',
				'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
			} );
			response.end( body );
		};
		if ( path === '/api/messages' && request.method === 'DELETE' ) {
			messages = [];
			send( 200, 'application/json', '[]' );
		} else if ( path === '/api/messages' ) {
			send( 200, 'application/json', JSON.stringify( messages ) );
		} else if ( path === '/' ) {
			send( 200, 'text/html', page( messages ) );
		} else {
			send( 404, 'text/plain', 'Nothing here.' );
		}
	};
	const web = createServer( answer );
	try {
		await listening( web, port );
	} catch ( error ) {
		await new Promise< void >( ( resolve ) => smtp.close( resolve ) );
		throw error;
	}

	return {
		smtpPort: portOf( smtp.server as Server ),
		url: `http://127.0.0.1:${ portOf( web ) }/`,
		messages: () => messages,
		clear: () => {
			messages = [];
		},
		waitFor: ( fits, timeoutMs ) =>
			new Promise( ( resolve, reject ) => {
				const there = messages.find( fits );
				if ( there ) {
					resolve( there );
					return;
				}
				const tell = ( message: Message ): void => {
					if ( fits( message ) ) {
						clearTimeout( timer );
						waiting.delete( tell );
						resolve( message );
					}
				};
				const timer = setTimeout( () => {
					waiting.delete( tell );
					const came = messages.map( ( message ) => `“${ message.subject }” to ${ message.to.join( ', ' ) }` );
					reject( new Error( `No such mail came in ${ timeoutMs } ms; what came: ${ came.join( '; ' ) || 'nothing' }.` ) );
				}, timeoutMs );
				waiting.add( tell );
			} ),
		stop: async () => {
			web.closeAllConnections();
			await Promise.all( [
				new Promise< void >( ( resolve ) => smtp.close( resolve ) ),
				new Promise< void >( ( resolve ) => web.close( () => resolve() ) ),
			] );
		},
	};
};
