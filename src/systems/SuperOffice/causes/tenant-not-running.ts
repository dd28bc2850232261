import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'tenant-not-running',
	system: 'superoffice',
	title: 'Your tenant of SuperOffice CRM Online does not run',
	meaning: 'SuperOffice names your tenant’s state, and it is one in which nobody can log in and which does not end by itself: suspended, about to be deleted, deleted, or not yet moved to the cloud. Often a subscription was ended or an invoice is open.',
	when: { all: [ { finding: 'installation.running', is: false }, { finding: 'installation.passing', is: false } ] },
	shows: [ 'cannot-log-in', 'tenant-asleep', 'misdirected' ],
	prior: 'rare',
	outranks: [ 'connection-refused', 'tenant-moved', 'other-login-way', 'password-refused' ],
	rivals: [ 'tenant-in-maintenance' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Nothing is wrong with your account: the system that you want to open is switched off for your whole company. Whoever runs it has to clear that up. Give them the reference below, and try again when you hear from them.',
		mail: 'Nothing is wrong with your account. The system that you wanted to open is switched off for your whole company, and whoever runs it has to clear that up. Give them the reference, and try again when you hear from them.',
		admin: 'The tenant does not run: look at its state and ask SuperOffice.',
	},
	fixPath: [
		{
			id: 'look-at-state',
			title: 'See what the state page says',
			body: 'Open the status page of your customer ID and note the state. Suspended can still be taken back; Deleted cannot; MigrationPending means that the move to the cloud is not finished.',
			applicability: 'guided',
			link: 'tenant-state',
		},
		{
			id: 'settle-subscription',
			title: 'Settle the subscription with SuperOffice',
			body: 'Ask whoever holds the contract whether the subscription was ended or an invoice is open, and settle it with SuperOffice. A suspended tenant is usually woken at night.',
			applicability: 'escalate',
		},
	],
	verification: { finding: 'installation.running', is: true },
	prevention: [ 'Name two people who get SuperOffice’s letters about the subscription, so that none goes astray.' ],
	examples: {
		fits: [
			{
				name: 'the subscription is suspended',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'installation.online': true, 'installation.running': false, 'installation.passing': false, 'user.exists': 'unknown' },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'an upgrade is under way',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'installation.online': true, 'installation.running': false, 'installation.passing': true },
				not: 'tenant-in-maintenance',
			},
		],
	},
} );
