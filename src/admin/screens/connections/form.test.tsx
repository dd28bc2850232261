import { fireEvent, render, screen } from '@testing-library/react';

import { saveConnection } from '../../data/commands';
import { ConnectionForm } from './form';

import type { ConnectionField } from '../../data/types';

jest.mock( '../../data/commands', () => ( { saveConnection: jest.fn() } ) );
const save = saveConnection as jest.Mock;
// jsdom has none; ids of fields need no escaping.
Object.assign( globalThis, { CSS: { escape: ( id: string ) => id } } );

const address: ConnectionField = { id: 'api_base', label: 'API address', help: '', kind: 'url', required: true, options: [], isSet: false, isFixed: false, value: 'somewhere' };

const submit = () => {
	render( <ConnectionForm id="crm" system="crm" systemTitle="CRM" fields={ [ address ] } mayWrite={ false } onSaved={ jest.fn() } onCancel={ jest.fn() } /> );
	fireEvent.click( screen.getByRole( 'button', { name: 'Save and test' } ) );
};

const refused = ( message: string, fields: Record< string, string > ) => ( { ok: false, message, code: 'causeway_invalid_field', fields } );

describe( 'the connection’s form', () => {
	it( 'tells a fault once, at its field, and keeps what was typed', async () => {
		save.mockResolvedValue( refused( 'This is not a web address.', { api_base: 'This is not a web address.' } ) );
		submit();
		expect( await screen.findAllByText( 'This is not a web address.' ) ).toHaveLength( 1 );
		expect( screen.getByLabelText< HTMLInputElement >( 'API address' ).value ).toBe( 'somewhere' );
	} );

	it( 'tells above the form what belongs to no field', async () => {
		save.mockResolvedValue( refused( 'This id belongs to another system.', { id: 'This id belongs to another system.' } ) );
		submit();
		expect( ( await screen.findAllByText( 'This id belongs to another system.' ) ).length ).toBeGreaterThan( 0 );
	} );
} );
