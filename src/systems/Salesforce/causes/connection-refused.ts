import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'connection-refused',
	system: 'salesforce',
	title: 'This site’s own connection to Salesforce does not work',
	meaning:
		'Causeway asks Salesforce with a connection of its own. That one is refused, lacks a right, or does not get through, so nothing about the contact could be looked at. It says nothing about why the person was refused: the portal uses other credentials.',
	when: {
		any: [
			{ finding: 'connection.reachable', is: false },
			{ finding: 'connection.authorised', is: false },
			{ finding: 'connection.scopes', is: false },
		],
	},
	shows: [],
	ceiling: 'possible',
	rivals: [ 'api-calls-used-up' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right. What keeps you out could not be looked up yet. Try again in a while; if it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: its own connection to Salesforce does not work.',
	},
	fixPath: [
		{
			id: 'test-connection',
			title: 'Test the connection',
			body: 'Open the connection and choose Test. It says which part fails: reaching Salesforce, the credentials, the scope, or something that its user may not see.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'look-at-app',
			title: 'If it is refused, look at the app',
			body: 'The app needs the scope “api” and a user as whom it works: for client credentials it is chosen in the app’s policies, for JWT bearer the user has to be approved beforehand. That user must be active and have the right “API Enabled”.',
			applicability: 'guided',
			link: 'app',
		},
		{
			id: 'look-at-address',
			title: 'If the key is unknown, look at the address',
			body: 'Client credentials work only at your own My Domain address, not at login.salesforce.com. A sandbox has an address of its own, with two hyphens in it.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'look-at-status',
			title: 'If it does not answer, look whether Salesforce runs',
			body: 'Salesforce tells at status.salesforce.com whether your instance is out of order. If it runs, ask the host of this site whether it lets calls out.',
			applicability: 'guided',
		},
	],
	verification: { all: [ { finding: 'connection.reachable', is: true }, { finding: 'connection.authorised', is: true }, { finding: 'connection.scopes', is: true } ] },
	prevention: [ 'Give Causeway an app and a user of its own, so that nobody changes them for another reason.' ],
	examples: {
		fits: [
			{
				name: 'the credentials are refused and nothing else is known',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'connection.reachable': true, 'connection.authorised': false, 'quota.available': 'unknown', 'contact.exists': 'unknown' },
				confidence: 'possible',
			},
			{ name: 'Salesforce does not answer this site', findings: { 'connection.reachable': false }, confidence: 'possible' },
		],
		nearMisses: [
			{
				name: 'the connection works, but no calls are left',
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'connection.scopes': true, 'quota.available': false },
				not: 'api-calls-used-up',
			},
		],
	},
} );
