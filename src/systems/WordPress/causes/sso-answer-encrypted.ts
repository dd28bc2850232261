import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-answer-encrypted',
	system: 'wordpress',
	title: 'The login service encrypts its answers, and this site cannot read them',
	meaning: 'The login service locks its answers with a key, and this site has no key that opens them: the plugin’s edition cannot do it, no key was made, or the service uses the key of an old site. Only logins through the service are concerned.',
	when: {
		any: [
			{ symptom: 'miniorange-saml-encrypted' },
			{ symptom: 'onelogin-saml-response-rejected' },
			{ symptom: 'wp-saml-auth-unauthenticated' },
		],
	},
	shows: [ 'miniorange-saml-encrypted', 'onelogin-saml-response-rejected', 'wp-saml-auth-unauthenticated' ],
	prior: 'rare',
	rivals: [ 'sso-certificate-differs' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site cannot read what the login service sends, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'This site cannot read what the login service sends, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'The site cannot read what the login service sends, so nobody gets in this way. Your password is not the reason. Give the reference to whoever runs this site, and ask for another way in meanwhile.',
		admin: 'SAML answers are encrypted, and this site holds no fitting key.',
	},
	fixPath: [
		{
			id: 'switch-encryption-off',
			title: 'Switch the encryption off at the login service',
			body: 'It is called assertion or token encryption. The answers stay signed and travel by https, so little is lost. The free edition of miniOrange needs it off.',
			applicability: 'guided',
		},
		{
			id: 'or-exchange-key',
			title: 'Or give the service this site’s present certificate',
			body: 'Download the certificate of the Service Provider from the SAML plugin and upload it at the login service as the one for encryption. The plugin must hold the private key that belongs to it.',
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
	prevention: [ 'When you renew the site’s own SAML certificate, upload it at the login service on the same day.' ],
	examples: {
		fits: [
			{ name: 'miniOrange cannot decrypt the answer', symptoms: [ 'miniorange-saml-encrypted' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it can be read, but its signature does not fit', symptoms: [ 'php-saml-wrong-signature' ], findings: {}, not: 'sso-certificate-differs' },
		],
	},
} );
