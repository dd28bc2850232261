/**
 * The organisation's own domain: who calls, with which right, within which allowance; then REST or SOAP.
 */
import { json, type Answer, type Call } from '../http';
import { badSession, notFound, refuse, sessionWithoutApi, soapFault } from './answers';
import { clientOf, type LoginHost } from './login-host';
import type { Org } from './org';
import { isTooLong, ROUTES, type Route } from './rest';
import { methodOf, sessionIdOf, soap } from './soap';
import type { Session } from './state';

const VERSIONED = /^(\/services\/data\/v(\d+)\.0)(\/.*)?$/;
const SOAP = /^\/services\/Soap\/u\/\d+\.0(?:\/\w+)?$/;
const OLDEST_VERSION = 31;
const NEWEST_VERSION = 67;

export class ApiHost {
	private underWay = 0;

	public constructor(
		private readonly org: Org,
		private readonly login: LoginHost
	) {}

	public clientOf( call: Call ): string {
		return this.session( call )?.clientId ?? ( call.path.startsWith( '/services/oauth2/' ) ? clientOf( call ) : '' );
	}

	public kindOf( call: Call ): 'read' | 'write' {
		if ( call.path.startsWith( '/services/oauth2/' ) ) {
			return 'read';
		}
		if ( SOAP.test( call.path ) ) {
			return methodOf( call ) === 'getServerTimestamp' ? 'read' : 'write';
		}
		return this.routes( call ).find( ( route ) => route.method === call.method )?.kind ?? ( call.method === 'GET' ? 'read' : 'write' );
	}

	/** Counts a call as under way until the returned function is called, faults and waiting included. */
	public enter(): () => void {
		this.underWay++;
		return () => void this.underWay--;
	}

	public answer( call: Call ): Answer {
		this.org.settle();
		const token = this.login.answer( call );
		if ( token !== null ) {
			return token;
		}
		if ( /^\/services\/data\/?$/.test( call.path ) ) {
			return json( 200, [ 61, 62, 63 ].map( ( version ) => ( { label: `Version ${ version }`, url: `/services/data/v${ version }.0`, version: `${ version }.0` } ) ) );
		}
		if ( SOAP.test( call.path ) ) {
			return this.soap( call );
		}
		return this.rest( call );
	}

	private rest( call: Call ): Answer {
		const [ , base = '', version = '', path = '' ] = VERSIONED.exec( call.path ) ?? [];
		if ( base === '' || Number( version ) < OLDEST_VERSION || Number( version ) > NEWEST_VERSION ) {
			return notFound();
		}
		const session = this.session( call );
		if ( session === undefined ) {
			return badSession();
		}
		if ( ! session.scopes.includes( 'api' ) && ! session.scopes.includes( 'full' ) ) {
			return sessionWithoutApi();
		}
		if ( ! this.org.may( session.userId, 'Api' ) ) {
			return refuse( 403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization or Partner' );
		}
		if ( isTooLong( call ) ) {
			return { status: 414, headers: { 'Content-Type': 'text/html' }, body: '<h1>URI Too Long</h1>' };
		}
		const fitting = this.routes( call );
		const route = fitting.find( ( one ) => one.method === call.method );
		if ( route === undefined ) {
			return fitting.length === 0 ? notFound() : refuse( 405, 'METHOD_NOT_ALLOWED', `HTTP Method '${ call.method }' not allowed. Allowed are ${ fitting.map( ( one ) => one.method ).join( ',' ) }` );
		}
		const limited = this.limited( path );
		if ( limited !== null ) {
			return limited;
		}
		const answer = route.answer( { org: this.org, call, userId: session.userId, base }, ...( route.path.exec( path ) ?? [] ).slice( 1 ) );
		return { ...answer, headers: { ...answer.headers, ...this.usage() } };
	}

	/** Counts a call; an answer where it is one too many. */
	private limited( path: string ): Answer | null {
		const { calls, concurrency, switches } = this.org.state;
		const said = ( name: string ): string => ( switches.limitMessage === 'named' ? `${ name } Limit exceeded.` : 'Request limit exceeded.' );
		const usage = switches.limitHeaderWhenRefused ? this.usage() : {};
		if ( this.underWay > concurrency.limit ) {
			return { ...refuse( 403, 'REQUEST_LIMIT_EXCEEDED', said( 'ConcurrentPerOrgLongTxn' ) ), headers: { 'Content-Type': 'application/json;charset=UTF-8', ...usage } };
		}
		const isFree = /^\/limits\/?$/.test( path ) && switches.limitsWhenExhausted === 'answered';
		if ( this.org.callsUsed() >= calls.max && ! isFree ) {
			return { ...refuse( 403, 'REQUEST_LIMIT_EXCEEDED', said( 'TotalRequests' ) ), headers: { 'Content-Type': 'application/json;charset=UTF-8', ...usage } };
		}
		this.org.spend( 1 );
		return null;
	}

	private usage(): Record< string, string > {
		return { 'Sforce-Limit-Info': `api-usage=${ this.org.callsUsed() }/${ this.org.state.calls.max }` };
	}

	private soap( call: Call ): Answer {
		const sent = sessionIdOf( call );
		const session = this.org.session( sent );
		// A token in the form of a JSON web token is no session id here, however alive it is.
		if ( session === undefined || sent.split( '.' ).length === 3 ) {
			return soapFault( 'INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader' );
		}
		if ( this.org.callsUsed() >= this.org.state.calls.max ) {
			return soapFault( 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.' );
		}
		this.org.spend( 1 );
		return soap( this.org, call, session );
	}

	private session( call: Call ): Session | undefined {
		const sent = SOAP.test( call.path ) ? sessionIdOf( call ) : /^(?:Bearer|OAuth) (\S+)$/.exec( String( call.headers.authorization ?? '' ) )?.[ 1 ];
		return this.org.session( sent ?? '' );
	}

	private routes( call: Call ): Route[] {
		const path = VERSIONED.exec( call.path )?.[ 3 ] ?? '';
		return ROUTES.filter( ( route ) => route.path.test( path ) );
	}
}
