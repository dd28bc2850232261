import { useCallback, useMemo, useRef, useState } from '@wordpress/element';

import { listOptions } from '../../data/list-options';
import { listCases } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { filterOf } from './filter';

import type { CasePage } from '../../data/queries';
import type { Loaded } from '../../data/use-question';
import type { CaseListView } from '../../routing/view';

/** The most that is read again at once when somebody comes back to a long list. */
const mostAtOnce = 100;

/** The list as it was left, so that going back from a case finds the same rows in the same place. */
let left: { readonly key: string; readonly page: CasePage } | null = null;

export type More = { readonly status: 'idle' } | { readonly status: 'loading' } | { readonly status: 'failed'; readonly message: string };

export interface CaseList {
	readonly loaded: Loaded< CasePage >;
	readonly more: More;
	readonly loadMore: () => void;
	readonly retry: () => void;
	/** Reads the shown rows again, in the background. */
	readonly refresh: () => Promise< void >;
}

/** Rows for a view, read page by page from a keyset cursor. */
export const useCaseList = ( view: CaseListView ): CaseList => {
	const key = JSON.stringify( view );
	const pageSize = listOptions().rows;
	// When the list was begun is when its time is counted from: pages that follow belong to the same list.
	const filter = useMemo( () => filterOf( JSON.parse( key ) as CaseListView, Math.floor( Date.now() / 1000 ) ), [ key ] );
	const order = view.oldestFirst ? 'oldest' : 'newest';
	const [ appended, setAppended ] = useState< { key: string; page: CasePage } | null >( null );
	const [ more, setMore ] = useState< { key: string; value: More } >( { key, value: { status: 'idle' } } );
	const current = useRef( key );
	current.current = key;

	const question = () => {
		const rows = left?.key === key ? left.page.rows.length : 0;
		return listCases( filter, order, Math.min( Math.max( rows, pageSize ), mostAtOnce ), null );
	};
	const { loaded: first, retry, reload } = useQuestion( key, question );

	let loaded: Loaded< CasePage > = first;
	if ( appended?.key === key ) {
		loaded = { status: 'ready', value: appended.page, staleBecause: '' };
	} else if ( first.status === 'loading' && left?.key === key ) {
		loaded = { status: 'ready', value: left.page, staleBecause: '' };
	}
	if ( loaded.status === 'ready' ) {
		left = { key, page: loaded.value };
	}

	const page = loaded.status === 'ready' ? loaded.value : null;
	const loadMore = useCallback( () => {
		if ( page === null || page.nextCursor === null ) {
			return;
		}
		const asked = key;
		setMore( { key: asked, value: { status: 'loading' } } );
		void listCases( filter, order, pageSize, page.nextCursor ).then( ( answer ) => {
			if ( current.current !== asked ) {
				return;
			}
			if ( ! answer.ok ) {
				setMore( { key: asked, value: { status: 'failed', message: answer.message } } );
				return;
			}
			setMore( { key: asked, value: { status: 'idle' } } );
			setAppended( { key: asked, page: { ...answer.value, rows: withoutRepeats( [ ...page.rows, ...answer.value.rows ] ) } } );
		} );
	}, [ filter, key, order, page, pageSize ] );

	const refresh = useCallback( async () => {
		await reload();
		setAppended( null );
	}, [ reload ] );

	return { loaded, refresh, retry, more: more.key === key ? more.value : { status: 'idle' }, loadMore };
};

/** A case that somebody tried again meanwhile has moved to another page. */
const withoutRepeats = < T extends { readonly id: number } >( rows: readonly T[] ): readonly T[] => [
	...new Map( rows.map( ( row ) => [ row.id, row ] ) ).values(),
];
