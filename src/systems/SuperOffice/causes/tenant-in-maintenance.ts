import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'tenant-in-maintenance',
	system: 'superoffice',
	title: 'SuperOffice works on your tenant just now',
	meaning: 'SuperOffice CRM Online is being upgraded or set up for your company at this moment, and lets nobody in meanwhile. As a rule it is back within minutes, without anybody doing anything.',
	when: { all: [ { finding: 'installation.running', is: false }, { finding: 'installation.passing', is: true } ] },
	shows: [ 'cannot-log-in', 'tenant-asleep', 'misdirected' ],
	prior: 'occasional',
	outranks: [ 'tenant-not-running', 'tenant-moved', 'other-login-way', 'password-refused' ],
	rivals: [ 'tenant-not-running' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Nothing is wrong with your account: the system that you want to open is being worked on and lets nobody in just now. Try again in half an hour. If it lasts longer, give the reference below to whoever runs this site.',
		mail: 'Nothing is wrong with your account. The system that you wanted to open was being worked on and let nobody in. Try again in half an hour; if it still does not open, give the reference to whoever runs this site.',
		admin: 'SuperOffice is working on the tenant; it comes back by itself.',
	},
	fixPath: [
		{
			id: 'wait',
			title: 'Wait until it is back',
			body: 'Nothing needs to be done: the state page shows Running once the work is over. Tell your colleagues that it is not their password.',
			applicability: 'wait',
			link: 'tenant-state',
			waitMinutes: 30,
		},
		{
			id: 'ask-support',
			title: 'If it lasts for hours, ask SuperOffice',
			body: 'Write to SuperOffice’s support with your customer ID and the state that the status page names.',
			applicability: 'escalate',
			link: 'tenant-state',
		},
	],
	verification: { finding: 'installation.running', is: true },
	prevention: [ 'Upgrades are announced: tell your colleagues the evening before.' ],
	examples: {
		fits: [
			{
				name: 'the tenant is offline for an upgrade',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'installation.online': true, 'installation.running': false, 'installation.passing': true, 'user.exists': 'unknown' },
				confidence: 'certain',
			},
			{
				name: 'nobody has complained yet',
				findings: { 'installation.online': true, 'installation.running': false, 'installation.passing': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the subscription is suspended',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'installation.online': true, 'installation.running': false, 'installation.passing': false },
				not: 'tenant-not-running',
			},
		],
	},
} );
