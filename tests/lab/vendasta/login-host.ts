/**
 * The host that gives out tokens: signed assertions of service accounts in, access tokens out.
 */
import { json, type Answer, type Call } from '../http';
import { apiError } from './answers';
import { bearer } from './api-host';
import type { Assertion, Platform } from './platform';

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export class LoginHost {
	public constructor( private readonly platform: Platform ) {}

	public answer( call: Call ): Answer {
		switch ( `${ call.method } ${ call.path }` ) {
			case 'POST /oauth2/token':
				return this.token( call );
			case 'GET /oauth2/user-info':
				return this.userInfo( call );
			default:
				return { status: 404 };
		}
	}

	/** Whose assertion or token a call carries; '' where none that counts. */
	public clientOf( call: Call ): string {
		const assertion = new URLSearchParams( call.body.toString( 'utf8' ) ).get( 'assertion' );
		const isKnown = assertion === null ? this.platform.token( bearer( call ) ) !== undefined : this.platform.judge( assertion ).fault === '';
		return isKnown ? this.platform.state.account.clientEmail : '';
	}

	private token( call: Call ): Answer {
		const isForm = String( call.headers[ 'content-type' ] ?? '' ).startsWith( 'application/x-www-form-urlencoded' );
		const fields = new URLSearchParams( isForm ? call.body.toString( 'utf8' ) : '' );
		if ( fields.get( 'grant_type' ) !== GRANT ) {
			return this.refuse( 'unsupported_grant_type' );
		}
		const { fault, scopes } = this.platform.judge( fields.get( 'assertion' ) ?? '' );
		if ( fault !== '' ) {
			return this.refuse( fault );
		}
		const { value, seconds } = this.platform.issue( scopes );
		const told = this.platform.state.switches.tokenScope === 'told' ? { scope: scopes.join( ' ' ) } : {};
		return json( 200, { access_token: value, token_type: 'Bearer', expires_in: seconds, ...told } );
	}

	private userInfo( call: Call ): Answer {
		const token = this.platform.token( bearer( call ) );
		const user = this.platform.user( this.platform.state.account.userId );
		if ( token === undefined || user === undefined ) {
			return { status: 401 };
		}
		const may = ( scope: string ) => token.scopes.includes( scope );
		return json( 200, {
			sub: user.id,
			...( may( 'profile' ) ? { name: this.platform.displayName( user ), given_name: user.givenName, locale: user.languageLocaleCode, zoneinfo: user.timeZone } : {} ),
			...( may( 'email' ) ? { email: user.email, email_verified: user.emailVerified } : {} ),
		} );
	}

	private refuse( error: Assertion[ 'fault' ] | 'unsupported_grant_type' ): Answer {
		const { tokenError, errorSource } = this.platform.state.switches;
		switch ( tokenError ) {
			case 'empty':
				return { status: 401 };
			case 'json-api':
				return apiError( errorSource, 401, { code: 'Unauthenticated', title: 'Unauthenticated', detail: error } );
			default:
				return json( 400, { error, error_description: 'The assertion was not taken.' } );
		}
	}
}
