import { useCallback, useRef, useState } from '@wordpress/element';

import { useQuestion } from './use-question';

import type { Answer } from './answer';
import type { Rows } from './queries';
import type { Loaded } from './use-question';

const pageSize = 20;
const mostAtOnce = 100;

export type More = { readonly status: 'idle' } | { readonly status: 'loading' } | { readonly status: 'failed'; readonly message: string };

export interface RowList< T > {
	readonly loaded: Loaded< Rows< T > >;
	readonly more: More;
	readonly loadMore: () => void;
	readonly retry: () => void;
	/** Reads the shown rows again, in the background; of a long list the first hundred. */
	readonly refresh: () => Promise< void >;
}

/** Rows of a keyset list, page by page. `key` names what is listed: another one starts anew. */
export const useRows = < T extends { readonly id: number } >(
	key: string,
	read: ( first: number, after: string | null ) => Promise< Answer< Rows< T > > >
): RowList< T > => {
	const [ appended, setAppended ] = useState< { readonly key: string; readonly page: Rows< T > } | null >( null );
	const [ more, setMore ] = useState< { readonly key: string; readonly value: More } >( { key, value: { status: 'idle' } } );
	const current = useRef( key );
	current.current = key;
	const shown = appended?.key === key ? appended.page : null;

	const { loaded: first, reload, retry } = useQuestion( key, () => read( Math.min( Math.max( shown?.rows.length ?? 0, pageSize ), mostAtOnce ), null ) );
	const loaded: Loaded< Rows< T > > = shown !== null && first.status === 'ready' ? { ...first, value: shown } : first;
	const page = loaded.status === 'ready' ? loaded.value : null;

	const loadMore = useCallback( () => {
		if ( page === null || page.nextCursor === null ) {
			return;
		}
		const asked = key;
		setMore( { key: asked, value: { status: 'loading' } } );
		void read( pageSize, page.nextCursor ).then( ( answer ) => {
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
	}, [ key, page, read ] );

	const refresh = useCallback( async () => {
		await reload();
		setAppended( null );
	}, [ reload ] );

	return { loaded, more: more.key === key ? more.value : { status: 'idle' }, loadMore, retry, refresh };
};

/** A row that was added meanwhile has pushed another one to the next page. */
const withoutRepeats = < T extends { readonly id: number } >( rows: readonly T[] ): readonly T[] => [ ...new Map( rows.map( ( row ) => [ row.id, row ] ) ).values() ];
