import { refusal } from './answer';

beforeEach( () => {
	window.reportError = jest.fn();
} );

describe( 'a refusal', () => {
	it( 'keeps a sentence that the server wrote, with its code and its fields', () => {
		const thrown = {
			code: 'causeway_invalid_field',
			message: 'A client ID starts with 1000.',
			data: { status: 400, fields: { client_id: 'A client ID starts with 1000.', other: 3 } },
		};
		expect( refusal( thrown ) ).toEqual( {
			ok: false,
			code: 'causeway_invalid_field',
			message: 'A client ID starts with 1000.',
			fields: { client_id: 'A client ID starts with 1000.' },
		} );
	} );

	it( 'takes the first error that GraphQL lists', () => {
		const thrown = Object.assign( new Error( 'long text with the whole query in it' ), {
			response: { errors: [ { message: 'The cursor is not one of this list.' }, { message: 'second' } ] },
		} );
		expect( refusal( thrown ) ).toMatchObject( { code: 'graphql', message: 'The cursor is not one of this list.' } );
	} );

	it.each( [
		[ 'no network', { code: 'fetch_error', message: 'You are probably offline.' } ],
		[ 'an ended session', { code: 'rest_cookie_invalid_nonce', message: 'Cookie check failed' } ],
		[ 'a plugin that is switched off', { code: 'rest_no_route', message: 'No route was found matching the URL and request method.' } ],
		[ 'a page instead of JSON', { code: 'invalid_json', message: 'The response is not a valid JSON response.' } ],
		[ 'a fatal error', { code: 'internal_server_error', message: '<p>There has been a critical error on this website.</p>' } ],
		[ 'an error without words', new TypeError( 'x is not a function' ) ],
		[ 'nothing at all', undefined ],
	] )( 'says in our own words what to do about %s', ( _what, thrown ) => {
		const { message } = refusal( thrown );
		expect( message ).toMatch( /try again|Reload/i );
		expect( message ).not.toContain( ( thrown as { message?: string } | undefined )?.message ?? '<' );
	} );

	it( 'reports what is a bug of ours, and keeps quiet about a server that fails', () => {
		const bug = new TypeError( 'x is not a function' );
		refusal( bug );
		refusal( { code: 'invalid_json', message: '' } );
		expect( window.reportError ).toHaveBeenCalledTimes( 1 );
		expect( window.reportError ).toHaveBeenCalledWith( bug );
	} );
} );
