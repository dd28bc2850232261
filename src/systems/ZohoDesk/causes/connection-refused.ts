import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'connection-refused',
	system: 'zoho-desk',
	title: 'This site’s own connection to Zoho Desk does not work',
	meaning: 'Causeway asks Zoho Desk with a connection of its own. That one is refused or lacks a right, so nothing, or not everything, about the person could be looked at. It says nothing about why the person was refused: people log in with their own credentials.',
	when: { any: [ { finding: 'connection.authorised', is: false }, { finding: 'connection.scopes', is: false } ] },
	shows: [ 'token-refused', 'right-missing' ],
	ceiling: 'possible',
	rivals: [ 'other-organisation' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'We know who you are, but what keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'What keeps you out could not be looked up yet. Try again in a while; if it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: its own connection to Zoho Desk does not work.',
	},
	fixPath: [
		{
			id: 'test-connection',
			title: 'Test the connection',
			body: 'Open the connection and choose Test. It says which part fails: the credentials, a scope of the consent, or the rights of the agent behind it.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'renew-credentials',
			title: 'Renew the consent',
			body: 'Make a new grant code in the Self Client of Zoho’s API console, with every scope that the test names, and enter the new refresh token. A wrong data centre looks the same: compare it with the address of your Zoho Desk.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'check-agent',
			title: 'Check the agent behind the connection',
			body: 'If single questions are refused, open the profile of the agent who gave the consent. It needs to see contacts and the setup; an agent for live chat only sees neither.',
			applicability: 'guided',
			link: 'profiles',
		},
	],
	verification: { all: [ { finding: 'connection.reachable', is: true }, { finding: 'connection.authorised', is: true } ] },
	prevention: [ 'Give Causeway a Self Client of its own, so that no other program pushes its refresh token out.', 'Let an agent give the consent whose account stays when people leave.' ],
	examples: {
		fits: [
			{
				name: 'the credentials are refused and nothing else is known',
				symptoms: [ 'token-refused' ],
				findings: { 'connection.reachable': true, 'connection.authorised': false },
				confidence: 'possible',
			},
			{
				name: 'a scope is missing',
				symptoms: [ 'right-missing' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'connection.scopes': false },
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'the consent is good, but for another organisation',
				symptoms: [ 'organisation-mismatch' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
					'organisation.matches': false,
				},
				not: 'other-organisation',
			},
		],
	},
} );
