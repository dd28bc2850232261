import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'password-reset-not-allowed',
	system: 'wordpress',
	title: 'This account may not reset its password here',
	meaning: 'The site does not let this account choose a new password by mail. Mostly its password is not kept here at all: the person logs in by single sign-on, or a directory of the company holds it. Some plugins forbid it for certain roles.',
	when: { all: [ { symptom: 'reset-not-allowed' }, { any: [ { finding: 'user.is-spam', is: false }, { finding: 'user.is-spam', is: 'unknown' } ] } ] },
	shows: [ 'reset-not-allowed' ],
	rivals: [ 'spammer-account' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password cannot be reset here. If you log in with a company account, use that login button and reset the password there. Otherwise give the reference below to whoever runs this site.',
		mail: 'Your password cannot be reset on this site. If you log in with a company account, reset the password there. Otherwise give the reference to whoever runs this site.',
		admin: 'The account may not reset its password here.',
	},
	fixPath: [
		{
			id: 'ask-how-they-log-in',
			title: 'Ask how the person usually logs in',
			body: 'If by a button with the company’s name, the password belongs to that company: its own IT resets it.',
			applicability: 'guided',
		},
		{
			id: 'find-who-forbids',
			title: 'Find the plugin that forbids it',
			body: 'Plugins for single sign-on, LDAP or security can forbid the reset, for everybody or by role. Look at their settings.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'set-password-by-hand',
			title: 'If the account does have a password here, set one by hand',
			body: 'Open the user and choose Set New Password. Tell it on the phone once you are sure who is calling.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Hide the lost-password link where passwords are kept elsewhere.' ],
	examples: {
		fits: [ { name: 'WordPress does not allow the reset', symptoms: [ 'reset-not-allowed' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the account is marked as a spammer', symptoms: [ 'reset-not-allowed' ], findings: { 'user.exists': true, 'user.is-member': true, 'user.is-spam': true }, not: 'spammer-account' } ],
	},
} );
