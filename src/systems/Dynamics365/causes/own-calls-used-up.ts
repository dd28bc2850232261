import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'own-calls-used-up',
	system: 'dynamics-365',
	title: 'Causeway’s own connection has used its calls of these five minutes',
	meaning:
		'Dataverse lets each user make so many calls in five minutes, and the one behind Causeway’s connection has used them, perhaps because another program shares it. The person could not be looked at. The portal has a user, and an allowance, of its own.',
	when: { finding: 'quota.available', is: false },
	shows: [],
	prior: 'rare',
	ceiling: 'possible',
	rivals: [ 'connection-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'What keeps you out could not be looked up yet. Try again in some minutes; if it does not help, give the reference below to whoever runs this site.',
		mail: 'What keeps you out could not be looked up yet. Try again in some minutes. If it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: its connection has to wait some minutes.',
	},
	fixPath: [
		{
			id: 'wait',
			title: 'Wait five minutes',
			body: 'The allowance counts the last five minutes. Causeway looks again by itself.',
			applicability: 'wait',
			waitMinutes: 5,
		},
		{
			id: 'own-application',
			title: 'Give Causeway an application of its own',
			body: 'If this comes back, another program uses the same application user. Make a separate app registration and application user.',
			applicability: 'guided',
			link: 'application-users',
		},
		{
			id: 'see-usage',
			title: 'See who makes so many calls',
			body: 'The statistics of API calls show the most active users.',
			applicability: 'guided',
			link: 'api-usage',
		},
	],
	verification: { finding: 'quota.available', is: true },
	prevention: [ 'Let each integration have an application user of its own.' ],
	examples: {
		fits: [
			{
				name: 'the window is used up',
				symptoms: [ 'attempt-refused' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
					'quota.available': false,
					'contact.exists': 'unknown',
				},
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'it is refused for another reason',
				findings: { 'connection.reachable': true, 'connection.authorised': false, 'quota.available': 'unknown' },
				not: 'connection-refused',
			},
		],
	},
} );
