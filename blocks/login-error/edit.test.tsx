import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { Edit } from './edit';
import { previewOf, previews } from './preview';
import type { LoginErrorAttributes } from './preview';

jest.mock( '@wordpress/block-editor', () => ( {
	InspectorControls: ( { children }: { readonly children: React.ReactNode } ) => <aside>{ children }</aside>,
	RichText: ( { value, placeholder, onChange }: { readonly value: string; readonly placeholder: string; readonly onChange: ( value: string ) => void } ) => (
		<input aria-label={ placeholder } value={ value } onChange={ ( event ) => onChange( event.target.value ) } />
	),
	useBlockProps: ( props: object ) => props,
} ) );

const attributes: LoginErrorAttributes = { title: '', contactText: '', helpUrl: '', helpLabel: '', loginUrl: '' };

describe( 'Edit', () => {
	it.each( previews() )( 'previews the message for "$state"', async ( preview ) => {
		render( <Edit attributes={ attributes } setAttributes={ () => {} } isSelected /> );
		await userEvent.selectOptions( screen.getByRole( 'combobox' ), preview.state );
		expect( screen.getByText( preview.text ) ).toBeTruthy();
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
} );

describe( 'previewOf', () => {
	it( 'shows the first state for one it does not know', () => {
		expect( previewOf( 'nonsense' ).state ).toBe( 'anonymous' );
	} );
} );
