import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'connection-refused',
	system: 'zoho-crm',
	title: 'This site’s own connection to Zoho CRM does not work',
	meaning:
		'Causeway asks Zoho CRM with a connection of its own. That one is refused, lacks a right, or does not get through, so nothing about the contact could be looked at. It says nothing about why the person was refused: the portal uses other credentials.',
	when: {
		any: [
			{ finding: 'connection.reachable', is: false },
			{ finding: 'connection.authorised', is: false },
			{ finding: 'connection.scopes', is: false },
		],
	},
	shows: [],
	ceiling: 'possible',
	rivals: [ 'crm-credits-exhausted' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right. What keeps you out could not be looked up yet. Try again in a while; if it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: its own connection to Zoho CRM does not work.',
	},
	fixPath: [
		{
			id: 'test-connection',
			title: 'Test the connection',
			body: 'Open the connection and choose Test. It says which part fails: reaching Zoho, the credentials, or a missing scope.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'renew-credentials',
			title: 'Renew the credentials',
			body: 'If the credentials are refused, make a new grant code in the Self Client of Zoho’s API console, with all scopes that the connection page lists, and enter the new refresh token. A wrong data centre looks the same: compare it with the address of your Zoho CRM.',
			applicability: 'guided',
			link: 'connection',
		},
	],
	verification: { all: [ { finding: 'connection.reachable', is: true }, { finding: 'connection.authorised', is: true } ] },
	prevention: [ 'Give Causeway a Self Client of its own, so that no other program pushes its refresh token out.' ],
	examples: {
		fits: [
			{
				name: 'the credentials are refused and nothing else is known',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: { 'connection.reachable': true, 'connection.authorised': false, 'quota.available': 'unknown', 'contact.exists': 'unknown' },
				confidence: 'possible',
			},
			{ name: 'Zoho does not answer this site', findings: { 'connection.reachable': false }, confidence: 'possible' },
		],
		nearMisses: [
			{
				name: 'the connection works, but no credits are left',
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'connection.scopes': true, 'quota.available': false },
				not: 'crm-credits-exhausted',
			},
		],
	},
} );
