import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'too-many-sessions',
	system: 'wordpress',
	title: 'The account is logged in on as many devices as allowed',
	meaning: 'A plugin limits on how many devices one account may be logged in at a time, and the number is reached. Phones, private windows and browsers that were just closed count until their login runs out, up to fourteen days. A shared account of a company reaches it every day.',
	when: { any: [ { symptom: 'loggedin-too-many-sessions' }, { symptom: 'cerber-refused' }, { symptom: 'llar-masked' }, { symptom: 'headless-login-refused' }, { symptom: 'ultimate-member-masked' } ] },
	shows: [ 'loggedin-too-many-sessions', 'cerber-refused', 'llar-masked', 'headless-login-refused', 'ultimate-member-masked' ],
	rivals: [ 'account-disabled', 'wrong-password' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your account is logged in on as many devices as it may be. Log out where you no longer need it. If you have no such device at hand, give the reference below to whoever runs this site.',
		mail: 'Your account is logged in on as many devices as it may be. Log out where you no longer need it. If you have no such device at hand, give the reference to whoever runs this site: they can end the other logins.',
		admin: 'Limit of logins at the same time is reached.',
	},
	fixPath: [
		{
			id: 'end-sessions',
			title: 'End the person’s other logins',
			body: 'Open the user and choose Log Out Everywhere. Then the person can log in at once.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'raise-in-loggedin',
			title: 'Raise the number',
			body: 'Loggedin: Settings → General → Maximum Active Logins; there too you can let the newest login end the oldest one, which nobody complains about. User Registration has its own number among its settings.',
			applicability: 'guided',
			onlyIf: { symptom: 'loggedin-too-many-sessions' },
		},
		{
			id: 'raise-in-cerber',
			title: 'Raise the number in WP Cerber',
			body: 'Open WP Cerber → User Policies, choose the person’s role, and look at the number of sessions. WP Cerber → Activity tells whether this was the reason.',
			applicability: 'guided',
			onlyIf: { symptom: 'cerber-refused' },
		},
		{
			id: 'split-account',
			title: 'Give each person an account',
			body: 'If several people share the account, make one for each. It costs nothing and shows who did what.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let a new login end the oldest one instead of being refused.' ],
	examples: {
		fits: [
			{ name: 'Loggedin says so', symptoms: [ 'loggedin-too-many-sessions' ], findings: { 'user.exists': true }, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the account is switched off', symptoms: [ 'disable-user-login-disabled' ], findings: {}, not: 'account-disabled' },
			{ name: 'the password is wrong', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true }, not: 'wrong-password' },
		],
	},
} );
