import { Button, SelectControl, TextControl } from '@wordpress/components';
import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { ReactNode } from 'react';
import type { ConnectionField } from '../../data/types';

interface FieldProps {
	readonly field: ConnectionField;
	readonly value: string;
	readonly isCleared: boolean;
	/** What is wrong with it; '' where nothing is. */
	readonly fault: string;
	readonly onChange: ( value: string ) => void;
	readonly onClear: ( isCleared: boolean ) => void;
}

/** One declared field, drawn by its kind. No system is known here. */
export const Field = ( { field, value, isCleared, fault, onChange, onClear }: FieldProps ) => {
	const faultId = useId();
	const label = field.required ? field.label : `${ field.label } ${ __( '(optional)', 'causeway' ) }`;
	const described = fault === '' ? {} : { 'aria-invalid': true, 'aria-errormessage': faultId };

	if ( field.isFixed ) {
		return (
			<div className="causeway-field">
				<div className="causeway-field__label">{ field.label }</div>
				<p className="causeway-field__fixed">
					{ field.kind === 'secret' ? '' : <code dir="ltr">{ field.value ?? '' }</code> }{ ' ' }
					{ __( 'Set in this site’s configuration; it cannot be changed here.', 'causeway' ) }
				</p>
			</div>
		);
	}

	let control: ReactNode;
	switch ( field.kind ) {
		case 'select':
			control = (
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ label }
					help={ field.help }
					value={ value }
					onChange={ onChange }
					options={ [
						...( field.options.some( ( option ) => option.value === value ) ? [] : [ { value: '', label: __( 'Choose…', 'causeway' ) } ] ),
						...field.options.map( ( option ) => ( { value: option.value, label: option.label } ) ),
					] }
					{ ...described }
				/>
			);
			break;
		case 'secret':
			control = (
				<>
					<TextControl
						__nextHasNoMarginBottom
						__next40pxDefaultSize
						type="password"
						autoComplete="new-password"
						spellCheck={ false }
						dir="ltr"
						label={ label }
						help={ field.help }
						value={ value }
						placeholder={ field.isSet && ! isCleared ? '••••••••••••' : '' }
						onChange={ onChange }
						{ ...described }
					/>
					{ fault === '' && <SecretState isSet={ field.isSet } isTyped={ value !== '' } isCleared={ isCleared } onClear={ onClear } /> }
				</>
			);
			break;
		default:
			control = (
				<TextControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					type={ field.kind === 'url' || field.kind === 'date' ? field.kind : 'text' }
					autoComplete="off"
					spellCheck={ false }
					{ ...( field.kind === 'url' ? { dir: 'ltr' } : {} ) }
					{ ...( field.kind === 'number' ? { inputMode: 'numeric' as const } : {} ) }
					label={ label }
					help={ field.help }
					value={ value }
					onChange={ onChange }
					{ ...described }
				/>
			);
	}

	return (
		<div className={ `causeway-field ${ fault === '' ? '' : 'has-fault' }` } data-field={ field.id }>
			{ control }
			{ fault !== '' && (
				<p id={ faultId } className="causeway-field__fault">
					{ fault }
				</p>
			) }
		</div>
	);
};

interface SecretStateProps {
	readonly isSet: boolean;
	readonly isTyped: boolean;
	readonly isCleared: boolean;
	readonly onClear: ( isCleared: boolean ) => void;
}

/** A stored secret is never shown again: only that there is one. */
const SecretState = ( { isSet, isTyped, isCleared, onClear }: SecretStateProps ) => {
	if ( isTyped ) {
		return <p className="causeway-field__state">{ __( 'Will be stored when you save.', 'causeway' ) }</p>;
	}
	if ( ! isSet ) {
		return <p className="causeway-field__state">{ __( 'Not set.', 'causeway' ) }</p>;
	}
	return (
		<p className="causeway-field__state">
			{ isCleared ? __( 'Will be removed when you save.', 'causeway' ) : __( 'Set. Leave empty to keep it.', 'causeway' ) }{ ' ' }
			<Button variant="link" onClick={ () => onClear( ! isCleared ) }>
				{ isCleared ? __( 'Keep it', 'causeway' ) : __( 'Remove it', 'causeway' ) }
			</Button>
		</p>
	);
};
