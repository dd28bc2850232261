import { addressOf, everyCase, viewOf, wholeCatalog } from './view';

import type { View } from './view';

const pageUrl = 'https://example.test/wp-admin/admin.php?page=causeway';

describe( 'the address of a screen', () => {
	const views: readonly ( readonly [ string, View ] )[] = [
		[ '', { screen: 'overview' } ],
		[ '&screen=incidents', { screen: 'incidents', isOver: false } ],
		[ '&screen=incidents&state=resolved', { screen: 'incidents', isOver: true } ],
		[ '&screen=people', { screen: 'people', cause: '' } ],
		[ '&screen=people&cause=zoho-crm%2Fcontact-deleted', { screen: 'people', cause: 'zoho-crm/contact-deleted' } ],
		[ '&screen=journal', { screen: 'journal' } ],
		[ '&screen=settings', { screen: 'settings' } ],
		[ '&incident=7', { screen: 'incident', id: 7 } ],
		[ '&screen=cases', { screen: 'cases', ...everyCase } ],
		[ '&screen=cases&state=resolved', { screen: 'cases', ...everyCase, state: 'resolved' } ],
		[
			'&screen=cases&state=all&s=K7QM-3FXA&cause=zoho-crm%2Fcontact-deleted&system=zoho-crm&unknown=1',
			{ screen: 'cases', state: 'all', search: 'K7QM-3FXA', cause: 'zoho-crm/contact-deleted', system: 'zoho-crm', includesUnknown: true, role: '', incident: 0, since: '', oldestFirst: false },
		],
		[ '&screen=cases&role=customer&of=7&since=week&order=oldest', { screen: 'cases', ...everyCase, role: 'customer', incident: 7, since: 'week', oldestFirst: true } ],
		[ '&screen=cases&s=o%27neil%2Bportal%40x.y+%26+co', { screen: 'cases', ...everyCase, search: 'o\'neil+portal@x.y & co' } ],
		[ '&case=12', { screen: 'case', id: 12 } ],
		[ '&screen=connections', { screen: 'connections', edit: null } ],
		[ '&screen=connections&edit=zoho-crm', { screen: 'connections', edit: 'zoho-crm' } ],
		[ '&screen=explain', { screen: 'explain' } ],
		[ '&screen=catalog', { screen: 'catalog', ...wholeCatalog } ],
		[ '&screen=catalog&s=recycle+bin&system=zoho-crm&way=looking', { screen: 'catalog', search: 'recycle bin', system: 'zoho-crm', way: 'looking' } ],
		[ '&screen=catalog&entry=zoho-crm%2Fcontact-in-recycle-bin', { screen: 'entry', system: 'zoho-crm', cause: 'contact-in-recycle-bin' } ],
	];

	it.each( views )( 'writes “%s” and reads it back', ( query, view ) => {
		const address = addressOf( view, pageUrl );
		expect( address ).toBe( pageUrl + query );
		expect( viewOf( new URL( address ).search ) ).toEqual( view );
	} );

	it.each( [ '?page=causeway&case=0', '?page=causeway&case=-3', '?page=causeway&incident=x', '?page=causeway&screen=nowhere', '?page=causeway&state=gone' ] )(
		'shows the overview for %s',
		( query ) => {
			expect( viewOf( query ) ).toEqual( { screen: 'overview' } );
		}
	);

	it( 'takes no role of an incident or time that it does not know', () => {
		expect( viewOf( '?page=causeway&screen=cases&of=-1&since=ever&order=up' ) ).toEqual( { screen: 'cases', ...everyCase } );
	} );

	it.each( [ '&way=guessing', '&entry=zoho-crm', '&entry=%2F', '&entry=' ] )( 'shows the whole catalog for %s', ( query ) => {
		expect( viewOf( `?page=causeway&screen=catalog${ query }` ) ).toEqual( { screen: 'catalog', ...wholeCatalog } );
	} );

	it( 'shows what needs somebody where a state of cases is not known', () => {
		expect( viewOf( '?page=causeway&screen=cases&state=gone' ) ).toEqual( { screen: 'cases', ...everyCase } );
	} );
} );
