import { Button } from '@wordpress/components';
import { useCallback, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { CaseTable } from '../../components/case-table';
import { Failure, Stale } from '../../components/failure';
import { LoadMore } from '../../components/load-more';
import { Panel } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { listIncidentCases } from '../../data/queries';
import { useRows } from '../../data/use-rows';
import { ViewLink } from '../../routing/navigation';
import { everyCase } from '../../routing/view';

import type { IncidentFile } from '../../data/types';

/** Whom it met: those who are still kept out first, everybody on demand. */
export const AffectedPeople = ( { incident: { id, state, waiting } }: { readonly incident: IncidentFile } ) => {
	const [ isEverybody, setIsEverybody ] = useState( state === 'resolved' );
	const read = useCallback( ( first: number, after: string | null ) => listIncidentCases( id, ! isEverybody, first, after ), [ id, isEverybody ] );
	const { loaded, more, loadMore, retry, refresh } = useRows( `${ id }/${ isEverybody }`, read );

	// The page behind has counted anew.
	useEffect( () => void refresh(), [ waiting, refresh ] );

	return (
		<Panel
			title={ isEverybody ? __( 'Everybody whom it met', 'causeway' ) : __( 'Still kept out', 'causeway' ) }
			aside={
				<span className="causeway-panel__links">
					{ state !== 'resolved' && (
						<Button variant="link" onClick={ () => setIsEverybody( ! isEverybody ) }>
							{ isEverybody ? __( 'Show who is still kept out', 'causeway' ) : __( 'Show everybody whom it met', 'causeway' ) }
						</Button>
					) }
					<ViewLink to={ { screen: 'cases', ...everyCase, state: isEverybody ? 'all' : 'unresolved', incident: id } }>{ __( 'In the list of cases', 'causeway' ) }</ViewLink>
				</span>
			}
		>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 61, 61, 61 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && (
				<>
					<Stale because={ loaded.staleBecause } />
					{ loaded.value.rows.length === 0 ? (
						<p>{ isEverybody ? __( 'Its cases were removed when their time was over.', 'causeway' ) : __( 'Nobody is kept out by this any more.', 'causeway' ) }</p>
					) : (
						<CaseTable caption={ __( 'Cases of this incident', 'causeway' ) } rows={ loaded.value.rows } without={ [ 'cause' ] } />
					) }
					<LoadMore hasMore={ loaded.value.nextCursor !== null } more={ more } onMore={ loadMore } />
				</>
			) }
		</Panel>
	);
};
