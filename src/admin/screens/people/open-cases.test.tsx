/** @jest-environment jsdom */
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { openCases } from '../../data/commands';
import { OpenCases, sentence } from './open-cases';

jest.mock( '../../data/commands', () => ( { openCases: jest.fn() } ) );

jest.mock( '../../routing/navigation', () => ( { ViewLink: () => null } ) );

const asked = openCases as jest.MockedFunction< typeof openCases >;

describe( 'cases for people at risk', () => {
	it( 'says what came of it, and nothing of what did not', () => {
		expect( sentence( { opened: 1, known: 0, elsewhere: 0, next: 0 } ) ).toBe( '1 case was opened; each person is looked at afresh now.' );
		expect( sentence( { opened: 2, known: 1, elsewhere: 3, next: 0 } ) ).toMatch( /2 cases.*1 person had.*3 people without an account/ );
	} );

	it( 'goes on page by page, and takes up where it was refused', async () => {
		asked
			.mockResolvedValueOnce( { ok: true, value: { opened: 90, known: 10, elsewhere: 0, next: 100 } } )
			.mockResolvedValueOnce( { ok: false, message: 'The line was cut.' } as Awaited< ReturnType< typeof openCases > > )
			.mockResolvedValueOnce( { ok: true, value: { opened: 20, known: 0, elsewhere: 0, next: 0 } } );
		const user = userEvent.setup();
		render(
			<OpenCases cause="zoho-crm/contact-in-recycle-bin" title="The contact lies in the bin" people={ 120 } />
		);
		await user.click( screen.getByRole( 'button', { name: 'Put it right for 120 people' } ) );
		await user.click( screen.getByRole( 'button', { name: 'Open cases' } ) );
		await screen.findAllByText( 'The line was cut.' );
		await user.click( screen.getByRole( 'button', { name: 'Go on' } ) );
		await waitFor( () => expect( screen.queryByRole( 'dialog' ) ).toBeNull() );
		expect( asked.mock.calls ).toEqual( [ [ 'zoho-crm/contact-in-recycle-bin', 0 ], [ 'zoho-crm/contact-in-recycle-bin', 100 ], [ 'zoho-crm/contact-in-recycle-bin', 100 ] ] );
		expect( screen.getByRole( 'status' ).textContent ).toMatch( /110 cases were opened.*10 people had one already/ );
	} );
} );
