import { Button, CheckboxControl, ComboboxControl, RadioControl, SelectControl, TextareaControl, TextControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { saveNoticeRule } from '../../data/commands';
import { newSecret, ruleChangeOf, ruleDraftOf, ruleFaultsOf, windowChoices } from './rule-draft';

import type { ReactNode } from 'react';
import type { NoticeRule, NotificationFile } from '../../data/types';
import type { RuleDraft, RuleField } from './rule-draft';

/** What a rule can be about: everything, a system, or one of its causes. */
export const causeChoices = ( systems: NotificationFile[ 'systems' ] ): ReadonlyArray< { readonly value: string; readonly label: string } > => [
	{ value: '', label: __( 'Any cause', 'causeway' ) },
	...systems.flatMap( ( { id, title, causes } ) => [
		/* translators: %s: name of a product, such as Zoho CRM. */
		{ value: id, label: sprintf( __( '%s: any cause', 'causeway' ), title ) },
		...causes.map( ( cause ) => ( { value: `${ id }/${ cause.cause }`, label: `${ title }: ${ cause.title }` } ) ),
	] ),
];

export const windowWord = ( minutes: number ): string =>
	( { 15: __( '15 minutes', 'causeway' ), 60: __( 'an hour', 'causeway' ), 240: __( '4 hours', 'causeway' ), 1_440: __( 'a day', 'causeway' ), 10_080: __( 'a week', 'causeway' ) } )[ minutes ] ??
	/* translators: %d: number of minutes. */
	sprintf( __( '%d minutes', 'causeway' ), minutes );

const faultTexts = (): Readonly< Record< RuleField, string > > => ( {
	name: __( 'Give the rule a name by which you know it again.', 'causeway' ),
	people: __( 'A whole number from 1 to 100,000.', 'causeway' ),
	windowMinutes: __( 'Choose how far to look back.', 'causeway' ),
	cause: __( 'The catalog has no such cause.', 'causeway' ),
	recipients: __( 'One of these is no e-mail address, or there are more than five.', 'causeway' ),
	url: __( 'Enter the whole address, beginning with https://.', 'causeway' ),
	secret: __( 'Enter the secret, or have one made.', 'causeway' ),
} );

interface RuleFormProps {
	/** Null for a new one. */
	readonly rule: NoticeRule | null;
	readonly systems: NotificationFile[ 'systems' ];
	readonly onSaved: () => void;
	readonly onCancel: () => void;
}

type Saving = { readonly at: 'rest' } | { readonly at: 'sending' } | { readonly at: 'refused'; readonly message: string };

export const RuleForm = ( { rule, systems, onSaved, onCancel }: RuleFormProps ) => {
	const [ draft, setDraft ] = useState( () => ruleDraftOf( rule ) );
	const [ faults, setFaults ] = useState< ReadonlySet< string > >( new Set() );
	const [ saving, setSaving ] = useState< Saving >( { at: 'rest' } );
	const form = useRef< HTMLFormElement >( null );
	const change = ( part: Partial< RuleDraft > ) => setDraft( ( before ) => ( { ...before, ...part } ) );
	// A window that was set by another door stays a choice.
	const windows = [ ...new Set( [ ...windowChoices, Number( draft.windowMinutes ) ] ) ];
	const isWebhook = draft.way === 'webhook';
	const isNewWebhook = rule === null || rule.channel !== 'webhook';

	const point = ( fields: ReadonlySet< string > ) => {
		setFaults( fields );
		const [ first ] = fields;
		form.current?.querySelector< HTMLElement >( `[data-field="${ CSS.escape( first ?? '' ) }"] :is(input, textarea, select)` )?.focus();
	};

	const save = async () => {
		const found = ruleFaultsOf( draft, isNewWebhook );
		point( found );
		if ( found.size > 0 ) {
			return;
		}
		setSaving( { at: 'sending' } );
		const answer = await saveNoticeRule( rule?.id ?? 0, ruleChangeOf( draft ) );
		if ( answer.ok ) {
			onSaved();
			return;
		}
		setSaving( { at: 'refused', message: answer.message } );
		point( new Set( Object.keys( answer.fields ) ) );
	};

	const field = ( name: RuleField, control: ReactNode ) => (
		<div data-field={ name } className="causeway-field">
			{ control }
			{ faults.has( name ) && (
				<p className="causeway-field__fault" id={ `causeway-rule-fault-${ name }` }>
					{ faultTexts()[ name ] }
				</p>
			) }
		</div>
	);
	const described = ( name: RuleField ) => ( faults.has( name ) ? { 'aria-invalid': true, 'aria-describedby': `causeway-rule-fault-${ name }` } : {} );

	return (
		<form
			ref={ form }
			noValidate
			className="causeway-rule-form"
			aria-label={ rule === null ? __( 'New rule', 'causeway' ) : rule.name }
			onSubmit={ ( event ) => {
				event.preventDefault();
				void save();
			} }
		>
			{ field(
				'name',
				<TextControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Name', 'causeway' ) }
					value={ draft.name }
					onChange={ ( name ) => change( { name } ) }
					{ ...described( 'name' ) }
				/>
			) }
			<RadioControl
				label={ __( 'Tell when', 'causeway' ) }
				selected={ draft.about }
				options={ [
					{ value: 'refused', label: __( 'people were refused and still cannot log in', 'causeway' ) },
					{ value: 'at-risk', label: __( 'the daily audit finds people who would be refused', 'causeway' ) },
				] }
				onChange={ ( about ) => change( { about } ) }
			/>
			<div className="causeway-settings__pair">
				{ field(
					'people',
					<TextControl
						__nextHasNoMarginBottom
						__next40pxDefaultSize
						type="number"
						min={ 1 }
						label={ __( 'From how many people on', 'causeway' ) }
						value={ draft.people }
						onChange={ ( people ) => change( { people } ) }
						{ ...described( 'people' ) }
					/>
				) }
				{ draft.about === 'refused' &&
					field(
						'windowMinutes',
						<SelectControl
							__nextHasNoMarginBottom
							__next40pxDefaultSize
							label={ __( 'Refused within', 'causeway' ) }
							value={ draft.windowMinutes }
							options={ windows.map( ( minutes ) => ( { value: String( minutes ), label: windowWord( minutes ) } ) ) }
							onChange={ ( windowMinutes ) => change( { windowMinutes } ) }
						/>
					) }
			</div>
			{ field(
				'cause',
				<ComboboxControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					allowReset={ false }
					label={ __( 'By which cause', 'causeway' ) }
					value={ draft.cause }
					options={ [ ...causeChoices( systems ) ] }
					onChange={ ( cause ) => change( { cause: cause ?? '' } ) }
				/>
			) }
			<RadioControl
				label={ __( 'How', 'causeway' ) }
				selected={ draft.way }
				options={ [
					{ value: 'mail-immediate', label: __( 'a mail at once', 'causeway' ), description: __( 'One when a cause reaches the number, one when it is over.', 'causeway' ) },
					{ value: 'mail-digest', label: __( 'in the daily mail', 'causeway' ), description: __( 'All of the day together; none where nothing changed.', 'causeway' ) },
					{ value: 'webhook', label: __( 'a webhook', 'causeway' ), description: __( 'A signed call to another service, as Standard Webhooks has it.', 'causeway' ) },
				] }
				onChange={ ( way ) => change( { way } ) }
			/>
			{ isWebhook ? (
				<>
					{ field(
						'url',
						<TextControl
							__nextHasNoMarginBottom
							__next40pxDefaultSize
							type="url"
							label={ __( 'Address', 'causeway' ) }
							help={
								isNewWebhook
									? __( 'Begins with https:// and leads to no private network.', 'causeway' )
									: /* translators: %s: a host such as hooks.example.org */
									  sprintf( __( 'Stored for %s and not shown. To change it, enter the address and the secret.', 'causeway' ), rule.host )
							}
							value={ draft.url }
							onChange={ ( url ) => change( { url } ) }
							{ ...described( 'url' ) }
						/>
					) }
					{ field(
						'secret',
						<>
							<TextControl
								__nextHasNoMarginBottom
								__next40pxDefaultSize
								autoComplete="off"
								spellCheck={ false }
								label={ __( 'Secret', 'causeway' ) }
								help={ __( 'Give it to the receiver now: after saving it is never shown again.', 'causeway' ) }
								value={ draft.secret }
								onChange={ ( secret ) => change( { secret } ) }
								{ ...described( 'secret' ) }
							/>
							<Button variant="secondary" size="compact" className="causeway-rule-form__make" onClick={ () => change( { secret: newSecret() } ) }>
								{ __( 'Make a secret', 'causeway' ) }
							</Button>
						</>
					) }
				</>
			) : (
				field(
					'recipients',
					<TextareaControl
						__nextHasNoMarginBottom
						rows={ 2 }
						label={ __( 'To', 'causeway' ) }
						help={ __( 'One address a line, at most five. Empty: those under “Who is told”.', 'causeway' ) }
						value={ draft.recipients }
						onChange={ ( recipients ) => change( { recipients } ) }
						{ ...described( 'recipients' ) }
					/>
				)
			) }
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'Name the people', 'causeway' ) }
				help={ __( 'Names and e-mail addresses of up to 20 people go with it. Otherwise it holds their number alone.', 'causeway' ) }
				checked={ draft.namesPeople }
				onChange={ ( namesPeople ) => change( { namesPeople } ) }
			/>
			{ draft.way !== 'mail-digest' && (
				<CheckboxControl __nextHasNoMarginBottom label={ __( 'In quiet hours too', 'causeway' ) } checked={ draft.isUrgent } onChange={ ( isUrgent ) => change( { isUrgent } ) } />
			) }
			<CheckboxControl __nextHasNoMarginBottom label={ __( 'This rule is on', 'causeway' ) } checked={ draft.isOn } onChange={ ( isOn ) => change( { isOn } ) } />
			{ saving.at === 'refused' && <Failure message={ saving.message } /> }
			<div className="causeway-form__actions">
				<Button type="submit" variant="primary" __next40pxDefaultSize isBusy={ saving.at === 'sending' } disabled={ saving.at === 'sending' } accessibleWhenDisabled>
					{ __( 'Save rule', 'causeway' ) }
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={ onCancel }>
					{ __( 'Cancel', 'causeway' ) }
				</Button>
			</div>
		</form>
	);
};
