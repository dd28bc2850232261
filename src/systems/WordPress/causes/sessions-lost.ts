import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sessions-lost',
	system: 'wordpress',
	title: 'The session was ended elsewhere',
	meaning: 'The login cookie is genuine, but WordPress no longer has its session. Somebody chose to log out everywhere, a plugin allows only so many logins at a time, or a cache of the server that holds such data was emptied.',
	when: { symptom: 'session-gone' },
	shows: [ 'session-gone' ],
	rivals: [ 'login-keys-changed' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Your login was ended from elsewhere, perhaps because you logged in on another device. Log in again. If it happens again soon, give the reference below to whoever runs this site.',
		proven: 'Your login was ended from elsewhere, perhaps because you logged in on another device. Log in again. If it happens again soon, give the reference below to whoever runs this site.',
		mail: 'Your login was ended from elsewhere, perhaps because you logged in on another device. Log in again. If it happens again soon, give the reference to whoever runs this site.',
		admin: 'The login session was ended elsewhere or lost.',
	},
	fixPath: [
		{
			id: 'log-in-here-again',
			title: 'Ask the person to log in again',
			body: 'And ask whether they use another device at the same time, or whether several people share the account.',
			applicability: 'guided',
		},
		{
			id: 'check-session-limit',
			title: 'Look for a limit on logins',
			body: 'Plugins that limit how many devices may be logged in end the older login. Raise the number, or let them refuse the new login with a message.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'check-object-cache',
			title: 'If everybody is affected at once, look at the object cache',
			body: 'Ask your host whether Redis or Memcached was emptied or is too small. Sessions belong to the users’ data and must come back from the database; if they do not, switch the object cache off and try again.',
			applicability: 'guided',
			link: 'site-health',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Give everybody an account of their own instead of sharing one.' ],
	examples: {
		fits: [ { name: 'the session is not there', symptoms: [ 'session-gone' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the cookie was signed with other keys', symptoms: [ 'cookie-signed-otherwise' ], findings: {}, not: 'login-keys-changed' } ],
	},
} );
