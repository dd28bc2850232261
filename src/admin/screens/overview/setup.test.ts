import { stepsOf } from './setup';

import type { SetupState } from '../../data/types';

const nothing: SetupState = { setup: { portal: null, pages: [] }, connections: [], everAny: { edges: [] } };

const done = ( state: SetupState ) => stepsOf( state ).flatMap( ( { id, isDone } ) => ( isDone ? [ id ] : [] ) );

describe( 'the way to a first diagnosis', () => {
	it( 'begins with nothing done', () => {
		expect( done( nothing ) ).toEqual( [] );
	} );

	it( 'has found the page before the block is on it', () => {
		expect( done( { ...nothing, setup: { portal: null, pages: [ { id: 1, title: 'Login', hasBlock: false, editUrl: null } ] } } ) ).toEqual( [ 'page' ] );
	} );

	it( 'counts a connection once it was tested and nothing was wrong', () => {
		const connection = ( ...conditions: readonly string[] ) => ( { id: 'crm', systemTitle: 'CRM', conditions: conditions.map( ( status ) => ( { status } ) ) } );
		expect( done( { ...nothing, connections: [ connection() ] } ) ).toEqual( [] );
		expect( done( { ...nothing, connections: [ connection( 'true', 'false' ) ] } ) ).toEqual( [] );
		expect( done( { ...nothing, connections: [ connection( 'true', 'unknown' ) ] } ) ).toEqual( [ 'connection' ] );
	} );
} );
