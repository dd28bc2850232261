import { __ } from '@wordpress/i18n';

/** What a question to the server comes back as. Expected failure is a value; only bugs are thrown. */
export type Answer< T > = { readonly ok: true; readonly value: T } | Refusal;

export interface Refusal {
	readonly ok: false;
	/** A sentence for the person at the screen: what happened and what to do now. */
	readonly message: string;
	/** Machine reason (`causeway_…`, `fetch_error`, …); '' where none came. */
	readonly code: string;
	/** Messages by field id, where the server refused single fields. */
	readonly fields: Readonly< Record< string, string > >;
}

export const success = < T >( value: T ): Answer< T > => ( { ok: true, value } );

const isRecord = ( value: unknown ): value is Record< string, unknown > =>
	typeof value === 'object' && value !== null && ! Array.isArray( value );

const text = ( value: unknown ): string => ( typeof value === 'string' ? value : '' );

const fieldMessages = ( data: unknown ): Record< string, string > => {
	const fields = isRecord( data ) && isRecord( data.fields ) ? data.fields : {};
	return Object.fromEntries( Object.entries( fields ).filter( ( entry ): entry is [ string, string ] => typeof entry[ 1 ] === 'string' ) );
};

/** Whatever api-fetch or graphql-request threw, as a sentence. What is no answer of a server is a bug: it is reported, and still ends as a sentence. */
export const refusal = ( thrown: unknown ): Refusal => {
	if ( ! isRecord( thrown ) && ! ( thrown instanceof Error ) ) {
		return unreadable( '' );
	}
	const fault = thrown as Record< string, unknown >;

	// graphql-request: the server answered, and the answer lists errors.
	const response = fault.response;
	if ( isRecord( response ) && Array.isArray( response.errors ) ) {
		const first: unknown = response.errors[ 0 ];
		const message = isRecord( first ) ? text( first.message ) : '';
		return message === '' ? unreadable( 'graphql' ) : { ok: false, message, code: 'graphql', fields: {} };
	}

	const code = text( fault.code );
	switch ( code ) {
		case 'fetch_error':
		case 'offline_error':
			return {
				ok: false,
				message: __( 'Your site could not be reached. Check your connection, then try again.', 'causeway' ),
				code,
				fields: {},
			};
		case 'rest_cookie_invalid_nonce':
		case 'rest_not_logged_in':
			return {
				ok: false,
				message: __( 'Your session has ended. Reload this page and log in again.', 'causeway' ),
				code,
				fields: {},
			};
		case 'rest_no_route':
			return {
				ok: false,
				message: __( 'Causeway is not answering on this site. Check that the plugin is active and not switched off, then try again.', 'causeway' ),
				code,
				fields: {},
			};
		case '':
			window.reportError( thrown );
			return unreadable( code );
		case 'invalid_json':
		case 'internal_server_error': // WordPress's own after a fatal error: it names no way on.
			return unreadable( code );
		default: {
			const message = text( fault.message );
			return message === '' ? unreadable( code ) : { ok: false, message, code, fields: fieldMessages( fault.data ) };
		}
	}
};

const unreadable = ( code: string ): Refusal => ( {
	ok: false,
	message: __( 'Your site sent an answer that could not be read. Try again; if it stays, look at the site’s error log.', 'causeway' ),
	code,
	fields: {},
} );
