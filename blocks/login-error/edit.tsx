import { InspectorControls, RichText, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, SelectControl, TextareaControl, TextControl, ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { EDITABLE, isEditable, previewOf, previews } from './preview';
import type { LoginErrorAttributes, PreviewState } from './preview';

type Props = Pick< BlockEditProps< LoginErrorAttributes >, 'attributes' | 'setAttributes' >;

/** A button as the visitor sees it, without doing anything here. */
const Control = ( { label }: { readonly label: string } ): JSX.Element => <span className="causeway-login-error__control">{ label }</span>;

interface MessageSettingsProps extends Props {
	readonly state: PreviewState;
	readonly onPreview: ( state: PreviewState ) => void;
}

const MessageSettings = ( { attributes, setAttributes, state, onPreview }: MessageSettingsProps ): JSX.Element => (
	<InspectorControls>
		<PanelBody title={ __( 'Preview', 'causeway' ) }>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Show the message for', 'causeway' ) }
				help={ __( 'Only for you, here. On the page nothing shows until a login is refused.', 'causeway' ) }
				value={ state }
				options={ previews().map( ( { state: value, label } ) => ( { value, label } ) ) }
				onChange={ ( value ) => onPreview( previewOf( value ).state ) }
			/>
		</PanelBody>
		<PanelBody title={ __( 'What people can do', 'causeway' ) }>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Set a new password', 'causeway' ) }
				checked={ attributes.offersReset }
				onChange={ ( offersReset ) => setAttributes( { offersReset } ) }
			/>
			{ attributes.offersReset && (
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					type="url"
					label={ __( 'Address of the page for a new password', 'causeway' ) }
					help={ __( 'Empty: WordPress’s own. Give your portal’s where it keeps passwords of its own.', 'causeway' ) }
					value={ attributes.resetUrl }
					onChange={ ( resetUrl ) => setAttributes( { resetUrl } ) }
				/>
			) }
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Have the reason mailed', 'causeway' ) }
				help={ __( 'To the address on record, never to one that was typed. The answer on the page is the same for everybody.', 'causeway' ) }
				checked={ attributes.offersMail }
				onChange={ ( offersMail ) => setAttributes( { offersMail } ) }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Send you a line', 'causeway' ) }
				checked={ attributes.offersTell }
				onChange={ ( offersTell ) => setAttributes( { offersTell } ) }
			/>
		</PanelBody>
		<PanelBody title={ __( 'Way out', 'causeway' ) }>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				type="url"
				label={ __( 'Address of your help page', 'causeway' ) }
				value={ attributes.helpUrl }
				onChange={ ( helpUrl ) => setAttributes( { helpUrl } ) }
			/>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Its name in the message', 'causeway' ) }
				placeholder={ __( 'Get help', 'causeway' ) }
				value={ attributes.helpLabel }
				onChange={ ( helpLabel ) => setAttributes( { helpLabel } ) }
			/>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				type="url"
				label={ __( 'Address of the login form', 'causeway' ) }
				help={ __( 'Empty: this page.', 'causeway' ) }
				value={ attributes.loginUrl }
				onChange={ ( loginUrl ) => setAttributes( { loginUrl } ) }
			/>
		</PanelBody>
	</InspectorControls>
);

const MessageBody = ( { attributes, setAttributes, state }: Props & { readonly state: PreviewState } ): JSX.Element => {
	const preview = previewOf( state );
	const isAnonymous = state === 'anonymous';
	return (
		<section className={ preview.isFixed ? 'causeway-login-error__message is-fixed' : 'causeway-login-error__message' }>
			{ preview.isFixed ? (
				<h2 className="causeway-login-error__title">{ __( 'You can log in again', 'causeway' ) }</h2>
			) : (
				<RichText
					tagName="h2"
					className="causeway-login-error__title"
					allowedFormats={ [] }
					placeholder={ __( 'You are not logged in', 'causeway' ) }
					value={ attributes.title }
					onChange={ ( title ) => setAttributes( { title } ) }
				/>
			) }
			{ isEditable( state ) ? (
				<RichText
					tagName="p"
					className="causeway-login-error__text"
					allowedFormats={ [] }
					placeholder={ preview.text }
					value={ attributes[ EDITABLE[ state ] ] }
					onChange={ ( text ) => setAttributes( { [ EDITABLE[ state ] ]: text } ) }
				/>
			) : (
				<p className="causeway-login-error__text">{ preview.text }</p>
			) }
			{ preview.isFixed ? (
				<p className="causeway-login-error__again">
					<span className="causeway-login-error__link" style={ { textDecoration: 'underline' } }>
						{ __( 'Go to the login form', 'causeway' ) }
					</span>
				</p>
			) : (
				<div className="causeway-login-error__controls">
					{ isAnonymous && attributes.offersReset && <Control label={ __( 'Set a new password', 'causeway' ) } /> }
					{ isAnonymous && attributes.offersMail && <Control label={ __( 'Mail me what is wrong', 'causeway' ) } /> }
					{ attributes.offersTell && <Control label={ __( 'Tell whoever runs this site', 'causeway' ) } /> }
				</div>
			) }
			<p className="causeway-login-error__reference">
				<span>{ __( 'Reference:', 'causeway' ) }</span> <code dir="ltr">K7QM-3FXA</code>
			</p>
			<RichText
				tagName="p"
				className="causeway-login-error__contact"
				allowedFormats={ [] }
				placeholder={ __( 'How people reach you, if you like: “Call us on …”', 'causeway' ) }
				value={ attributes.contactText }
				onChange={ ( contactText ) => setAttributes( { contactText } ) }
			/>
		</section>
	);
};

const Report = ( { attributes, setAttributes }: Props ): JSX.Element => (
	<>
		<InspectorControls>
			<PanelBody title={ __( 'Portals', 'causeway' ) }>
				<TextareaControl
					__nextHasNoMarginBottom
					label={ __( 'Portals to choose from, one a line', 'causeway' ) }
					help={ __( 'As your people call them. With one or none there is nothing to choose.', 'causeway' ) }
					value={ attributes.portals.join( '\n' ) }
					onChange={ ( text ) => setAttributes( { portals: text.split( '\n' ) } ) }
				/>
			</PanelBody>
		</InspectorControls>
		<section className="causeway-login-error__message">
			<RichText
				tagName="h2"
				className="causeway-login-error__title"
				allowedFormats={ [] }
				placeholder={ __( 'You cannot get in?', 'causeway' ) }
				value={ attributes.title }
				onChange={ ( title ) => setAttributes( { title } ) }
			/>
			<p>{ __( 'Paste what the login page said. You get a reference, and if we know you, we look for the reason.', 'causeway' ) }</p>
			{ attributes.portals.filter( ( name ) => name.trim() !== '' ).length > 1 && (
				<p className="causeway-login-error__field">
					<span>{ __( 'Which portal?', 'causeway' ) }</span>
				</p>
			) }
			<p className="causeway-login-error__field">
				<span>{ __( 'What did the login page say?', 'causeway' ) }</span>
			</p>
			<p className="causeway-login-error__field">
				<span>{ __( 'The e-mail address that you log in with', 'causeway' ) }</span>
			</p>
			<Control label={ __( 'Ask for help', 'causeway' ) } />
		</section>
	</>
);

/** The block in the editor: the message in a chosen state, with the texts that the site's editor may change in place. */
export const Edit = ( { attributes, setAttributes }: BlockEditProps< LoginErrorAttributes > ): JSX.Element => {
	const [ state, setState ] = useState< PreviewState >( 'proven-looking' );
	const blockProps = useBlockProps( { className: 'causeway-login-error' } );

	return (
		<>
			{ attributes.variant === 'message' && <MessageSettings attributes={ attributes } setAttributes={ setAttributes } state={ state } onPreview={ setState } /> }
			<div { ...blockProps }>
				{ attributes.variant === 'report' ? (
					<Report attributes={ attributes } setAttributes={ setAttributes } />
				) : (
					<MessageBody attributes={ attributes } setAttributes={ setAttributes } state={ state } />
				) }
			</div>
		</>
	);
};
