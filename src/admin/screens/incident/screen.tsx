import { Button, Icon } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, isRTL, sprintf } from '@wordpress/i18n';
import { arrowLeft, arrowRight } from '@wordpress/icons';

import { IncidentBadge } from '../../components/badges';
import { Failure, Stale } from '../../components/failure';
import { Moment } from '../../components/moment';
import { Page, Panel } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { ApplicabilityNote } from '../../components/steps';
import { peopleCount } from '../../components/words';
import { boot } from '../../data/boot';
import { readIncident } from '../../data/queries';
import { usePolling } from '../../data/use-polling';
import { useQuestion } from '../../data/use-question';
import { ViewLink } from '../../routing/navigation';
import { AffectedPeople } from './affected-people';
import { BulkDialog } from './bulk-dialog';
import { RunProgress } from './run-progress';

import type { IncidentFile, IncidentStep } from '../../data/types';
import type { PollingStatus } from '../../data/use-polling';

const backToList = (
	<p className="causeway-back">
		<ViewLink to={ { screen: 'incidents', isOver: false } }>
			<Icon icon={ isRTL() ? arrowRight : arrowLeft } size={ 20 } />
			{ __( 'All incidents', 'causeway' ) }
		</ViewLink>
	</p>
);

export const IncidentScreen = ( { id }: { readonly id: number } ) => {
	const { loaded, reload, retry } = useQuestion( String( id ), () => readIncident( id ) );
	const incident = loaded.status === 'ready' ? loaded.value : null;
	const polling = usePolling( {
		isDue: incident !== null && ( incident.state !== 'resolved' || incident.run?.finishedAt === null ),
		restartKey: JSON.stringify( [ incident?.state, incident?.waiting, incident?.run ] ),
		onTick: reload,
	} );

	if ( loaded.status === 'ready' && loaded.value !== null ) {
		return <LoadedIncident incident={ loaded.value } staleBecause={ loaded.staleBecause } polling={ polling } reload={ reload } />;
	}
	const title = sprintf(
		/* translators: %d: number of an incident. */
		__( 'Incident %d', 'causeway' ),
		id
	);
	return (
		<Page title={ title } tabTitle={ title } above={ backToList }>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 24, 180, 240, 300 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && (
				<div className="causeway-empty">
					<h2>{ __( 'There is no such incident', 'causeway' ) }</h2>
					<p>{ __( 'It may belong to another site. The list has every incident of this one.', 'causeway' ) }</p>
					<ViewLink to={ { screen: 'incidents', isOver: true } } className="components-button is-secondary">
						{ __( 'Show incidents that are over', 'causeway' ) }
					</ViewLink>
				</div>
			) }
		</Page>
	);
};

/** What is shown before it is confirmed for everybody. */
interface Previewed {
	readonly step: string;
	readonly title: string;
	readonly isUndo: boolean;
}

interface LoadedIncidentProps {
	readonly incident: IncidentFile;
	readonly staleBecause: string;
	readonly polling: { readonly status: PollingStatus; readonly restart: () => void };
	readonly reload: () => Promise< void >;
}

const LoadedIncident = ( { incident, staleBecause, polling, reload }: LoadedIncidentProps ) => {
	const [ previewed, setPreviewed ] = useState< Previewed | null >( null );
	const progress = useRef< HTMLDivElement >( null );
	const { run } = incident;
	const stepTitle = incident.fixPath.find( ( { step } ) => step === run?.step )?.title ?? run?.step ?? '';

	const started = () => {
		setPreviewed( null );
		void reload().then( () => {
			polling.restart();
			progress.current?.focus();
		} );
	};

	return (
		<Page
			above={ backToList }
			tabTitle={ incident.title }
			title={
				<>
					<span>{ incident.title }</span> <IncidentBadge state={ incident.state } />
				</>
			}
			lead={ <Facts incident={ incident } /> }
		>
			<Stale because={ staleBecause } />
			<div role="status" ref={ progress } tabIndex={ -1 } className="causeway-progress-place">
				{ run !== null && (
					<RunProgress
						incidentId={ incident.id }
						run={ run }
						stepTitle={ stepTitle }
						status={ polling.status }
						onLook={ () => reload().then( polling.restart ) }
						onUndo={ () => setPreviewed( { step: run.step, title: stepTitle, isUndo: true } ) }
					/>
				) }
			</div>
			{ run !== null && run.failed.length > 0 && <Failed run={ run } /> }
			<Panel title={ __( 'What it is', 'causeway' ) }>
				<p>{ incident.meaning }</p>
				<p className="causeway-quiet">
					{ incident.scope === 'everybody'
						? __( 'It lies in one place for everybody: put right once, everybody can log in again.', 'causeway' )
						: __( 'It lies with each person: each one’s record has to be put right. Causeway does that one after the other where it can.', 'causeway' ) }
				</p>
			</Panel>
			<Panel title={ __( 'How to fix it for everybody', 'causeway' ) }>
				<ol className="causeway-steps">
					{ incident.fixPath.map( ( step, index ) => (
						<li key={ step.step } className="causeway-step">
							<span className="causeway-step__marker" aria-hidden="true">
								{ index + 1 }
							</span>
							<div className="causeway-step__content">
								<h3 className="causeway-step__title">{ step.title }</h3>
								<ApplicabilityNote applicability={ step.applicability } systemTitle={ incident.systemTitle } waitMinutes={ null } link={ null } />
								<p>{ step.body }</p>
								<RunButton incident={ incident } step={ step } onPreview={ () => setPreviewed( { ...step, isUndo: false } ) } />
							</div>
						</li>
					) ) }
				</ol>
			</Panel>
			<AffectedPeople incident={ incident } />
			{ previewed !== null && (
				<BulkDialog
					incidentId={ incident.id }
					step={ previewed }
					isUndo={ previewed.isUndo }
					systemTitle={ incident.systemTitle }
					onStarted={ started }
					onClose={ () => setPreviewed( null ) }
				/>
			) }
		</Page>
	);
};

const Facts = ( { incident: { systemTitle, state, openedAt, resolvedAt, people, waiting, round } }: { readonly incident: IncidentFile } ) => (
	<ul className="causeway-case__facts">
		<li>{ systemTitle }</li>
		<li>
			{ state === 'resolved'
				? sprintf(
						/* translators: %s: number of people, such as "12 people". */
						__( 'It kept %s out', 'causeway' ),
						peopleCount( people )
				  )
				: sprintf(
						/* translators: 1: number of people who are kept out, 2: number of people whom it met in all. */
						__( '%1$s kept out now, %2$s in all', 'causeway' ),
						peopleCount( waiting ),
						peopleCount( people )
				  ) }
		</li>
		<li>
			{ __( 'Opened', 'causeway' ) } <Moment at={ openedAt } />
		</li>
		{ resolvedAt !== null && (
			<li>
				{ __( 'Over', 'causeway' ) } <Moment at={ resolvedAt } />
			</li>
		) }
		{ round > 0 && <li>{ __( 'It had been over and came back.', 'causeway' ) }</li> }
	</ul>
);

interface RunButtonProps {
	readonly incident: IncidentFile;
	readonly step: IncidentStep;
	readonly onPreview: () => void;
}

const RunButton = ( { incident: { state, waiting, run }, step, onPreview }: RunButtonProps ) => {
	if ( ! step.isRunnable || state === 'resolved' || waiting === 0 || ( run !== null && run.finishedAt === null ) ) {
		return null;
	}
	if ( ! boot().can.applyFixes ) {
		return <p className="causeway-step__why-not">{ __( 'Your role may not apply fixes. Ask somebody who may, or do the step by hand.', 'causeway' ) }</p>;
	}
	return (
		<div className="causeway-step__actions">
			<Button variant="primary" size="compact" onClick={ onPreview }>
				{
					/* translators: %s: number of people, such as "12 people". */
					sprintf( __( 'Preview for %s', 'causeway' ), peopleCount( waiting ) )
				}
			</Button>
		</div>
	);
};

const Failed = ( { run }: { readonly run: NonNullable< IncidentFile[ 'run' ] > } ) => (
	<Panel
		title={ __( 'Could not be done for these people', 'causeway' ) }
		aside={
			run.failedCount > run.failed.length ? (
				<span className="causeway-panel__aside">
					{
						/* translators: 1: number of listed people, 2: number of all people for whom the step failed. */
						sprintf( __( 'the newest %1$d of %2$d', 'causeway' ), run.failed.length, run.failedCount )
					}
				</span>
			) : undefined
		}
	>
		<ul className="causeway-failed">
			{ [ ...run.failed ].reverse().map( ( { case: id, message } ) => (
				<li key={ id }>
					<ViewLink to={ { screen: 'case', id } }>
						{
							/* translators: %d: number of a case. */
							sprintf( __( 'Case %d', 'causeway' ), id )
						}
					</ViewLink>
					<span>{ message }</span>
				</li>
			) ) }
		</ul>
	</Panel>
);
