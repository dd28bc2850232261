import { connect, createServer } from 'node:net';

export const sleep = ( milliseconds: number ): Promise< void > => new Promise( ( resolve ) => setTimeout( resolve, milliseconds ) );

/** Asks until the answer is yes; false after the time-out, or as soon as `mayGoOn` says no. */
export const waitUntil = async ( isSo: () => Promise< boolean >, timeoutMs: number, mayGoOn: () => boolean = () => true ): Promise< boolean > => {
	const end = Date.now() + timeoutMs;
	let pauseMs = 20;
	while ( Date.now() < end && mayGoOn() ) {
		if ( await isSo() ) {
			return true;
		}
		await sleep( pauseMs );
		pauseMs = Math.min( pauseMs * 1.5, 250 );
	}
	return false;
};

/** Whether something listens there. */
export const isListening = ( port: number ): Promise< boolean > =>
	new Promise( ( resolve ) => {
		const socket = connect( { host: '127.0.0.1', port } );
		socket.once( 'connect', () => {
			socket.destroy();
			resolve( true );
		} );
		socket.once( 'error', () => resolve( false ) );
	} );

/** A port of 127.0.0.1 that is free now; a wanted one is taken or refused, never replaced. */
export const freePort = ( wanted = 0 ): Promise< number > =>
	new Promise( ( resolve, reject ) => {
		const server = createServer();
		server.once( 'error', ( error: NodeJS.ErrnoException ) => {
			reject( error.code === 'EADDRINUSE' ? new Error( `Port ${ wanted } is taken: end the program that uses it, or choose another port.` ) : error );
		} );
		server.listen( { host: '127.0.0.1', port: wanted, exclusive: true }, () => {
			const address = server.address();
			const port = typeof address === 'object' && address !== null ? address.port : 0;
			server.close( () => resolve( port ) );
		} );
	} );
