import { Button, ComboboxControl, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { boot } from '../../data/boot';
import { forgetPattern, linkPattern, recordMessage } from '../../data/commands';

import type { Answer } from '../../data/answer';
import type { ExplainedCause, SitePattern } from '../../data/commands';
import type { CauseTitle } from '../../data/queries';

interface RecordingProps {
	readonly message: string;
	readonly isRecordable: boolean;
	/** Null where the message is not recorded. */
	readonly pattern: SitePattern | null;
	readonly choices: readonly CauseTitle[];
	/** Causes that come first among the choices. */
	readonly suggested: readonly ExplainedCause[];
	readonly onChange: () => void;
}

/** Lets this site learn a message that the catalog does not know, with its cause where somebody knows it. Nothing for who may not. */
export const Recording = ( { message, isRecordable, pattern, choices, suggested, onChange }: RecordingProps ) => {
	const [ cause, setCause ] = useState( pattern === null || pattern.cause === '' ? '' : `${ pattern.system }/${ pattern.cause }` );
	const [ isBusy, setIsBusy ] = useState( false );
	const [ refusal, setRefusal ] = useState( '' );
	if ( ! boot().can.manageCases || ( ! isRecordable && pattern === null ) ) {
		return null;
	}
	const send = async ( command: () => Promise< Answer< unknown > > ) => {
		setIsBusy( true );
		const answer = await command();
		setIsBusy( false );
		setRefusal( answer.ok ? '' : answer.message );
		if ( answer.ok ) {
			onChange();
		}
	};

	return (
		<section className="causeway-panel causeway-recording" aria-labelledby="causeway-recording">
			<div className="causeway-panel__header">
				<h2 id="causeway-recording" className="causeway-panel__title">
					{ pattern === null ? __( 'Remember this message for this site', 'causeway' ) : __( 'Remembered for this site', 'causeway' ) }
				</h2>
			</div>
			<div className="causeway-panel__body">
				{ pattern !== null && (
					<p>
						<q>
							<bdi>{ pattern.text }</bdi>
						</q>
					</p>
				) }
				<p>
					{ pattern === null
						? __( 'From the next refusal on, Causeway knows it here, and names what caused it if you choose that now or later. Names, addresses and numbers in it are left out.', 'causeway' )
						: __( 'Cases that show this message get the cause as a possibility, which the checks then prove or rule out.', 'causeway' ) }
				</p>
				{ refusal !== '' && (
					<Notice status="error" isDismissible={ false } className="causeway-notice">
						<p>{ refusal }</p>
					</Notice>
				) }
				<ComboboxControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'What caused it', 'causeway' ) }
					help={ __( 'Leave it empty if nobody knows yet.', 'causeway' ) }
					value={ cause }
					onChange={ ( chosen ) => setCause( chosen ?? '' ) }
					options={ optionsOf( choices, suggested ) }
				/>
				<div className="causeway-form__actions">
					<Button
						variant="secondary"
						__next40pxDefaultSize
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () => void send( () => ( pattern === null ? recordMessage( message, cause ) : linkPattern( pattern.id, cause ) ) ) }
					>
						{ pattern === null ? __( 'Remember it', 'causeway' ) : __( 'Save the cause', 'causeway' ) }
					</Button>
					{ pattern !== null && (
						<Button variant="tertiary" __next40pxDefaultSize disabled={ isBusy } accessibleWhenDisabled onClick={ () => void send( () => forgetPattern( pattern.id ) ) }>
							{ __( 'Forget it', 'causeway' ) }
						</Button>
					) }
				</div>
			</div>
		</section>
	);
};

const optionsOf = ( choices: readonly CauseTitle[], suggested: readonly ExplainedCause[] ) => {
	const first = new Set( suggested.map( ( { system, cause } ) => `${ system }/${ cause }` ) );
	const sorted = [ ...choices.filter( ( { ref } ) => first.has( ref ) ), ...choices.filter( ( { ref } ) => ! first.has( ref ) ) ];
	return sorted.map( ( { ref, title, systemTitle } ) => ( { value: ref, label: `${ title } (${ systemTitle })` } ) );
};
