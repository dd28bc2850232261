import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'credits-used-up',
	system: 'zoho-desk',
	title: 'Zoho Desk’s API credits for today are used up',
	meaning: 'Every call costs credits out of a daily allowance that depends on the edition and the number of agents. It is used up, so programs that ask Zoho Desk are turned away, a portal of your own among them. The Help Center itself does not need them.',
	when: { finding: 'quota.available', is: false },
	shows: [ 'calls-refused', 'cannot-log-in' ],
	ceiling: 'likely',
	rivals: [ 'desk-not-answering' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'A limit for today was reached, which may keep everybody out for a while. You have nothing to change: try again tomorrow, or give the reference below to whoever runs this site.',
		mail: 'A limit for today was reached; this concerns everybody, not only you. Try again tomorrow. If it still does not work then, give the reference to whoever runs this site.',
		admin: 'Zoho Desk’s API credits for today are used up.',
	},
	fixPath: [
		{
			id: 'wait-for-credits',
			title: 'Wait until credits come back',
			body: 'The allowance is a daily one. Causeway looks again by itself and spends hardly any calls meanwhile.',
			applicability: 'wait',
			waitMinutes: 240,
		},
		{
			id: 'find-consumer',
			title: 'Find out what spends the credits',
			body: 'The page of the API usage shows what was spent. Look for an integration that asks far more than it needs, and slow it down.',
			applicability: 'guided',
			link: 'api-usage',
		},
		{
			id: 'raise-allowance',
			title: 'Or raise the allowance',
			body: 'A higher edition and more agents bring more credits a day.',
			applicability: 'guided',
			link: 'subscription',
		},
	],
	verification: { finding: 'quota.available', is: true },
	prevention: [ 'Look at the API usage once a week and after each new integration.', 'Let integrations read lists instead of record by record.' ],
	examples: {
		fits: [
			{
				name: 'no call is taken any more',
				symptoms: [ 'calls-refused' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'quota.available': false },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'it does not answer at all',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'connection.reachable': false },
				not: 'desk-not-answering',
			},
		],
	},
} );
