import { Button, Modal, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/skeleton';
import { formatNumber } from '../../components/words';
import { startCaseRun } from '../../data/commands';
import { readReply } from '../../data/queries';
import { useQuestion } from '../../data/use-question';

import type { BulkAction } from '../../data/commands';
import type { CaseRow } from '../../data/types';

interface BulkDialogProps {
	readonly action: BulkAction;
	readonly rows: readonly CaseRow[];
	readonly onStarted: () => void;
	readonly onClose: () => void;
}

const titleOf = ( action: BulkAction, count: number ): string => {
	const number = formatNumber( count );
	switch ( action ) {
		case 'diagnose':
			/* translators: %s: number of cases. */
			return sprintf( _n( 'Diagnose %s case again?', 'Diagnose %s cases again?', count, 'causeway' ), number );
		case 'resolve':
			/* translators: %s: number of cases. */
			return sprintf( _n( 'Close %s case?', 'Close %s cases?', count, 'causeway' ), number );
		case 'reply':
			/* translators: %s: number of people. */
			return sprintf( _n( 'Write to %s person?', 'Write to %s people?', count, 'causeway' ), number );
	}
};

const confirmWord = ( action: BulkAction ): string => {
	switch ( action ) {
		case 'diagnose':
			return __( 'Diagnose again', 'causeway' );
		case 'resolve':
			return __( 'Close cases', 'causeway' );
		case 'reply':
			return __( 'Send the mails', 'causeway' );
	}
};

/** Says what will happen to how many before it does. */
export const BulkDialog = ( { action, rows, onStarted, onClose }: BulkDialogProps ) => {
	const [ note, setNote ] = useState( '' );
	const [ isSending, setIsSending ] = useState( false );
	const [ refused, setRefused ] = useState( '' );
	const people = action === 'reply' ? rows.filter( ( { person } ) => person.email !== null ) : rows;
	const left = rows.length - people.length;

	const confirm = async () => {
		setIsSending( true );
		const answer = await startCaseRun( action, people.map( ( { id } ) => id ), note.trim() );
		setIsSending( false );
		if ( answer.ok ) {
			onStarted();
		} else {
			setRefused( answer.message );
		}
	};

	return (
		<Modal title={ titleOf( action, people.length ) } className="causeway-dialog" size="medium" onRequestClose={ onClose } shouldCloseOnClickOutside={ false }>
			{ action === 'diagnose' && <p>{ __( 'Each person is looked at once more, in WordPress and in the connected systems. Nothing is changed there.', 'causeway' ) }</p> }
			{ action === 'resolve' && (
				<>
					<p>{ __( 'A case closes by itself when a fresh look finds its cause gone. Close cases by hand only when you know that these people can log in, or no longer should.', 'causeway' ) }</p>
					<TextareaControl __nextHasNoMarginBottom label={ __( 'Note for the timelines', 'causeway' ) } value={ note } onChange={ setNote } rows={ 3 } maxLength={ 1000 } />
				</>
			) }
			{ action === 'reply' && people[ 0 ] !== undefined && <FirstLetter id={ people[ 0 ].id } /> }
			{ left > 0 && (
				<p>
					{
						/* translators: %s: number of people. */
						sprintf( _n( '%s of the selected has no address on record and is left out.', '%s of the selected have no address on record and are left out.', left, 'causeway' ), formatNumber( left ) )
					}
				</p>
			) }
			<p className="causeway-dialog__note">{ __( 'It runs in the background, one case after the other, and stands in each timeline with your name. You can leave this page.', 'causeway' ) }</p>
			{ refused !== '' && <Failure message={ refused } /> }
			<div className="causeway-dialog__actions">
				<Button variant="primary" __next40pxDefaultSize isBusy={ isSending } disabled={ isSending || people.length === 0 } accessibleWhenDisabled onClick={ () => void confirm() }>
					{ confirmWord( action ) }
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={ onClose }>
					{ __( 'Cancel', 'causeway' ) }
				</Button>
			</div>
		</Modal>
	);
};

/** One of the letters in full: the others differ by name, cause and language. */
const FirstLetter = ( { id }: { readonly id: number } ) => {
	const { loaded, retry } = useQuestion( `reply/${ id }`, () => readReply( id ) );
	return (
		<>
			<p>{ __( 'Each gets a letter about their own cause, in their own language, at their address on record. This is the first:', 'causeway' ) }</p>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 120 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && loaded.value !== null && (
				<blockquote className="causeway-letter" lang={ loaded.value.language.replaceAll( '_', '-' ) }>
					<p>
						<strong>{ loaded.value.subject }</strong>
					</p>
					{ loaded.value.body.split( /\n{2,}/ ).map( ( paragraph ) => (
						<p key={ paragraph }>{ paragraph }</p>
					) ) }
				</blockquote>
			) }
		</>
	);
};
