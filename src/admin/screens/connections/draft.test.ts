import { changeOf, draftOf, missingFields } from './draft';

import type { ConnectionField } from '../../data/types';

const field = ( id: string, over: Partial< ConnectionField > = {} ): ConnectionField => ( {
	id,
	label: id,
	help: '',
	kind: 'text',
	required: true,
	value: null,
	isSet: false,
	isFixed: false,
	options: [],
	...over,
} );

const stored: readonly ConnectionField[] = [
	field( 'client_id', { value: '1000.A', isSet: true } ),
	field( 'client_secret', { kind: 'secret', isSet: true } ),
	field( 'refresh_token', { kind: 'secret', isSet: true, isFixed: true } ),
	field( 'note', { required: false, value: '', isSet: true } ),
];

describe( 'the form of a connection', () => {
	it( 'sends nothing that was not touched, least of all a secret', () => {
		expect( changeOf( 'zoho-crm', stored, draftOf( stored, true ) ) ).toEqual( { system: 'zoho-crm', fields: {}, mayWrite: true } );
	} );

	it( 'sends a typed secret, and an empty one only when it is to be removed', () => {
		const draft = draftOf( stored, false );
		const typed = { ...draft, values: { ...draft.values, client_secret: ' new ' } };
		expect( changeOf( 'zoho-crm', stored, typed ).fields ).toEqual( { client_secret: 'new' } );
		expect( changeOf( 'zoho-crm', stored, { ...draft, cleared: [ 'client_secret' ] } ).fields ).toEqual( { client_secret: '' } );
	} );

	it( 'never sends what the site’s configuration fixes', () => {
		const draft = draftOf( stored, false );
		expect( changeOf( 'zoho-crm', stored, { ...draft, values: { ...draft.values, refresh_token: 'mine' } } ).fields ).toEqual( {} );
	} );

	it( 'asks for required fields only, and for a secret only where none is kept', () => {
		const draft = draftOf( stored, false );
		expect( missingFields( stored, draft ) ).toEqual( [] );
		const emptied = { values: { ...draft.values, client_id: '  ' }, cleared: [ 'client_secret' ], mayWrite: false };
		expect( missingFields( stored, emptied ).map( ( { id } ) => id ) ).toEqual( [ 'client_id', 'client_secret' ] );
	} );
} );
