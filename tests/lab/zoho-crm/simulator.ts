/**
 * Zoho CRM on three loopback hosts: API, accounts, control.
 */
import type { ServerResponse } from 'node:http';
import { CallLog, redactedQuery } from '../calls';
import { FaultDesk, FaultError, nameOf, play } from '../faults';
import { json, listen, send, type Answer, type Call, type Listener } from '../http';
import { parseJson } from '../json';
import { AccountsHost, formFields } from './accounts-host';
import { ApiHost } from './api-host';
import { command, ControlError, snapshot } from './control';
import { Crm } from './crm';

export interface ZohoCrmPorts {
	readonly base?: number;
	readonly accounts?: number;
	readonly control?: number;
}

export interface ZohoCrmSimulator {
	readonly base: string;
	readonly accounts: string;
	readonly control: string;
	stop: () => Promise< void >;
}

/**
 * Starts the simulator with Northwind's CRM.
 *
 * @param ports Where to listen; a free port for each that is absent.
 */
export async function startZohoCrm( ports: ZohoCrmPorts = {} ): Promise< ZohoCrmSimulator > {
	const crm = new Crm();
	const log = new CallLog();
	const faults = new FaultDesk();
	const listeners: Listener[] = [];
	let base = '';
	const api = new ApiHost( crm, () => base );
	const accountsHost = new AccountsHost( crm, () => base );

	const serve = async ( host: 'api' | 'accounts', call: Call, response: ServerResponse ): Promise< void > => {
		const logged = log.open( { host, method: call.method, path: call.path, query: redactedQuery( call.query ) } );
		logged.client = host === 'api' ? api.token( call )?.clientId ?? '' : formFields( call ).get( 'client_id' ) ?? '';
		logged.kind = host === 'api' ? api.kindOf( call ) : 'read';
		if ( logged.kind === 'write' ) {
			logged.body = parseJson( call.body.toString( 'utf8' ) ) ?? null;
		}
		const leave = host === 'api' ? api.enter( logged.client ) : () => undefined;
		try {
			const perform = (): Promise< Answer > =>
				Promise.resolve( host === 'api' ? api.answer( call ) : accountsHost.answer( call ) );
			const fault = faults.take( host, call, logged.client );
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
				return json( 200, snapshot( crm ) );
			case 'POST /state':
				return json( 200, { ok: true, ...command( crm, sent ) } );
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
				return json( 404, { error: 'The lab has GET and POST /state; GET, POST and DELETE /faults; GET and DELETE /calls.' } );
		}
	};

	try {
		const apiListener = await listen( ports.base ?? 0, ( call, response ) => serve( 'api', call, response ) );
		listeners.push( apiListener );
		base = apiListener.url;
		const accounts = await listen( ports.accounts ?? 0, ( call, response ) => serve( 'accounts', call, response ) );
		listeners.push( accounts );
		const controls = await listen( ports.control ?? 0, async ( call, response ) => {
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
		return {
			base,
			accounts: accounts.url,
			control: controls.url,
			stop: async () => {
				await Promise.all( listeners.map( ( listener ) => listener.close() ) );
			},
		};
	} catch ( error ) {
		await Promise.all( listeners.map( ( listener ) => listener.close() ) );
		throw error;
	}
}
