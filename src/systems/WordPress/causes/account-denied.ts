import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'account-denied',
	system: 'wordpress',
	title: 'The account was turned down',
	saidAs: [ 'my access was denied by the administrators' ],
	meaning: 'Somebody looked at the registration and turned it down, or a rule did. The person can still type name and password, but is refused each time. If that was a mistake, the decision can be changed at any moment; nothing was deleted.',
	when: { any: [ { symptom: 'user-registration-denied' }, { symptom: 'ultimate-member-rejected' } ] },
	shows: [ 'user-registration-denied', 'ultimate-member-rejected' ],
	rivals: [ 'account-awaiting-approval', 'subscription-not-active' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is not open on this site. If you think that this is a mistake, you cannot change it yourself: give the reference below to whoever runs this site and say who you are.',
		mail: 'Your account is not open on the site. If you think that this is a mistake, give the reference to whoever runs this site and say who you are.',
		admin: 'Account was turned down by an administrator.',
	},
	fixPath: [
		{
			id: 'find-out-why',
			title: 'Find out who turned it down, and why',
			body: 'Look at the account and ask your colleagues. A strange name, a free mail address or a double registration are usual reasons.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'approve-after-all',
			title: 'Approve it after all',
			body: 'New User Approve: Users → Approve New Users → the denied ones. User Registration: Users → All Users, point at the person, Approve.',
			applicability: 'guided',
			link: 'users',
			onlyIf: { symptom: 'user-registration-denied' },
		},
		{
			id: 'approve-in-um',
			title: 'Approve it in Ultimate Member',
			body: 'Open Users, choose the filter “Rejected”, tick the person, and choose Approve Membership.',
			applicability: 'guided',
			link: 'users',
			onlyIf: { symptom: 'ultimate-member-rejected' },
		},
		{
			id: 'answer-person',
			title: 'Or tell the person',
			body: 'If it shall stay so, write to them in a friendly way and name somebody to talk to; otherwise they register again and again.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Write a reason beside each account that you turn down.' ],
	examples: {
		fits: [
			{ name: 'the account was denied', symptoms: [ 'user-registration-denied' ], findings: { 'user.exists': true }, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'nobody has decided yet', symptoms: [ 'user-registration-pending' ], findings: {}, not: 'account-awaiting-approval' },
			{ name: 'the same code for a subscription that ended', symptoms: [ 'user-registration-subscription-ended' ], findings: {}, not: 'subscription-not-active' },
		],
	},
} );
