/**
 * The lab's HTTP ground: one loopback server a host, requests read whole, answers as values.
 */
import {
	createServer,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
	readonly method: string;
	/** Without the query, never decoded. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

export interface Answer {
	readonly status: number;
	readonly headers?: Readonly< Record< string, string > >;
	/** Absent means: no body and no content type, as with 204 and 304. */
	readonly body?: string | Buffer;
}

export interface Listener {
	readonly url: string;
	close: () => Promise< void >;
}

export const json = (
	status: number,
	body: unknown,
	headers: Readonly< Record< string, string > > = {}
): Answer => ( {
	status,
	headers: { 'Content-Type': 'application/json;charset=utf-8', ...headers },
	body: JSON.stringify( body ),
} );

export const empty = ( status: number ): Answer => ( { status } );

/** A body may be this long; a portal's call never comes near it. */
const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

async function read( message: IncomingMessage ): Promise< Call > {
	const chunks: Buffer[] = [];
	let length = 0;
	for await ( const chunk of message ) {
		const bytes = chunk as Buffer;
		length += bytes.length;
		if ( length > BODY_LIMIT_BYTES ) {
			throw new Error( 'The body is longer than the lab takes.' );
		}
		chunks.push( bytes );
	}
	const target = message.url ?? '/';
	const cut = target.indexOf( '?' );
	return {
		method: ( message.method ?? 'GET' ).toUpperCase(),
		path: cut < 0 ? target : target.slice( 0, cut ),
		query: new URLSearchParams( cut < 0 ? '' : target.slice( cut + 1 ) ),
		headers: message.headers,
		body: Buffer.concat( chunks ),
	};
}

/**
 * Sends an answer as it stands. A response whose client has left is dropped without a word.
 *
 * @param response Where to.
 * @param answer   What.
 */
export function send( response: ServerResponse, answer: Answer ): void {
	if ( response.destroyed || response.writableEnded ) {
		return;
	}
	const body = answer.body === undefined ? undefined : Buffer.from( answer.body as string );
	response.writeHead( answer.status, {
		...answer.headers,
		...( body === undefined ? {} : { 'Content-Length': String( body.length ) } ),
	} );
	response.end( body );
}

/**
 * Listens on 127.0.0.1 only. A handler that throws is a bug of the lab: 500 with its message, so that the test which met it says why.
 *
 * @param port   0 takes any free port.
 * @param handle Answers one call; it may also end or destroy the response by itself.
 */
export async function listen(
	port: number,
	handle: ( call: Call, response: ServerResponse ) => Promise< void >
): Promise< Listener > {
	const server = createServer( ( message, response ) => {
		read( message )
			.then( ( call ) => handle( call, response ) )
			.catch( ( error: unknown ) => {
				const text = error instanceof Error ? error.stack ?? error.message : String( error );
				send( response, json( 500, { code: 'LAB_BUG', message: text } ) );
			} );
	} );
	server.keepAliveTimeout = 1000;
	await new Promise< void >( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( port, '127.0.0.1', resolve );
	} );
	const address = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${ address.port }`,
		close: () =>
			new Promise( ( resolve ) => {
				server.close( () => resolve() );
				server.closeAllConnections();
			} ),
	};
}
