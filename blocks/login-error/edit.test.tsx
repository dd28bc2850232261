import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { Edit } from './edit';
import { isEditable, previewOf, previews } from './preview';
import type { LoginErrorAttributes } from './preview';

jest.mock( '@wordpress/block-editor', () => ( {
	InspectorControls: ( { children }: { readonly children: React.ReactNode } ) => <aside>{ children }</aside>,
	RichText: ( { value, placeholder, onChange }: { readonly value: string; readonly placeholder: string; readonly onChange: ( value: string ) => void } ) => (
		<input aria-label={ placeholder } value={ value } onChange={ ( event ) => onChange( event.target.value ) } />
	),
	useBlockProps: ( props: object ) => props,
} ) );

const attributes: LoginErrorAttributes = {
	variant: 'message',
	title: '',
	anonymousText: '',
	lookingText: '',
	contactText: '',
	helpUrl: '',
	helpLabel: '',
	loginUrl: '',
	resetUrl: '',
	offersReset: true,
	offersMail: true,
	offersTell: true,
	portals: [],
};

describe( 'Edit', () => {
	it.each( previews() )( 'previews the message for "$state"', async ( preview ) => {
		render( <Edit attributes={ attributes } setAttributes={ () => {} } isSelected /> );
		await userEvent.selectOptions( screen.getByRole( 'combobox' ), preview.state );
		expect( isEditable( preview.state ) ? screen.getByLabelText( preview.text ) : screen.getByText( preview.text ) ).toBeTruthy();
		expect( screen.queryByText( 'Go to the login form' ) !== null ).toBe( preview.isFixed );
		// Once it is fixed, the page has a title of its own.
		expect( screen.queryByLabelText( 'You are not logged in' ) === null ).toBe( preview.isFixed );
		expect( screen.queryByRole( 'heading', { name: 'You can log in again' } ) !== null ).toBe( preview.isFixed );
	} );

	it( 'saves what the editor of the site writes as the way out', async () => {
		const setAttributes = jest.fn();
		render( <Edit attributes={ attributes } setAttributes={ setAttributes } isSelected /> );
		await userEvent.type( screen.getByLabelText( 'Address of your help page' ), 'h' );
		expect( setAttributes ).toHaveBeenCalledWith( { helpUrl: 'h' } );
	} );

	it( 'lets the text for everybody and the one while looking be replaced, and the reason not', async () => {
		const setAttributes = jest.fn();
		render( <Edit attributes={ attributes } setAttributes={ setAttributes } isSelected /> );
		await userEvent.type( screen.getByLabelText( previewOf( 'proven-looking' ).text ), 'W' );
		await userEvent.selectOptions( screen.getByRole( 'combobox' ), 'anonymous' );
		await userEvent.type( screen.getByLabelText( previewOf( 'anonymous' ).text ), 'A' );
		expect( setAttributes.mock.calls ).toEqual( [ [ { lookingText: 'W' } ], [ { anonymousText: 'A' } ] ] );
		await userEvent.selectOptions( screen.getByRole( 'combobox' ), 'proven' );
		expect( screen.queryByLabelText( previewOf( 'proven' ).text ) ).toBeNull();
	} );

	it( 'takes a control away from the message', () => {
		render( <Edit attributes={ { ...attributes, offersTell: false } } setAttributes={ () => {} } isSelected /> );
		expect( screen.queryByText( 'Tell whoever runs this site' ) ).toBeNull();
	} );

	it( 'asks for portals where it is the form for portals elsewhere', async () => {
		const setAttributes = jest.fn();
		render( <Edit attributes={ { ...attributes, variant: 'report' } } setAttributes={ setAttributes } isSelected /> );
		await userEvent.type( screen.getByLabelText( 'Portals to choose from, one a line' ), 'A' );
		expect( setAttributes ).toHaveBeenCalledWith( { portals: [ 'A' ] } );
	} );
} );

describe( 'previewOf', () => {
	it( 'shows the first state for one it does not know', () => {
		expect( previewOf( 'nonsense' ).state ).toBe( 'anonymous' );
	} );
} );
