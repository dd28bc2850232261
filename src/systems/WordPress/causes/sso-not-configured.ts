import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-not-configured',
	system: 'wordpress',
	title: 'The login plugin is not set up to the end',
	meaning: 'The plugin for logins through another service is switched on, but some of its settings are missing or do not fit: after an update, a restored backup, or a move to another server. It says so to everybody who comes to log in.',
	when: { any: [ { symptom: 'onelogin-saml-not-configured' }, { symptom: 'wp-saml-auth-provider-unknown' } ] },
	shows: [ 'onelogin-saml-not-configured', 'wp-saml-auth-provider-unknown' ],
	rivals: [ 'sso-certificate-differs' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Logging in through the login service is not set up completely on this site. Your password is not the reason. If the page offers another way to log in, use that. Otherwise give the reference below to whoever runs this site.',
		proven: 'Logging in through the login service is not set up completely on this site. Your password is not the reason. If the page offers another way to log in, use that. Otherwise give the reference below to whoever runs this site.',
		mail: 'Logging in through the login service is not set up completely on the site. Your password is not the reason. If the page offers another way to log in, use that. Otherwise give the reference to whoever runs this site.',
		admin: 'The SSO plugin’s settings are incomplete.',
	},
	fixPath: [
		{
			id: 'get-in-past-it',
			title: 'Get in past the plugin, if you are locked out too',
			body: 'With the OneLogin plugin open the login page with ?normal at the end of its address. Otherwise rename the plugin’s folder by FTP or in the host’s file manager; that switches it off.',
			applicability: 'guided',
		},
		{
			id: 'fill-onelogin',
			title: 'Fill in the OneLogin plugin',
			body: 'Settings → SSO/SAML Settings needs three things of the login service: IdP Entity Id, Single Sign On Service Url and X.509 Certificate. Its metadata link says what is missing.',
			applicability: 'guided',
			onlyIf: { symptom: 'onelogin-saml-not-configured' },
		},
		{
			id: 'fill-wp-saml-auth',
			title: 'Choose how WP SAML Auth connects',
			body: 'Settings → WP SAML Auth: the type of connection must be “internal”, unless SimpleSAMLphp is installed on the same server. If a file of the theme or a small plugin sets the options by the filter wp_saml_auth_option, look there.',
			applicability: 'guided',
			onlyIf: { symptom: 'wp-saml-auth-provider-unknown' },
		},
		{
			id: 'test-login',
			title: 'Log in from a private window',
			body: 'Stay logged in in the first window until it works.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Keep one administrator who can log in with a password, in case the login service fails.' ],
	examples: {
		fits: [
			{ name: 'the OneLogin plugin misses settings', symptoms: [ 'onelogin-saml-not-configured' ], findings: {}, confidence: 'likely' },
			{ name: 'WP SAML Auth does not know its connection', symptoms: [ 'wp-saml-auth-provider-unknown' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it is set up, with an old certificate', symptoms: [ 'php-saml-wrong-signature' ], findings: {}, not: 'sso-certificate-differs' },
		],
	},
} );
