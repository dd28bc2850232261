import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'php-extension-missing',
	system: 'wordpress',
	title: 'PHP on this server lacks a part that the login plugin needs',
	meaning: 'miniOrange SAML reads the login service’s answer with PHP’s DOM extension, and this server has none, mostly since PHP was updated or the site moved. Every login through the service fails until the host adds it.',
	when: { symptom: 'miniorange-saml-dom-missing' },
	shows: [ 'miniorange-saml-dom-missing' ],
	prior: 'rare',
	rivals: [ 'sso-answer-not-whole' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site’s server lacks a part that logging in through the login service needs. Your account is fine, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'This site’s server lacks a part that logging in through the login service needs. Your account is fine, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'The site’s server lacks a part that logging in through the login service needs. Your account is fine, and trying again does not help. Give the reference to whoever runs this site.',
		admin: 'PHP’s DOM extension is missing; SAML logins fail for everybody.',
	},
	fixPath: [
		{
			id: 'look-in-site-health',
			title: 'See what Site Health says',
			body: 'Tools → Site Health lists PHP modules that are missing; “dom” or “xml” is the one.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'switch-module-on',
			title: 'Have the module switched on',
			body: 'Many hosts have a page for PHP extensions in their control panel: tick dom and xml. Otherwise ask the host. On your own Debian or Ubuntu server: apt install php-xml, then restart PHP.',
			applicability: 'escalate',
		},
		{
			id: 'test-login',
			title: 'Log in from a private window',
			body: 'Or run “Test Configuration” in miniOrange SAML.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Before a PHP update, compare the list of modules in Site Health with the new one.' ],
	examples: {
		fits: [
			{ name: 'miniOrange misses the extension', symptoms: [ 'miniorange-saml-dom-missing' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'PHP can read it, but it is damaged', symptoms: [ 'miniorange-saml-unreadable' ], findings: {}, not: 'sso-answer-not-whole' },
		],
	},
} );
