import { Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';

import { CaseTable } from '../../components/case-table';
import { Failure, Stale } from '../../components/failure';
import { IncidentList } from '../../components/incident-list';
import { Moment } from '../../components/moment';
import { Page, Panel } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { formatNumber, peopleCount } from '../../components/words';
import { readOverviewNow, readOverviewTrend, readOverviewWork } from '../../data/queries';
import { usePolling } from '../../data/use-polling';
import { useQuestion } from '../../data/use-question';
import { ViewLink } from '../../routing/navigation';
import { everyCase } from '../../routing/view';
import { ConnectionsAtAGlance } from './connections';
import { Meter } from './meter';
import { Setup } from './setup';
import { TrendChart } from './trend-chart';

import type { ReactNode } from 'react';
import type { OverviewNow, OverviewWork } from '../../data/types';
import type { Loaded } from '../../data/use-question';

/** Who cannot get in now and why, what needs somebody, and how good the answers are. */
export const OverviewScreen = () => {
	const now = useQuestion( 'overview', readOverviewNow );
	const work = useQuestion( 'overview-work', readOverviewWork );
	const trend = useQuestion( 'overview-trend', readOverviewTrend );
	const counts = now.loaded.status === 'ready' ? now.loaded.value.overview : null;
	usePolling( {
		isDue: counts !== null,
		restartKey: JSON.stringify( [ counts?.openCases, counts?.byCause ] ),
		onTick: async () => void ( await Promise.all( [ now.reload(), work.reload(), trend.reload() ] ) ),
	} );

	return (
		<Page title={ __( 'Overview', 'causeway' ) } tabTitle={ __( 'Overview', 'causeway' ) }>
			<div className="causeway-overview">
				<div className="causeway-overview__main">
					<Part of={ now } bars={ [ 92, 200 ] }>
						{ ( value ) => <Now now={ value } /> }
					</Part>
					<Setup />
					<Part of={ work } bars={ [ 240 ] }>
						{ ( value ) => <WaitingForYou waiting={ value.waiting } /> }
					</Part>
					<Part of={ trend } bars={ [ 280 ] }>
						{ ( { trend: days } ) => (
							<Panel title={ __( 'Refused logins of the last 14 days', 'causeway' ) }>
								<TrendChart days={ days } />
							</Panel>
						) }
					</Part>
				</div>
				<div className="causeway-overview__side">
					<Part of={ work } bars={ [ 140 ] }>
						{ ( { connections, audit } ) => (
							<>
								<ConnectionsAtAGlance connections={ connections } />
								<AtRisk audit={ audit } />
							</>
						) }
					</Part>
					<Part of={ trend } bars={ [ 220 ] }>
						{ ( { meter } ) => <Meter meter={ meter } /> }
					</Part>
				</div>
			</div>
		</Page>
	);
};

interface PartProps< T > {
	readonly of: { readonly loaded: Loaded< T >; readonly retry: () => void };
	/** Heights while it is read. */
	readonly bars: readonly number[];
	readonly children: ( value: T ) => ReactNode;
}

/** A part of the screen that is read by itself: one that fails leaves the others standing. */
const Part = < T, >( { of: { loaded, retry }, bars, children }: PartProps< T > ) => {
	switch ( loaded.status ) {
		case 'loading':
			return <Skeleton bars={ bars } />;
		case 'failed':
			return <Failure message={ loaded.message } onRetry={ retry } />;
		case 'ready':
			return (
				<>
					<Stale because={ loaded.staleBecause } />
					{ children( loaded.value ) }
				</>
			);
	}
};

const Now = ( { now: { overview, incidents } }: { readonly now: OverviewNow } ) => {
	const open = incidents.edges.map( ( { node } ) => node );
	return (
		<>
			{ overview.pace === 'stalled' && <Stalled lastWorkAt={ overview.lastWorkAt } /> }
			{ overview.storm !== null && <Storm storm={ overview.storm } /> }
			<section className={ `causeway-headline ${ overview.peopleLockedOut > 0 ? 'is-bad' : 'is-good' }` }>
				<h2>
					{ overview.peopleLockedOut === 0
						? __( 'Nobody is locked out', 'causeway' )
						: sprintf(
								/* translators: %s: number of people. */
								_n( '%s person cannot log in', '%s people cannot log in', overview.peopleLockedOut, 'causeway' ),
								formatNumber( overview.peopleLockedOut )
						  ) }
				</h2>
				<p>
					{ overview.peopleLockedOut === 0 && __( 'When a login is refused, it appears here within a minute, with its cause.', 'causeway' ) }{ ' ' }
					{ overview.resolvedLast7Days > 0 && sprintf(
						/* translators: %s: number of cases. */
						_n( '%s case was resolved in the last 7 days.', '%s cases were resolved in the last 7 days.', overview.resolvedLast7Days, 'causeway' ),
						formatNumber( overview.resolvedLast7Days )
					) }
				</p>
			</section>
			{ open.length > 0 && (
				<Panel
					title={ __( 'Open incidents: one cause, several people', 'causeway' ) }
					aside={ <ViewLink to={ { screen: 'incidents', isOver: false } }>{ __( 'All incidents', 'causeway' ) }</ViewLink> }
				>
					<IncidentList caption={ __( 'Open incidents, newest first', 'causeway' ) } incidents={ open } />
				</Panel>
			) }
			{ overview.openCases > 0 && <ByCause overview={ overview } /> }
		</>
	);
};

const Stalled = ( { lastWorkAt }: { readonly lastWorkAt: number | null } ) => (
	<Notice status="error" isDismissible={ false } className="causeway-notice">
		<p>
			<strong>{ __( 'Background work stands still.', 'causeway' ) }</strong>{ ' ' }
			{ __( 'Refusals wait for their diagnosis, mails are not sent. Check that WP-Cron runs on this site, or have “wp causeway work” run by the server’s own cron.', 'causeway' ) }
			{ lastWorkAt !== null && (
				<>
					{ ' ' }
					{ __( 'Work was last done', 'causeway' ) } <Moment at={ lastWorkAt } />.
				</>
			) }
		</p>
	</Notice>
);

const Storm = ( { storm: { since, failures, turnedAway, hasGate } }: { readonly storm: NonNullable< OverviewNow[ 'overview' ][ 'storm' ] > } ) => (
	<Notice status="warning" isDismissible={ false } className="causeway-notice">
		<p>
			<strong>{ __( 'A storm of failed logins: somebody tries names and passwords by the hundred.', 'causeway' ) }</strong>{ ' ' }
			{ sprintf(
				/* translators: %s: number of logins. */
				_n( '%s login failed.', '%s logins failed.', failures, 'causeway' ),
				formatNumber( failures )
			) }{ ' ' }
			{ turnedAway > 0 &&
				sprintf(
					/* translators: %s: number of logins. */
					_n( '%s of them was turned away before its password was looked at.', '%s of them were turned away before their passwords were looked at.', turnedAway, 'causeway' ),
					formatNumber( turnedAway )
				) }{ ' ' }
			{ __( 'Counted since', 'causeway' ) } <Moment at={ since } />.
		</p>
		{ ! hasGate && (
			<p>
				<ViewLink to={ { screen: 'settings' } }>{ __( 'Let logins through by measure while it lasts', 'causeway' ) }</ViewLink>
			</p>
		) }
	</Notice>
);

/** Causes shown by name; what comes after them is few people each. */
const mostNamed = 10;

const ByCause = ( { overview: { byCause, openCases } }: { readonly overview: OverviewNow[ 'overview' ] } ) => {
	const named = byCause.slice( 0, mostNamed );
	const rest = openCases - named.reduce( ( sum, { cases } ) => sum + cases, 0 );
	const most = Math.max( ...named.map( ( { cases } ) => cases ) );
	return (
		<Panel title={ __( 'What keeps people out now', 'causeway' ) } aside={ <ViewLink to={ { screen: 'cases', ...everyCase } }>{ __( 'All unresolved cases', 'causeway' ) }</ViewLink> }>
			<ul className="causeway-bars">
				{ named.map( ( { cause: { system, cause, title }, cases } ) => (
					<li key={ `${ system }/${ cause }` }>
						<ViewLink to={ { screen: 'cases', ...everyCase, cause: `${ system }/${ cause }` } }>{ title }</ViewLink>
						<span className="causeway-bars__count">{ peopleCount( cases ) }</span>
						<span className="causeway-bars__bar" style={ { inlineSize: `${ ( 100 * cases ) / most }%` } } aria-hidden="true" />
					</li>
				) ) }
				{ rest > 0 && (
					<li className="causeway-bars__rest">
						<span>{ byCause.length <= mostNamed ? __( 'No cause is known yet', 'causeway' ) : __( 'Other causes, and none known yet', 'causeway' ) }</span>
						<span className="causeway-bars__count">{ peopleCount( rest ) }</span>
					</li>
				) }
			</ul>
		</Panel>
	);
};

/** Cases whose cause is known: the next step is a person's. */
const WaitingForYou = ( { waiting }: Pick< OverviewWork, 'waiting' > ) =>
	waiting.edges.length === 0 ? null : (
		<Panel
			title={ __( 'Cases that wait for somebody', 'causeway' ) }
			aside={
				<ViewLink to={ { screen: 'cases', ...everyCase, state: 'diagnosed' } }>
					{
						/* translators: %s: number of cases, or "1,000+". */
						sprintf( __( 'Show all %s', 'causeway' ), waiting.totalCount >= 1000 ? __( '1,000+', 'causeway' ) : formatNumber( waiting.totalCount ) )
					}
				</ViewLink>
			}
		>
			<CaseTable caption={ __( 'Diagnosed cases, newest trouble first', 'causeway' ) } rows={ waiting.edges.map( ( { node } ) => node ) } without={ [ 'reference', 'state' ] } />
		</Panel>
	);

const AtRisk = ( { audit }: Pick< OverviewWork, 'audit' > ) =>
	audit === null || audit.finishedAt === null || audit.atRisk === 0 ? null : (
		<Panel title={ __( 'Not refused yet', 'causeway' ) }>
			<p>
				{ sprintf(
					/* translators: %s: number of people. */
					_n( '%s person would be refused on the next login.', '%s people would be refused on their next login.', audit.atRisk, 'causeway' ),
					formatNumber( audit.atRisk )
				) }{ ' ' }
				{ __( 'Found', 'causeway' ) } <Moment at={ audit.finishedAt } />.
			</p>
			<p>
				<ViewLink to={ { screen: 'people', cause: '' } }>{ __( 'Show who, and why', 'causeway' ) }</ViewLink>
			</p>
		</Panel>
	);
