import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-identifier-differs',
	system: 'wordpress',
	title: 'This site and the login service know each other by other names',
	meaning: 'In SAML both ends have a name, the entity ID, that looks like an address but is only compared. The answer was meant for another name than this site’s, or comes from another name than the one that is stored here. A move of the site, a new tenant, or http that became https is enough.',
	when: {
		any: [
			{ symptom: 'php-saml-wrong-audience' },
			{ symptom: 'php-saml-wrong-issuer' },
			{ symptom: 'miniorange-saml-audience' },
			{ symptom: 'miniorange-saml-issuer' },
			{ symptom: 'onelogin-saml-response-rejected' },
			{ symptom: 'wp-saml-auth-unauthenticated' },
		],
	},
	shows: [
		'php-saml-wrong-audience',
		'php-saml-wrong-issuer',
		'miniorange-saml-audience',
		'miniorange-saml-issuer',
		'onelogin-saml-response-rejected',
		'wp-saml-auth-unauthenticated',
	],
	rivals: [ 'sso-return-address-differs', 'sso-certificate-differs' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site and the login service do not recognise each other at the moment, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'This site and the login service do not recognise each other at the moment, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'The site and the login service do not recognise each other at the moment, so nobody gets in this way. Your password is not the reason. Give the reference to whoever runs this site, and ask for another way in meanwhile.',
		admin: 'SAML entity IDs differ between this site and the login service.',
	},
	fixPath: [
		{
			id: 'read-both-names',
			title: 'Read the two names in the message',
			body: 'The message or the plugin’s test names what was expected and what came. If the difference is in this site’s name, go to the next step; if it is in the service’s, to the one after it.',
			applicability: 'guided',
		},
		{
			id: 'fix-own-name',
			title: 'Make this site’s name agree',
			body: 'Copy the Service Provider entity ID from the SAML plugin (miniOrange: “Service Provider Metadata”; OneLogin plugin: Settings → SSO/SAML Settings) and enter it at the login service, where it is called Identifier, Audience or Entity ID.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'php-saml-wrong-audience' }, { symptom: 'miniorange-saml-audience' }, { symptom: 'onelogin-saml-response-rejected' }, { symptom: 'wp-saml-auth-unauthenticated' } ] },
		},
		{
			id: 'fix-service-name',
			title: 'Make the service’s name agree',
			body: 'Copy the entity ID or issuer from the service’s own metadata and paste it into the SAML plugin (miniOrange: Service Provider Setup; OneLogin plugin: IdP Entity Id). No blank before or behind it, and mind the slash at the end.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'php-saml-wrong-issuer' }, { symptom: 'miniorange-saml-issuer' }, { symptom: 'onelogin-saml-response-rejected' }, { symptom: 'wp-saml-auth-unauthenticated' } ] },
		},
		{
			id: 'test-login',
			title: 'Test with the plugin’s own test',
			body: 'miniOrange has “Test Configuration”. Otherwise log in from a private window, while you stay logged in in the first one.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Write down both entity IDs; a moved site may keep its old one, it need not be a real address.' ],
	examples: {
		fits: [
			{ name: 'the answer is meant for another site', symptoms: [ 'php-saml-wrong-audience' ], findings: {}, confidence: 'likely' },
			{ name: 'the answer comes from another service', symptoms: [ 'php-saml-wrong-issuer' ], findings: {}, confidence: 'likely' },
			{ name: 'miniOrange cannot verify the issuer', symptoms: [ 'miniorange-saml-issuer' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the names fit, the address does not', symptoms: [ 'php-saml-wrong-destination' ], findings: {}, not: 'sso-return-address-differs' },
			{ name: 'the names fit, the signature does not', symptoms: [ 'miniorange-saml-certificate-differs' ], findings: {}, not: 'sso-certificate-differs' },
		],
	},
} );
