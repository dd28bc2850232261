/**
 * The API host: who calls, with which consent, within which quota; then the route.
 */
import type { Answer, Call } from '../http';
import {
	authenticationFailure,
	invalidMethod,
	invalidModule,
	invalidToken,
	invalidUrl,
	noPermission,
	refuse,
	tooManyRequests,
} from './answers';
import { BULK_ROUTES } from './bulk';
import type { Context, Route } from './context';
import { MODULES, type Crm } from './crm';
import { RECORD_ROUTES } from './records';
import { RECYCLE_BIN_ROUTES } from './recycle-bin';
import { covers } from './scopes';
import { SETTINGS_ROUTES } from './settings';
import type { AccessToken } from './state';

const ROUTES: readonly Route[] = [ ...SETTINGS_ROUTES, ...RECYCLE_BIN_ROUTES, ...BULK_ROUTES, ...RECORD_ROUTES ];


export class ApiHost {
	private readonly underWay = new Map< string, number >();

	public constructor(
		private readonly crm: Crm,
		private readonly base: () => string
	) {}

	/**
	 * Finds the token that the call carries, dead or alive.
	 *
	 * @param call The call.
	 */
	public token( call: Call ): AccessToken | undefined {
		const sent = /^Zoho-oauthtoken (\S+)$/.exec( String( call.headers.authorization ?? '' ) )?.[ 1 ];
		return this.crm.state.tokens.find( ( token ) => token.token === sent );
	}

	public kindOf( call: Call ): 'read' | 'write' {
		const route = ROUTES.find( ( one ) => one.method === call.method && one.path.test( call.path ) );
		return route?.kind ?? ( call.method === 'GET' ? 'read' : 'write' );
	}

	/**
	 * Counts a call as under way until the returned function is called, faults and waiting included.
	 *
	 * @param client Client id.
	 */
	public enter( client: string ): () => void {
		this.underWay.set( client, ( this.underWay.get( client ) ?? 0 ) + 1 );
		return () => this.underWay.set( client, ( this.underWay.get( client ) ?? 1 ) - 1 );
	}

	public answer( call: Call ): Answer {
		this.crm.settle();
		const found = this.find( call );
		if ( 'status' in found ) {
			return found;
		}
		const { route, groups } = found;
		if ( call.headers.authorization === undefined ) {
			return authenticationFailure();
		}
		const token = this.token( call );
		if ( token === undefined ) {
			return invalidToken();
		}
		if ( token.expiresAt <= this.crm.now() ) {
			return this.crm.state.switches.expiredToken === 'INVALID_TOKEN' ? invalidToken() : authenticationFailure();
		}
		if ( ! route.scopes.every( ( scope ) => covers( token.scopes, scope ) ) ) {
			return refuse( this.crm.state.switches.scopeMismatchStatus, 'OAUTH_SCOPE_MISMATCH', 'invalid oauth scope to access this URL' );
		}
		const userId = this.crm.client( token.clientId )?.userId ?? '';
		if ( this.crm.user( userId )?.status !== 'active' ) {
			return authenticationFailure();
		}
		if ( ! this.crm.may( userId, 'api' ) ) {
			return noPermission( 'Crm_Implied_Api_Access' );
		}
		if ( ! this.crm.may( userId, route.right ) ) {
			return noPermission( route.right );
		}
		const context: Context = { crm: this.crm, call, userId, clientId: token.clientId, base: this.base() };
		return this.metered( context, route, groups );
	}

	private metered( context: Context, route: Route, groups: readonly string[] ): Answer {
		const { crm, clientId } = context;
		const isCrowded = ( this.underWay.get( clientId ) ?? 0 ) > crm.state.concurrency.limit;
		const cost = route.cost?.( context ) ?? 1;
		if ( isCrowded || crm.creditsLeft() < cost ) {
			return tooManyRequests();
		}
		crm.spend( cost );
		const answer = route.answer( context, ...groups );
		const left = crm.creditsLeft();
		return left * 2 <= crm.state.credits.limit
			? { ...answer, headers: { ...answer.headers, 'X-API-CREDITS-REMAINING': String( left ) } }
			: answer;
	}

	private find( call: Call ): { route: Route; groups: string[] } | Answer {
		const fitting = ROUTES.filter( ( route ) => route.path.test( call.path ) );
		const route = fitting.find( ( one ) => one.method === call.method );
		if ( route !== undefined ) {
			return { route, groups: ( route.path.exec( call.path ) ?? [] ).slice( 1 ) };
		}
		if ( fitting.length > 0 ) {
			return invalidMethod();
		}
		const module = /^\/crm\/v8\/([A-Z]\w*)(?:\/|$)/.exec( call.path )?.[ 1 ];
		return module !== undefined && ! MODULES.includes( module ) ? invalidModule() : invalidUrl();
	}
}
