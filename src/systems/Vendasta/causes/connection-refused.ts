import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'connection-refused',
	system: 'vendasta',
	title: 'This site’s own connection to Vendasta does not work',
	meaning: 'Causeway asks Vendasta with a service account of its own. That one is refused or does not get through, so nothing about the person could be looked at. It says nothing about why the person was refused: people log in with their own password.',
	when: { any: [ { finding: 'connection.reachable', is: false }, { finding: 'connection.authorised', is: false } ] },
	shows: [],
	ceiling: 'possible',
	rivals: [ 'connection-not-permitted' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right. What keeps you out could not be looked up yet. Try again in a while; if it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: its own connection to Vendasta does not work.',
	},
	fixPath: [
		{
			id: 'test-connection',
			title: 'Test the connection',
			body: 'Open the connection and choose Test. It says which part fails: reaching Vendasta, the key, or what the service account may do.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'renew-key',
			title: 'If the key is refused, make a new one',
			body: 'Open the service accounts, choose the one that Causeway uses, add a key, and paste the whole downloaded file into the connection. Then take the old key away.',
			applicability: 'guided',
			link: 'service-accounts',
		},
		{
			id: 'check-clock',
			title: 'If a new key is refused as well, check the clock',
			body: 'A signature counts for some minutes only. Ask your host whether the clock of this server is right, and test again.',
			applicability: 'guided',
		},
	],
	verification: { all: [ { finding: 'connection.reachable', is: true }, { finding: 'connection.authorised', is: true } ] },
	prevention: [ 'Give Causeway a service account of its own, so that nobody takes its key away with another one.' ],
	examples: {
		fits: [
			{
				name: 'the key was taken away',
				findings: {
					'connection.reachable': true,
					'connection.authorised': false,
					'user.exists': 'unknown',
				},
				confidence: 'possible',
			},
			{
				name: 'Vendasta does not answer this site',
				findings: {
					'connection.reachable': false,
				},
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'the key is taken, but may not do enough',
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': false,
					'user.exists': 'unknown',
				},
				not: 'connection-not-permitted',
			},
		],
	},
} );
