/** @jest-environment jsdom */
import { carried, isLoginForm, sentencesIn, watch } from './watching';
import type { WatchPorts } from './watching';

const form = ( html: string ): HTMLFormElement => {
	document.body.innerHTML = `<div id="own"></div><form>${ html }</form><div id="answer"></div>`;
	return document.querySelector( 'form' ) as HTMLFormElement;
};

const LOGIN = '<input type="text" name="user"><input type="password" name="pass">';

describe( 'carried', () => {
	it.each( [
		[ 'causeway_refused=K7QM3FXA', { reference: 'K7QM-3FXA', isProven: false } ],
		[ 'a=b; causeway_refused=K7QM3FXA.p; c=d', { reference: 'K7QM-3FXA', isProven: true } ],
		[ 'xcauseway_refused=K7QM3FXA', null ],
		[ 'causeway_refused=K7QM3FX', null ],
		[ 'causeway_refused=K7QM3FXA<b>', null ],
		[ '', null ],
	] )( 'reads %p', ( cookies, expected ) => {
		expect( carried( cookies, 'causeway_refused' ) ).toEqual( expected );
	} );
} );

describe( 'isLoginForm', () => {
	it.each( [
		[ LOGIN, true ],
		[ '<input name="user"><input type="password">', true ],
		[ '<input type="password">', false ],
		[ `${ LOGIN }<input type="password">`, false ],
		[ '<input type="search">', false ],
	] )( 'judges %p', ( html, expected ) => {
		expect( isLoginForm( form( html ) ) ).toBe( expected );
	} );
} );

describe( 'sentencesIn', () => {
	it( 'keeps short ones, in order, and not many', () => {
		const nodes = [ 'Wait', 'Please  contact\nyour administrator', 'x'.repeat( 301 ), ...Array.from( { length: 9 }, ( _, at ) => `Sentence ${ at }` ) ].map( ( text ) => document.createTextNode( text ) );
		expect( sentencesIn( nodes ) ).toEqual( [ 'Please contact your administrator', 'Sentence 0', 'Sentence 1', 'Sentence 2', 'Sentence 3' ] );
	} );
} );

describe( 'watch', () => {
	beforeEach( () => jest.useFakeTimers() );
	afterEach( () => jest.useRealTimers() );

	const begin = ( ports: Partial< WatchPorts > ): { login: HTMLFormElement; found: jest.Mock; ask: jest.Mock } => {
		const login = form( LOGIN );
		login.addEventListener( 'submit', ( event ) => event.preventDefault() );
		const found = jest.fn();
		const ask = jest.fn( async () => null );
		watch( document, document.getElementById( 'own' ) as Element, { carried: () => null, ask, found, ...ports } );
		return { login, found, ask };
	};

	const send = ( login: HTMLFormElement ): boolean => login.dispatchEvent( new Event( 'submit', { bubbles: true, cancelable: true } ) );

	it( 'finds the reference that the server left', async () => {
		let cookie: ReturnType< WatchPorts[ 'carried' ] > = null;
		const { login, found } = begin( { carried: () => cookie } );
		expect( send( login ) ).toBe( false );
		await jest.advanceTimersByTimeAsync( 1000 );
		expect( found ).not.toHaveBeenCalled();
		cookie = { reference: 'K7QM-3FXA', isProven: true };
		await jest.advanceTimersByTimeAsync( 1000 );
		expect( found.mock.calls ).toEqual( [ [ cookie ] ] );
	} );

	it( 'asks about a sentence that a script put into the page, and not about its own', async () => {
		const ask = jest.fn( async () => ( { reference: 'K7QM-3FXA', isProven: false } ) );
		const { login, found } = begin( { ask } );
		send( login );
		await jest.advanceTimersByTimeAsync( 50 );
		( document.getElementById( 'own' ) as Element ).innerHTML = '<p>Something of our own</p>';
		( document.getElementById( 'answer' ) as Element ).innerHTML = '<p>Please contact your administrator</p>';
		await jest.advanceTimersByTimeAsync( 1000 );
		expect( ask.mock.calls ).toEqual( [ [ [ 'Please contact your administrator' ] ] ] );
		expect( found ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'stops looking after a while', async () => {
		const look = jest.fn( () => null );
		const { login, found } = begin( { carried: look } );
		send( login );
		await jest.advanceTimersByTimeAsync( 60_000 );
		const looks = look.mock.calls.length;
		await jest.advanceTimersByTimeAsync( 60_000 );
		expect( look ).toHaveBeenCalledTimes( looks );
		expect( found ).not.toHaveBeenCalled();
	} );

	it( 'leaves a form to the page that answers it', async () => {
		const look = jest.fn( () => null );
		begin( { carried: look } );
		expect( send( form( LOGIN ) ) ).toBe( true );
		await jest.advanceTimersByTimeAsync( 5000 );
		expect( look ).not.toHaveBeenCalled();
	} );

	it( 'leaves other forms alone', async () => {
		const look = jest.fn( () => null );
		begin( { carried: look } );
		send( form( '<input type="search">' ) );
		await jest.advanceTimersByTimeAsync( 5000 );
		expect( look ).not.toHaveBeenCalled();
	} );
} );
