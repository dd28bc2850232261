/**
 * One authorised call on its way through the API host.
 */
import type { Answer, Call } from '../http';
import type { Crm } from './crm';

export interface Context {
	readonly crm: Crm;
	readonly call: Call;
	/** The CRM user whose consent the token carries. */
	readonly userId: string;
	readonly clientId: string;
	/** Address of the API host, for links in answers. */
	readonly base: string;
}

export interface Route {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Whole path; its groups are handed to the answer. */
	readonly path: RegExp;
	/** All of them are needed. */
	readonly scopes: readonly string[];
	/** What the user's profile must allow. */
	readonly right: string;
	readonly kind: 'read' | 'write';
	/** Credits that the call costs; 1 where absent. */
	readonly cost?: ( context: Context ) => number;
	answer: ( context: Context, ...groups: string[] ) => Answer;
}

/**
 * A header that carries a time; null where absent or no time.
 *
 * @param call The call.
 * @param name Lower-case name.
 */
export function timeHeader( call: Call, name: string ): number | null {
	const moment = Date.parse( String( call.headers[ name ] ?? '' ) );
	return Number.isNaN( moment ) ? null : moment;
}

export const bodyText = ( call: Call ): string => call.body.toString( 'utf8' );

/** Ids are digits, up to nineteen of them. */
export const isId = ( text: string ): boolean => /^\d{1,19}$/.test( text );
