import { Button, Modal, SelectControl, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { disputeDiagnosis } from '../../data/commands';
import { listCaseChoices } from '../../data/queries';
import { useQuestion } from '../../data/use-question';

interface DisputeDialogProps {
	readonly caseId: number;
	readonly onSent: () => void;
	readonly onClose: () => void;
}

/** Takes down that a diagnosis was wrong, and what it was instead where somebody knows. */
export const DisputeDialog = ( { caseId, onSent, onClose }: DisputeDialogProps ) => {
	const { loaded } = useQuestion( 'choices', listCaseChoices );
	const systems = loaded.status === 'ready' ? loaded.value.systems : [];
	const [ rightCause, setRightCause ] = useState( '' );
	const [ note, setNote ] = useState( '' );
	const [ isSending, setIsSending ] = useState( false );
	const [ refused, setRefused ] = useState( '' );

	const send = async () => {
		setIsSending( true );
		const answer = await disputeDiagnosis( caseId, rightCause, note.trim() );
		setIsSending( false );
		if ( answer.ok ) {
			onSent();
		} else {
			setRefused( answer.message );
		}
	};

	return (
		<Modal title={ __( 'This diagnosis is wrong', 'causeway' ) } className="causeway-dialog" size="medium" onRequestClose={ onClose }>
			<p>{ __( 'The diagnosis stays as it was made; your word is noted beside it, and counted on the overview. Nothing is sent anywhere.', 'causeway' ) }</p>
			{ refused !== '' && <Failure message={ refused } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } /> }
			<div className="causeway-dialog__fields">
				<SelectControl __nextHasNoMarginBottom __next40pxDefaultSize label={ __( 'What was it really?', 'causeway' ) } value={ rightCause } onChange={ setRightCause }>
					<option value="">{ __( 'I do not know, or it is not listed', 'causeway' ) }</option>
					{ systems.map( ( system ) => (
						<optgroup key={ system.id } label={ system.title }>
							{ system.causes.map( ( { cause, title } ) => (
								<option key={ cause } value={ `${ system.id }/${ cause }` }>
									{ title }
								</option>
							) ) }
						</optgroup>
					) ) }
				</SelectControl>
				<TextareaControl
					__nextHasNoMarginBottom
					label={ __( 'How do you know?', 'causeway' ) }
					help={ __( 'One line helps whoever looks at the next such case.', 'causeway' ) }
					value={ note }
					onChange={ setNote }
					rows={ 3 }
					maxLength={ 1000 }
				/>
			</div>
			<div className="causeway-dialog__actions">
				<Button variant="primary" __next40pxDefaultSize isBusy={ isSending } disabled={ isSending } accessibleWhenDisabled onClick={ () => void send() }>
					{ __( 'Mark as wrong', 'causeway' ) }
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={ onClose }>
					{ __( 'Cancel', 'causeway' ) }
				</Button>
			</div>
		</Modal>
	);
};
