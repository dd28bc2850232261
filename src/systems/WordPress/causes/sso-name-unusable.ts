import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-name-unusable',
	system: 'wordpress',
	title: 'This site cannot use the name that the login service sends',
	meaning: 'WordPress takes only certain letters in user names, and 60 at most. The login service sends a name in other letters, with signs that are not allowed, or a very long one, or something that is no e-mail address. The account cannot be made that way; nothing is wrong with the password.',
	when: {
		any: [
			{ symptom: 'oidc-name-unusable' },
			{ symptom: 'onelogin-saml-identity-unusable' },
			{ symptom: 'miniorange-saml-name-too-long' },
		],
	},
	shows: [ 'oidc-name-unusable', 'onelogin-saml-identity-unusable', 'miniorange-saml-name-too-long' ],
	rivals: [ 'sso-attribute-missing', 'sso-account-not-made' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The login service let you in, but this site cannot use the name or e-mail address that it sends for you. Trying again does not help, and your password is not the reason. Give the reference below to whoever runs this site.',
		proven: 'The login service let you in, but this site cannot use the name or e-mail address that it sends for you. Trying again does not help, and your password is not the reason. Give the reference below to whoever runs this site.',
		mail: 'The login service let you in, but the site cannot use the name or e-mail address that it sends for you. Your password is not the reason. Give the reference to whoever runs this site; they can choose another name for you.',
		admin: 'The login service sends a name that WordPress cannot use.',
	},
	fixPath: [
		{
			id: 'see-what-came',
			title: 'See what the service sends',
			body: 'Look at the person’s record at the login service: letters beyond a to z, blanks and signs, more than 60 characters, or an e-mail address that is none.',
			applicability: 'guided',
		},
		{
			id: 'map-email-as-name',
			title: 'Use the e-mail address as the name',
			body: 'In the plugin, let the user name come from the e-mail address. OpenID Connect Generic: Nickname Key and Identity Key. OneLogin plugin: Attribute Mapping → Username. miniOrange: NameID at the service.',
			applicability: 'guided',
		},
		{
			id: 'correct-record',
			title: 'Or correct the record at the service',
			body: 'For one person it is the quickest way: a short alias in plain letters.',
			applicability: 'guided',
		},
		{
			id: 'make-account-by-hand',
			title: 'Or make the account by hand',
			body: 'Add the user with the same e-mail address and a plain name. Then let the plugin match by e-mail address, if it can.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let user names come from the e-mail address from the beginning.' ],
	examples: {
		fits: [
			{ name: 'no letter of the name can be used', symptoms: [ 'oidc-name-unusable' ], findings: {}, confidence: 'likely' },
			{ name: 'the e-mail address is none', symptoms: [ 'onelogin-saml-identity-unusable' ], findings: {}, confidence: 'likely' },
			{ name: 'the name is too long', symptoms: [ 'miniorange-saml-name-too-long' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'nothing was sent at all', symptoms: [ 'onelogin-saml-identity-missing' ], findings: {}, not: 'sso-attribute-missing' },
			{ name: 'the name is fine, the account could not be made', symptoms: [ 'miniorange-saml-account-not-made' ], findings: {}, not: 'sso-account-not-made' },
		],
	},
} );
