import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'account-exists-already',
	system: 'wordpress',
	title: 'The person has an account already',
	meaning: 'Somebody wanted to register with a user name or address that belongs to an account. Mostly it is their own, made by an invitation, an order or years ago. They need not register, they need to log in.',
	when: { symptom: 'registration-account-exists' },
	shows: [ 'registration-account-exists' ],
	rivals: [ 'activation-pending' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'You have an account already. Log in with your e-mail address, or ask for a new password on the lost-password page. If no mail arrives, give the reference below to whoever runs this site.',
		mail: 'You have an account already, with the address that this message was sent to. Ask for a new password on the lost-password page and log in. If that does not work, give the reference to whoever runs this site.',
		admin: 'Somebody tried to register although the account exists.',
	},
	fixPath: [
		{
			id: 'look-up-account',
			title: 'Look the account up',
			body: 'Search the users for the address. Check that it is really this person’s, and which role it has.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'send-reset-link',
			title: 'Send a reset link',
			body: 'Open the user and choose Send Reset Link. Then the person chooses a password and logs in.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'other-user-name',
			title: 'If only the user name is taken, by somebody else',
			body: 'Ask the person to choose another one, or add the user yourself.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Say in the first mail of each account that nobody has to register any more.' ],
	examples: {
		fits: [ { name: 'the address has an account', symptoms: [ 'registration-account-exists' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'an earlier registration waits', symptoms: [ 'registration-waiting' ], findings: {}, not: 'activation-pending' } ],
	},
} );
