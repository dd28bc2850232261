/**
 * What was asked of a simulated system, in order; tests count it. Holds no header and no credential.
 */
import type { Json } from './json';

export interface LoggedCall {
	/** ISO time of arrival, by the machine's clock and not the lab's. */
	readonly at: string;
	readonly host: string;
	readonly method: string;
	readonly path: string;
	readonly query: Readonly< Record< string, string > >;
	/** A read changes nothing in the system, whatever its method. */
	kind: 'read' | 'write';
	/** Client id of the caller; '' where it could not be told. */
	client: string;
	/** 0 while unanswered, and for ever where the connection was cut. */
	status: number;
	milliseconds: number;
	/** The body of a write; null for a read. */
	body: Json;
	/** The fault that was played, '' where none. */
	fault: string;
}

const SECRET = /^(client_secret|refresh_token|access_token|code|token)$/i;

export const redactedQuery = ( query: URLSearchParams ): Record< string, string > =>
	Object.fromEntries(
		[ ...query ].map( ( [ name, value ] ) => [ name, SECRET.test( name ) ? '[redacted]' : value ] )
	);

export class CallLog {
	private calls: LoggedCall[] = [];

	public open( call: Pick< LoggedCall, 'host' | 'method' | 'path' | 'query' > ): LoggedCall {
		const logged: LoggedCall = {
			at: new Date().toISOString(),
			...call,
			kind: 'read',
			client: '',
			status: 0,
			milliseconds: 0,
			body: null,
			fault: '',
		};
		this.calls.push( logged );
		return logged;
	}

	public all(): readonly LoggedCall[] {
		return this.calls;
	}

	public clear(): void {
		this.calls = [];
	}
}
