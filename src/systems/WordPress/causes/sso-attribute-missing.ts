import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-attribute-missing',
	system: 'wordpress',
	title: 'The login service does not send the details that this site needs',
	meaning: 'The login service let the person in, but its answer lacks the name or e-mail address by which this site finds the account. If it hits everybody, the service does not release them, or the plugin looks under another name. If it hits one person, their record at the service has an empty field.',
	when: {
		any: [
			{ symptom: 'onelogin-saml-identity-missing' },
			{ symptom: 'miniorange-saml-identity-missing' },
			{ symptom: 'oidc-name-missing' },
			{ symptom: 'wp-saml-auth-attribute-missing' },
		],
	},
	shows: [
		'onelogin-saml-identity-missing',
		'miniorange-saml-identity-missing',
		'oidc-name-missing',
		'wp-saml-auth-attribute-missing',
	],
	rivals: [ 'sso-name-unusable', 'sso-proof-of-person-missing' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The login service let you in, but did not tell this site who you are. Ask whoever looks after your company’s accounts whether your e-mail address is filled in there. If it does not help, give the reference below to whoever runs this site.',
		proven: 'The login service let you in, but did not tell this site who you are. Ask whoever looks after your company’s accounts whether your e-mail address is filled in there. If it does not help, give the reference below to whoever runs this site.',
		mail: 'The login service let you in, but did not tell the site who you are. Ask whoever looks after your company’s accounts whether your e-mail address is filled in there. If it does not help, give the reference to whoever runs this site.',
		admin: 'The login service’s answer lacks a name or e-mail address.',
	},
	fixPath: [
		{
			id: 'one-or-all',
			title: 'Find out whether it is one person or everybody',
			body: 'Log in yourself through the login service. If you get in, the person’s own record is incomplete: have the e-mail address and the name filled in at the service, and stop here.',
			applicability: 'guided',
		},
		{
			id: 'release-details',
			title: 'Let the service send the details',
			body: 'For SAML: add e-mail address, user name and a NameID to the attributes or claims of this site’s entry. For OpenID Connect: the scopes “openid email profile” must be allowed there.',
			applicability: 'guided',
		},
		{
			id: 'map-in-oidc',
			title: 'Compare the names in OpenID Connect Generic',
			body: 'Settings → OpenID Connect Client: Identity Key, Nickname Key, Email Formatting and Display Name Formatting name claims. If the service sends no preferred_username, enter email instead.',
			applicability: 'guided',
			onlyIf: { symptom: 'oidc-name-missing' },
		},
		{
			id: 'map-in-onelogin',
			title: 'Compare the names in the OneLogin plugin',
			body: 'Settings → SSO/SAML Settings → Attribute Mapping: the words must be exactly those that the service sends, sometimes whole web addresses.',
			applicability: 'guided',
			onlyIf: { symptom: 'onelogin-saml-identity-missing' },
		},
		{
			id: 'map-in-miniorange',
			title: 'Let the service fill the NameID for miniOrange',
			body: '“Test Configuration” lists what arrives. At the service, choose the e-mail address as NameID; the table under “Attribute/Role Mapping” does the rest.',
			applicability: 'guided',
			onlyIf: { symptom: 'miniorange-saml-identity-missing' },
		},
		{
			id: 'map-in-wp-saml-auth',
			title: 'Compare the names in WP SAML Auth',
			body: 'Settings → WP SAML Auth → attribute mappings: the words must be exactly those that the service sends. The message names the one that was not found.',
			applicability: 'guided',
			onlyIf: { symptom: 'wp-saml-auth-attribute-missing' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Give new people an e-mail address at the login service before you invite them to the portal.' ],
	examples: {
		fits: [
			{ name: 'the OneLogin plugin misses the e-mail address', symptoms: [ 'onelogin-saml-identity-missing' ], findings: {}, confidence: 'likely' },
			{ name: 'miniOrange finds no NameID', symptoms: [ 'miniorange-saml-identity-missing' ], findings: {}, confidence: 'likely' },
			{ name: 'WP SAML Auth misses an attribute', symptoms: [ 'wp-saml-auth-attribute-missing' ], findings: {}, confidence: 'likely' },
			{ name: 'OpenID Connect Generic finds no name', symptoms: [ 'oidc-name-missing' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the name is there, but this site cannot use it', symptoms: [ 'oidc-name-unusable' ], findings: {}, not: 'sso-name-unusable' },
			{ name: 'the proof itself is missing', symptoms: [ 'oidc-claims-contradict' ], findings: {}, not: 'sso-proof-of-person-missing' },
		],
	},
} );
