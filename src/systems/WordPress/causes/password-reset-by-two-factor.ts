import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'password-reset-by-two-factor',
	system: 'wordpress',
	title: 'Two-Factor reset the password after too many wrong codes',
	meaning: 'Somebody knew the password and typed thirty wrong codes. Two-Factor then takes the password away, so that a stranger cannot go on, and mails the person. The old password will never work again; whether it was the person or a stranger has to be found out.',
	when: { symptom: 'two-factor-password-was-reset' },
	shows: [ 'two-factor-password-was-reset' ],
	rivals: [ 'wrong-password', 'two-factor-tried-too-fast' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password was taken out of use after many wrong codes. Choose a new one with the link for a lost password. If you did not type those codes, somebody knew your password: change it elsewhere too. For help give the reference below to whoever runs this site.',
		mail: 'Your password was taken out of use, because many wrong codes were typed after it. Choose a new one with the link for a lost password. If it was not you, change it wherever else you use it. For help give the reference to whoever runs this site.',
		admin: 'Two-Factor reset the password after too many wrong codes.',
	},
	fixPath: [
		{
			id: 'ask-who-tried',
			title: 'Ask the person whether they typed the codes',
			body: 'If not, a stranger had the password. Have them change it wherever they use it, and look through their account for what is not theirs.',
			applicability: 'guided',
		},
		{
			id: 'send-reset-link',
			title: 'Send a reset link',
			body: 'Open the user and choose Send Reset Link. The old password stays out of use.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'repair-codes',
			title: 'Repair the codes as well',
			body: 'If it was the person, their codes do not fit: have the phone’s clock set to automatic, or untick the method under Two-Factor Options in their profile and let them set it up again.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Ask people to call you after the third refused code.' ],
	examples: {
		fits: [
			{ name: 'Two-Factor says that it reset the password', symptoms: [ 'two-factor-password-was-reset' ], findings: { 'user.exists': true }, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the password is simply wrong', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true }, not: 'wrong-password' },
			{ name: 'the account only has to wait', symptoms: [ 'two-factor-too-fast' ], findings: {}, not: 'two-factor-tried-too-fast' },
		],
	},
} );
