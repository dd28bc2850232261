import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-client-not-allowed',
	system: 'wordpress',
	title: 'The login service does not allow this site what it asks for',
	meaning: 'The login service knows this site, but its entry there is not set up for the way in which the plugin asks: the kind of login (flow, grant) is not switched on, or the plugin asks for details (scopes) that the entry may not have. It refuses everybody.',
	when: { symptom: 'oidc-request-refused' },
	shows: [ 'oidc-request-refused' ],
	prior: 'rare',
	rivals: [ 'sso-client-secret-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The login service does not allow this site what it asks for, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'The login service does not allow this site what it asks for, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'The login service does not allow the site what it asks for, so nobody gets in this way. Your password is not the reason. Give the reference to whoever runs this site, and ask for another way in meanwhile.',
		admin: 'The SSO client may not use this flow or scope.',
	},
	fixPath: [
		{
			id: 'read-code',
			title: 'Read the word in brackets',
			body: 'unauthorized_client and unsupported_grant_type speak of the kind of login, invalid_scope of the details that are asked for.',
			applicability: 'guided',
		},
		{
			id: 'allow-code-flow',
			title: 'Allow the authorisation code flow at the service',
			body: 'In the service’s entry for this site: kind “web application” or “confidential”, and the authorisation code flow switched on (Keycloak: “Standard flow”).',
			applicability: 'guided',
		},
		{
			id: 'shorten-scopes',
			title: 'Ask for what the service has',
			body: 'Settings → OpenID Connect Client → OpenID Scope: “openid email profile” works nearly everywhere. Each further word must be allowed at the service.',
			applicability: 'guided',
		},
		{
			id: 'test-login',
			title: 'Log in from a private window',
			body: 'Stay logged in in the first window until it works.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Change the entry at the login service only together with the plugin’s settings.' ],
	examples: {
		fits: [
			{ name: 'the service refuses the request', symptoms: [ 'oidc-request-refused' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the secret itself is refused', symptoms: [ 'oidc-client-refused' ], findings: {}, not: 'sso-client-secret-refused' },
		],
	},
} );
