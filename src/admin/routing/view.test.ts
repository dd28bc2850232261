import { addressOf, everyCase, viewOf } from './view';

import type { View } from './view';

const pageUrl = 'https://example.test/wp-admin/admin.php?page=causeway';

describe( 'the address of a screen', () => {
	const views: readonly ( readonly [ string, View ] )[] = [
		[ '', { screen: 'cases', ...everyCase } ],
		[ '&state=resolved', { screen: 'cases', ...everyCase, state: 'resolved' } ],
		[
			'&state=all&s=K7QM-3FXA&cause=zoho-crm%2Fcontact-deleted&system=zoho-crm&unknown=1',
			{ screen: 'cases', state: 'all', search: 'K7QM-3FXA', cause: 'zoho-crm/contact-deleted', system: 'zoho-crm', includesUnknown: true },
		],
		[ '&s=o%27neil%2Bportal%40x.y+%26+co', { screen: 'cases', ...everyCase, search: 'o\'neil+portal@x.y & co' } ],
		[ '&case=12', { screen: 'case', id: 12 } ],
		[ '&screen=connections', { screen: 'connections', edit: null } ],
		[ '&screen=connections&edit=zoho-crm', { screen: 'connections', edit: 'zoho-crm' } ],
		[ '&screen=explain', { screen: 'explain' } ],
	];

	it.each( views )( 'writes “%s” and reads it back', ( query, view ) => {
		const address = addressOf( view, pageUrl );
		expect( address ).toBe( pageUrl + query );
		expect( viewOf( new URL( address ).search ) ).toEqual( view );
	} );

	it.each( [ '?page=causeway&case=0', '?page=causeway&case=-3', '?page=causeway&case=x', '?page=causeway&screen=nowhere', '?page=causeway&state=gone' ] )(
		'shows the list of cases for %s',
		( query ) => {
			expect( viewOf( query ) ).toEqual( { screen: 'cases', ...everyCase } );
		}
	);
} );
