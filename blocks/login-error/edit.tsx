import { InspectorControls, RichText, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { previewOf, previews } from './preview';
import type { LoginErrorAttributes, PreviewState } from './preview';

/** The block in the editor: the message in a chosen state, with the texts that the site's editor may change in place. */
export const Edit = ( { attributes, setAttributes }: BlockEditProps< LoginErrorAttributes > ): JSX.Element => {
	const [ state, setState ] = useState< PreviewState >( 'proven-looking' );
	const preview = previewOf( state );
	const blockProps = useBlockProps( { className: 'causeway-login-error' } );

	return (
		<>
			<InspectorControls>
				<PanelBody title={ __( 'Preview', 'causeway' ) }>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Show the message for', 'causeway' ) }
						help={ __( 'Only for you, here. On the page nothing shows until a login is refused.', 'causeway' ) }
						value={ state }
						options={ previews().map( ( { state: value, label } ) => ( { value, label } ) ) }
						onChange={ ( value ) => setState( previewOf( value ).state ) }
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
			<div { ...blockProps }>
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
					<p className="causeway-login-error__text">{ preview.text }</p>
					{ preview.isFixed && (
						<p className="causeway-login-error__again">
							<span className="causeway-login-error__link" style={ { textDecoration: 'underline' } }>{ __( 'Go to the login form', 'causeway' ) }</span>
						</p>
					) }
					<p className="causeway-login-error__reference">
						{ __( 'Reference:', 'causeway' ) } <code>K7QM-3FXA</code>
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
			</div>
		</>
	);
};
