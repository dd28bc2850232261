import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { undo } from '@wordpress/icons';

import { Failure } from '../../components/failure';
import { Moment } from '../../components/moment';
import { formatNumber, peopleCount, undoTitle } from '../../components/words';
import { boot } from '../../data/boot';
import { startBulkStep, stopBulkStep } from '../../data/commands';

import type { Answer } from '../../data/answer';
import type { BulkRun } from '../../data/types';
import type { PollingStatus } from '../../data/use-polling';

interface RunProgressProps {
	readonly incidentId: number;
	readonly run: BulkRun;
	readonly stepTitle: string;
	readonly status: PollingStatus;
	readonly onLook: () => Promise< void >;
	readonly onUndo: () => void;
}

/** How far a step for everybody has come. It runs in the background: whoever leaves the page finds it here again. */
export const RunProgress = ( { incidentId, run, stepTitle, status, onLook, onUndo }: RunProgressProps ) => {
	const gone = run.done + run.failedCount;
	const total = Math.max( run.total, gone );
	const title = run.isUndo ? undoTitle( stepTitle ) : stepTitle;
	return (
		<div className={ `causeway-progress ${ progressState( run ) }` }>
			<p>
				<strong>{ title }</strong>{ ' ' }
				<span className="causeway-quiet">
					{
						/* translators: %s: name of a person. */
						sprintf( __( 'started by %s', 'causeway' ), run.by )
					}{ ' ' }
					<Moment at={ run.startedAt } />
				</span>
			</p>
			{ run.finishedAt === null && <progress className="causeway-run" max={ total } value={ gone } aria-label={ title } /> }
			<p>
				{ howFar( run, gone, total ) }
				{ run.failedCount > 0 && (
					<>
						{ ' ' }
						{
							/* translators: %s: number of people, such as "12 people". */
							sprintf( __( 'It could not be done for %s; they are listed below.', 'causeway' ), peopleCount( run.failedCount ) )
						}
					</>
				) }
			</p>
			{ run.pausedUntil !== null && (
				<p>
					<strong>{ __( 'It is waiting.', 'causeway' ) }</strong> { run.pausedBecause }{ ' ' }
					{ run.pausedUntil * 1_000 > Date.now() ? (
						<>
							{ __( 'Nobody is passed over; it tries again by itself', 'causeway' ) } <Moment at={ run.pausedUntil } />.
						</>
					) : (
						__( 'Nobody is passed over; it tries again as soon as background work runs.', 'causeway' )
					) }
				</p>
			) }
			{ status === 'stopped' && run.finishedAt === null && (
				<p>
					{ __( 'This page has stopped looking by itself; the work goes on in the background.', 'causeway' ) }{ ' ' }
					<Button variant="link" onClick={ () => void onLook() }>
						{ __( 'Look now', 'causeway' ) }
					</Button>
				</p>
			) }
			{ run.isUndoable && boot().can.applyFixes && (
				<div className="causeway-progress__actions">
					<Button variant="secondary" size="compact" icon={ undo } onClick={ onUndo }>
						{
							/* translators: %s: number of people, such as "12 people". */
							sprintf( __( 'Undo for %s', 'causeway' ), peopleCount( run.done ) )
						}
					</Button>
				</div>
			) }
			{ run.finishedAt === null && boot().can.applyFixes && <RunButtons incidentId={ incidentId } run={ run } onLook={ onLook } /> }
		</div>
	);
};

const progressState = ( { finishedAt, pausedUntil, isStopped }: BulkRun ): string => {
	if ( pausedUntil !== null ) {
		return 'causeway-progress--waiting';
	}
	return finishedAt === null || isStopped ? '' : 'causeway-progress--resolved';
};

const howFar = ( { finishedAt, isStopped, isUndo, done }: BulkRun, gone: number, total: number ): string => {
	if ( finishedAt === null ) {
		return sprintf(
			/* translators: 1: number of people who are done, 2: number of all people. */
			__( '%1$s of %2$s. It goes on in the background; you can leave this page.', 'causeway' ),
			formatNumber( gone ),
			peopleCount( total )
		);
	}
	if ( isStopped ) {
		return sprintf(
			/* translators: 1: number of people who are done, 2: number of all people. */
			__( 'Stopped after %1$s of %2$s. The others were left as they were.', 'causeway' ),
			formatNumber( gone ),
			peopleCount( total )
		);
	}
	if ( isUndo ) {
		return sprintf(
			/* translators: %s: number of people, such as "12 people". */
			__( 'Taken back for %s. A case that is resolved stays so until its person is refused.', 'causeway' ),
			peopleCount( done )
		);
	}
	return sprintf(
		/* translators: %s: number of people, such as "12 people". */
		__( 'Done for %s. Fresh looks now prove, one by one, whether they can log in.', 'causeway' ),
		peopleCount( done )
	);
};

const RunButtons = ( { incidentId, run, onLook }: Pick< RunProgressProps, 'incidentId' | 'run' | 'onLook' > ) => {
	const [ isSending, setSending ] = useState( false );
	const [ refused, setRefused ] = useState( '' );
	const send = async ( command: ( incident: number, step: string ) => Promise< Answer< unknown > > ) => {
		setSending( true );
		const answer = await command( incidentId, run.step );
		setRefused( answer.ok ? '' : answer.message );
		await onLook();
		setSending( false );
	};
	return (
		<>
			{ refused !== '' && <Failure message={ refused } /> }
			<div className="causeway-progress__actions">
				{ run.pausedUntil !== null && (
					<Button variant="secondary" size="compact" disabled={ isSending } accessibleWhenDisabled onClick={ () => void send( startBulkStep ) }>
						{ __( 'Try now', 'causeway' ) }
					</Button>
				) }
				<Button variant="tertiary" size="compact" disabled={ isSending } accessibleWhenDisabled onClick={ () => void send( stopBulkStep ) }>
					{ __( 'Stop', 'causeway' ) }
				</Button>
			</div>
		</>
	);
};
