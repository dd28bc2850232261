import { act, renderHook } from '@testing-library/react';

import { pollingSchedule, usePolling } from './use-polling';

const hide = ( isHidden: boolean ) => {
	Object.defineProperty( document, 'hidden', { configurable: true, value: isHidden } );
	document.dispatchEvent( new Event( 'visibilitychange' ) );
};

const pass = ( seconds: number ) => act( async () => jest.advanceTimersByTimeAsync( seconds * 1000 ) );

const start = ( initial: { isDue: boolean; restartKey: string } ) => {
	const onTick = jest.fn( async () => undefined );
	return { onTick, ...renderHook( ( props ) => usePolling( { ...props, onTick } ), { initialProps: initial } ) };
};

beforeEach( () => {
	jest.useFakeTimers();
	hide( false );
} );
afterEach( () => jest.useRealTimers() );

describe( 'polling', () => {
	it( 'looks after 3, 6, 15, 30 and 60 seconds, and then stops', async () => {
		const { onTick, result } = start( { isDue: true, restartKey: 'a' } );
		for ( const [ index, seconds ] of [ 3, 6, 15, 30, 60 ].entries() ) {
			await pass( seconds - 0.1 );
			expect( onTick ).toHaveBeenCalledTimes( index );
			expect( result.current.status ).toBe( 'watching' );
			await pass( 0.1 );
			expect( onTick ).toHaveBeenCalledTimes( index + 1 );
		}
		expect( result.current.status ).toBe( 'stopped' );
		await pass( 3600 );
		expect( onTick ).toHaveBeenCalledTimes( pollingSchedule.length );
	} );

	it( 'does not look while nothing is due', async () => {
		const { onTick, result } = start( { isDue: false, restartKey: 'a' } );
		await pass( 300 );
		expect( onTick ).not.toHaveBeenCalled();
		expect( result.current.status ).toBe( 'idle' );
	} );

	it( 'starts anew when something has moved', async () => {
		const { onTick, rerender } = start( { isDue: true, restartKey: 'a' } );
		await pass( 9 );
		expect( onTick ).toHaveBeenCalledTimes( 2 );
		rerender( { isDue: true, restartKey: 'b' } );
		await pass( 3 );
		expect( onTick ).toHaveBeenCalledTimes( 3 );
	} );

	it( 'starts anew when a person asks after it has stopped', async () => {
		const { onTick, result } = start( { isDue: true, restartKey: 'a' } );
		await pass( 200 );
		expect( result.current.status ).toBe( 'stopped' );
		act( () => result.current.restart() );
		expect( result.current.status ).toBe( 'watching' );
		await pass( 3 );
		expect( onTick ).toHaveBeenCalledTimes( pollingSchedule.length + 1 );
	} );

	it( 'never looks in a hidden tab, and once at once when it is seen again', async () => {
		const { onTick } = start( { isDue: true, restartKey: 'a' } );
		hide( true );
		await pass( 3600 );
		expect( onTick ).not.toHaveBeenCalled();
		await act( async () => hide( false ) );
		expect( onTick ).toHaveBeenCalledTimes( 1 );
		await pass( 6 );
		expect( onTick ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'waits for a slow answer before it counts on', async () => {
		let answer: () => void = () => undefined;
		const onTick = jest.fn( () => new Promise< void >( ( resolve ) => ( answer = resolve ) ) );
		renderHook( () => usePolling( { isDue: true, restartKey: 'a', onTick } ) );
		await pass( 3 );
		await pass( 100 );
		expect( onTick ).toHaveBeenCalledTimes( 1 );
		await act( async () => answer() );
		await pass( 6 );
		expect( onTick ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'ends with the screen', async () => {
		const { onTick, unmount } = start( { isDue: true, restartKey: 'a' } );
		unmount();
		await pass( 300 );
		expect( onTick ).not.toHaveBeenCalled();
	} );
} );
