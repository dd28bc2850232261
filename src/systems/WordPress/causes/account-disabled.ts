import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'account-disabled',
	system: 'wordpress',
	title: 'The account is switched off',
	meaning: 'A site admin switched the account off, or a plugin did because of a rule. The account and its data are still there; only the login is closed. Some plugins say so, others (WP Cerber, Ultimate Member’s form) show a sentence that fits many reasons.',
	when: {
		any: [
			{ symptom: 'ultimate-member-disabled' },
			{ symptom: 'user-registration-disabled' },
			{ symptom: 'disable-user-login-disabled' },
			{ symptom: 'cerber-refused' },
			{ symptom: 'llar-masked' },
			{ symptom: 'ultimate-member-masked' },
		],
	},
	shows: [ 'ultimate-member-disabled', 'user-registration-disabled', 'disable-user-login-disabled', 'cerber-refused', 'llar-masked', 'ultimate-member-masked' ],
	rivals: [ 'account-denied', 'wrong-password' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your account is switched off on this site, perhaps by mistake. You cannot change that yourself. Give the reference below to whoever runs this site and ask them to look at it.',
		mail: 'Your account is switched off on the site, perhaps by mistake. You cannot change that yourself. Tell whoever runs this site who you are, and name the reference.',
		admin: 'Account is switched off.',
	},
	fixPath: [
		{
			id: 'ask-why',
			title: 'Ask why it was switched off',
			body: 'Ask your colleagues first. A customer who left, an unpaid bill or a stolen password are good reasons to leave it off.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'enable-in-um',
			title: 'Switch it on in Ultimate Member',
			body: 'Open Users, choose the filter “Inactive”, tick the person, and choose Reactivate among the actions of Ultimate Member.',
			applicability: 'guided',
			link: 'users',
			onlyIf: { any: [ { symptom: 'ultimate-member-disabled' }, { symptom: 'ultimate-member-masked' } ] },
		},
		{
			id: 'enable-in-ur',
			title: 'Switch it on in User Registration',
			body: 'Open Users → All Users, point at the person and choose Enable.',
			applicability: 'guided',
			link: 'users',
			onlyIf: { symptom: 'user-registration-disabled' },
		},
		{
			id: 'enable-in-dul',
			title: 'Switch it on in Disable User Login',
			body: 'Open the user, untick Disable User Account and save; or tick several people in the users’ list and choose Enable. Some other plugins use the same sentence for an address that is not confirmed.',
			applicability: 'guided',
			link: 'user',
			onlyIf: { symptom: 'disable-user-login-disabled' },
		},
		{
			id: 'enable-in-cerber',
			title: 'Switch it on in WP Cerber',
			body: 'Open the user and look for “User is not permitted to log in” of WP Cerber; untick it. If it is not ticked, WP Cerber → Activity tells the real reason.',
			applicability: 'guided',
			link: 'user',
			onlyIf: { symptom: 'cerber-refused' },
		},
		{
			id: 'reset-password',
			title: 'If it was off because of a stolen password',
			body: 'Send a reset link before you switch it on again.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Note the reason in the user’s profile when you switch an account off.' ],
	examples: {
		fits: [
			{ name: 'Disable User Login says so', symptoms: [ 'disable-user-login-disabled' ], findings: { 'user.exists': true }, confidence: 'likely' },
			{ name: 'Ultimate Member says so', symptoms: [ 'ultimate-member-disabled' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it was never approved', symptoms: [ 'ultimate-member-rejected' ], findings: {}, not: 'account-denied' },
			{ name: 'the password is wrong', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true }, not: 'wrong-password' },
		],
	},
} );
