import { act, renderHook } from '@testing-library/react';

import { useQuestion } from './use-question';

import type { Answer } from './answer';

const refused = ( message: string ): Answer< string > => ( { ok: false, message, code: 'x', fields: {} } );

/** Questions that are answered by hand, in any order. */
const desk = () => {
	const open: Record< string, ( answer: Answer< string > ) => void > = {};
	return {
		ask: ( key: string ) => () => new Promise< Answer< string > >( ( resolve ) => ( open[ key ] = resolve ) ),
		answer: ( key: string, answer: Answer< string > ) => act( async () => open[ key ]?.( answer ) ),
	};
};

describe( 'a question of a screen', () => {
	it( 'drops an answer that comes after the screen asked for something else', async () => {
		const { ask, answer } = desk();
		const { result, rerender } = renderHook( ( { key } ) => useQuestion( key, ask( key ) ), { initialProps: { key: 'first' } } );
		rerender( { key: 'second' } );
		await answer( 'second', { ok: true, value: 'two' } );
		await answer( 'first', { ok: true, value: 'one' } );
		expect( result.current.loaded ).toEqual( { status: 'ready', value: 'two', staleBecause: '' } );
	} );

	it( 'shows what failed, and loads again on retry', async () => {
		const { ask, answer } = desk();
		const { result } = renderHook( () => useQuestion( 'a', ask( 'a' ) ) );
		await answer( 'a', refused( 'No.' ) );
		expect( result.current.loaded ).toEqual( { status: 'failed', message: 'No.' } );
		act( () => result.current.retry() );
		expect( result.current.loaded ).toEqual( { status: 'loading' } );
		await answer( 'a', { ok: true, value: 'yes' } );
		expect( result.current.loaded ).toMatchObject( { status: 'ready', value: 'yes' } );
	} );

	it( 'keeps what it has when a refresh fails, and says that it is old', async () => {
		const { ask, answer } = desk();
		const { result } = renderHook( () => useQuestion( 'a', ask( 'a' ) ) );
		await answer( 'a', { ok: true, value: 'yes' } );
		act( () => void result.current.reload() );
		expect( result.current.loaded ).toMatchObject( { status: 'ready', value: 'yes' } );
		await answer( 'a', refused( 'Offline.' ) );
		expect( result.current.loaded ).toEqual( { status: 'ready', value: 'yes', staleBecause: 'Offline.' } );
	} );
} );
