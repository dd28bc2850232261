/**
 * The accounts host: `POST /oauth/v2/token`. Its errors come with status 200.
 */
import { json, type Answer, type Call } from '../http';
import type { CrmState, OAuthClient } from './state';

/** Who keeps the clients and the tokens: any of Zoho's products. */
export interface TokenDesk {
	readonly state: Pick< CrmState, 'tokens' | 'tokenGrants' >;
	client: ( clientId: string ) => OAuthClient | undefined;
	now: () => number;
	newToken: () => string;
}

const TEN_MINUTES_MS = 10 * 60 * 1000;
const ACCESS_TOKENS_IN_TEN_MINUTES = 10;
const LIVE_ACCESS_TOKENS = 30;
const REFRESH_TOKENS_KEPT = 20;
const REFRESH_TOKENS_A_MINUTE = 5;
const EXPIRES_IN_SECONDS = 3600;

const oauthError = ( error: string ): Answer => json( 200, { error } );

/**
 * Reads form fields: URL-encoded, or multipart as the vendor's own SDK sends them. Query parameters count as well.
 *
 * @param call The call.
 */
export function formFields( call: Call ): URLSearchParams {
	const fields = new URLSearchParams( call.query );
	const type = call.headers[ 'content-type' ] ?? '';
	const boundary = /multipart\/form-data;.*boundary="?([^";]+)"?/i.exec( type )?.[ 1 ];
	if ( boundary === undefined ) {
		new URLSearchParams( call.body.toString( 'utf8' ) ).forEach( ( value, name ) => fields.set( name, value ) );
		return fields;
	}
	for ( const part of call.body.toString( 'utf8' ).split( `--${ boundary }` ) ) {
		const split = part.indexOf( '\r\n\r\n' );
		const name = /name="([^"]+)"/i.exec( part.slice( 0, Math.max( split, 0 ) ) )?.[ 1 ];
		if ( split >= 0 && name !== undefined ) {
			fields.set( name, part.slice( split + 4 ).replace( /\r\n$/, '' ) );
		}
	}
	return fields;
}

export class AccountsHost {
	public constructor(
		private readonly crm: TokenDesk,
		private readonly apiDomain: () => string
	) {}

	public answer( call: Call ): Answer {
		if ( call.path !== '/oauth/v2/token' || call.method !== 'POST' ) {
			return { status: 404, headers: { 'Content-Type': 'text/html;charset=UTF-8' }, body: '<html><body>Not found</body></html>' };
		}
		const fields = formFields( call );
		const client = this.crm.client( fields.get( 'client_id' ) ?? '' );
		if ( client === undefined || client.clientSecret !== fields.get( 'client_secret' ) ) {
			return oauthError( 'invalid_client' );
		}
		switch ( fields.get( 'grant_type' ) ) {
			case 'refresh_token':
				return this.refresh( client, fields.get( 'refresh_token' ) ?? '' );
			case 'authorization_code':
				return this.exchange( client, fields.get( 'code' ) ?? '' );
			default:
				return oauthError( 'unsupported_grant_type' );
		}
	}

	private refresh( client: OAuthClient, refreshToken: string ): Answer {
		const known = client.refreshTokens.find( ( entry ) => entry.token === refreshToken );
		if ( known === undefined || known.isRevoked ) {
			return oauthError( 'invalid_code' );
		}
		const { state } = this.crm;
		const since = this.crm.now() - TEN_MINUTES_MS;
		state.tokenGrants = state.tokenGrants.filter( ( grant ) => grant.at > since );
		const recent = state.tokenGrants.filter( ( grant ) => grant.refreshToken === refreshToken );
		if ( recent.length >= ACCESS_TOKENS_IN_TEN_MINUTES ) {
			return oauthError( 'access_denied' );
		}
		return json( 200, this.grant( client, refreshToken ) );
	}

	private exchange( client: OAuthClient, code: string ): Answer {
		const now = this.crm.now();
		const grant = client.grantCodes.find( ( entry ) => entry.code === code );
		client.grantCodes = client.grantCodes.filter( ( entry ) => entry !== grant );
		if ( grant === undefined || grant.expiresAt <= now ) {
			return oauthError( 'invalid_code' );
		}
		const young = client.refreshTokens.filter( ( entry ) => entry.issuedAt > now - 60_000 );
		if ( young.length >= REFRESH_TOKENS_A_MINUTE ) {
			return oauthError( 'access_denied' );
		}
		const token = this.crm.newToken();
		client.refreshTokens = [ ...client.refreshTokens, { token, issuedAt: now, isRevoked: false } ].slice(
			-REFRESH_TOKENS_KEPT
		);
		return json( 200, { ...this.grant( client, token ), refresh_token: token } );
	}

	private grant( client: OAuthClient, refreshToken: string ): Record< string, string | number > {
		const { state } = this.crm;
		const now = this.crm.now();
		const token = this.crm.newToken();
		state.tokenGrants.push( { refreshToken, at: now } );
		const others = state.tokens.filter( ( entry ) => entry.refreshToken !== refreshToken );
		const own = state.tokens.filter( ( entry ) => entry.refreshToken === refreshToken && entry.expiresAt > now );
		const issued = {
			token,
			clientId: client.clientId,
			refreshToken,
			issuedAt: now,
			expiresAt: now + EXPIRES_IN_SECONDS * 1000,
			scopes: [ ...client.scopes ],
		};
		const expired = state.tokens.filter( ( entry ) => entry.refreshToken === refreshToken && entry.expiresAt <= now );
		state.tokens = [ ...others, ...expired.slice( -5 ), ...[ ...own, issued ].slice( -LIVE_ACCESS_TOKENS ) ];
		return {
			access_token: token,
			scope: client.scopes.join( ' ' ),
			api_domain: this.apiDomain(),
			token_type: 'Bearer',
			expires_in: EXPIRES_IN_SECONDS,
		};
	}
}
