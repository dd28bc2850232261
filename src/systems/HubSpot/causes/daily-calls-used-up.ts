import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'daily-calls-used-up',
	system: 'hubspot',
	title: 'The HubSpot account’s calls for today are used up',
	meaning: 'HubSpot counts the calls of all private apps of an account together, by the day. They are used up, so it turns a portal that connects by a private app away, and this site too. Portals that are installed from HubSpot’s marketplace are counted for themselves.',
	when: { any: [ { finding: 'quota.available', is: false }, { all: [ { symptom: 'daily-limit' }, { finding: 'quota.available', is: 'unknown' } ] } ] },
	shows: [ 'magentrix:account-may-be-disabled', 'cannot-log-in', 'daily-limit' ],
	ceiling: 'likely',
	rivals: [ 'calls-too-close-together', 'hubspot-not-answering' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal has reached its limit for today, which keeps everybody out for a while. Try again tomorrow, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal has reached its limit for today; this concerns everybody, not only you. Try again tomorrow. If it still does not work, give the reference to whoever runs this site.',
		admin: 'HubSpot’s calls for today are used up; wait for the reset or find what spends them.',
	},
	fixPath: [
		{
			id: 'wait-for-reset',
			title: 'Wait until the calls start anew',
			body: 'They start anew at midnight by the account’s own time zone; the evidence says when, where HubSpot tells it. Causeway looks again by itself.',
			applicability: 'wait',
			waitMinutes: 60,
		},
		{
			id: 'find-consumer',
			title: 'Find out what spends the calls',
			body: 'Open the private apps in HubSpot and compare their calls. Look for one that spends far more than the others, such as a synchronisation that runs too often, and slow it down.',
			applicability: 'guided',
			link: 'usage',
		},
		{
			id: 'buy-more',
			title: 'Or buy more calls',
			body: 'If the need is real, a higher edition or HubSpot’s add-on for the API raises the limit of the day.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'quota.available', is: true },
	prevention: [
		'Look at the calls of the private apps once a week and after each new integration.',
		'Let integrations read in batches of a hundred instead of one by one.',
	],
	examples: {
		fits: [
			{
				name: 'this site is turned away as well',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'quota.available': false },
				confidence: 'likely',
			},
			{
				name: 'only the message is known',
				symptoms: [ 'daily-limit' ],
				findings: {},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the message names the short limit',
				symptoms: [ 'burst-limit' ],
				findings: { 'quota.available': true },
				not: 'calls-too-close-together',
			},
			{
				name: 'HubSpot does not answer at all',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'connection.reachable': false, 'quota.available': 'unknown' },
				not: 'hubspot-not-answering',
			},
		],
	},
} );
