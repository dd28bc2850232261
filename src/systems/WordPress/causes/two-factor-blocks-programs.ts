import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-factor-blocks-programs',
	system: 'wordpress',
	title: 'A program logs in with the password of an account that has a second factor',
	meaning: 'A program, an app or a synchronisation uses the person’s own password. Since the account has a second factor, that is refused: a program cannot answer with a code. It needs an application password, which is made for exactly that. The person’s own login in the browser works.',
	when: { symptom: 'two-factor-password-for-program' },
	shows: [ 'two-factor-password-for-program' ],
	rivals: [ 'application-password-wrong' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'A program that logs in for you uses your own password. Since your account has a second step, it needs a password of its own: make an application password in your profile and enter it there. For help give the reference below to whoever runs this site.',
		mail: 'A program that logs in for you uses your own password. Since your account has a second step, it needs a password of its own. Make an application password in your profile and enter it in the program. For help give the reference to whoever runs this site.',
		admin: 'A program uses the password of an account with a second factor.',
	},
	fixPath: [
		{
			id: 'find-program',
			title: 'Find out which program it is',
			body: 'Ask the person for apps, shop or bookkeeping links and calendars that work with this site. It stopped on the day when the second factor was set up.',
			applicability: 'guided',
		},
		{
			id: 'make-application-password',
			title: 'Make an application password',
			body: 'In the user’s profile, under Application Passwords: type the program’s name, add it, and enter the password shown there into the program, with the same user name. It is shown once.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'if-section-missing',
			title: 'If that part of the profile is missing',
			body: 'Application passwords need https, and a security plugin may have switched them off. Site Health says which.',
			applicability: 'guided',
			link: 'site-health',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Give each program its own application password from the start.' ],
	examples: {
		fits: [
			{ name: 'Two-Factor refused the program', symptoms: [ 'two-factor-password-for-program' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the program has one that is not accepted', symptoms: [ 'application-password-refused' ], findings: {}, not: 'application-password-wrong' },
		],
	},
} );
