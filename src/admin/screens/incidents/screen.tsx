import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { Failure, Stale } from '../../components/failure';
import { IncidentList } from '../../components/incident-list';
import { LoadMore } from '../../components/load-more';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { Tabs } from '../../components/tabs';
import { listIncidents } from '../../data/queries';
import { usePolling } from '../../data/use-polling';
import { useRows } from '../../data/use-rows';
import { ViewLink } from '../../routing/navigation';
import { everyCase } from '../../routing/view';

export const IncidentsScreen = ( { isOver }: { readonly isOver: boolean } ) => {
	const read = useCallback( ( first: number, after: string | null ) => listIncidents( ! isOver, first, after ), [ isOver ] );
	const { loaded, more, loadMore, retry, refresh } = useRows( String( isOver ), read );
	const page = loaded.status === 'ready' ? loaded.value : null;
	usePolling( { isDue: page !== null && ! isOver, restartKey: JSON.stringify( page?.rows.map( ( { id, waiting } ) => [ id, waiting ] ) ), onTick: refresh } );

	return (
		<Page
			title={ __( 'Incidents', 'causeway' ) }
			tabTitle={ __( 'Incidents', 'causeway' ) }
			lead={ <p>{ __( 'When one cause keeps several people out at the same time, their cases are gathered here: told once, fixed once for everybody, closed by proof.', 'causeway' ) }</p> }
		>
			<Tabs
				label={ __( 'Incidents by state', 'causeway' ) }
				tabs={ [
					{ to: { screen: 'incidents', isOver: false }, word: __( 'Open', 'causeway' ), isCurrent: ! isOver },
					{ to: { screen: 'incidents', isOver: true }, word: __( 'Over', 'causeway' ), isCurrent: isOver },
				] }
			/>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 41, 61, 61 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && (
				<>
					<Stale because={ loaded.staleBecause } />
					{ loaded.value.rows.length === 0 ? (
						<Nothing isOver={ isOver } />
					) : (
						<IncidentList
							caption={ isOver ? __( 'Incidents that are over, newest first', 'causeway' ) : __( 'Open incidents, newest first', 'causeway' ) }
							incidents={ loaded.value.rows }
						/>
					) }
					<LoadMore hasMore={ loaded.value.nextCursor !== null } more={ more } onMore={ loadMore } />
				</>
			) }
		</Page>
	);
};

const Nothing = ( { isOver }: { readonly isOver: boolean } ) => (
	<div className="causeway-empty">
		<h2>{ isOver ? __( 'No incident is over yet', 'causeway' ) : __( 'No open incident', 'causeway' ) }</h2>
		<p>{ __( 'An incident opens by itself when more people than usual are kept out by the same cause within an hour. What keeps single people out is under “Cases”.', 'causeway' ) }</p>
		<ViewLink to={ { screen: 'cases', ...everyCase } } className="components-button is-secondary">
			{ __( 'Show the cases', 'causeway' ) }
		</ViewLink>
	</div>
);
