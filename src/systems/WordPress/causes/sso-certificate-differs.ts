import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-certificate-differs',
	system: 'wordpress',
	title: 'This site holds an old certificate of the login service',
	meaning: 'The login service signs its answers, and this site checks the signature with a certificate that was once copied here. Login services change theirs every one to three years, often by themselves. Since then everybody is refused, until the new certificate is copied into the SAML plugin.',
	when: {
		any: [
			{ symptom: 'php-saml-wrong-signature' },
			{ symptom: 'miniorange-saml-certificate-differs' },
			{ symptom: 'miniorange-saml-certificate-missing' },
			{ symptom: 'onelogin-saml-response-rejected' },
			{ symptom: 'wp-saml-auth-unauthenticated' },
		],
	},
	shows: [
		'php-saml-wrong-signature',
		'miniorange-saml-certificate-differs',
		'miniorange-saml-certificate-missing',
		'onelogin-saml-response-rejected',
		'wp-saml-auth-unauthenticated',
	],
	prior: 'common',
	rivals: [ 'sso-identifier-differs', 'sso-answer-unsigned' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site cannot verify the login service at the moment, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'This site cannot verify the login service at the moment, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'The site cannot verify the login service at the moment, so nobody gets in this way. Your password is not the reason. Give the reference to whoever runs this site, and ask for another way in meanwhile.',
		admin: 'The login service’s certificate is not the one stored here.',
	},
	fixPath: [
		{
			id: 'get-new-certificate',
			title: 'Get the service’s present certificate',
			body: 'At the login service, download the certificate for signing (X.509, Base64) or the metadata file. In Microsoft Entra: Enterprise applications → the app → Single sign-on → SAML Certificates.',
			applicability: 'guided',
		},
		{
			id: 'paste-in-miniorange',
			title: 'Paste it into miniOrange SAML',
			body: 'Open miniOrange SAML → Service Provider Setup, replace X.509 Certificate and save. “Test Configuration” shows the one that came. If it still differs, switch “Character encoding” off on the same page.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'miniorange-saml-certificate-differs' }, { symptom: 'miniorange-saml-certificate-missing' } ] },
		},
		{
			id: 'paste-in-plugin',
			title: 'Paste it into the SAML plugin',
			body: 'OneLogin plugin: Settings → SSO/SAML Settings → X.509 Certificate. WP SAML Auth: Settings → WP SAML Auth, or the file that is named there. Paste all of it, from BEGIN to END, and save.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'php-saml-wrong-signature' }, { symptom: 'onelogin-saml-response-rejected' }, { symptom: 'wp-saml-auth-unauthenticated' } ] },
		},
		{
			id: 'check-signed-parts',
			title: 'If the certificate is the same, compare what is signed',
			body: 'Plugin and service must agree whether the response, the assertion or both are signed, and by which method (SHA-256). Set both ends alike.',
			applicability: 'guided',
		},
		{
			id: 'let-it-renew',
			title: 'Let it renew itself from now on',
			body: 'Where the plugin can read the service’s metadata address, switch that on; then the next change of the certificate goes unnoticed.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Enter the day on which the certificate ends in a calendar that two people read.' ],
	examples: {
		fits: [
			{ name: 'the SAML library rejects the signature', symptoms: [ 'php-saml-wrong-signature' ], findings: {}, confidence: 'likely' },
			{ name: 'miniOrange holds another certificate', symptoms: [ 'miniorange-saml-certificate-differs' ], findings: {}, confidence: 'likely' },
			{ name: 'miniOrange holds none', symptoms: [ 'miniorange-saml-certificate-missing' ], findings: {}, confidence: 'likely' },
			{ name: 'only the plugin’s own sentence is known', symptoms: [ 'onelogin-saml-response-rejected' ], findings: {}, confidence: 'possible' },
		],
		nearMisses: [
			{ name: 'the signature fits, the name does not', symptoms: [ 'miniorange-saml-issuer' ], findings: {}, not: 'sso-identifier-differs' },
			{ name: 'there is no signature at all', symptoms: [ 'miniorange-saml-unsigned' ], findings: {}, not: 'sso-answer-unsigned' },
		],
	},
} );
