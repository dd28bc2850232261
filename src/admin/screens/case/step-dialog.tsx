import { Button, Modal, Notice, Spinner } from '@wordpress/components';
import { useCallback, useEffect, useReducer, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { ChangeTable } from '../../components/change-table';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/skeleton';
import { changedFields, stepFlow } from '../../components/step-flow';
import { undoTitle } from '../../components/words';
import { applyStep, previewStep, previewUndo, undoStep } from '../../data/commands';

import type { StepPreview } from '../../data/commands';
import type { CaseState, Step } from '../../data/types';

interface StepDialogProps {
	readonly caseId: number;
	/** Of the page behind, which goes on looking: says when verification is through. */
	readonly caseState: CaseState;
	readonly step: Step;
	readonly systemTitle: string;
	/** Whether the step is taken back instead of done. */
	readonly isUndo?: boolean;
	/** Whether the page behind still looks by itself. */
	readonly isWatched: boolean;
	/** Called once, right after something was changed. */
	readonly onApplied: () => void;
	readonly onClose: () => void;
}

/** Preview, confirm, outcome, verification: one step from the first look to the proof. */
export const StepDialog = ( { caseId, caseState, step, systemTitle, isUndo = false, isWatched, onApplied, onClose }: StepDialogProps ) => {
	const [ flow, send ] = useReducer( stepFlow, { stage: 'previewing' } );

	const preview = useCallback( async () => {
		send( { type: 'preview' } );
		send( { type: 'preview-answered', answer: await ( isUndo ? previewUndo : previewStep )( caseId, step.step ) } );
	}, [ caseId, step.step, isUndo ] );

	useEffect( () => {
		void preview();
	}, [ preview ] );

	// The button that led here is gone with its stage. Without the focus in it, the dialog hears no key.
	const actions = useRef< HTMLDivElement >( null );
	useEffect( () => {
		const page = actions.current?.ownerDocument;
		if ( page?.activeElement === page?.body ) {
			actions.current?.querySelector( 'button' )?.focus();
		}
	}, [ flow.stage ] );

	const confirm = async ( { fingerprint }: StepPreview ) => {
		send( { type: 'confirm' } );
		const answer = await ( isUndo ? undoStep : applyStep )( caseId, step.step, fingerprint );
		send( { type: 'outcome-answered', answer } );
		if ( answer.ok && answer.value.state === 'done' ) {
			onApplied();
		}
	};

	const isBusy = flow.stage === 'applying';
	return (
		<Modal
			title={ isUndo ? undoTitle( step.title ) : step.title }
			className="causeway-dialog"
			size="medium"
			onRequestClose={ () => ! isBusy && onClose() }
			isDismissible={ ! isBusy }
			shouldCloseOnClickOutside={ false }
		>
			{ flow.stage === 'previewing' && (
				<>
					<p>{ __( 'Looking at what is there now. Nothing is changed by this.', 'causeway' ) }</p>
					<Skeleton bars={ [ 20, 37, 37, 37 ] } />
				</>
			) }
			{ flow.stage === 'no-preview' && <Failure message={ flow.message } onRetry={ () => void preview() } /> }
			{ ( flow.stage === 'previewed' || flow.stage === 'applying' ) && <Change preview={ flow.preview } systemTitle={ systemTitle } isUndo={ isUndo } /> }
			{ flow.stage === 'not-applied' && (
				<>
					<Failure message={ flow.message } />
					<p>{ __( 'Look at the change again before you confirm it: the state in the other system may have moved.', 'causeway' ) }</p>
				</>
			) }
			{ flow.stage === 'applied' && <Applied message={ flow.message } caseState={ caseState } isUndo={ isUndo } isWatched={ isWatched } /> }
			<div ref={ actions } className="causeway-dialog__actions">
				{ ( flow.stage === 'previewed' || flow.stage === 'applying' ) && (
					<Button
						variant="primary"
						__next40pxDefaultSize
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () => void confirm( flow.preview ) }
					>
						{ confirmWord( isBusy, isUndo ) }
					</Button>
				) }
				{ flow.stage === 'not-applied' && (
					<Button variant="primary" __next40pxDefaultSize onClick={ () => void preview() }>
						{ __( 'Preview again', 'causeway' ) }
					</Button>
				) }
				<Button variant={ flow.stage === 'applied' ? 'primary' : 'tertiary' } __next40pxDefaultSize onClick={ onClose } disabled={ isBusy } accessibleWhenDisabled>
					{ flow.stage === 'applied' ? __( 'Back to the case', 'causeway' ) : __( 'Cancel', 'causeway' ) }
				</Button>
			</div>
		</Modal>
	);
};

const confirmWord = ( isBusy: boolean, isUndo: boolean ): string => {
	if ( isBusy ) {
		return __( 'Making the change…', 'causeway' );
	}
	return isUndo ? __( 'Confirm and undo', 'causeway' ) : __( 'Confirm and make the change', 'causeway' );
};

interface ChangeProps {
	readonly preview: StepPreview;
	readonly systemTitle: string;
	readonly isUndo: boolean;
}

const Change = ( { preview, systemTitle, isUndo }: ChangeProps ) => (
	<>
		<p className="causeway-dialog__summary">{ preview.summary }</p>
		<ChangeTable changes={ changedFields( preview ) } heading={ systemTitle } />
		<p className="causeway-dialog__note">
			{ preview.reversible || isUndo
				? reversibleNote( isUndo )
				: __( 'This cannot be undone from here. It is written to the journal with your name, and checked with a fresh look afterwards.', 'causeway' ) }
		</p>
	</>
);

const reversibleNote = ( isUndo: boolean ): string =>
	isUndo
		? __( 'It is written to the journal with your name. The step waits again afterwards, and can be done once more.', 'causeway' )
		: __( 'This can be undone. It is written to the journal with your name, and checked with a fresh look afterwards.', 'causeway' );

/** The write's own answer proves nothing; only a fresh look does. */
interface AppliedProps {
	readonly message: string;
	readonly caseState: CaseState;
	readonly isUndo: boolean;
	readonly isWatched: boolean;
}

const Applied = ( { message, caseState, isUndo, isWatched }: AppliedProps ) => (
	<>
		<Notice status="success" isDismissible={ false } className="causeway-notice">
			<p>{ message === '' ? __( 'The change was made.', 'causeway' ) : message }</p>
		</Notice>
		{ ! isUndo && (
		<div role="status" className="causeway-dialog__verification">
			{ caseState === 'resolved' ? (
				<p>{ __( 'A fresh look found the cause gone. The case is resolved: the person can log in again.', 'causeway' ) }</p>
			) : (
				<p>
					{ isWatched && <Spinner /> }
					{ isWatched ? __( 'Checking with a fresh look whether the cause is gone. You can close this; the check goes on.', 'causeway' ) : __( 'This page has stopped looking by itself; the check goes on in the background. Close this and look at the case again later.', 'causeway' ) }
				</p>
			) }
		</div>
		) }
	</>
);
