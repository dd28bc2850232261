/**
 * The login hosts: `POST /services/oauth2/token`, and `revoke`. Served on login.salesforce.com's part of the lab and on the organisation's own domain.
 */
import { createVerify } from 'node:crypto';
import { json, type Answer, type Call } from '../http';
import { isObject, parseJson } from '../json';
import type { Org } from './org';
import type { ConnectedApp, SfRecord } from './state';

const ASSERTION = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** An assertion may run out this far ahead, with some minutes for clocks that differ. */
const LONGEST_ASSERTION_SECONDS = 8 * 60;

const oauthError = ( error: string, description: string ): Answer => json( 400, { error, error_description: description } );

export const formOf = ( call: Call ): URLSearchParams => {
	const fields = new URLSearchParams( call.query );
	new URLSearchParams( call.body.toString( 'utf8' ) ).forEach( ( value, name ) => fields.set( name, value ) );
	return fields;
};

const partOf = ( assertion: string, index: number ): unknown => parseJson( Buffer.from( assertion.split( '.' )[ index ] ?? '', 'base64url' ).toString( 'utf8' ) );

/**
 * The consumer key that a token request names, in its form or inside its assertion.
 *
 * @param call The call.
 */
export function clientOf( call: Call ): string {
	const form = formOf( call );
	const claims = partOf( form.get( 'assertion' ) ?? '', 1 );
	return form.get( 'client_id' ) ?? ( isObject( claims as never ) ? String( ( claims as { iss?: unknown } ).iss ?? '' ) : '' );
}

export class LoginHost {
	public constructor(
		private readonly org: Org,
		/** The organisation's own domain takes client credentials, the common login host does not. */
		private readonly isMyDomain: boolean,
		private readonly urls: () => { readonly api: string; readonly login: string }
	) {}

	public answer( call: Call ): Answer | null {
		if ( call.method !== 'POST' ) {
			return null;
		}
		switch ( call.path ) {
			case '/services/oauth2/token':
				return this.token( call );
			case '/services/oauth2/revoke':
				return this.revoke( formOf( call ).get( 'token' ) ?? '' );
			default:
				return null;
		}
	}

	private token( call: Call ): Answer {
		const form = formOf( call );
		switch ( form.get( 'grant_type' ) ) {
			case 'client_credentials':
				return this.withSecret( call, form, ( app ) => this.clientCredentials( app ) );
			case 'refresh_token':
				return this.withSecret( call, form, ( app ) => this.refresh( app, form.get( 'refresh_token' ) ?? '' ) );
			case ASSERTION:
				return this.assertion( form.get( 'assertion' ) ?? '' );
			default:
				return oauthError( 'unsupported_grant_type', 'grant type not supported' );
		}
	}

	/** The secret travels in the form, or as HTTP Basic. */
	private withSecret( call: Call, form: URLSearchParams, grant: ( app: ConnectedApp ) => Answer ): Answer {
		const basic = /^Basic (\S+)$/.exec( String( call.headers.authorization ?? '' ) )?.[ 1 ];
		const [ id, secret ] = basic === undefined ? [ form.get( 'client_id' ) ?? '', form.get( 'client_secret' ) ?? '' ] : Buffer.from( basic, 'base64' ).toString( 'utf8' ).split( ':' );
		const app = this.org.app( id ?? '' );
		if ( app === undefined ) {
			return oauthError( 'invalid_client_id', 'client identifier invalid' );
		}
		return app.clientSecret === secret ? grant( app ) : oauthError( 'invalid_client', 'invalid client credentials' );
	}

	private clientCredentials( app: ConnectedApp ): Answer {
		if ( ! this.isMyDomain ) {
			return oauthError( 'invalid_grant', 'request not supported on this domain' );
		}
		const user = this.org.find( 'User', app.runAsUserId );
		return user === undefined ? oauthError( 'invalid_grant', 'no client credentials user enabled' ) : this.grant( app, user );
	}

	private refresh( app: ConnectedApp, sent: string ): Answer {
		const known = app.refreshTokens.find( ( one ) => one.token === sent );
		const user = known === undefined ? undefined : this.org.find( 'User', known.userId );
		if ( known === undefined || user === undefined || known.isRevoked ) {
			return oauthError( 'invalid_grant', 'expired access/refresh token' );
		}
		if ( ! app.rotates ) {
			return this.grant( app, user );
		}
		// The old one dies with this use.
		known.isRevoked = true;
		const token = `5Aep861${ this.org.newSecret() }`;
		app.refreshTokens.push( { token, userId: known.userId, isRevoked: false } );
		return this.grant( app, user, { refresh_token: token } );
	}

	private assertion( assertion: string ): Answer {
		const claims = partOf( assertion, 1 );
		if ( ! isObject( claims as never ) ) {
			return oauthError( 'invalid_grant', 'invalid assertion' );
		}
		const { iss, sub, aud, exp } = claims as { iss?: unknown; sub?: unknown; aud?: unknown; exp?: unknown };
		const app = this.org.app( String( iss ) );
		if ( app === undefined ) {
			return oauthError( 'invalid_client_id', 'client identifier invalid' );
		}
		const [ head = '', body = '', signature = '' ] = assertion.split( '.' );
		const header = partOf( assertion, 0 );
		const isSigned = isObject( header as never ) && ( header as { alg?: unknown } ).alg === 'RS256' && createVerify( 'RSA-SHA256' ).update( `${ head }.${ body }` ).verify( app.publicKey, signature, 'base64url' );
		if ( ! isSigned ) {
			return oauthError( 'invalid_grant', 'invalid assertion' );
		}
		if ( ! [ this.urls().login, this.urls().api, 'https://login.salesforce.com', 'https://test.salesforce.com' ].includes( String( aud ) ) ) {
			return oauthError( 'invalid_grant', 'audience is invalid' );
		}
		const seconds = this.org.now() / 1000;
		if ( typeof exp !== 'number' || exp <= seconds || exp > seconds + LONGEST_ASSERTION_SECONDS ) {
			return oauthError( 'invalid_grant', 'assertion is expired or its expiration is too far ahead' );
		}
		const user = this.org.state.tables.User.find( ( one ) => String( one.Username ).toLowerCase() === String( sub ).toLowerCase() );
		if ( user === undefined || ! app.approvedUsernames.includes( String( user.Username ) ) ) {
			return oauthError( 'invalid_grant', "user hasn't approved this consumer" );
		}
		return this.grant( app, user );
	}

	private grant( app: ConnectedApp, user: SfRecord, more: Record< string, string > = {} ): Answer {
		if ( user.IsActive !== true ) {
			return oauthError( 'inactive_user', 'user is inactive' );
		}
		const session = this.org.open( app, user.Id );
		const { api, login } = this.urls();
		return json( 200, {
			access_token: session.token,
			...( this.org.state.switches.tokenScope === 'said' ? { scope: session.scopes.join( ' ' ) } : {} ),
			...more,
			instance_url: api,
			id: `${ login }/id/${ this.org.state.tables.Organization[ 0 ]?.Id ?? '' }/${ user.Id }`,
			token_type: 'Bearer',
			issued_at: String( this.org.now() ),
			signature: 'Yz0rT4b2J8vQ1mS6nX3kW9cH5dL7fG0aPeUiOqRtB1c=',
		} );
	}

	private revoke( token: string ): Answer {
		const { sessions, apps } = this.org.state;
		const isKnown = sessions.some( ( one ) => one.token === token ) || apps.some( ( app ) => app.refreshTokens.some( ( one ) => one.token === token && ! one.isRevoked ) );
		this.org.state.sessions = sessions.filter( ( one ) => one.token !== token );
		apps.flatMap( ( app ) => app.refreshTokens ).filter( ( one ) => one.token === token ).forEach( ( one ) => ( one.isRevoked = true ) );
		return isKnown ? { status: 200 } : oauthError( 'unsupported_token_type', 'this token type is not supported' );
	}
}
