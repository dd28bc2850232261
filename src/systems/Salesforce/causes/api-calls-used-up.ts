import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'api-calls-used-up',
	system: 'salesforce',
	title: 'The organisation’s API calls of 24 hours are used up',
	meaning:
		'Every program that reads Salesforce spends calls of one common allowance, which counts the last 24 hours. It is used up, so Salesforce turns the portal away and nobody gets in who is not in already. Calls come back as the oldest ones drop out of the 24 hours.',
	when: { finding: 'quota.available', is: false },
	shows: [ 'magentrix:account-may-be-disabled', 'request-limit' ],
	rivals: [ 'portal-access-ended' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal has reached its limit for today, which keeps everybody out for a while. You have nothing to change: try again in a few hours, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal has reached its limit for today; this concerns everybody, not only you. Try again in a few hours. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'Salesforce’s API calls are used up; everybody is locked out until some come back.',
	},
	fixPath: [
		{
			id: 'wait-for-calls',
			title: 'Wait until calls come back',
			body: 'The allowance counts the last 24 hours, so calls return little by little and not at midnight. Causeway looks again by itself and spends hardly any meanwhile.',
			applicability: 'wait',
			waitMinutes: 60,
		},
		{
			id: 'find-consumer',
			title: 'Find out what spends the calls',
			body: 'Company Information shows how many were made; the report “API Usage Last 7 Days”, under Reports, shows by whom. Look for a program that spends far more than the others, such as an import that runs too often, and slow it down.',
			applicability: 'guided',
			link: 'api-usage',
		},
		{
			id: 'buy-calls',
			title: 'Or get more calls',
			body: 'If the need is real, more licences or additional API calls raise the allowance. Your contact at Salesforce sells both.',
			applicability: 'escalate',
		},
	],
	verification: { finding: 'quota.available', is: true },
	prevention: [ 'Let Salesforce warn you: Setup, API Usage Notifications, at 80 %.', 'Let other programs read in batches instead of record by record.' ],
	examples: {
		fits: [
			{
				name: 'this site is turned away as well',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'quota.available': false },
				confidence: 'certain',
			},
			{
				name: 'the portal’s own error was pasted',
				symptoms: [ 'request-limit' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'quota.available': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'calls are left, and the portal’s session is refused',
				symptoms: [ 'session-refused' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'quota.available': true },
				not: 'portal-access-ended',
			},
		],
	},
} );
