import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'cookie-of-former-user',
	system: 'wordpress',
	title: 'The browser still holds the login of an account that is gone',
	meaning: 'The login cookie names a user who is not in WordPress any more: the account was deleted, or its user name was changed. The browser keeps sending the old cookie, and WordPress refuses it every time.',
	when: { symptom: 'cookie-of-unknown-user' },
	shows: [ 'cookie-of-unknown-user' ],
	rivals: [ 'login-keys-changed' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your browser still holds an old login. Log out or delete this site’s cookies, then log in with the name that you have now. If you do not know which, give the reference below to whoever runs this site.',
		mail: 'Your browser still held an old login of this site. Delete the site’s cookies and log in with the address that this message was sent to. If that does not work, give the reference to whoever runs this site.',
		admin: 'A login cookie names a user who is gone or was renamed.',
	},
	fixPath: [
		{
			id: 'look-for-user',
			title: 'Find out what became of the account',
			body: 'Search the users for the person. If the user name was changed, tell them the new one.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'clear-cookies',
			title: 'Ask the person to delete this site’s cookies',
			body: 'Logging out is enough where the page still offers it. Then they log in with their present name.',
			applicability: 'guided',
		},
		{
			id: 'make-account-anew',
			title: 'If the account was deleted by mistake, make it anew',
			body: 'Add the user with the same e-mail address and role. What the person had written may belong to somebody else now; a backup has the old account.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Before deleting a user, check that nobody uses the account any more.' ],
	examples: {
		fits: [ { name: 'the cookie names nobody', symptoms: [ 'cookie-of-unknown-user' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the user is there, the keys are new', symptoms: [ 'cookie-signed-otherwise' ], findings: {}, not: 'login-keys-changed' } ],
	},
} );
