import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-account-not-made',
	system: 'wordpress',
	title: 'WordPress could not make a user for whom the login service let in',
	meaning: 'The plugin wanted to make a user for the person, and WordPress refused. Mostly another user has the same e-mail address or the same name already, for example one made by hand or by another plugin. Sometimes the name is empty or not allowed, or another plugin forbids registrations.',
	when: {
		any: [
			{ symptom: 'oidc-account-not-made' },
			{ symptom: 'miniorange-saml-account-not-made' },
			{ symptom: 'jetpack-account-not-made' },
			{ symptom: 'miniorange-saml-masked' },
		],
	},
	shows: [ 'oidc-account-not-made', 'miniorange-saml-account-not-made', 'jetpack-account-not-made', 'miniorange-saml-masked' ],
	rivals: [ 'sso-account-missing', 'sso-name-unusable' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The login service let you in, but this site could not set up your account, mostly because it has an older one with your name or address. Give the reference below to whoever runs this site; they can join the two.',
		mail: 'Your login at the login service worked, but the site could not set up your account, mostly because there is an older one with your name or address. Give the reference to whoever runs the site; they can join the two.',
		admin: 'User could not be made after an SSO login; look for a duplicate.',
	},
	fixPath: [
		{
			id: 'look-for-duplicate',
			title: 'Look for a user with the same address or name',
			body: 'Search the users for the e-mail address that the login service sends, and for the part before the @. In a network look under Network Admin → Users as well.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'join-in-oidc',
			title: 'Let OpenID Connect Generic take the older user',
			body: 'Settings → OpenID Connect Client → “Link Existing Users”. Use it only if the service confirms e-mail addresses.',
			applicability: 'guided',
			onlyIf: { symptom: 'oidc-account-not-made' },
		},
		{
			id: 'correct-older-user',
			title: 'Or change the older user',
			body: 'If it is the same person, give the older user the e-mail address that the service sends. If it is somebody else, for example a shared address, give that one another address.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'look-at-refusing-plugins',
			title: 'If there is no duplicate, look at plugins that forbid it',
			body: 'Security and anti-spam plugins can forbid new users, names or domains. Pause them one at a time and try in a private window.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'make-account',
			title: 'Or make the user by hand',
			body: 'WordPress then names the reason itself, if it refuses.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Do not make users by hand for people who will come through the login service.' ],
	examples: {
		fits: [
			{ name: 'OpenID Connect Generic failed to make the user', symptoms: [ 'oidc-account-not-made' ], findings: {}, confidence: 'likely' },
			{ name: 'miniOrange failed to make the user', symptoms: [ 'miniorange-saml-account-not-made' ], findings: {}, confidence: 'likely' },
			{ name: 'Jetpack failed to make the user', symptoms: [ 'jetpack-account-not-made' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'no user was to be made', symptoms: [ 'miniorange-saml-account-missing' ], findings: {}, not: 'sso-account-missing' },
			{ name: 'the name cannot be used', symptoms: [ 'miniorange-saml-name-too-long' ], findings: {}, not: 'sso-name-unusable' },
		],
	},
} );
