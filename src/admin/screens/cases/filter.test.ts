import { everyCase } from '../../routing/view';
import { filterCount, filterOf, isNarrowed } from './filter';

describe( 'what narrows the list of cases', () => {
	it( 'asks for nothing that nobody chose', () => {
		expect( filterOf( { ...everyCase, state: 'all' }, 1_000_000 ) ).toEqual( { states: [], cause: null, system: null, search: null, knownPeopleOnly: true, incident: null, role: null, since: null } );
	} );

	it( 'counts back from now', () => {
		expect( filterOf( { ...everyCase, since: 'week' }, 1_000_000 ).since ).toBe( 1_000_000 - 7 * 86_400 );
	} );

	it( 'counts a cause and its system as one filter, and names without an account as one that adds', () => {
		expect( filterCount( { ...everyCase, system: 'zoho-crm', cause: 'zoho-crm/contact-deleted', role: 'customer' } ) ).toBe( 2 );
		expect( filterCount( { ...everyCase, includesUnknown: true } ) ).toBe( 1 );
		expect( isNarrowed( { ...everyCase, includesUnknown: true, state: 'resolved' } ) ).toBe( false );
		expect( isNarrowed( { ...everyCase, incident: 7 } ) ).toBe( true );
	} );
} );
