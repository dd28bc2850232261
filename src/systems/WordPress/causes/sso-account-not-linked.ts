import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-account-not-linked',
	system: 'wordpress',
	title: 'The user exists, but is not connected with the WordPress.com account yet',
	meaning: 'WordPress has a user with that e-mail address. Jetpack does not trust the address alone and wants the person to prove once, with the WordPress password, that both accounts are theirs. After that the WordPress.com button works.',
	when: { any: [ { symptom: 'jetpack-not-linked' }, { symptom: 'jetpack-account-missing' } ] },
	shows: [ 'jetpack-not-linked', 'jetpack-account-missing' ],
	rivals: [ 'sso-account-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This site has an account of yours, but it is not connected with your WordPress.com account yet. Log in once with user name and password, and choose to connect there. If that does not work, give the reference below to whoever runs this site.',
		mail: 'The site has an account of yours, but it is not connected with your WordPress.com account yet. Log in once with your user name and password, and choose there to connect. If you do not know the password, ask for a new one on the login page. If it does not help, give the reference to whoever runs the site.',
		admin: 'WordPress user not connected with WordPress.com yet.',
	},
	fixPath: [
		{
			id: 'log-in-by-password',
			title: 'Let the person log in once with their password',
			body: 'On the login page, below the WordPress.com button, is a link to log in with user name and password. A forgotten one is reset there as well.',
			applicability: 'guided',
		},
		{
			id: 'connect-account',
			title: 'Let them connect the two accounts',
			body: 'In their own profile, or under Jetpack → My Jetpack: connect the user account to WordPress.com.',
			applicability: 'guided',
		},
		{
			id: 'match-by-address',
			title: 'Or let Jetpack match by e-mail address',
			body: 'Jetpack → Settings → Security → WordPress.com login: match accounts using email addresses. Then the first step is not needed, if both addresses are the same.',
			applicability: 'guided',
		},
		{
			id: 'compare-addresses',
			title: 'Compare the two e-mail addresses',
			body: 'The user’s address here must be that of the WordPress.com account. Change one of them if they differ.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Ask new people to connect their WordPress.com account on the first day, while they are logged in.' ],
	examples: {
		fits: [
			{ name: 'Jetpack says that there is an account', symptoms: [ 'jetpack-not-linked' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'there is no user at all', symptoms: [ 'oidc-account-missing' ], findings: {}, not: 'sso-account-missing' },
		],
	},
} );
