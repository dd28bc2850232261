import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-provider-refused',
	system: 'wordpress',
	title: 'The login service refused, and this site does not pass on why',
	meaning: 'The person was sent to the login service, and it sent them back with a no. Its reason stays in its own log: the person is not assigned to this application, a rule about place or device, an unconfirmed e-mail address, a cancelled question. Some plugins show one sentence for all of it, or only the home page.',
	when: {
		any: [
			{ symptom: 'oidc-provider-refused' },
			{ symptom: 'miniorange-saml-status' },
			{ symptom: 'php-saml-status' },
			{ symptom: 'auth0-refused-silently' },
			{ symptom: 'onelogin-saml-response-rejected' },
			{ symptom: 'wp-saml-auth-unauthenticated' },
		],
	},
	shows: [
		'oidc-provider-refused',
		'miniorange-saml-status',
		'php-saml-status',
		'auth0-refused-silently',
		'onelogin-saml-response-rejected',
		'wp-saml-auth-unauthenticated',
	],
	rivals: [ 'sso-person-not-allowed', 'sso-certificate-differs' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The login service did not let you through to this site and gave no reason here. Go back to the login page and try once more; if you are asked to agree to something, agree. If it does not help, ask whoever looks after your accounts, or give the reference below to whoever runs this site.',
		proven: 'The login service did not let you through to this site and gave no reason here. Go back to the login page and try once more; if you are asked to agree to something, agree. If it does not help, ask whoever looks after your accounts, or give the reference below to whoever runs this site.',
		mail: 'The login service did not let you through to the site. Try once more from the login page; if you are asked to agree to something, agree. If it does not help, ask whoever looks after your accounts, or give the reference to whoever runs the site.',
		admin: 'The login service said no; its own log has the reason.',
	},
	fixPath: [
		{
			id: 'read-service-log',
			title: 'Read the login service’s log',
			body: 'Microsoft Entra: Sign-in logs. Okta: Reports → System Log. Auth0: Monitoring → Logs. Keycloak: Events. Search for the person at the time of the refusal, and go by the reason there.',
			applicability: 'guided',
		},
		{
			id: 'read-address-bar',
			title: 'Read the address at the moment of the return',
			body: 'The service puts error= and error_description= behind the return address. Let the person send you the address from the browser’s history, and paste it into Causeway → Explain.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'oidc-provider-refused' }, { symptom: 'auth0-refused-silently' } ] },
		},
		{
			id: 'check-assignment',
			title: 'Check that the person may use this application',
			body: 'Many services let only assigned people or groups in. Add the person to the entry of this site there.',
			applicability: 'guided',
		},
		{
			id: 'read-status',
			title: 'Read the status',
			body: 'The message names it: “Requester” means that the service disliked this site’s request, “Responder” that its own settings are wrong, “AuthnFailed” that it refused the person.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'miniorange-saml-status' }, { symptom: 'php-saml-status' } ] },
		},
		{
			id: 'confirm-address-at-auth0',
			title: 'At Auth0, look for an unconfirmed address',
			body: 'User Management → Users → the person. Rules and actions often refuse people whose e-mail address is not verified.',
			applicability: 'guided',
			onlyIf: { symptom: 'auth0-refused-silently' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Give somebody in your team the right to read the login service’s log.' ],
	examples: {
		fits: [
			{ name: 'OpenID Connect Generic has no word for it', symptoms: [ 'oidc-provider-refused' ], findings: {}, confidence: 'likely' },
			{ name: 'miniOrange got no success', symptoms: [ 'miniorange-saml-status' ], findings: {}, confidence: 'likely' },
			{ name: 'the SAML library got no success', symptoms: [ 'php-saml-status', 'wp-saml-auth-unauthenticated' ], findings: {}, confidence: 'likely' },
			{ name: 'Auth0 led to the home page', symptoms: [ 'auth0-refused-silently' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the service said yes, a rule here said no', symptoms: [ 'oidc-person-not-allowed' ], findings: {}, not: 'sso-person-not-allowed' },
			{ name: 'the service said yes, its signature does not fit', symptoms: [ 'php-saml-wrong-signature' ], findings: {}, not: 'sso-certificate-differs' },
		],
	},
} );
