import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'jetpack-connection-broken',
	system: 'wordpress',
	title: 'Jetpack’s connection to WordPress.com is broken',
	meaning: 'Logins by WordPress.com need a working connection between this site and WordPress.com, in both directions. It broke: the site moved, a firewall or a closed XML-RPC keeps WordPress.com out, or the keys no longer fit. User name and password still work.',
	when: { any: [ { symptom: 'jetpack-connection-problems' }, { symptom: 'jetpack-login-failed' } ] },
	shows: [ 'jetpack-connection-problems', 'jetpack-login-failed' ],
	rivals: [ 'jetpack-site-is-copy' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Logging in by WordPress.com does not work on this site at the moment. Your account is fine. Log in with your user name and password instead; if you have none, ask for a new one on this page. If it does not help, give the reference below to whoever runs this site.',
		proven: 'Logging in by WordPress.com does not work on this site at the moment. Your account is fine. Log in with your user name and password instead; if you have none, ask for a new one on this page. If it does not help, give the reference below to whoever runs this site.',
		mail: 'Logging in by WordPress.com does not work on the site at the moment. Your account is fine. Log in with user name and password instead; if you have none, ask for a new one on the login page. If it does not help, give the reference to whoever runs this site.',
		admin: 'Jetpack’s connection to WordPress.com is broken.',
	},
	fixPath: [
		{
			id: 'log-in-by-password',
			title: 'Let people in by password meanwhile',
			body: 'The link for user name and password stands below the WordPress.com button.',
			applicability: 'guided',
		},
		{
			id: 'check-connection',
			title: 'Look at the connection',
			body: 'Tools → Site Health has tests of Jetpack, and Jetpack → My Jetpack shows the connection. Both say what fails and offer to repair it.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'open-the-way',
			title: 'Open the way for WordPress.com',
			body: 'Security plugins, the host or a CDN must not block xmlrpc.php or calls from WordPress.com’s addresses. Jetpack’s own debugger (jetpack.com/support/debug) tests it from outside.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'reconnect',
			title: 'If nothing helps, connect anew',
			body: 'Jetpack → My Jetpack → manage the connection: disconnect and connect again, as the administrator who owns the connection.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Look at Site Health after each move of the site and each new rule of a firewall.' ],
	examples: {
		fits: [
			{ name: 'Jetpack names connection problems', symptoms: [ 'jetpack-connection-problems' ], findings: {}, confidence: 'likely' },
			{ name: 'Jetpack could not verify the login', symptoms: [ 'jetpack-login-failed' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the site is a copy, and the connection rests', symptoms: [ 'jetpack-safe-mode' ], findings: {}, not: 'jetpack-site-is-copy' },
		],
	},
} );
