/**
 * A door for commands to a demo whose PHP lives inside one process: other programs of this machine ask that process to run them.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { RunResult } from '../process/run';

export interface CommandDoor {
	readonly url: string;
	/** Random for each run; it stands in a file that only the same user may read. */
	readonly key: string;
	stop: () => Promise< void >;
}

const bodyOf = async ( request: IncomingMessage ): Promise< string > => {
	const chunks: Buffer[] = [];
	for await ( const chunk of request ) {
		chunks.push( chunk as Buffer );
	}
	return Buffer.concat( chunks ).toString( 'utf8' );
};

const isKey = ( given: string | undefined, key: string ): boolean => {
	const [ left, right ] = [ Buffer.from( given ?? '' ), Buffer.from( key ) ];
	return left.length === right.length && timingSafeEqual( left, right );
};

export const openCommandDoor = async ( runCommand: ( args: readonly string[] ) => Promise< RunResult > ): Promise< CommandDoor > => {
	const key = randomBytes( 24 ).toString( 'hex' );
	const server = createServer( ( request, response ) => {
		const answer = async (): Promise< void > => {
			if ( request.method !== 'POST' || ! isKey( request.headers[ 'x-demo-key' ]?.toString(), key ) ) {
				response.writeHead( 403 ).end();
				return;
			}
			const args = JSON.parse( await bodyOf( request ) ) as string[];
			const result = await runCommand( args );
			response.writeHead( 200, { 'Content-Type': 'application/json' } ).end( JSON.stringify( result ) );
		};
		answer().catch( ( error: unknown ) => {
			const result: RunResult = { code: 1, stdout: '', stderr: `${ error instanceof Error ? error.message : String( error ) }\n` };
			response.writeHead( 200, { 'Content-Type': 'application/json' } ).end( JSON.stringify( result ) );
		} );
	} );
	await new Promise< void >( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( 0, '127.0.0.1', resolve );
	} );
	return {
		url: `http://127.0.0.1:${ ( server.address() as AddressInfo ).port }/`,
		key,
		stop: () =>
			new Promise( ( resolve ) => {
				server.close( () => resolve() );
				server.closeAllConnections();
			} ),
	};
};

/** Asks a running demo to run a command. */
export const askDemo = async ( url: string, key: string, args: readonly string[] ): Promise< RunResult > => {
	const response = await fetch( url, { method: 'POST', headers: { 'X-Demo-Key': key }, body: JSON.stringify( args ) } );
	if ( ! response.ok ) {
		throw new Error( `The running demo refused the command (${ response.status }).` );
	}
	return ( await response.json() ) as RunResult;
};
