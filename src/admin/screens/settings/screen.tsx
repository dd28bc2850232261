import { Button, CheckboxControl, Notice, RadioControl, TextareaControl, TextControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { Failure } from '../../components/failure';
import { Page, Panel } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { saveSettings } from '../../data/commands';
import { readSettings } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { changeOf, draftOf, faultsOf, limits } from './draft';
import { NotificationRules } from './notification-rules';
import { Roles } from './roles';

import type { Settings } from '../../data/types';
import type { Draft } from './draft';

export const SettingsScreen = () => {
	const { loaded, reload, retry } = useQuestion( 'settings', readSettings );
	return (
		<Page title={ __( 'Settings', 'causeway' ) } tabTitle={ __( 'Settings', 'causeway' ) }>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 220, 200, 180, 260 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && loaded.value === null && (
				<Notice status="warning" isDismissible={ false } className="causeway-notice">
					<p>{ __( 'Your role may not change Causeway’s settings. Ask an administrator for the right, or to change them for you.', 'causeway' ) }</p>
				</Notice>
			) }
			{ loaded.status === 'ready' && loaded.value !== null && (
				<>
					<Form settings={ loaded.value } onSaved={ reload } />
					<NotificationRules />
				</>
			) }
		</Page>
	);
};

type Saving = { readonly at: 'rest' } | { readonly at: 'sending' } | { readonly at: 'saved' } | { readonly at: 'refused'; readonly message: string };

const Form = ( { settings, onSaved }: { readonly settings: Settings; readonly onSaved: () => Promise< void > } ) => {
	const [ draft, setDraft ] = useState( () => draftOf( settings ) );
	const [ saving, setSaving ] = useState< Saving >( { at: 'rest' } );
	const [ showsFaults, setShowsFaults ] = useState( false );
	const form = useRef< HTMLFormElement >( null );
	const faults = faultsOf( draft );

	const change = ( part: Partial< Draft > ) => {
		setDraft( ( before ) => ( { ...before, ...part } ) );
		setSaving( { at: 'rest' } );
	};

	const save = async () => {
		setShowsFaults( true );
		const [ first ] = faults;
		if ( first !== undefined ) {
			form.current?.querySelector< HTMLElement >( `[data-field="${ first }"] :is(input, textarea)` )?.focus();
			return;
		}
		setSaving( { at: 'sending' } );
		const answer = await saveSettings( changeOf( draft, settings ) );
		if ( answer.ok ) {
			await onSaved();
		}
		setSaving( answer.ok ? { at: 'saved' } : { at: 'refused', message: answer.message } );
	};

	const fault = ( field: 'recipients' | 'attemptDays' | 'caseDays', text: string ) =>
		showsFaults && faults.has( field ) ? (
			<p className="causeway-field__fault" id={ `causeway-fault-${ field }` }>
				{ text }
			</p>
		) : null;

	const described = ( field: 'recipients' | 'attemptDays' | 'caseDays' ) =>
		showsFaults && faults.has( field ) ? { 'aria-invalid': true, 'aria-describedby': `causeway-fault-${ field }` } : {};

	return (
		<form
			ref={ form }
			noValidate
			className="causeway-settings"
			onSubmit={ ( event ) => {
				event.preventDefault();
				void save();
			} }
		>
			<Panel title={ __( 'Who is told', 'causeway' ) }>
				<div data-field="recipients" className="causeway-field">
					<TextareaControl
						__nextHasNoMarginBottom
						label={ __( 'E-mail addresses', 'causeway' ) }
						help={
							settings.areRecipientsUsual
								? /* translators: %s: e-mail address. */
								  sprintf( __( 'One a line, at most five. Empty: %s, the site’s own address.', 'causeway' ), settings.recipients.join( ', ' ) )
								: __( 'One a line, at most five. Empty: the site’s own address.', 'causeway' )
						}
						rows={ 3 }
						value={ draft.recipients }
						onChange={ ( recipients ) => change( { recipients } ) }
						{ ...described( 'recipients' ) }
					/>
					{ fault( 'recipients', __( 'One of these is no e-mail address, or there are more than five.', 'causeway' ) ) }
				</div>
				<RadioControl
					label={ __( 'A mail about', 'causeway' ) }
					selected={ draft.mailsEachCase ? 'each' : 'incidents' }
					options={ [
						{ value: 'each', label: __( 'each person who cannot log in, and each incident', 'causeway' ), description: __( 'One a person and cause. Cases of an incident send none of their own.', 'causeway' ) },
						{ value: 'incidents', label: __( 'incidents alone', 'causeway' ), description: __( 'Single cases wait in the list. Somebody who asks for help is still passed on.', 'causeway' ) },
					] }
					onChange={ ( value ) => change( { mailsEachCase: value === 'each' } ) }
				/>
			</Panel>
			<Panel title={ __( 'Portal pages', 'causeway' ) }>
				<p>{ __( 'A page that holds the login error block is known by it. Tick pages with a portal’s own login form that do not hold the block: refusals there are seen too.', 'causeway' ) }</p>
				<PageChoice settings={ settings } chosen={ draft.portalPageIds } onChange={ ( portalPageIds ) => change( { portalPageIds } ) } />
			</Panel>
			<Panel title={ __( 'How long things are kept', 'causeway' ) }>
				<div className="causeway-settings__pair">
					<div data-field="attemptDays">
						<TextControl
							__nextHasNoMarginBottom
							__next40pxDefaultSize
							type="number"
							min={ limits.attemptDays[ 0 ] }
							max={ limits.attemptDays[ 1 ] }
							label={ __( 'Refused attempts, in days', 'causeway' ) }
							value={ draft.attemptDays }
							onChange={ ( attemptDays ) => change( { attemptDays } ) }
							{ ...described( 'attemptDays' ) }
						/>
						{ fault( 'attemptDays', daysFault( limits.attemptDays ) ) }
					</div>
					<div data-field="caseDays">
						<TextControl
							__nextHasNoMarginBottom
							__next40pxDefaultSize
							type="number"
							min={ limits.caseDays[ 0 ] }
							max={ limits.caseDays[ 1 ] }
							label={ __( 'Closed cases and their journal, in days', 'causeway' ) }
							value={ draft.caseDays }
							onChange={ ( caseDays ) => change( { caseDays } ) }
							{ ...described( 'caseDays' ) }
						/>
						{ fault( 'caseDays', daysFault( limits.caseDays ) ) }
					</div>
				</div>
				<p className="causeway-quiet">
					{ __( 'Passwords are never kept. A typed name is kept only where it belongs to an account. What is kept of a person is in WordPress’s own personal-data export, and goes with its erasure.', 'causeway' ) }
				</p>
			</Panel>
			<Panel title={ __( 'While logins fail by the hundred', 'causeway' ) }>
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __( 'Let logins through by measure', 'causeway' ) }
					help={ __(
						'Only while more than 5 logins a second or 300 in five minutes fail: 10 logins a second are checked, none from an address that failed ten times; all others are asked to come again shortly, before a password is looked at. The same for every name. In calm weather nobody is turned away. Is the site behind a proxy or a CDN? Then give Causeway the visitors’ own addresses by the filter causeway_visitor_address first.',
						'causeway'
					) }
					checked={ draft.stormGate }
					onChange={ ( stormGate ) => change( { stormGate } ) }
				/>
			</Panel>
			<Panel title={ __( 'Who may do what', 'causeway' ) }>
				<Roles settings={ settings } held={ draft.roles } onChange={ ( roles ) => change( { roles } ) } />
			</Panel>
			<div className="causeway-settings__save">
				<Button type="submit" variant="primary" __next40pxDefaultSize isBusy={ saving.at === 'sending' } disabled={ saving.at === 'sending' } accessibleWhenDisabled>
					{ saving.at === 'sending' ? __( 'Saving…', 'causeway' ) : __( 'Save settings', 'causeway' ) }
				</Button>
				<span role="status" className="causeway-settings__saved">
					{ saving.at === 'saved' && __( 'Saved.', 'causeway' ) }
				</span>
			</div>
			{ saving.at === 'refused' && <Failure message={ saving.message } /> }
		</form>
	);
};

const daysFault = ( [ least, most ]: readonly [ number, number ] ): string =>
	/* translators: 1: least number of days, 2: greatest number of days. */
	sprintf( __( 'A whole number from %1$d to %2$d.', 'causeway' ), least, most );

interface PageChoiceProps {
	readonly settings: Settings;
	readonly chosen: readonly number[];
	readonly onChange: ( chosen: readonly number[] ) => void;
}

const PageChoice = ( { settings, chosen, onChange }: PageChoiceProps ) => {
	const pages = [ ...new Map( [ ...settings.portalPages, ...settings.pages ].map( ( page ) => [ page.id, page ] ) ).values() ];
	if ( pages.length === 0 ) {
		return <p className="causeway-quiet">{ __( 'This site has no published page.', 'causeway' ) }</p>;
	}
	return (
		<fieldset className="causeway-settings__pages">
			<legend className="screen-reader-text">{ __( 'Portal pages', 'causeway' ) }</legend>
			{ pages.map( ( { id, title } ) => (
				<CheckboxControl
					key={ id }
					__nextHasNoMarginBottom
					label={ title }
					checked={ chosen.includes( id ) }
					onChange={ ( isChosen ) => onChange( isChosen ? [ ...chosen, id ] : chosen.filter( ( one ) => one !== id ) ) }
				/>
			) ) }
		</fieldset>
	);
};
