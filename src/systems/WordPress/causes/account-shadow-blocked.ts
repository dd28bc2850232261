import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'account-shadow-blocked',
	system: 'wordpress',
	title: 'WP Cerber may show “wrong password” for a blocked account',
	meaning: 'WP Cerber can block an account in such a way that the person, on purpose, reads the usual sentence about a wrong password, although it is right. Then no reset helps. Look at this where WP Cerber runs, a new password was set just now, and it is refused as well.',
	when: {
		any: [
			{ all: [ { symptom: 'incorrect-password' }, { finding: 'password.recently-changed', is: true } ] },
			{ all: [ { symptom: 'incorrect-password' }, { finding: 'user.exists', is: 'unknown' } ] },
		],
	},
	shows: [ 'incorrect-password' ],
	prior: 'rare',
	ceiling: 'possible',
	rivals: [ 'wrong-password', 'account-disabled' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'If a fresh password is refused as well, your account may be blocked, perhaps by mistake. Do not try further. Give the reference below to whoever runs this site and tell them that you have set a new password already.',
		mail: 'If a fresh password is refused as well, your account may be blocked on the site, perhaps by mistake. Tell whoever runs this site that you have set a new password already, and name the reference.',
		admin: 'Perhaps blocked by WP Cerber under the words of a wrong password.',
	},
	fixPath: [
		{
			id: 'check-cerber-runs',
			title: 'See whether WP Cerber runs here',
			body: 'If it is not among the active plugins, this cannot be the reason; the password is simply wrong.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'look-at-user',
			title: 'Look at the user',
			body: 'Open the user and look for “User is not permitted to log in” of WP Cerber. If it is ticked, read the note beside it before you untick it.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'look-at-activity',
			title: 'Look at what WP Cerber recorded',
			body: 'Open WP Cerber → Activity and filter by the user name. The record names the true reason of each refusal.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Write a note when you block a user in WP Cerber, so that nobody resets passwords in vain.' ],
	examples: {
		fits: [
			{
				name: 'the fresh password is refused, and no more is known of the account',
				symptoms: [ 'incorrect-password' ],
				findings: { 'user.exists': false, 'password.recently-changed': true },
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'WordPress compared an old password',
				symptoms: [ 'incorrect-password' ],
				findings: { 'user.exists': true, 'password.recently-changed': false },
				not: 'wrong-password',
			},
			{ name: 'the account is openly switched off', symptoms: [ 'disable-user-login-disabled' ], findings: {}, not: 'account-disabled' },
		],
	},
} );
