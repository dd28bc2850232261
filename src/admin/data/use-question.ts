import { useCallback, useEffect, useRef, useState } from '@wordpress/element';

import type { Answer } from './answer';

/** What a screen knows of the thing that it shows. */
export type Loaded< T > =
	| { readonly status: 'loading' }
	| { readonly status: 'failed'; readonly message: string }
	/** `staleBecause`: the last refresh failed with this sentence, and `value` is from before; '' where it is fresh. */
	| { readonly status: 'ready'; readonly value: T; readonly staleBecause: string };

/**
 * Asks on mount and whenever `key` changes; answers that come too late for their key are dropped.
 *
 * `reload` asks again and keeps what is shown meanwhile. It resolves when the answer is on the screen.
 */
export const useQuestion = < T >( key: string, question: () => Promise< Answer< T > > ) => {
	const [ state, setState ] = useState< { key: string; loaded: Loaded< T > } >( { key, loaded: { status: 'loading' } } );
	const latest = useRef( { key, question, turn: 0 } );
	latest.current.key = key;
	latest.current.question = question;

	const reload = useCallback( async (): Promise< void > => {
		const turn = ++latest.current.turn;
		const asked = latest.current.key;
		const answer = await latest.current.question();
		if ( turn !== latest.current.turn || asked !== latest.current.key ) {
			return;
		}
		setState( ( before ) => ( { key: asked, loaded: next( before.key === asked ? before.loaded : { status: 'loading' }, answer ) } ) );
	}, [] );

	const retry = useCallback( () => {
		setState( { key: latest.current.key, loaded: { status: 'loading' } } );
		void reload();
	}, [ reload ] );

	useEffect( () => {
		const current = latest.current;
		void reload();
		return () => {
			current.turn++;
		};
	}, [ key, reload ] );

	const loaded: Loaded< T > = state.key === key ? state.loaded : { status: 'loading' };
	return { loaded, reload, retry };
};

const next = < T >( before: Loaded< T >, answer: Answer< T > ): Loaded< T > => {
	if ( answer.ok ) {
		return { status: 'ready', value: answer.value, staleBecause: '' };
	}
	return before.status === 'ready' ? { ...before, staleBecause: answer.message } : { status: 'failed', message: answer.message };
};
