import { Button, ToggleControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { saveConnection } from '../../data/commands';
import { changeOf, draftOf, missingFields } from './draft';
import { Field } from './field';

import type { FormEvent } from 'react';
import type { ConnectionField } from '../../data/types';

interface ConnectionFormProps {
	/** Slug that constants, CLI and REST use. */
	readonly id: string;
	readonly system: string;
	readonly systemTitle: string;
	readonly fields: readonly ConnectionField[];
	readonly mayWrite: boolean;
	readonly onSaved: ( id: string ) => void;
	readonly onCancel: () => void;
}

type Saving =
	| { readonly status: 'editing' }
	| { readonly status: 'saving' }
	| { readonly status: 'refused'; readonly message: string; readonly fields: Readonly< Record< string, string > > };

/** Drawn from the fields that the system declares. */
export const ConnectionForm = ( { id, system, systemTitle, fields, mayWrite, onSaved, onCancel }: ConnectionFormProps ) => {
	const [ draft, setDraft ] = useState( () => draftOf( fields, mayWrite ) );
	const [ saving, setSaving ] = useState< Saving >( { status: 'editing' } );
	const form = useRef< HTMLFormElement >( null );
	const faults = saving.status === 'refused' ? saving.fields : {};

	// The button that opened it is gone, and stood elsewhere.
	useEffect( () => form.current?.querySelector< HTMLElement >( 'input, select' )?.focus(), [] );

	const refuse = ( message: string, byField: Readonly< Record< string, string > > ) => {
		setSaving( { status: 'refused', message, fields: byField } );
		const first = fields.find( ( field ) => field.id in byField );
		if ( first !== undefined ) {
			form.current?.querySelector< HTMLElement >( `[data-field="${ CSS.escape( first.id ) }"] :is( input, select )` )?.focus();
		}
	};

	const save = async ( event: FormEvent ) => {
		event.preventDefault();
		const missing = missingFields( fields, draft );
		if ( missing.length > 0 ) {
			refuse(
				__( 'Something is missing. Fill in the marked fields, then save again.', 'causeway' ),
				Object.fromEntries( missing.map( ( field ) => [ field.id, __( 'This is needed for the connection.', 'causeway' ) ] ) )
			);
			return;
		}
		setSaving( { status: 'saving' } );
		const answer = await saveConnection( id, changeOf( system, fields, draft ) );
		if ( answer.ok ) {
			onSaved( id );
		} else {
			// What is told at its field is not told twice.
			const isAtFields = Object.keys( answer.fields ).length > 0 && Object.keys( answer.fields ).every( ( name ) => fields.some( ( field ) => field.id === name ) );
			refuse( isAtFields ? __( 'Nothing was saved yet. Correct the marked fields, then save again.', 'causeway' ) : answer.message, answer.fields );
		}
	};

	return (
		<form ref={ form } className="causeway-form" onSubmit={ ( event ) => void save( event ) } noValidate>
			{ saving.status === 'refused' && <Failure message={ saving.message } /> }
			{ fields.map( ( field ) => (
				<Field
					key={ field.id }
					field={ field }
					value={ draft.values[ field.id ] ?? '' }
					isCleared={ draft.cleared.includes( field.id ) }
					fault={ faults[ field.id ] ?? '' }
					onChange={ ( value ) => setDraft( { ...draft, values: { ...draft.values, [ field.id ]: value } } ) }
					onClear={ ( isCleared ) =>
						setDraft( {
							...draft,
							cleared: isCleared ? [ ...draft.cleared, field.id ] : draft.cleared.filter( ( other ) => other !== field.id ),
						} )
					}
				/>
			) ) }
			<ToggleControl
				__nextHasNoMarginBottom
				label={
					/* translators: %s: name of a product, such as Zoho CRM. */
					sprintf( __( 'Allow fixes in %s', 'causeway' ), systemTitle )
				}
				help={ __(
					'Off: Causeway only reads there, and shows you what to do by hand. On: it may also make a change, but only one that somebody has previewed and confirmed; each is written to the journal.',
					'causeway'
				) }
				checked={ draft.mayWrite }
				onChange={ ( allowed ) => setDraft( { ...draft, mayWrite: allowed } ) }
			/>
			<div className="causeway-form__actions">
				<Button
					variant="primary"
					type="submit"
					__next40pxDefaultSize
					isBusy={ saving.status === 'saving' }
					disabled={ saving.status === 'saving' }
					accessibleWhenDisabled
				>
					{ __( 'Save and test', 'causeway' ) }
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={ onCancel }>
					{ __( 'Cancel', 'causeway' ) }
				</Button>
			</div>
		</form>
	);
};
