import { fireEvent, render, screen } from '@testing-library/react';

import { Questions } from './questions';

import type { Question } from '../../data/commands';

const badge: Question = { ref: 'gate:badge.fits', question: 'Whether the badge fits', yes: 'The badge fits.', no: 'The badge does not fit.' };
const queue: Question = { ref: 'gate:queue.short', question: 'Whether the queue is short', yes: 'The queue is short.', no: 'The queue is long.' };

const button = ( name: string | RegExp ) => screen.getByRole( 'button', { name } );

describe( 'questions that tell causes apart', () => {
	it( 'offers whole sentences, and hands on which was meant', () => {
		const onTell = jest.fn();
		render( <Questions questions={ [ badge, queue ] } told={ [] } onTell={ onTell } isBusy={ false } /> );
		fireEvent.click( button( 'The badge does not fit' ) );
		expect( onTell ).toHaveBeenLastCalledWith( [ { question: badge, answer: false } ] );
		expect( screen.getByRole( 'heading' ).matches( ':focus' ) ).toBe( true );
	} );

	it( 'asks nothing twice, and takes an answer back', () => {
		const onTell = jest.fn();
		render( <Questions questions={ [ badge, queue ] } told={ [ { question: badge, answer: null } ] } onTell={ onTell } isBusy={ false } /> );
		expect( screen.queryByRole( 'button', { name: 'The badge fits' } ) ).toBeNull();
		fireEvent.click( button( /Take back/ ) );
		expect( onTell ).toHaveBeenLastCalledWith( [] );
	} );

	it( 'takes no second answer while the first is on its way', () => {
		const onTell = jest.fn();
		render( <Questions questions={ [ badge ] } told={ [] } onTell={ onTell } isBusy /> );
		fireEvent.click( button( 'The badge fits' ) );
		expect( onTell ).not.toHaveBeenCalled();
	} );

	it( 'is not there where nothing is asked and nothing was told', () => {
		const { container } = render( <Questions questions={ [] } told={ [] } onTell={ jest.fn() } isBusy={ false } /> );
		expect( container.childElementCount ).toBe( 0 );
	} );
} );
