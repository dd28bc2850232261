import { Button, Notice, SelectControl } from '@wordpress/components';
import { useCallback, useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { ConfidenceBadge } from '../../components/badges';
import { Failure, Stale } from '../../components/failure';
import { LoadMore } from '../../components/load-more';
import { Moment } from '../../components/moment';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { formatNumber, peopleCount } from '../../components/words';
import { boot } from '../../data/boot';
import { startAudit } from '../../data/commands';
import { listPeopleAtRisk, readAudit } from '../../data/queries';
import { usePolling } from '../../data/use-polling';
import { useQuestion } from '../../data/use-question';
import { useRows } from '../../data/use-rows';
import { useNavigation } from '../../routing/navigation';

import { OpenCases } from './open-cases';
import { progressOf, restorableFor } from './progress';

import type { AuditFile, PersonAtRisk } from '../../data/types';

/** Who would be refused if they tried now, as the last audit found. */
export const PeopleScreen = ( { cause }: { readonly cause: string } ) => {
	const { go } = useNavigation();
	const audit = useQuestion( 'audit', readAudit );
	const state = audit.loaded.status === 'ready' ? audit.loaded.value.audit : null;
	const byCause = audit.loaded.status === 'ready' ? audit.loaded.value.people.byCause : [];
	const chosen = byCause.find( ( { cause: { system, cause: id } } ) => `${ system }/${ id }` === cause );
	const isRunning = state !== null && state.finishedAt === null;
	const [ wasAsked, setWasAsked ] = useState( false );
	const [ refused, setRefused ] = useState( '' );

	const read = useCallback( ( first: number, after: string | null ) => listPeopleAtRisk( cause, first, after ), [ cause ] );
	const { loaded, more, loadMore, retry, refresh } = useRows( cause, read );

	const { restart } = usePolling( {
		isDue: isRunning || wasAsked,
		restartKey: JSON.stringify( [ state?.startedAt, state?.phase, state?.records, state?.people ] ),
		onTick: audit.reload,
	} );
	const finishedAt = state?.finishedAt ?? null;
	useEffect( () => {
		setWasAsked( false );
		void refresh();
	}, [ finishedAt, refresh ] );

	const start = async () => {
		setRefused( '' );
		const answer = await startAudit();
		if ( answer.ok ) {
			setWasAsked( true );
			await audit.reload();
			restart();
		} else {
			setRefused( answer.message );
		}
	};

	const isBusy = isRunning || wasAsked;
	return (
		<Page
			title={ __( 'People at risk', 'causeway' ) }
			tabTitle={ __( 'People at risk', 'causeway' ) }
			lead={ <p>{ __( 'Nobody here has to be refused first: Causeway looks at everybody on a schedule, and lists whom the next login would keep out.', 'causeway' ) }</p> }
			actions={
				boot().can.manageCases && (
					<Button variant="secondary" __next40pxDefaultSize isBusy={ isBusy } disabled={ isBusy } accessibleWhenDisabled onClick={ () => void start() }>
						{ isBusy ? __( 'Looking…', 'causeway' ) : __( 'Look at everybody now', 'causeway' ) }
					</Button>
				)
			}
		>
			{ refused !== '' && <Failure message={ refused } /> }
			{ audit.loaded.status === 'failed' && <Failure message={ audit.loaded.message } onRetry={ audit.retry } /> }
			<div role="status">{ state !== null && <AuditNote audit={ state } /> }</div>
			{ byCause.length > 0 && (
				<div className="causeway-narrowing causeway-narrowing--one">
					<SelectControl
						__nextHasNoMarginBottom
						__next40pxDefaultSize
						label={ __( 'Cause', 'causeway' ) }
						hideLabelFromVision
						value={ cause }
						onChange={ ( wanted ) => go( { screen: 'people', cause: wanted }, 'replace' ) }
						options={ [
							{ value: '', label: __( 'Any cause', 'causeway' ) },
							...byCause.map( ( { cause: named, cases } ) => ( { value: `${ named.system }/${ named.cause }`, label: `${ named.title } (${ formatNumber( cases ) })` } ) ),
						] }
					/>
					{ boot().can.manageCases && chosen !== undefined && <OpenCases key={ cause } cause={ cause } title={ chosen.cause.title } people={ chosen.cases } /> }
				</div>
			) }
			{ loaded.status === 'loading' && <Skeleton bars={ [ 41, 61, 61, 61 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && (
				<>
					<Stale because={ loaded.staleBecause } />
					{ loaded.value.rows.length === 0 ? <Nothing isFirst={ audit.loaded.status === 'ready' && finishedAt === null } /> : <People people={ loaded.value.rows } /> }
					<LoadMore hasMore={ loaded.value.nextCursor !== null } more={ more } onMore={ loadMore } />
				</>
			) }
		</Page>
	);
};

const AuditNote = ( { audit }: { readonly audit: NonNullable< AuditFile[ 'audit' ] > } ) => (
	<>
		<p className="causeway-quiet">
			{ audit.finishedAt === null
				? sprintf(
						/* translators: 1: number of records read so far, 2: number of people looked at so far. */
						__( 'Looking now, in the background: %1$s records read, %2$s looked at so far.', 'causeway' ),
						formatNumber( audit.records ),
						peopleCount( audit.people )
				  ) + progressOf( audit, Date.now() / 1000 )
				: sprintf(
						/* translators: 1: number of people looked at, 2: number of people at risk. */
						__( '%1$s looked at, %2$s at risk. Finished', 'causeway' ),
						peopleCount( audit.people ),
						peopleCount( audit.atRisk )
				  ) }{ ' ' }
			{ audit.finishedAt !== null && (
				<>
					<Moment at={ audit.finishedAt } />.
				</>
			) }
		</p>
		{ audit.warned > 0 && (
			<Notice status="warning" isDismissible={ false } className="causeway-notice">
				<p>
					{ sprintf(
						/* translators: %s: number of people. */
						_n(
							'The contact of %s person was deleted or merged in its system since the look before, and a portal login hangs on it.',
							'The contacts of %s people were deleted or merged in their system since the look before, and a portal login hangs on each.',
							audit.warned,
							'causeway'
						),
						formatNumber( audit.warned )
					) }
				</p>
			</Notice>
		) }
		{ audit.problems.map( ( { connection, message } ) => (
			<Notice key={ connection } status="warning" isDismissible={ false } className="causeway-notice">
				<p>
					<strong>{ connection }</strong> { message }
				</p>
			</Notice>
		) ) }
	</>
);

const Nothing = ( { isFirst }: { readonly isFirst: boolean } ) => (
	<div className="causeway-empty">
		<h2>{ isFirst ? __( 'Nobody has been looked at yet', 'causeway' ) : __( 'Nobody is at risk', 'causeway' ) }</h2>
		<p>
			{ isFirst
				? __( 'The first look comes by itself within a day. It reads the connected systems page by page and changes nothing there.', 'causeway' )
				: __( 'Of everybody whom Causeway can look at, nobody would be refused for a cause that it knows.', 'causeway' ) }
		</p>
	</div>
);

const People = ( { people }: { readonly people: readonly PersonAtRisk[] } ) => (
	<table className="causeway-table causeway-people">
		<caption className="screen-reader-text">{ __( 'People who would be refused', 'causeway' ) }</caption>
		<thead>
			<tr>
				<th scope="col">{ __( 'Person', 'causeway' ) }</th>
				<th scope="col">{ __( 'Cause', 'causeway' ) }</th>
				<th scope="col">{ __( 'Since', 'causeway' ) }</th>
			</tr>
		</thead>
		<tbody>
			{ people.map( ( { id, label, profileUrl, systemTitle, cause, confidence, restorableUntil, invitedAt, since } ) => (
				<tr key={ id }>
					<th scope="row">{ profileUrl === null ? <bdi>{ label }</bdi> : <a href={ profileUrl } className="causeway-rowlink"><bdi>{ label }</bdi></a> }</th>
					<td data-label={ __( 'Cause', 'causeway' ) }>
						<div>
							{ cause.title }
							<span className="causeway-cases__second">
								{ systemTitle } · <ConfidenceBadge confidence={ confidence } />
								{ restorableUntil !== null && <> · { restorableFor( restorableUntil, Date.now() / 1000 ) }</> }
								{ invitedAt !== null && (
									<>
										{ ' ' }
										· { __( 'invited', 'causeway' ) } <Moment at={ invitedAt } />
									</>
								) }
							</span>
						</div>
					</td>
					<td data-label={ __( 'Since', 'causeway' ) }>
						<Moment at={ since } />
					</td>
				</tr>
			) ) }
		</tbody>
	</table>
);
