/**
 * What every simulator is made of: one loopback server for each host of the vendor, one for control, with faults and a log of calls around them.
 */
import type { ServerResponse } from 'node:http';
import { CallLog, redactedQuery } from './calls';
import { FaultDesk, FaultError, nameOf, play } from './faults';
import { json, listen, send, type Answer, type Call, type Listener } from './http';
import { parseJson, type Json, type JsonObject } from './json';

/** One host of a vendor: what it answers, and what the log says of a call. */
export interface VendorHost {
	answer: ( call: Call ) => Answer | Promise< Answer >;
	/** Name of the caller (an OAuth client, an API key's owner), '' where it cannot be told. Never a credential. */
	clientOf: ( call: Call ) => string;
	/** A read changes nothing in the vendor's records, whatever its method; handing out tokens is a read. */
	kindOf: ( call: Call ) => 'read' | 'write';
	/** Counts a call as under way until the returned function is called, faults and waiting included. */
	enter?: ( client: string ) => () => void;
}

/** A control call that makes no sense; its message goes back with status 400. */
export class ControlError extends Error {}

export interface VendorControl {
	/** Everything that the simulator holds. */
	snapshot: () => unknown;
	/** Sets state or plays what somebody does; throws {@link ControlError}. `{}` puts the scenario back. */
	command: ( sent: Json ) => JsonObject;
}

export interface Simulator< Host extends string > {
	/** Address of each host, without a slash at the end. */
	readonly urls: Readonly< Record< Host, string > >;
	readonly control: string;
	stop: () => Promise< void >;
}

export interface SimulatorPlan< Host extends string > {
	/** Made once every address is known: vendors name their own hosts in their answers. */
	readonly hosts: ( urls: Readonly< Record< Host, string > > ) => Readonly< Record< Host, VendorHost > >;
	readonly names: readonly Host[];
	readonly control: VendorControl;
	/** Fixed ports; a free one for each that is absent. */
	readonly ports?: Readonly< Partial< Record< Host | 'control', number > > >;
}

const HELP = 'The lab has GET and POST /state; GET, POST and DELETE /faults; GET and DELETE /calls.';

/**
 * Starts a simulator on 127.0.0.1. A taken port rejects with the system's error, and leaves nothing running.
 *
 * @param plan Its hosts and its control.
 */
export async function startSimulator< Host extends string >( plan: SimulatorPlan< Host > ): Promise< Simulator< Host > > {
	const log = new CallLog();
	const faults = new FaultDesk();
	const listeners: Listener[] = [];
	const stop = async (): Promise< void > => {
		await Promise.all( listeners.map( ( listener ) => listener.close() ) );
	};
	const urls = {} as Record< Host, string >;
	let hosts: Readonly< Record< Host, VendorHost > > | undefined;

	const serve = async ( name: Host, call: Call, response: ServerResponse ): Promise< void > => {
		const host = ( hosts ??= plan.hosts( urls ) )[ name ];
		const logged = log.open( { host: name, method: call.method, path: call.path, query: redactedQuery( call.query ) } );
		logged.client = host.clientOf( call );
		logged.kind = host.kindOf( call );
		if ( logged.kind === 'write' ) {
			logged.body = parseJson( call.body.toString( 'utf8' ) ) ?? null;
		}
		const leave = host.enter?.( logged.client ) ?? ( () => undefined );
		try {
			const perform = async (): Promise< Answer > => host.answer( call );
			const fault = faults.take( name, call, logged.client );
			if ( fault !== null ) {
				logged.fault = nameOf( fault );
				logged.status = await play( fault, response, perform );
				return;
			}
			const answer = await perform();
			logged.status = answer.status;
			send( response, answer );
		} finally {
			leave();
			logged.milliseconds = Date.now() - Date.parse( logged.at );
		}
	};

	const control = ( call: Call ): Answer => {
		const sent = call.body.length === 0 ? {} : parseJson( call.body.toString( 'utf8' ) );
		if ( sent === undefined ) {
			return json( 400, { error: 'The body is not JSON.' } );
		}
		switch ( `${ call.method } ${ call.path }` ) {
			case 'GET /state':
				return json( 200, plan.control.snapshot() );
			case 'POST /state':
				return json( 200, { ok: true, ...plan.control.command( sent ) } );
			case 'GET /faults':
				return json( 200, faults.rules() );
			case 'POST /faults':
				faults.order( sent );
				return json( 200, { ok: true } );
			case 'DELETE /faults':
				faults.clear();
				return json( 200, { ok: true } );
			case 'GET /calls':
				return json( 200, log.all() );
			case 'DELETE /calls':
				log.clear();
				return json( 200, { ok: true } );
			default:
				return json( 404, { error: HELP } );
		}
	};

	try {
		for ( const name of plan.names ) {
			const listener = await listen( plan.ports?.[ name ] ?? 0, ( call, response ) => serve( name, call, response ) );
			listeners.push( listener );
			urls[ name ] = listener.url;
		}
		const controls = await listen( plan.ports?.control ?? 0, async ( call, response ) => {
			try {
				send( response, control( call ) );
			} catch ( error ) {
				if ( ! ( error instanceof ControlError || error instanceof FaultError ) ) {
					throw error;
				}
				send( response, json( 400, { error: error.message } ) );
			}
		} );
		listeners.push( controls );
		return { urls, control: controls.url, stop };
	} catch ( error ) {
		await stop();
		throw error;
	}
}
