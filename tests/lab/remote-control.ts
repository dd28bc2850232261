/**
 * Speaks to a simulator's control API: what a test orders, and what it reads afterwards.
 */
import type { LoggedCall } from './calls';
import type { FaultRule } from './faults';
import type { JsonObject } from './json';
import type { CrmState } from './zoho-crm/state';

/** What Zoho CRM's simulator tells of itself. */
type ZohoCrmState = CrmState & { creditsLeft: number; now: string };

/** @template State What `GET /state` answers. */
export class RemoteControl< State = ZohoCrmState > {
	/**
	 * @param url The system's `control` address.
	 */
	public constructor( private readonly url: string ) {}

	/**
	 * Plays what somebody does: `{ do: 'delete-contact', id }`; several happen in order.
	 *
	 * @param orders Operations.
	 */
	public async play( ...orders: readonly JsonObject[] ): Promise< JsonObject > {
		return ( await this.ask( 'POST', '/state', orders ) ) as JsonObject;
	}

	/**
	 * Sets parts of the state; the other parts stay.
	 *
	 * @param parts Parts.
	 */
	public async merge( parts: JsonObject ): Promise< void > {
		await this.ask( 'POST', '/state', { ...parts, merge: true } );
	}

	/** Puts state, faults and call log back to the start. */
	public async reset(): Promise< void > {
		await this.ask( 'POST', '/state', {} );
		await this.ask( 'DELETE', '/faults' );
		await this.ask( 'DELETE', '/calls' );
	}

	public async state(): Promise< State > {
		return ( await this.ask( 'GET', '/state' ) ) as State;
	}

	public async fault( ...rules: readonly FaultRule[] ): Promise< void > {
		await this.ask( 'POST', '/faults', rules );
	}

	public async clearFaults(): Promise< void > {
		await this.ask( 'DELETE', '/faults' );
	}

	public async calls(): Promise< LoggedCall[] > {
		return ( await this.ask( 'GET', '/calls' ) ) as LoggedCall[];
	}

	public async forgetCalls(): Promise< void > {
		await this.ask( 'DELETE', '/calls' );
	}

	private async ask( method: string, path: string, body?: unknown ): Promise< unknown > {
		const response = await fetch( this.url + path, {
			method,
			...( body === undefined ? {} : { body: JSON.stringify( body ) } ),
		} );
		const answer: unknown = await response.json();
		if ( ! response.ok ) {
			throw new Error( `${ method } ${ path }: ${ JSON.stringify( answer ) }` );
		}
		return answer;
	}
}
