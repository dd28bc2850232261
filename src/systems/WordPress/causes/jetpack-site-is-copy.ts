import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'jetpack-site-is-copy',
	system: 'wordpress',
	title: 'Jetpack takes this site for a copy and allows no login by WordPress.com',
	meaning: 'The site was copied or moved, and Jetpack does not know whether this is the true one. So that two sites do not act under one name, it stays in safe mode until an administrator decides. Staging sites stay that way on purpose.',
	when: { symptom: 'jetpack-safe-mode' },
	shows: [ 'jetpack-safe-mode' ],
	prior: 'rare',
	rivals: [ 'jetpack-connection-broken' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Logging in by WordPress.com is switched off on this site, because it is a copy or has just moved. Log in with your user name and password. If that does not help, give the reference below to whoever runs this site.',
		proven: 'Logging in by WordPress.com is switched off on this site, because it is a copy or has just moved. Log in with your user name and password. If that does not help, give the reference below to whoever runs this site.',
		mail: 'Logging in by WordPress.com is switched off on that site, because it is a copy or has just moved. Log in with your user name and password. If that does not help, give the reference to whoever runs this site.',
		admin: 'Jetpack is in safe mode: this site counts as a copy.',
	},
	fixPath: [
		{
			id: 'log-in-by-password',
			title: 'Log in with a password yourself',
			body: 'An administrator has to decide, in wp-admin.',
			applicability: 'guided',
		},
		{
			id: 'decide-what-it-is',
			title: 'Tell Jetpack what this site is',
			body: 'The notice in wp-admin asks: move the connection here, if the site has moved; start a new one, if it is a site of its own; stay in safe mode, if it is a test copy.',
			applicability: 'guided',
		},
		{
			id: 'check-address',
			title: 'If it is the true site, check its addresses',
			body: 'Both addresses under Settings → General must be the real ones. A site that answers under two addresses is taken for a copy again.',
			applicability: 'guided',
			link: 'general-settings',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Decide Jetpack’s question on the day of the move.' ],
	examples: {
		fits: [
			{ name: 'Jetpack says that the site is in safe mode', symptoms: [ 'jetpack-safe-mode' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it is the true site, and the connection fails', symptoms: [ 'jetpack-connection-problems' ], findings: {}, not: 'jetpack-connection-broken' },
		],
	},
} );
