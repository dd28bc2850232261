/**
 * Runs in Node, because jsdom has neither Response nor Headers, which every browser has.
 *
 * @jest-environment node
 */

import apiFetch from '@wordpress/api-fetch';

import { ask } from './graphql';
import { listCases, readCase } from './queries';
import { CaseChoicesDocument } from './schema.generated';

jest.mock( '@wordpress/api-fetch', () => ( { __esModule: true, default: jest.fn() } ) );
const send = apiFetch as unknown as jest.Mock;

beforeEach( () => {
	send.mockReset();
	globalThis.window = globalThis as never;
	window.causewayAdmin = {
		graphqlUrl: 'https://example.test/?rest_route=/causeway/v1/graphql',
		pageUrl: 'https://example.test/wp-admin/admin.php?page=causeway',
		loginUrl: 'https://example.test/wp-login.php',
		titlePattern: '%s',
		list: { hidden: [], isCompact: false, rows: 20 },
		can: { manageCases: true, applyFixes: true, manageConnections: true },
	};
} );

describe( 'a question to the schema', () => {
	it( 'goes through api-fetch, so that a nonce that has run out is renewed', async () => {
		send.mockResolvedValue( { data: { overview: { openCases: 3 }, systems: [] } } );
		const answer = await ask( CaseChoicesDocument, {} );
		expect( answer ).toEqual( { ok: true, value: { overview: { openCases: 3 }, systems: [] } } );
		expect( send ).toHaveBeenCalledTimes( 1 );
		const options = send.mock.calls[ 0 ][ 0 ];
		expect( options ).toMatchObject( { url: 'https://example.test/?rest_route=/causeway/v1/graphql', method: 'POST' } );
		// Only a parsed answer lets api-fetch see that the nonce was refused.
		expect( options.parse ).not.toBe( false );
		expect( options.data.query ).toContain( 'query CaseChoices' );
	} );

	it( 'comes back as a value when the server refuses', async () => {
		send.mockRejectedValue( { code: 'rest_forbidden', message: 'Sorry, you are not allowed to do that.', data: { status: 403 } } );
		expect( await ask( CaseChoicesDocument, {} ) ).toMatchObject( { ok: false, code: 'rest_forbidden', message: 'Sorry, you are not allowed to do that.' } );
	} );

	it( 'comes back as a value when the answer lists errors', async () => {
		send.mockResolvedValue( { errors: [ { message: 'No.' } ] } );
		expect( await ask( CaseChoicesDocument, {} ) ).toMatchObject( { ok: false, message: 'No.' } );
	} );

	it( 'knows the last page by its missing cursor', async () => {
		const page = ( hasNextPage: boolean ) => ( { data: { cases: { totalCount: 1, pageInfo: { hasNextPage, endCursor: 'abc' }, edges: [] } } } );
		send.mockResolvedValueOnce( page( true ) ).mockResolvedValueOnce( page( false ) );
		expect( await listCases( {}, 'newest', 20, null ) ).toMatchObject( { value: { nextCursor: 'abc' } } );
		expect( await listCases( {}, 'newest', 20, 'abc' ) ).toMatchObject( { value: { nextCursor: null } } );
	} );

	it( 'tells a case that is not there from one that could not be read', async () => {
		send.mockResolvedValueOnce( { data: { case: null, systems: [] } } );
		expect( await readCase( 7 ) ).toEqual( { ok: true, value: null } );
		send.mockRejectedValueOnce( { code: 'fetch_error' } );
		expect( await readCase( 7 ) ).toMatchObject( { ok: false } );
	} );
} );
