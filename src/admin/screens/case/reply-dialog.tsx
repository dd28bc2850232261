import { Button, Modal, TextareaControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { sendReply } from '../../data/commands';

import type { Reply } from '../../data/types';

interface ReplyDialogProps {
	readonly caseId: number;
	readonly reply: Reply;
	readonly onSent: () => void;
	readonly onClose: () => void;
}

/** A letter to the person, in their language: read through, changed, and sent or copied. */
export const ReplyDialog = ( { caseId, reply, onSent, onClose }: ReplyDialogProps ) => {
	const [ subject, setSubject ] = useState( reply.subject );
	const [ body, setBody ] = useState( reply.body );
	const [ isSending, setIsSending ] = useState( false );
	const [ refused, setRefused ] = useState( '' );
	const [ copied, setCopied ] = useState< 'no' | 'yes' | 'failed' >( 'no' );

	const send = async () => {
		setIsSending( true );
		const answer = await sendReply( caseId, subject.trim(), body.trim() );
		setIsSending( false );
		if ( answer.ok ) {
			onSent();
		} else {
			setRefused( answer.message );
		}
	};

	const copy = () => {
		// Not there where the admin is not served over HTTPS.
		const clipboard = navigator.clipboard as Clipboard | undefined;
		void ( clipboard?.writeText( body ) ?? Promise.reject( new Error( 'no clipboard' ) ) ).then(
			() => setCopied( 'yes' ),
			() => setCopied( 'failed' )
		);
	};

	const isEmpty = subject.trim() === '' || body.trim() === '';
	return (
		<Modal title={ __( 'Tell the person', 'causeway' ) } className="causeway-dialog" size="medium" onRequestClose={ onClose } shouldCloseOnClickOutside={ false }>
			<p>
				{ sprintf(
					/* translators: %s: e-mail address. */
					__( 'To %s, the address on record. Read it through before you send it.', 'causeway' ),
					reply.to
				) }
			</p>
			{ refused !== '' && <Failure message={ refused } /> }
			<div className="causeway-dialog__fields" lang={ reply.language.replaceAll( '_', '-' ) }>
				<TextControl __nextHasNoMarginBottom __next40pxDefaultSize label={ __( 'Subject', 'causeway' ) } value={ subject } onChange={ setSubject } maxLength={ 200 } />
				<TextareaControl __nextHasNoMarginBottom label={ __( 'Message', 'causeway' ) } value={ body } onChange={ setBody } rows={ 12 } maxLength={ 5000 } />
			</div>
			<div className="causeway-dialog__actions">
				<Button variant="primary" __next40pxDefaultSize isBusy={ isSending } disabled={ isSending || isEmpty } accessibleWhenDisabled onClick={ () => void send() }>
					{ __( 'Send', 'causeway' ) }
				</Button>
				<Button variant="secondary" __next40pxDefaultSize onClick={ copy }>
					{ __( 'Copy the message', 'causeway' ) }
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={ onClose }>
					{ __( 'Cancel', 'causeway' ) }
				</Button>
			</div>
			<p role="status" className="causeway-quiet">
				{ copied === 'yes' && __( 'Copied.', 'causeway' ) }
				{ copied === 'failed' && __( 'Your browser does not let this page copy. Mark the text and copy it by hand.', 'causeway' ) }
			</p>
		</Modal>
	);
};
