import { Button, Modal } from '@wordpress/components';
import { useCallback, useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { ChangeTable } from '../../components/change-table';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/skeleton';
import { changedFields } from '../../components/step-flow';
import { peopleCount, undoTitle } from '../../components/words';
import { previewBulkStep, previewBulkUndo, startBulkStep, startBulkUndo } from '../../data/commands';

import type { BulkPreview } from '../../data/commands';

type Stage =
	| { readonly at: 'previewing' }
	| { readonly at: 'refused'; readonly message: string }
	/** `refused`: what the site said to the confirmation; '' before it. */
	| { readonly at: 'previewed'; readonly preview: BulkPreview; readonly isSending: boolean; readonly refused: string };

interface BulkDialogProps {
	readonly incidentId: number;
	readonly step: { readonly step: string; readonly title: string };
	/** Whether what the last run did is taken back. */
	readonly isUndo: boolean;
	readonly systemTitle: string;
	readonly onStarted: () => void;
	readonly onClose: () => void;
}

/** Shows what the step, or taking it back, would change for the first few people, and starts it for all of them only when that is confirmed. */
export const BulkDialog = ( { incidentId, step, isUndo, systemTitle, onStarted, onClose }: BulkDialogProps ) => {
	const [ stage, setStage ] = useState< Stage >( { at: 'previewing' } );

	const preview = useCallback( async () => {
		setStage( { at: 'previewing' } );
		const answer = await ( isUndo ? previewBulkUndo : previewBulkStep )( incidentId, step.step );
		setStage( answer.ok ? { at: 'previewed', preview: answer.value, isSending: false, refused: '' } : { at: 'refused', message: answer.message } );
	}, [ incidentId, step.step, isUndo ] );

	useEffect( () => void preview(), [ preview ] );

	const confirm = async ( shown: BulkPreview ) => {
		setStage( { at: 'previewed', preview: shown, isSending: true, refused: '' } );
		const answer = await ( isUndo ? startBulkUndo : startBulkStep )( incidentId, step.step );
		if ( answer.ok ) {
			onStarted();
		} else {
			setStage( { at: 'previewed', preview: shown, isSending: false, refused: answer.message } );
		}
	};

	return (
		<Modal
			title={ isUndo ? undoTitle( step.title ) : step.title }
			className="causeway-dialog"
			size="large"
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
		>
			{ stage.at === 'previewing' && (
				<>
					<p>{ __( 'Looking at what is there now for the first people. Nothing is changed by this.', 'causeway' ) }</p>
					<Skeleton bars={ [ 20, 37, 37, 37 ] } />
				</>
			) }
			{ stage.at === 'refused' && <Failure message={ stage.message } onRetry={ () => void preview() } /> }
			{ stage.at === 'previewed' && (
				<>
					<Shown preview={ stage.preview } systemTitle={ systemTitle } />
					{ stage.refused !== '' && <Failure message={ stage.refused } /> }
				</>
			) }
			<div className="causeway-dialog__actions">
				{ stage.at === 'previewed' && stage.preview.previews.some( ( { problem } ) => problem === '' ) && (
					<Button
						variant="primary"
						__next40pxDefaultSize
						isBusy={ stage.isSending }
						disabled={ stage.isSending }
						accessibleWhenDisabled
						onClick={ () => void confirm( stage.preview ) }
					>
						{
							/* translators: %s: number of people, such as "12 people". */
							sprintf( __( 'Confirm for %s', 'causeway' ), peopleCount( stage.preview.waiting ) )
						}
					</Button>
				) }
				<Button variant="tertiary" __next40pxDefaultSize onClick={ onClose }>
					{ __( 'Cancel', 'causeway' ) }
				</Button>
			</div>
		</Modal>
	);
};

const Shown = ( { preview: { waiting, previews }, systemTitle }: { readonly preview: BulkPreview; readonly systemTitle: string } ) => (
	<>
		<p className="causeway-dialog__summary">
			{ waiting > previews.length
				? sprintf(
						/* translators: 1: number of previewed people, 2: number of people in all. */
						__( 'The first %1$d of %2$d people. For the others each record is looked at right before it is changed; where it is not as expected, nothing is changed and the person is listed.', 'causeway' ),
						previews.length,
						waiting
				  )
				: __( 'Each record is looked at once more right before it is changed.', 'causeway' ) }
		</p>
		{ previews.map( ( one ) => (
			<section key={ one.case } className="causeway-bulk__one">
				{ one.problem === '' ? (
					<>
						<h3>{ one.summary }</h3>
						<ChangeTable changes={ changedFields( one ) } heading={ systemTitle } />
					</>
				) : (
					<>
						<h3>
							{
								/* translators: %d: number of a case. */
								sprintf( __( 'Case %d cannot be done', 'causeway' ), one.case )
							}
						</h3>
						<p>{ one.problem }</p>
					</>
				) }
			</section>
		) ) }
		<p className="causeway-dialog__note">{ __( 'It runs in the background, one person after the other, and is written to the journal with your name. Fresh looks check each one afterwards.', 'causeway' ) }</p>
	</>
);
