import { Button, Icon } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { check, undo } from '@wordpress/icons';

import { ChangeTable } from '../../components/change-table';
import { Moment } from '../../components/moment';
import { ApplicabilityNote, MenuPath, StepLink } from '../../components/steps';
import { formatNumber } from '../../components/words';
import { boot } from '../../data/boot';
import { ViewLink } from '../../routing/navigation';

import type { Cause, Step } from '../../data/types';

interface FixPathProps {
	readonly cause: Cause;
	readonly isResolved: boolean;
	readonly onPreview: ( step: Step, systemTitle: string ) => void;
	readonly onUndo: ( step: Step, systemTitle: string ) => void;
	/** Resolves when the server knows. */
	readonly onMarkDone: ( step: Step ) => Promise< void >;
}

/** The steps in their order, as a checklist that remembers who did what. */
export const FixPath = ( { cause, isResolved, onPreview, onUndo, onMarkDone }: FixPathProps ) => {
	const done = cause.fixPath.filter( ( step ) => step.doneAt !== null ).length;
	const firstToDo = isResolved ? undefined : cause.fixPath.find( ( step ) => step.doneAt === null );
	return (
		<>
			{ done > 0 && (
				<p className="causeway-steps__count">
					{
						/* translators: 1: number of done steps, 2: number of all steps. */
						sprintf( __( '%1$s of %2$s steps done', 'causeway' ), formatNumber( done ), formatNumber( cause.fixPath.length ) )
					}
				</p>
			) }
			<ol className="causeway-steps">
				{ cause.fixPath.map( ( step, index ) => (
					<StepItem
						key={ step.step }
						number={ index + 1 }
						step={ step }
						systemTitle={ cause.systemTitle }
						isNext={ step === firstToDo }
						isResolved={ isResolved }
						onPreview={ () => onPreview( step, cause.systemTitle ) }
						onUndo={ () => onUndo( step, cause.systemTitle ) }
						onMarkDone={ () => onMarkDone( step ) }
					/>
				) ) }
			</ol>
		</>
	);
};

interface StepItemProps {
	readonly number: number;
	readonly step: Step;
	readonly systemTitle: string;
	/** The one that comes now: its button is the page's main one. */
	readonly isNext: boolean;
	readonly isResolved: boolean;
	readonly onPreview: () => void;
	readonly onUndo: () => void;
	readonly onMarkDone: () => Promise< void >;
}

const StepItem = ( { number, step, systemTitle, isNext, isResolved, onPreview, onUndo, onMarkDone }: StepItemProps ) => {
	const isDone = step.doneAt !== null;
	return (
		<li className={ `causeway-step ${ isDone ? 'is-done' : '' } ${ isNext ? 'is-next' : '' }` }>
			<span className="causeway-step__marker" aria-hidden="true">
				{ isDone ? <Icon icon={ check } size={ 20 } /> : number }
			</span>
			<div className="causeway-step__content">
				<h3 className="causeway-step__title">
					{ step.title }
					{ isDone && <span className="screen-reader-text"> { __( '(done)', 'causeway' ) }</span> }
				</h3>
				<ApplicabilityNote applicability={ step.applicability } systemTitle={ systemTitle } waitMinutes={ step.waitMinutes } link={ step.link } />
				<p>{ step.body }</p>
				{ step.link !== null && <MenuPath link={ step.link } systemTitle={ systemTitle } /> }
				{ step.doneAt !== null && <DoneNote at={ step.doneAt } by={ step.doneBy } /> }
				{ isDone && step.changes.length > 0 && <WhatChanged changes={ step.changes } systemTitle={ systemTitle } /> }
				{ ! isDone && ! isResolved && <WhyNotRunnable step={ step } /> }
				<div className="causeway-step__actions">
					{ ! isDone && ! isResolved && <RunButton step={ step } isNext={ isNext } onPreview={ onPreview } /> }
					{ step.link !== null && <StepLink link={ step.link } /> }
					{ isDone && step.isUndoable && boot().can.applyFixes && (
						<Button variant="secondary" size="compact" icon={ undo } onClick={ onUndo }>
							{ __( 'Undo', 'causeway' ) }
							<span className="screen-reader-text">: { step.title }</span>
						</Button>
					) }
					{ ! isDone && ! isResolved && <DoneButton step={ step } onMarkDone={ onMarkDone } /> }
				</div>
			</div>
		</li>
	);
};

const DoneNote = ( { at, by }: { readonly at: number; readonly by: string | null } ) => (
	<p className="causeway-step__done">
		{ by === null
			? __( 'Done', 'causeway' )
			: /* translators: %s: name of a person. */
			  sprintf( __( 'Done by %s', 'causeway' ), by ) }
		{ ', ' }
		<Moment at={ at } />
	</p>
);

/** What the step changed when it was done, folded away. */
const WhatChanged = ( { changes, systemTitle }: { readonly changes: Step[ 'changes' ]; readonly systemTitle: string } ) => (
	<details className="causeway-fold">
		<summary>{ __( 'What it changed', 'causeway' ) }</summary>
		<ChangeTable changes={ changes } heading={ systemTitle } isPast />
	</details>
);

const mayRun = ( step: Step ): boolean => step.isRunnable && boot().can.applyFixes;

const RunButton = ( { step, isNext, onPreview }: Pick< StepItemProps, 'step' | 'isNext' | 'onPreview' > ) =>
	mayRun( step ) ? (
		<Button variant={ isNext ? 'primary' : 'secondary' } size="compact" onClick={ onPreview }>
			{ __( 'Preview the change', 'causeway' ) }
		</Button>
	) : null;

/** Why a step that Causeway could do has no button, so that nobody looks for one. */
const WhyNotRunnable = ( { step }: { readonly step: Step } ) => {
	const isOurs = step.applicability === 'automatic' || step.applicability === 'confirm';
	if ( ! isOurs || mayRun( step ) ) {
		return null;
	}
	return (
		<p className="causeway-step__why-not">
			{ step.isRunnable
				? __( 'Your role may not apply fixes. Ask somebody who may, or do the step by hand.', 'causeway' )
				: step.notRunnableBecause ?? '' }
			{ ! step.isRunnable && step.connection !== null && boot().can.manageConnections && (
				<>
					{ ' ' }
					<ViewLink to={ { screen: 'connections', edit: step.connection } }>{ __( 'Open the connection', 'causeway' ) }</ViewLink>
				</>
			) }
		</p>
	);
};

/** For what a person does by hand; time needs no such button, and what Causeway does itself it notes itself. */
const DoneButton = ( { step, onMarkDone }: Pick< StepItemProps, 'step' | 'onMarkDone' > ) => {
	const [ isSending, setIsSending ] = useState( false );
	if ( step.applicability === 'wait' || mayRun( step ) || ! boot().can.manageCases ) {
		return null;
	}
	return (
		<Button
			variant="secondary"
			size="compact"
			isBusy={ isSending }
			disabled={ isSending }
			accessibleWhenDisabled
			onClick={ () => {
				setIsSending( true );
				void onMarkDone().finally( () => setIsSending( false ) );
			} }
		>
			{ __( 'Mark as done', 'causeway' ) }
			<span className="screen-reader-text">: { step.title }</span>
		</Button>
	);
};
