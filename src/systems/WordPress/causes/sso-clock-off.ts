import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-clock-off',
	system: 'wordpress',
	title: 'The clocks of this site and of the login service differ',
	meaning: 'The login service writes into each answer from when to when it counts, mostly a few minutes. This server’s clock is ahead or behind, so that the answer seems too old or not valid yet. Then everybody is refused. If it is one person only, they left the page open for too long.',
	when: {
		any: [
			{ symptom: 'php-saml-time-mismatch' },
			{ symptom: 'onelogin-saml-response-rejected' },
			{ symptom: 'wp-saml-auth-unauthenticated' },
		],
	},
	shows: [ 'php-saml-time-mismatch', 'onelogin-saml-response-rejected', 'wp-saml-auth-unauthenticated' ],
	rivals: [ 'sso-login-took-too-long', 'sso-certificate-differs' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site and the login service do not agree about the time, so your login did not count. Go back to the login page and log in without a pause. Your password is not the reason. If it does not help, give the reference below to whoever runs this site.',
		proven: 'This site and the login service do not agree about the time, so your login did not count. Go back to the login page and log in without a pause. Your password is not the reason. If it does not help, give the reference below to whoever runs this site.',
		mail: 'The site and the login service do not agree about the time, so your login did not count. Try again from the login page of the site, without a pause. If it does not help, give the reference to whoever runs this site.',
		admin: 'An SSO answer came too early or too late; compare the clocks.',
	},
	fixPath: [
		{
			id: 'one-or-all',
			title: 'Find out whether it is one person or everybody',
			body: 'Log in yourself through the login service. If that works, the person only waited too long; let them begin anew.',
			applicability: 'guided',
		},
		{
			id: 'compare-clocks',
			title: 'Compare the server’s clock with a right one',
			body: 'Tools → Site Health → Info → Server shows “Current UTC time”. Compare it with the UTC time that a search engine tells you. More than a minute apart is too much. The time zone under Settings → General does not matter.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'ask-host-for-time',
			title: 'Have the clock set right',
			body: 'Ask your host to switch on time synchronisation (NTP) on the server. On your own server: timedatectl set-ntp true. Nothing in WordPress can set it.',
			applicability: 'escalate',
		},
		{
			id: 'check-service-clock',
			title: 'If your clock is right, look at the service’s',
			body: 'A login service on an own server (Keycloak, ADFS, SimpleSAMLphp) may be the one that is wrong. Ask whoever runs it.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Have the host watch the server’s clock; a drift of a minute locks everybody out.' ],
	examples: {
		fits: [
			{ name: 'the SAML library names the time', symptoms: [ 'php-saml-time-mismatch' ], findings: {}, confidence: 'likely' },
			{ name: 'behind WP SAML Auth the library names the time', symptoms: [ 'php-saml-time-mismatch', 'wp-saml-auth-unauthenticated' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'a person waited, and the plugin says so', symptoms: [ 'oidc-state-expired' ], findings: {}, not: 'sso-login-took-too-long' },
			{ name: 'the time is right, the signature is not', symptoms: [ 'php-saml-wrong-signature' ], findings: {}, not: 'sso-certificate-differs' },
		],
	},
} );
