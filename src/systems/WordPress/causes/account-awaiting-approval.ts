import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'account-awaiting-approval',
	system: 'wordpress',
	title: 'The account still waits for an administrator’s approval',
	meaning: 'The person registered, and on this site somebody has to approve each account first. That has not happened: the notice was overlooked, went to somebody who left, or never arrived. Any password gives the same refusal, and some plugins log the person out again right after a login that seemed to work.',
	when: {
		any: [
			// The sentence about the unconfirmed address begins with the same words.
			{ all: [ { symptom: 'user-registration-pending' }, { not: { symptom: 'user-registration-email-not-verified' } } ] },
			{ symptom: 'ultimate-member-awaiting-review' },
			{ symptom: 'buddypress-not-approved' },
			{ symptom: 'aios-pending' },
			{ symptom: 'user-registration-reset-refused' },
			{ symptom: 'user-registration-logged-out-again' },
			{ symptom: 'llar-masked' },
			{ symptom: 'headless-login-refused' },
			{ symptom: 'ultimate-member-masked' },
		],
	},
	shows: [
		'user-registration-pending',
		'ultimate-member-awaiting-review',
		'buddypress-not-approved',
		'aios-pending',
		'user-registration-reset-refused',
		'user-registration-logged-out-again',
		'llar-masked',
		'headless-login-refused',
		'ultimate-member-masked',
	],
	rivals: [ 'email-not-confirmed', 'account-denied' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account was made and still has to be approved by whoever runs this site. You need not register again. Give them the reference below and say who you are; after the approval you can log in with the password that you chose.',
		mail: 'Your account was made and still has to be approved by whoever runs the site. You need not register again. If it takes longer than a working day, give them the reference; after the approval you can log in with the password that you chose.',
		admin: 'Account waits for approval.',
	},
	fixPath: [
		{
			id: 'check-person',
			title: 'Make sure that you know the person',
			body: 'Compare name and e-mail address with your customers. If you do not know them, ask before you approve.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'approve-in-list',
			title: 'Approve the account in the users’ list',
			body: 'New User Approve: Users → Approve New Users. User Registration: Users → All Users, point at the person, Approve. It mails the person by itself.',
			applicability: 'guided',
			link: 'users',
			onlyIf: {
				any: [ { symptom: 'user-registration-pending' }, { symptom: 'user-registration-reset-refused' }, { symptom: 'user-registration-logged-out-again' } ],
			},
		},
		{
			id: 'approve-in-um',
			title: 'Approve it in Ultimate Member',
			body: 'Open Users, choose the filter “Pending”, tick the person, and choose Approve Membership among the actions of Ultimate Member.',
			applicability: 'guided',
			link: 'users',
			onlyIf: { any: [ { symptom: 'ultimate-member-awaiting-review' }, { symptom: 'ultimate-member-masked' } ] },
		},
		{
			id: 'approve-in-buddypress',
			title: 'Approve it in BuddyPress',
			body: 'Open Users → Manage Signups (Pending, in older versions), look under the membership requests, and approve the person’s.',
			applicability: 'guided',
			onlyIf: { symptom: 'buddypress-not-approved' },
		},
		{
			id: 'approve-in-aios',
			title: 'Approve it in All-In-One Security',
			body: 'Open WP Security → User security (User Accounts in older versions) → Manual approval, find the person and choose Approve.',
			applicability: 'guided',
			onlyIf: { symptom: 'aios-pending' },
		},
		{
			id: 'tell-person',
			title: 'Tell the person',
			body: 'Not every plugin sends a mail. A reset by mail is often not allowed before the approval either, so do this last.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Send the notice of new accounts to an address that several people read.' ],
	examples: {
		fits: [
			{ name: 'New User Approve or User Registration says so', symptoms: [ 'user-registration-pending' ], findings: { 'user.exists': true }, confidence: 'likely' },
			{ name: 'they are logged out on the next page', symptoms: [ 'user-registration-logged-out-again' ], findings: {}, confidence: 'likely' },
			{
				name: 'Ultimate Member shows its one sentence',
				symptoms: [ 'ultimate-member-awaiting-review', 'ultimate-member-masked' ],
				findings: { 'user.exists': true, 'login-name.is-known': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{ name: 'only the e-mail address is not verified yet', symptoms: [ 'ultimate-member-awaiting-confirmation' ], findings: {}, not: 'email-not-confirmed' },
			{ name: 'the account was turned down', symptoms: [ 'ultimate-member-rejected' ], findings: {}, not: 'account-denied' },
		],
	},
} );
