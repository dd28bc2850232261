import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { Moment } from '../../components/moment';
import { formatNumber } from '../../components/words';
import { readCaseRun } from '../../data/queries';
import { usePolling } from '../../data/use-polling';
import { useQuestion } from '../../data/use-question';
import { ViewLink } from '../../routing/navigation';

import type { CaseRun } from '../../data/types';

/** How long after its end a run is still news, in seconds. */
const newsFor = 3_600;

const dismissedKey = 'causeway-run-seen';

const titleOf = ( action: string ): string => {
	switch ( action ) {
		case 'resolve':
			return __( 'Closing cases', 'causeway' );
		case 'reply':
			return __( 'Writing to people', 'causeway' );
		default:
			return __( 'Diagnosing again', 'causeway' );
	}
};

interface RunProps {
	/** Changes when somebody starts a run here. */
	readonly turn: number;
	/** Called when something of the list has changed. */
	readonly onMoved: () => void;
}

/** The run over many cases: how far it has come, and what could not be done. Whoever left the page finds it here again. */
export const Run = ( { turn, onMoved }: RunProps ) => {
	const { loaded, reload } = useQuestion( `run/${ turn }`, readCaseRun );
	const run = loaded.status === 'ready' ? loaded.value : null;
	const isRunning = run !== null && run.finishedAt === null;
	const gone = run === null ? 0 : run.done + run.failed.length;
	const polling = usePolling( { isDue: isRunning, restartKey: `${ run?.startedAt ?? '' }/${ gone }`, onTick: reload } );
	const [ dismissed, setDismissed ] = useState( () => window.sessionStorage.getItem( dismissedKey ) ?? '' );

	const moved = useRef( onMoved );
	moved.current = onMoved;
	const before = useRef( 0 );
	useEffect( () => {
		if ( gone > before.current && before.current >= 0 && ( isRunning || turn > 0 ) ) {
			moved.current();
		}
		before.current = gone;
	}, [ gone, isRunning, turn ] );

	// Whoever started it is told where it stands; the dialog that had the focus is gone.
	const place = useRef< HTMLDivElement >( null );
	useEffect( () => {
		if ( turn > 0 ) {
			place.current?.focus();
		}
	}, [ turn ] );

	const isNews = run !== null && ( run.finishedAt === null || run.finishedAt > Date.now() / 1000 - newsFor );
	return (
		<div ref={ place } tabIndex={ -1 } role="status" className="causeway-progress-place">
			{ turn > 0 && loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ () => void reload() } /> }
			{ run !== null && isNews && dismissed !== String( run.startedAt ) && (
				<div className={ `causeway-progress ${ isRunning || run.failed.length > 0 ? '' : 'causeway-progress--resolved' }` }>
					<RunText run={ run } gone={ gone } />
					{ polling.status === 'stopped' && (
						<p>
							{ __( 'This page has stopped looking by itself; the work goes on in the background.', 'causeway' ) }{ ' ' }
							<Button variant="link" onClick={ () => void reload().then( polling.restart ) }>
								{ __( 'Look now', 'causeway' ) }
							</Button>
						</p>
					) }
					{ ! isRunning && (
						<p>
							<Button
								variant="link"
								onClick={ () => {
									window.sessionStorage.setItem( dismissedKey, String( run.startedAt ) );
									setDismissed( String( run.startedAt ) );
								} }
							>
								{ __( 'Dismiss', 'causeway' ) }
							</Button>
						</p>
					) }
				</div>
			) }
		</div>
	);
};

const RunText = ( { run, gone }: { readonly run: CaseRun; readonly gone: number } ) => (
	<>
		<p>
			<strong>{ titleOf( run.action ) }</strong>{ ' ' }
			<span className="causeway-quiet">
				{
					/* translators: %s: name of a person. */
					sprintf( __( 'started by %s', 'causeway' ), run.by )
				}{ ' ' }
				<Moment at={ run.startedAt } />
			</span>
		</p>
		{ run.finishedAt === null ? (
			<>
				<progress className="causeway-run" max={ run.total } value={ gone } aria-label={ titleOf( run.action ) } />
				<p>
					{ sprintf(
						/* translators: 1: number of cases that are done, 2: number of all cases. */
						__( '%1$s of %2$s. It goes on in the background; you can leave this page.', 'causeway' ),
						formatNumber( gone ),
						formatNumber( run.total )
					) }
				</p>
			</>
		) : (
			<p>
				{
					/* translators: %s: number of cases. */
					sprintf( _n( 'Done for %s case.', 'Done for %s cases.', run.done, 'causeway' ), formatNumber( run.done ) )
				}
			</p>
		) }
		{ run.failed.length > 0 && (
			<>
				<p>
					{
						/* translators: %s: number of cases. */
						sprintf( _n( 'It could not be done for %s case:', 'It could not be done for %s cases:', run.failed.length, 'causeway' ), formatNumber( run.failed.length ) )
					}
				</p>
				<ul className="causeway-failed">
					{ run.failed.map( ( { case: id, label, message } ) => (
						<li key={ id }>
							<ViewLink to={ { screen: 'case', id } }>
								<bdi>
									{
										/* translators: %d: number of a case. */
										label === '' ? sprintf( __( 'Case %d', 'causeway' ), id ) : label
									}
								</bdi>
							</ViewLink>{ ' ' }
							{ message }
						</li>
					) ) }
				</ul>
			</>
		) }
	</>
);
