import { useCallback, useRef, useState } from '@wordpress/element';

import { explain } from '../../data/commands';

import type { Explanation, Question } from '../../data/commands';

/** What somebody said to a question; null where they cannot tell. */
export interface Told {
	readonly question: Question;
	readonly answer: boolean | null;
}

interface State {
	/** The message that was asked about, as it was sent; '' before the first. */
	readonly message: string;
	readonly told: readonly Told[];
	readonly isAsking: boolean;
	/** Why the newest question was not answered; '' where it was, or is still to be. */
	readonly refusal: string;
	/** Of this message; null where none has come yet. It may be from before the last thing told. */
	readonly explanation: Explanation | null;
}

/** Asks what a message can mean, and again with each thing that is told. An answer that a newer question has overtaken is dropped. */
export const useExplanation = () => {
	const [ state, setState ] = useState< State >( { message: '', told: [], isAsking: false, refusal: '', explanation: null } );
	const turn = useRef( 0 );

	const ask = useCallback( async ( message: string, told: readonly Told[] ): Promise< void > => {
		const mine = ++turn.current;
		setState( ( before ) => ( { message, told, isAsking: true, refusal: '', explanation: before.message === message ? before.explanation : null } ) );
		const answer = await explain( message, answersOf( told ) );
		if ( mine === turn.current ) {
			setState( ( before ) => ( { ...before, isAsking: false, ...( answer.ok ? { explanation: answer.value } : { refusal: answer.message } ) } ) );
		}
	}, [] );

	return { state, ask };
};

const answersOf = ( told: readonly Told[] ): Readonly< Record< string, boolean > > =>
	Object.fromEntries( told.flatMap( ( { question, answer } ) => ( answer === null ? [] : [ [ question.ref, answer ] as const ] ) ) );
