import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-calls-limited',
	system: 'dynamics-365',
	title: 'Dataverse turns the portal’s calls away because there are too many',
	meaning:
		'A log shows that Dataverse refused calls of one user: more than a few thousand in five minutes, too much work, or too many at once. While that lasts, the portal behind that user cannot look anybody up. It says after how many seconds it takes calls again.',
	when: { symptom: 'requests-limited' },
	shows: [ 'requests-limited' ],
	ceiling: 'likely',
	rivals: [ 'own-calls-used-up' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The portal is too busy at the moment. You have nothing to change: try again in ten minutes, or give the reference below to whoever runs this site.',
		mail: 'The portal was too busy; this concerns everybody, not only you. Try again in ten minutes. If it still does not work, give the reference to whoever runs this site.',
		admin: 'Dataverse limits the portal’s calls; wait, then slow the heaviest caller down.',
	},
	fixPath: [
		{
			id: 'wait',
			title: 'Wait for the time that the answer names',
			body: 'It stands in the log as Retry-After, in seconds, and is some minutes at most. Do not let programs try again sooner: that makes it longer.',
			applicability: 'wait',
			waitMinutes: 5,
		},
		{
			id: 'see-usage',
			title: 'See who makes so many calls',
			body: 'The statistics of API calls show the most active users. A synchronisation or an import under the portal’s own user is the usual reason.',
			applicability: 'guided',
			link: 'api-usage',
		},
		{
			id: 'separate-users',
			title: 'Give heavy work a user of its own',
			body: 'Limits count each user by itself. Let imports run under another application user, in batches, and at night.',
			applicability: 'guided',
			link: 'application-users',
		},
	],
	verification: { finding: 'quota.available', is: true },
	prevention: [ 'Let integrations respect Retry-After, and read in batches instead of row by row.' ],
	examples: {
		fits: [
			{
				name: 'a log of the portal holds the code',
				symptoms: [ 'requests-limited' ],
				findings: { 'quota.available': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'it is Causeway’s own allowance, and nobody showed a log',
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'connection.scopes': true, 'quota.available': false },
				not: 'own-calls-used-up',
			},
		],
	},
} );
