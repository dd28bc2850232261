import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-answer-unsigned',
	system: 'wordpress',
	title: 'The login service does not sign its answers',
	meaning: 'An answer without a signature could come from anybody, so this site does not take it. Signing is a switch at the login service: it was never on, or somebody switched it off. Nothing has to be changed in WordPress.',
	when: {
		any: [
			{ symptom: 'miniorange-saml-unsigned' },
			{ symptom: 'php-saml-unsigned' },
			{ symptom: 'onelogin-saml-response-rejected' },
			{ symptom: 'wp-saml-auth-unauthenticated' },
		],
	},
	shows: [ 'miniorange-saml-unsigned', 'php-saml-unsigned', 'onelogin-saml-response-rejected', 'wp-saml-auth-unauthenticated' ],
	prior: 'rare',
	rivals: [ 'sso-certificate-differs' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The login service does not prove who it is, so this site takes no login from it. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'The login service does not prove who it is, so this site takes no login from it. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'The login service does not prove who it is, so the site takes no login from it. Your password is not the reason. Give the reference to whoever runs this site, and ask for another way in meanwhile.',
		admin: 'The login service’s SAML answers are not signed.',
	},
	fixPath: [
		{
			id: 'switch-signing-on',
			title: 'Switch signing on at the login service',
			body: 'In the service’s settings for this site: sign the response or the assertion, best both, with SHA-256. In Microsoft Entra it is “Signing Option” beside the certificate; in Keycloak “Sign documents” and “Sign assertions”.',
			applicability: 'guided',
		},
		{
			id: 'keep-check-on',
			title: 'Do not switch the check off here',
			body: 'Without it anybody could log in under any name. If the plugin has such a switch, leave it alone.',
			applicability: 'guided',
		},
		{
			id: 'test-login',
			title: 'Test it',
			body: 'Use the plugin’s own test, or log in from a private window.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'When a login service is set up anew, compare all switches with the old one.' ],
	examples: {
		fits: [
			{ name: 'miniOrange finds no signature', symptoms: [ 'miniorange-saml-unsigned' ], findings: {}, confidence: 'likely' },
			{ name: 'the SAML library finds no signature', symptoms: [ 'php-saml-unsigned', 'wp-saml-auth-unauthenticated' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it is signed with another certificate', symptoms: [ 'miniorange-saml-certificate-differs' ], findings: {}, not: 'sso-certificate-differs' },
		],
	},
} );
