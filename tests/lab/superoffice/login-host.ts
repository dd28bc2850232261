/**
 * The identity host of SuperOffice CRM Online: where a tenant is, tickets for system users, access tokens.
 */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { json, type Answer, type Call } from '../http';
import { bodyOf, member, textOf } from './answers';
import type { Installation } from './installation';
import type { Ticket } from './state';

const CLAIMS = 'http://schemes.superoffice.net/identity/';

/** The identity service's own key; another one each process. */
const ISSUER = generateKeyPairSync( 'rsa', { modulusLength: 2048 } );

const part = ( claims: object ): string => Buffer.from( JSON.stringify( claims ) ).toString( 'base64url' );

const failed = ( reason: string ): Answer => json( 200, { IsSuccessful: false, Token: null, ErrorMessage: reason } );

export class LoginHost {
	/**
	 * @param installation Whose.
	 * @param tenantUrl    Address of the tenant on the host that answers for it.
	 */
	public constructor(
		private readonly installation: Installation,
		private readonly tenantUrl: () => string
	) {}

	public answer( call: Call ): Answer {
		const state = /^\/api\/state\/(\w+)$/i.exec( call.path );
		if ( state !== null && call.method === 'GET' ) {
			return this.state( state[ 1 ] ?? '' );
		}
		if ( call.method === 'POST' && /^\/Login\/api\/PartnerSystemUser\/Authenticate$/i.test( call.path ) ) {
			return this.authenticate( call );
		}
		if ( call.method === 'POST' && /^\/login\/(?:common|Cust\d+)\/oauth\/tokens$/i.test( call.path ) ) {
			return this.token( new URLSearchParams( call.body.toString( 'utf8' ) ) );
		}
		return { status: 404 };
	}

	/** Whose credentials a call carries; '' where none. */
	public clientOf( call: Call ): string {
		const { application } = this.installation.state;
		const id = new URLSearchParams( call.body.toString( 'utf8' ) ).get( 'client_id' );
		const secret = textOf( member( bodyOf( call ), 'ApplicationToken' ) );
		return id === application.clientId || secret === application.clientSecret ? application.clientId : '';
	}

	private state( id: string ): Answer {
		const { tenant } = this.installation.state;
		const isKnown = id.toLowerCase() === tenant.id.toLowerCase();
		const address = isKnown ? this.tenantUrl() : null;
		return json( 200, {
			ContextIdentifier: isKnown ? tenant.id : id,
			Endpoint: address,
			State: isKnown ? tenant.state : 'Unknown',
			IsRunning: isKnown && this.installation.isRunning(),
			ValidUntil: new Date( this.installation.now() + 60 * 60_000 ).toISOString(),
			Api: address === null ? null : `${ address }/api`,
		} );
	}

	private authenticate( call: Call ): Answer {
		const { application, tenant } = this.installation.state;
		const sent = bodyOf( call );
		if ( textOf( member( sent, 'ApplicationToken' ) ) !== application.clientSecret ) {
			return failed( 'InvalidApplicationToken' );
		}
		if ( textOf( member( sent, 'ContextIdentifier' ) ).toLowerCase() !== tenant.id.toLowerCase() ) {
			return failed( 'UnknownContext' );
		}
		if ( application.approval !== 'NoError' ) {
			return failed( `Authorization error: ${ application.approval }` );
		}
		const fault = this.installation.signatureFault( textOf( member( sent, 'SignedSystemToken' ) ) );
		return fault === '' ? json( 200, { IsSuccessful: true, Token: this.jwt( this.installation.issue( 'ticket' ) ), ErrorMessage: null } ) : failed( fault );
	}

	private token( fields: URLSearchParams ): Answer {
		const { application, switches } = this.installation.state;
		if ( fields.get( 'client_id' ) !== application.clientId || fields.get( 'client_secret' ) !== application.clientSecret ) {
			return json( 400, { error: 'invalid_client' } );
		}
		if ( fields.get( 'grant_type' ) !== 'refresh_token' ) {
			return json( 400, { error: 'unsupported_grant_type' } );
		}
		const known = application.refreshTokens.find( ( one ) => one.token === fields.get( 'refresh_token' ) && ! one.isRevoked );
		if ( known === undefined || application.approval !== 'NoError' ) {
			return json( 400, { error: 'invalid_grant' } );
		}
		const issued = this.installation.issue( 'access-token' );
		const answer = { token_type: 'Bearer', access_token: issued.value, expires_in: 3600, id_token: this.jwt( issued ) };
		if ( switches.refreshToken === 'reusable' ) {
			return json( 200, answer );
		}
		known.isRevoked = true;
		const next = `${ known.token.split( '~' )[ 0 ] }~${ application.refreshTokens.length }`;
		application.refreshTokens.push( { token: next, isRevoked: false } );
		return json( 200, { ...answer, refresh_token: next } );
	}

	private jwt( ticket: Ticket ): string {
		const { tenant } = this.installation.state;
		const now = Math.floor( this.installation.now() / 1000 );
		const claims = {
			iss: 'https://lab.superoffice.example/login/',
			aud: ticket.clientId,
			iat: now,
			exp: now + 300,
			[ `${ CLAIMS }ctx` ]: tenant.id,
			[ `${ CLAIMS }webapi_url` ]: `${ this.tenantUrl() }/api`,
			[ `${ CLAIMS }netserver_url` ]: `${ this.tenantUrl() }/Remote/Services88/`,
			...( ticket.kind === 'ticket' ? { [ `${ CLAIMS }ticket` ]: ticket.value } : {} ),
		};
		const unsigned = `${ part( { alg: 'RS256', typ: 'JWT', kid: 'lab' } ) }.${ part( claims ) }`;
		return `${ unsigned }.${ createSign( 'RSA-SHA256' ).update( unsigned ).sign( ISSUER.privateKey, 'base64url' ) }`;
	}
}
