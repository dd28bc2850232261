/**
 * Faults that a test orders: what the network, a proxy or a sick vendor would do to a call.
 */
import type { ServerResponse } from 'node:http';
import { isObject, type Json } from './json';
import { send, type Answer, type Call } from './http';

export type Misbehaviour =
	/** Takes the request and never answers. */
	| 'hang'
	/** Cuts the connection with a TCP reset. */
	| 'reset'
	/** 200 with JSON that breaks off. */
	| 'malformed'
	/** 200 with a sign-in page, as a captive proxy sends. */
	| 'html'
	/** 200 without a body. */
	| 'empty'
	/** The true answer's head and length, half of its body, then the end. */
	| 'truncated';

export interface CannedAnswer {
	readonly status: number;
	readonly body?: Json;
	readonly headers?: Readonly< Record< string, string > >;
}

export interface FaultRule {
	readonly method?: string;
	/** Part of the path; `*` stands for anything. */
	readonly path?: string;
	/** `api` or `accounts`. */
	readonly host?: string;
	/** Client id of the caller: other callers are left alone. */
	readonly client?: string;
	/** Plays so often, then never again; absent means always. */
	readonly times?: number;
	/** Lets so many matching calls pass first. */
	readonly after?: number;
	/** Waits so long before anything else. */
	readonly slowMs?: number;
	/** What then happens; absent means the true answer, late. */
	readonly then?: Misbehaviour | CannedAnswer;
	/** The call takes effect although its answer is spoilt: a write whose answer got lost. `truncated` always does. */
	readonly performed?: boolean;
}

interface ArmedFault {
	readonly rule: FaultRule;
	passesLeft: number;
	playsLeft: number;
}

/** A fault that makes no sense; its message goes back with status 400. */
export class FaultError extends Error {}

const MISBEHAVIOURS: readonly string[] = [ 'hang', 'reset', 'malformed', 'html', 'empty', 'truncated' ];

/**
 * Reads what a test sent; the sentence says what is wrong with it.
 *
 * @param sent One rule.
 */
function readRule( sent: Json ): FaultRule {
	if ( ! isObject( sent ) ) {
		throw new FaultError( 'A fault is an object such as { "path": "/crm/v8/coql", "times": 1, "then": "reset" }.' );
	}
	const known = [ 'method', 'path', 'host', 'client', 'times', 'after', 'slowMs', 'then', 'performed' ];
	const strange = Object.keys( sent ).filter( ( key ) => ! known.includes( key ) );
	if ( strange.length > 0 ) {
		throw new FaultError( `A fault has no ${ strange.join( ', ' ) }; it has ${ known.join( ', ' ) }.` );
	}
	const then = sent.then;
	const isCanned = isObject( then ) && typeof then.status === 'number';
	if ( then !== undefined && ! isCanned && ! ( typeof then === 'string' && MISBEHAVIOURS.includes( then ) ) ) {
		throw new FaultError( `"then" is one of ${ MISBEHAVIOURS.join( ', ' ) }, or { "status": …, "body": … }.` );
	}
	if ( then === undefined && sent.slowMs === undefined ) {
		throw new FaultError( 'A fault needs "slowMs" or "then".' );
	}
	return sent as unknown as FaultRule;
}

const matchesPath = ( pattern: string, path: string ): boolean =>
	new RegExp(
		pattern
			.split( '*' )
			.map( ( part ) => part.replace( /[.+?^${}()|[\]\\]/g, '\\$&' ) )
			.join( '.*' )
	).test( path );

export class FaultDesk {
	private faults: ArmedFault[] = [];

	/**
	 * Adds rules; the first that matches a call is played. An empty object clears all.
	 *
	 * @param sent One rule, a list of rules, or `{}`.
	 */
	public order( sent: Json ): void {
		if ( isObject( sent ) && Object.keys( sent ).length === 0 ) {
			this.clear();
			return;
		}
		const rules = ( Array.isArray( sent ) ? sent : [ sent ] ).map( readRule );
		for ( const rule of rules ) {
			this.faults.push( {
				rule,
				passesLeft: rule.after ?? 0,
				playsLeft: rule.times ?? Number.POSITIVE_INFINITY,
			} );
		}
	}

	public clear(): void {
		this.faults = [];
	}

	public rules(): readonly FaultRule[] {
		return this.faults.filter( ( fault ) => fault.playsLeft > 0 ).map( ( fault ) => fault.rule );
	}

	/**
	 * Takes the fault for this call, and counts it.
	 *
	 * @param host   `api` or `accounts`.
	 * @param call   The call.
	 * @param client Client id of the caller, '' where unknown.
	 */
	public take( host: string, call: Call, client: string ): FaultRule | null {
		for ( const fault of this.faults ) {
			const { rule } = fault;
			const fits =
				fault.playsLeft > 0 &&
				( rule.method === undefined || rule.method.toUpperCase() === call.method ) &&
				( rule.host === undefined || rule.host === host ) &&
				( rule.client === undefined || rule.client === client ) &&
				( rule.path === undefined || matchesPath( rule.path, call.path ) );
			if ( ! fits ) {
				continue;
			}
			if ( fault.passesLeft > 0 ) {
				fault.passesLeft--;
				continue;
			}
			fault.playsLeft--;
			return rule;
		}
		return null;
	}
}

export const nameOf = ( rule: FaultRule ): string => {
	const slow = rule.slowMs === undefined ? '' : 'slow';
	const then = typeof rule.then === 'object' ? `status ${ rule.then.status }` : rule.then ?? '';
	return [ slow, then ].filter( ( part ) => part !== '' ).join( ', ' );
};

/**
 * Answers a call as the fault says. Resolves to the status that the caller saw, 0 for none.
 *
 * @param rule     The fault.
 * @param response Where to.
 * @param perform  Computes the true answer, with its effects.
 */
export async function play(
	rule: FaultRule,
	response: ServerResponse,
	perform: () => Promise< Answer >
): Promise< number > {
	if ( rule.slowMs !== undefined ) {
		await new Promise( ( resolve ) => {
			const timer = setTimeout( resolve, rule.slowMs );
			response.once( 'close', () => {
				clearTimeout( timer );
				resolve( undefined );
			} );
		} );
	}
	const then = rule.then;
	if ( rule.performed === true && then !== undefined && then !== 'truncated' ) {
		await perform();
	}
	if ( typeof then === 'object' ) {
		const body = then.body;
		send( response, {
			status: then.status,
			headers: {
				...( body === undefined ? {} : { 'Content-Type': 'application/json;charset=utf-8' } ),
				...then.headers,
			},
			...( body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify( body ) } ),
		} );
		return then.status;
	}
	switch ( then ) {
		case 'hang':
			await new Promise( ( resolve ) => response.once( 'close', resolve ) );
			return 0;
		case 'reset':
			response.socket?.resetAndDestroy();
			return 0;
		case 'malformed':
			send( response, {
				status: 200,
				headers: { 'Content-Type': 'application/json;charset=utf-8' },
				body: '{"data":[{"id":"48',
			} );
			return 200;
		case 'html':
			send( response, {
				status: 200,
				headers: { 'Content-Type': 'text/html;charset=UTF-8' },
				body: '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>',
			} );
			return 200;
		case 'empty':
			send( response, { status: 200, headers: { 'Content-Type': 'application/json;charset=utf-8' }, body: '' } );
			return 200;
		case 'truncated': {
			const answer = await perform();
			const body = Buffer.from( ( answer.body ?? '' ) as string );
			response.writeHead( answer.status, { ...answer.headers, 'Content-Length': String( body.length + 1 ) } );
			response.write( body.subarray( 0, Math.floor( body.length / 2 ) ) );
			await new Promise( ( resolve ) => setTimeout( resolve, 20 ) );
			response.socket?.destroy();
			return answer.status;
		}
		default: {
			const answer = await perform();
			send( response, answer );
			return answer.status;
		}
	}
}
