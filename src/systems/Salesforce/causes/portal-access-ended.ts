import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-access-ended',
	system: 'salesforce',
	title: 'Salesforce no longer lets the portal itself in',
	meaning:
		'The message is one that Salesforce gives to a program, not to a person: the portal’s own access was taken back, its user was switched off, or its app is no longer approved. The portal then reads no contact, and nobody gets in. Causeway’s connection uses other credentials and may work all the same.',
	when: { any: [ { symptom: 'session-refused' }, { symptom: 'token-refused' } ] },
	shows: [ 'session-refused', 'token-refused' ],
	ceiling: 'likely',
	rivals: [ 'api-calls-used-up' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal cannot reach its records at the moment, which keeps everybody out. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal could not reach its records, which keeps everybody out. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'Salesforce refuses the portal’s own access; connect the portal anew.',
	},
	fixPath: [
		{
			id: 'look-at-portal-user',
			title: 'Look at the user that the portal works as',
			body: 'Find that user in Salesforce. It has to be active, not frozen, with the right “API Enabled”. A new password or a changed profile ends the access of many programs.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'look-at-app',
			title: 'Look whether the portal’s app is still allowed',
			body: 'Open the app that the portal uses. It must not be blocked, and its policies have to admit the portal’s user. A policy that ends refresh tokens after some days locks the portal out each time.',
			applicability: 'guided',
			link: 'app',
		},
		{
			id: 'connect-portal-anew',
			title: 'Connect the portal anew',
			body: 'In Magentrix: Extend, Salesforce, and log in there with the portal’s user once more. In another portal, its settings have a page for Salesforce with a button to connect.',
			applicability: 'guided',
		},
	],
	verification: { all: [ { finding: 'connection.reachable', is: true }, { finding: 'connection.authorised', is: true } ] },
	prevention: [ 'Give the portal a user of its own whose password does not run out, and that nobody else uses.' ],
	examples: {
		fits: [
			{
				name: 'the portal’s log shows a refused session',
				symptoms: [ 'session-refused' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'quota.available': true },
				confidence: 'likely',
			},
			{ name: 'the portal got no token', symptoms: [ 'token-refused' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{
				name: 'it says that too many calls were made',
				symptoms: [ 'request-limit' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'quota.available': false },
				not: 'api-calls-used-up',
			},
		],
	},
} );
