import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'login-token-outdated',
	system: 'wordpress',
	title: 'The app’s login token is not accepted any more',
	meaning: 'A token counts for some minutes or days, and only for the site and the secret that it was made with. This one ran out, or the site’s address or secret was changed since, or it is damaged. Logging in once more makes a new one.',
	when: {
		any: [
			{ symptom: 'jwt-auth-token-outdated' },
			{ symptom: 'jwt-auth-token-without-user' },
			{ symptom: 'wpgraphql-jwt-token-problem' },
			{ symptom: 'headless-token-outdated' },
			{ symptom: 'headless-token-without-user' },
		],
	},
	shows: [
		'jwt-auth-token-outdated',
		'jwt-auth-token-without-user',
		'wpgraphql-jwt-token-problem',
		'headless-token-outdated',
		'headless-token-without-user',
	],
	prior: 'common',
	rivals: [ 'token-secret-missing', 'login-tokens-withdrawn' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Your login in this app or page has ended. Log out there, if you can, and log in again. If you are asked over and over, delete the data of the app or page in your browser, or give the reference below to whoever runs this site.',
		proven: 'Your login in this app or page has ended. Log out there, if you can, and log in again. If you are asked over and over, delete the data of the app or page in your browser, or give the reference below to whoever runs this site.',
		mail: 'Your login in the app or page has ended. Log out there, if you can, and log in again. If you are asked over and over, delete the data of the app or page in your browser, or give the reference to whoever runs this site.',
		admin: 'Login token is too old, or made for another address or secret.',
	},
	fixPath: [
		{
			id: 'log-in-anew',
			title: 'Let the person log out and in again',
			body: 'In the app or the front end. If a button to log out is missing, delete the site’s data in the browser, or install the app anew.',
			applicability: 'guided',
		},
		{
			id: 'compare-addresses',
			title: 'If it hits everybody, think of a change',
			body: 'A new secret or a new site address (https, www, a move) ends all tokens at once; then everybody logs in once more, and it is over. Both addresses under Settings → General must be the ones that the app uses.',
			applicability: 'guided',
			link: 'general-settings',
		},
		{
			id: 'check-clock',
			title: 'If new tokens are refused too, compare the clock',
			body: 'Tools → Site Health → Info → Server shows the time. Where two servers work for one site, both need the same time and the same secret.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'renew-in-time',
			title: 'Let the front end renew its token',
			body: 'Its developer can have a token renewed before it ends, and lead people to the login instead of showing an error.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Change the secret or the address at a quiet hour, and tell people that they have to log in once more.' ],
	examples: {
		fits: [
			{ name: 'JWT Authentication does not accept it', symptoms: [ 'jwt-auth-token-outdated' ], findings: {}, confidence: 'likely' },
			{ name: 'Headless Login’s secret was changed', symptoms: [ 'headless-token-outdated' ], findings: {}, confidence: 'likely' },
			{ name: 'WPGraphQL JWT does not accept it', symptoms: [ 'wpgraphql-jwt-token-problem' ], findings: {}, confidence: 'likely' },
			{ name: 'there is no user in it', symptoms: [ 'jwt-auth-token-without-user' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'there is no secret at all', symptoms: [ 'jwt-auth-not-configured' ], findings: {}, not: 'token-secret-missing' },
			{ name: 'they were withdrawn on purpose', symptoms: [ 'headless-token-revoked' ], findings: {}, not: 'login-tokens-withdrawn' },
		],
	},
} );
