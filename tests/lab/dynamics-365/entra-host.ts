/**
 * The token endpoint of Microsoft Entra: client credentials, and its numbered refusals.
 *
 * Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow,
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { json, type Answer, type Call } from '../http';
import type { Environment } from './environment';

const LIFE_SECONDS = 3_599;

export const formFields = ( call: Call ): URLSearchParams => new URLSearchParams( call.body.toString( 'utf8' ) );

export class EntraHost {
	public constructor(
		private readonly environment: Environment,
		private readonly resource: () => string
	) {}

	public answer( call: Call ): Answer {
		const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec( call.path )?.[ 1 ];
		if ( tenant === undefined ) {
			return json( 404, { error: 'not_found' } );
		}
		if ( call.method !== 'POST' ) {
			return this.refuse( 400, 'invalid_request', 900561, 'The endpoint only accepts POST requests. Received a GET request.' );
		}
		const fields = formFields( call );
		if ( fields.get( 'grant_type' ) !== 'client_credentials' ) {
			return this.refuse( 400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.' );
		}
		if ( tenant !== this.environment.state.tenantId ) {
			return this.refuse( 400, 'invalid_request', 90002, `Tenant '${ tenant }' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.` );
		}
		const application = this.environment.application( fields.get( 'client_id' ) ?? '' );
		if ( application === undefined ) {
			return this.refuse( 400, 'unauthorized_client', 700016, `Application with identifier '${ fields.get( 'client_id' ) ?? '' }' was not found in the directory.` );
		}
		const secret = application.secrets.find( ( one ) => one.value === fields.get( 'client_secret' ) );
		if ( secret === undefined ) {
			return this.refuse( 401, 'invalid_client', 7000215, `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${ application.clientId }'.` );
		}
		if ( secret.expiresAt <= this.environment.now() ) {
			return this.refuse( 401, 'invalid_client', 7000222, `The provided client secret keys for app '${ application.clientId }' are expired.` );
		}
		const scope = fields.get( 'scope' ) ?? '';
		if ( ! scope.endsWith( '/.default' ) ) {
			return this.refuse( 400, 'invalid_scope', 1002012, `The provided value for scope ${ scope } is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.` );
		}
		if ( scope !== `${ this.resource() }/.default` ) {
			return this.refuse( 400, 'invalid_resource', 500011, `The resource principal named ${ scope.slice( 0, -9 ) } was not found in the tenant named Northwind.` );
		}
		const token = `eyJ0eXAiOiJKV1QifQ.${ randomBytes( 48 ).toString( 'base64url' ) }.${ randomBytes( 32 ).toString( 'base64url' ) }`;
		this.environment.state.tokens.push( { token, clientId: application.clientId, expiresAt: this.environment.now() + LIFE_SECONDS * 1000 } );
		return json( 200, { token_type: 'Bearer', expires_in: LIFE_SECONDS, ext_expires_in: LIFE_SECONDS, access_token: token } );
	}

	private refuse( status: number, error: string, number: number, message: string ): Answer {
		const [ trace, correlation ] = [ randomUUID(), randomUUID() ];
		const timestamp = new Date( this.environment.now() ).toISOString().replace( 'T', ' ' ).replace( /\.\d+Z/, 'Z' );
		return json( status, {
			error,
			error_description: `AADSTS${ number }: ${ message } Trace ID: ${ trace } Correlation ID: ${ correlation } Timestamp: ${ timestamp }`,
			error_codes: [ number ],
			timestamp,
			trace_id: trace,
			correlation_id: correlation,
			error_uri: `https://login.microsoftonline.com/error?code=${ number }`,
		} );
	}
}
