import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'calls-too-close-together',
	system: 'hubspot',
	title: 'Too many calls to HubSpot came within a few seconds',
	meaning: 'HubSpot takes a number of calls within ten seconds from each app, and a few searches a second. Somebody’s app went beyond that and was turned away for the moment. The calls of the day are not used up. Who logs in at another moment gets in.',
	when: { symptom: 'burst-limit' },
	shows: [ 'burst-limit' ],
	ceiling: 'likely',
	rivals: [ 'daily-calls-used-up' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. Too many people asked the portal at once. Wait a minute and try again; if it happens often, give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. Too many people asked the portal at once. Try again. If it happens often, give the reference to whoever runs this site.',
		admin: 'HubSpot was asked too fast for a moment; slow down what asks most.',
	},
	fixPath: [
		{
			id: 'wait-a-moment',
			title: 'Let the person try again',
			body: 'The limit counts ten seconds at most, so the next try goes through unless something asks all the time.',
			applicability: 'wait',
			waitMinutes: 1,
		},
		{
			id: 'slow-down',
			title: 'If it happens often, find what asks so fast',
			body: 'Compare the calls of the private apps. Let imports and synchronisations run at night, read in batches, and make pauses when HubSpot asks for them.',
			applicability: 'guided',
			link: 'usage',
		},
	],
	verification: { all: [ { finding: 'connection.reachable', is: true }, { finding: 'quota.available', is: true } ] },
	prevention: [ 'Give each integration an app of its own: the short limit counts each app for itself.' ],
	examples: {
		fits: [
			{
				name: 'the message names the short limit',
				symptoms: [ 'burst-limit' ],
				findings: { 'quota.available': true, 'connection.reachable': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the message names the day',
				symptoms: [ 'daily-limit' ],
				findings: { 'quota.available': false },
				not: 'daily-calls-used-up',
			},
		],
	},
} );
