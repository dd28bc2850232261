import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-proof-of-person-missing',
	system: 'wordpress',
	title: 'The login service’s answer does not prove who the person is',
	meaning: 'OpenID Connect works with an identity token that names the person. Here it was missing, or it named somebody else than the details that were fetched afterwards, or the service would not tell the details. Mostly the scope “openid” is missing, or the addresses in the settings belong to different services.',
	when: {
		any: [
			{ symptom: 'oidc-identity-token-missing' },
			{ symptom: 'oidc-claims-contradict' },
			{ symptom: 'oidc-details-refused' },
		],
	},
	shows: [ 'oidc-identity-token-missing', 'oidc-claims-contradict', 'oidc-details-refused' ],
	rivals: [ 'sso-attribute-missing', 'sso-client-secret-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The login service did not tell this site clearly who you are, so nobody gets in this way at the moment. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'The login service did not tell this site clearly who you are, so nobody gets in this way at the moment. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'The login service did not tell the site clearly who you are, so nobody gets in this way at the moment. Your password is not the reason. Give the reference to whoever runs this site, and ask for another way in meanwhile.',
		admin: 'OpenID Connect: identity token or user details missing or contradictory.',
	},
	fixPath: [
		{
			id: 'ask-for-openid',
			title: 'Ask for the scope openid',
			body: 'Settings → OpenID Connect Client → OpenID Scope must hold the word openid, best “openid email profile”. The service must allow all three.',
			applicability: 'guided',
		},
		{
			id: 'take-addresses-from-one-list',
			title: 'Take all addresses from one list',
			body: 'Open the service’s address followed by /.well-known/openid-configuration. Login, token and userinfo address must come from that one list: the same tenant, realm and version (Microsoft: not v1.0 beside v2.0).',
			applicability: 'guided',
		},
		{
			id: 'check-identity-key',
			title: 'Choose a key that is always filled',
			body: 'The field Identity Key names the claim that identifies the person; sub is always there.',
			applicability: 'guided',
			onlyIf: { symptom: 'oidc-claims-contradict' },
		},
		{
			id: 'allow-userinfo',
			title: 'Let the service give the details',
			body: 'In the service’s entry for this site, allow the user details (userinfo) for the scopes above. The word in brackets behind invalid-user-claim is the service’s own reason.',
			applicability: 'guided',
			onlyIf: { symptom: 'oidc-details-refused' },
		},
		{
			id: 'read-log',
			title: 'Read the plugin’s log',
			body: 'Switch on “Enable Logging” on the same page, log in once, and read the last lines at its foot. Switch it off again: it holds personal data.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Change all addresses of a login service together, never one alone.' ],
	examples: {
		fits: [
			{ name: 'there is no identity token', symptoms: [ 'oidc-identity-token-missing' ], findings: {}, confidence: 'likely' },
			{ name: 'the details contradict each other', symptoms: [ 'oidc-claims-contradict' ], findings: {}, confidence: 'likely' },
			{ name: 'the service does not tell the details', symptoms: [ 'oidc-details-refused' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the person is proved, a name is missing', symptoms: [ 'oidc-name-missing' ], findings: {}, not: 'sso-attribute-missing' },
			{ name: 'the site itself was refused', symptoms: [ 'oidc-client-refused' ], findings: {}, not: 'sso-client-secret-refused' },
		],
	},
} );
