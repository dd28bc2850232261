import { act, renderHook } from '@testing-library/react';

import { explain } from '../../data/commands';
import { useExplanation } from './use-explanation';

import type { Answer } from '../../data/answer';
import type { Explanation, Question } from '../../data/commands';

jest.mock( '../../data/commands', () => ( { explain: jest.fn() } ) );
const asked = explain as jest.MockedFunction< typeof explain >;

const question = ( ref: string ): Question => ( { ref, question: 'Whether', yes: 'Yes.', no: 'No.' } );

const meaning = ( title: string ): Explanation => ( {
	causes: [ { cause: title, system: 'gate', title, confidence: 'possible', why: [], fixPath: [] } ],
	unknown: [],
	questions: [],
	symptoms: [],
	recognised: true,
	recordable: false,
	pattern: null,
} );

/** Answers that the test gives when it wants to, in the order in which they were asked for. */
const pending = () => {
	const answers: Array< ( answer: Answer< Explanation > ) => void > = [];
	asked.mockImplementation( () => new Promise( ( resolve ) => answers.push( resolve ) ) );
	return ( index: number, answer: Answer< Explanation > ) => act( async () => answers[ index ]?.( answer ) );
};

const first = ( state: { readonly explanation: Explanation | null } ) => state.explanation?.causes[ 0 ]?.title;

describe( 'asking what a message can mean', () => {
	beforeEach( () => asked.mockReset() );

	it( 'sends what was told, and nothing for what somebody cannot tell', async () => {
		const give = pending();
		const { result } = renderHook( useExplanation );
		act( () => void result.current.ask( 'No', [ { question: question( 'a:b.c' ), answer: false }, { question: question( 'a:d.e' ), answer: null } ] ) );
		expect( asked ).toHaveBeenCalledWith( 'No', { 'a:b.c': false } );
		await give( 0, { ok: true, value: meaning( 'closed' ) } );
		expect( first( result.current.state ) ).toBe( 'closed' );
	} );

	it( 'keeps what is shown while the same message is asked about again', async () => {
		const give = pending();
		const { result } = renderHook( useExplanation );
		act( () => void result.current.ask( 'No', [] ) );
		await give( 0, { ok: true, value: meaning( 'closed' ) } );
		act( () => void result.current.ask( 'No', [ { question: question( 'a:b.c' ), answer: true } ] ) );
		expect( first( result.current.state ) ).toBe( 'closed' );
		expect( result.current.state.isAsking ).toBe( true );
		act( () => void result.current.ask( 'Another', [] ) );
		expect( result.current.state.explanation ).toBeNull();
	} );

	it( 'drops an answer that a newer question has overtaken', async () => {
		const give = pending();
		const { result } = renderHook( useExplanation );
		act( () => void result.current.ask( 'No', [] ) );
		act( () => void result.current.ask( 'Another', [] ) );
		await give( 1, { ok: true, value: meaning( 'newer' ) } );
		await give( 0, { ok: true, value: meaning( 'older' ) } );
		expect( first( result.current.state ) ).toBe( 'newer' );
	} );

	it( 'tells a refusal, and keeps what was told for another try', async () => {
		const give = pending();
		const { result } = renderHook( useExplanation );
		act( () => void result.current.ask( 'No', [] ) );
		await give( 0, { ok: true, value: meaning( 'closed' ) } );
		act( () => void result.current.ask( 'No', [ { question: question( 'a:b.c' ), answer: true } ] ) );
		await give( 1, { ok: false, message: 'The site did not answer.', code: '', fields: {} } );
		expect( result.current.state ).toMatchObject( { refusal: 'The site did not answer.', isAsking: false, message: 'No' } );
		expect( result.current.state.told ).toHaveLength( 1 );
		expect( first( result.current.state ) ).toBe( 'closed' );
	} );
} );
