import { ruleChangeOf, ruleDraftOf, ruleFaultsOf } from './rule-draft';

import type { NoticeRule } from '../../data/types';

const hook: NoticeRule = {
	id: 4,
	name: 'Pager',
	about: 'refused',
	cause: 'zoho-crm',
	people: 5,
	windowMinutes: 60,
	channel: 'webhook',
	pace: 'immediate',
	recipients: [],
	host: 'hooks.example',
	namesPeople: false,
	isUrgent: true,
	isOn: true,
};

const secret = `whsec_${ 'a'.repeat( 43 ) }=`;

describe( 'a rule of notifications as it is typed', () => {
	it( 'leaves a stored address and secret out until one of them is typed', () => {
		expect( ruleChangeOf( ruleDraftOf( hook ) ) ).not.toHaveProperty( 'url' );
		expect( ruleChangeOf( { ...ruleDraftOf( hook ), secret } ) ).toMatchObject( { url: '', secret } );
		expect( [ ...ruleFaultsOf( { ...ruleDraftOf( hook ), secret }, false ) ] ).toEqual( [ 'url' ] );
	} );

	it( 'sends a digest as a mail of another pace, and no address of a mail to a webhook', () => {
		const draft = { ...ruleDraftOf( null ), recipients: 'a@x.example' };
		expect( ruleChangeOf( { ...draft, way: 'mail-digest' } ) ).toMatchObject( { channel: 'mail', pace: 'digest', recipients: [ 'a@x.example' ] } );
		expect( ruleChangeOf( { ...draft, way: 'webhook' } ) ).toMatchObject( { channel: 'webhook', pace: 'immediate', recipients: [] } );
	} );

	it.each( [
		[ { name: '  ' }, [ 'name' ] ],
		[ { people: '0' }, [ 'people' ] ],
		[ { people: '2.5' }, [ 'people' ] ],
		[ { way: 'webhook' }, [ 'url', 'secret' ] ],
		[ { way: 'webhook', url: 'https://hooks.example', secret }, [] ],
		[ { way: 'webhook', url: 'https://hooks.example', secret: 'whsec_short' }, [ 'secret' ] ],
	] )( 'tells %j at its field', ( change, fields ) => {
		expect( [ ...ruleFaultsOf( { ...ruleDraftOf( null ), name: 'Desk', ...change }, true ) ] ).toEqual( fields );
	} );
} );
