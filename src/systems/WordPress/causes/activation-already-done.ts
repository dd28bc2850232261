import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'activation-already-done',
	system: 'wordpress',
	title: 'The account was activated before',
	meaning: 'The link was opened a second time, by the person or by a mail scanner before them. The account is ready. What is missing is mostly the password: it was shown once or came by a second mail.',
	when: { symptom: 'activation-done-before' },
	shows: [ 'activation-done-before' ],
	rivals: [ 'activation-link-refused' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This link has done its work: the account is ready. Go to the login page, or ask for a new password there if you have none. If that does not help, give the reference below to whoever runs this site.',
		proven: 'This link has done its work: the account is ready. Go to the login page, or ask for a new password there if you have none. If that does not help, give the reference below to whoever runs this site.',
		mail: 'The link had done its work before: your account is ready. Log in, or ask for a new password if you have none. If that does not help, give the reference to whoever runs this site.',
		admin: 'The account was activated before; the person only has to log in.',
	},
	fixPath: [
		{
			id: 'go-to-login',
			title: 'Ask the person to log in',
			body: 'With the password of the second mail, or with a new one from the lost-password page.',
			applicability: 'guided',
		},
		{
			id: 'send-link-for-password',
			title: 'Or send a reset link',
			body: 'Open the user and choose Send Reset Link.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let the page after activation lead straight to choosing a password.' ],
	examples: {
		fits: [ { name: 'it was activated before', symptoms: [ 'activation-done-before' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the link is not known', symptoms: [ 'activation-key-unknown' ], findings: {}, not: 'activation-link-refused' } ],
	},
} );
