import { addressesIn, changeOf, draftOf, faultsOf, withCapability } from './draft';

import type { Settings } from '../../data/types';

const settings: Settings = {
	recipients: [ 'greta@northwind.example' ],
	areRecipientsUsual: true,
	mailsEachCase: true,
	stormGate: false,
	portalPages: [ { id: 7, title: 'Client login' } ],
	pages: [],
	attemptDays: 30,
	caseDays: 180,
	mayChangeRoles: true,
	roles: [
		{ role: 'administrator', title: 'Administrator', isFixed: true, capabilities: [ 'causeway_view' ] },
		{ role: 'editor', title: 'Editor', isFixed: false, capabilities: [] },
	],
};

describe( 'the settings as they are typed', () => {
	it( 'leave the site’s own address out, so that it stays the usual one', () => {
		expect( changeOf( draftOf( settings ), settings ).recipients ).toEqual( [] );
	} );

	it( 'take addresses by line, comma or blank', () => {
		expect( addressesIn( ' a@x.example,\nb@x.example; c@x.example ' ) ).toEqual( [ 'a@x.example', 'b@x.example', 'c@x.example' ] );
	} );

	it.each( [
		[ { recipients: 'desk' }, 'recipients' ],
		[ { recipients: Array.from( { length: 6 }, ( _, index ) => `d${ index }@x.example` ).join( '\n' ) }, 'recipients' ],
		[ { attemptDays: '3' }, 'attemptDays' ],
		[ { attemptDays: '' }, 'attemptDays' ],
		[ { caseDays: '12.5' }, 'caseDays' ],
	] )( 'tell %j at its field', ( change, field ) => {
		expect( [ ...faultsOf( { ...draftOf( settings ), ...change } ) ] ).toEqual( [ field ] );
	} );

	it( 'never send what administrators may do, and no role where that may not be changed', () => {
		expect( changeOf( draftOf( settings ), settings ).roles ).toEqual( { editor: [] } );
		expect( changeOf( draftOf( settings ), { ...settings, mayChangeRoles: false } ) ).not.toHaveProperty( 'roles' );
	} );

	it( 'give the view with any other right, and take all with the view', () => {
		expect( withCapability( [], 'causeway_manage_cases', true ) ).toEqual( [ 'causeway_view', 'causeway_manage_cases' ] );
		expect( withCapability( [ 'causeway_view', 'causeway_manage_cases' ], 'causeway_view', false ) ).toEqual( [] );
		expect( withCapability( [ 'causeway_view', 'causeway_manage_cases' ], 'causeway_manage_cases', false ) ).toEqual( [ 'causeway_view' ] );
	} );
} );
