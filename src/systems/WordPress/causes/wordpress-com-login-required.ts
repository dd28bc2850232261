import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'wordpress-com-login-required',
	system: 'wordpress',
	title: 'This site lets people in only by WordPress.com',
	meaning: 'Jetpack was told to take logins by WordPress.com alone. User name and password of this site are not even looked at, and a program that sends them is refused too. The person needs a WordPress.com account with the e-mail address that is on record here.',
	when: { symptom: 'jetpack-account-required' },
	shows: [ 'jetpack-account-required' ],
	rivals: [ 'jetpack-connection-broken' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site takes logins by WordPress.com only. Use the WordPress.com button on the login page, with the e-mail address to which this site writes you; you can make an account there for free. If it does not help, give the reference below to whoever runs this site.',
		proven: 'This site takes logins by WordPress.com only. Use the WordPress.com button on the login page, with the e-mail address to which this site writes you; you can make an account there for free. If it does not help, give the reference below to whoever runs this site.',
		mail: 'The site takes logins by WordPress.com only. Use the WordPress.com button on the login page, with the e-mail address to which the site writes you; you can make an account there for free. If it does not help, give the reference to whoever runs this site.',
		admin: 'Jetpack takes logins by WordPress.com only; a password was used.',
	},
	fixPath: [
		{
			id: 'use-button',
			title: 'Point the person to the WordPress.com button',
			body: 'They log in there, or make an account with the e-mail address of their user here, and come back by themselves.',
			applicability: 'guided',
		},
		{
			id: 'compare-addresses',
			title: 'Compare the e-mail addresses',
			body: 'The user’s address here must be that of the WordPress.com account, and matching by e-mail address must be on: Jetpack → Settings → Security.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'allow-passwords',
			title: 'Or allow passwords again',
			body: 'The rule is not in Jetpack’s settings but in code: the filter jetpack_remove_login_form in the theme or a small plugin, or the host’s own plugin. Remove it there, if customers shall log in with a password.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Say beside the login form that a WordPress.com account is needed.' ],
	examples: {
		fits: [
			{ name: 'Jetpack demands WordPress.com', symptoms: [ 'jetpack-account-required' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the button is there, and WordPress.com does not answer', symptoms: [ 'jetpack-connection-problems' ], findings: {}, not: 'jetpack-connection-broken' },
		],
	},
} );
