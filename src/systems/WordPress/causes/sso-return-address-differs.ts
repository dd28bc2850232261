import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-return-address-differs',
	system: 'wordpress',
	title: 'The login service does not know this site’s return address',
	meaning: 'The login service sends people back only to addresses that were entered there, letter by letter. This site asked for another one, or was reached under another: after a move, with or without www, http instead of https, or behind a proxy that hides https from WordPress.',
	when: {
		any: [
			{ symptom: 'entra-return-address' },
			{ symptom: 'php-saml-wrong-destination' },
			{ symptom: 'onelogin-saml-response-rejected' },
			{ symptom: 'wp-saml-auth-unauthenticated' },
		],
	},
	shows: [
		'entra-return-address',
		'php-saml-wrong-destination',
		'onelogin-saml-response-rejected',
		'wp-saml-auth-unauthenticated',
	],
	rivals: [ 'sso-identifier-differs' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site and the login service do not agree about this site’s address, so nobody gets in this way. You cannot change that. Type the address of this site by hand and try once more. If it does not help, give the reference below to whoever runs this site.',
		proven: 'This site and the login service do not agree about this site’s address, so nobody gets in this way. You cannot change that. Type the address of this site by hand and try once more. If it does not help, give the reference below to whoever runs this site.',
		mail: 'The site and the login service do not agree about the site’s address, so nobody gets in this way. You cannot change that. Give the reference to whoever runs this site, and ask for another way in meanwhile.',
		admin: 'The return address of this site is not the one at the login service.',
	},
	fixPath: [
		{
			id: 'copy-return-address',
			title: 'Copy the return address from the plugin',
			body: 'OpenID Connect Generic shows it as Redirect URI in its notes under Settings → OpenID Connect Client; miniOrange SAML as ACS URL under “Service Provider Metadata”; other SAML plugins in their metadata.',
			applicability: 'guided',
		},
		{
			id: 'enter-in-microsoft',
			title: 'Enter it at Microsoft',
			body: 'entra.microsoft.com → App registrations → the app → Authentication → Web → Add URI (for SAML: Enterprise applications → the app → Single sign-on → Reply URL). Paste, save, wait five minutes.',
			applicability: 'guided',
			onlyIf: { symptom: 'entra-return-address' },
		},
		{
			id: 'enter-at-service',
			title: 'Enter it at the login service',
			body: 'In the service’s settings for this site it is called redirect URI, reply URL or ACS URL. Every letter counts, also a slash at the end. Leave the old address in until the new one works.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'php-saml-wrong-destination' }, { symptom: 'onelogin-saml-response-rejected' }, { symptom: 'wp-saml-auth-unauthenticated' } ] },
		},
		{
			id: 'align-site-address',
			title: 'See that the site calls itself by the right address',
			body: 'Under Settings → General both addresses must begin alike: with https, and both with www or both without.',
			applicability: 'guided',
			link: 'general-settings',
		},
		{
			id: 'pass-https-on',
			title: 'Behind a proxy, let WordPress see https',
			body: 'If the two addresses in the message differ only by http and https, a proxy or CDN hides it. Site Health says whether https is recognised; your host knows the lines for wp-config.php.',
			applicability: 'guided',
			link: 'site-health',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Before a site moves, enter its new address at the login service as a second one.' ],
	examples: {
		fits: [
			{ name: 'Microsoft does not know the address', symptoms: [ 'entra-return-address' ], findings: {}, confidence: 'likely' },
			{ name: 'the SAML library names two addresses', symptoms: [ 'php-saml-wrong-destination' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the address is right, the name of the site is not', symptoms: [ 'php-saml-wrong-audience' ], findings: {}, not: 'sso-identifier-differs' },
		],
	},
} );
