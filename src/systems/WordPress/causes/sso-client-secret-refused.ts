import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-client-secret-refused',
	system: 'wordpress',
	title: 'The login service does not take this site’s own secret any more',
	meaning: 'This site vouches for itself at the login service with a client ID and a secret, or a certificate. The secret ran out, was replaced, or was copied wrongly. In Microsoft Entra a secret lives for two years at most. From that moment on nobody gets in through the service.',
	when: {
		any: [
			{ symptom: 'oidc-client-refused' },
			{ symptom: 'entra-client-secret-refused' },
			{ symptom: 'entra-site-not-trusted' },
			{ symptom: 'auth0-exchange-failed' },
		],
	},
	shows: [ 'oidc-client-refused', 'entra-client-secret-refused', 'entra-site-not-trusted', 'auth0-exchange-failed' ],
	prior: 'common',
	rivals: [ 'sso-client-not-allowed', 'sso-provider-unreachable' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site cannot identify itself at the login service at the moment, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'This site cannot identify itself at the login service at the moment, so nobody gets in this way. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'The site cannot identify itself at the login service at the moment, so nobody gets in this way. Your password is not the reason. Give the reference to whoever runs this site, and ask for another way in meanwhile.',
		admin: 'The client secret at the login service ran out or does not fit.',
	},
	fixPath: [
		{
			id: 'make-secret-in-entra',
			title: 'Make a new secret at Microsoft',
			body: 'entra.microsoft.com → App registrations → the app → Certificates & secrets → New client secret. Copy the column “Value”, not “Secret ID”, at once: it is shown only this time.',
			applicability: 'guided',
			onlyIf: { symptom: 'entra-client-secret-refused' },
		},
		{
			id: 'renew-certificate-in-entra',
			title: 'Upload this site’s certificate at Microsoft',
			body: 'entra.microsoft.com → App registrations → the app → Certificates & secrets → Certificates. It must be the one that the plugin signs with now. If it is there and valid, compare the server’s clock.',
			applicability: 'guided',
			onlyIf: { symptom: 'entra-site-not-trusted' },
		},
		{
			id: 'make-secret-at-service',
			title: 'Make or copy the secret at the login service',
			body: 'In the service’s settings for this site (client, application), read the client ID and make a new secret. Copy both without a blank before or behind.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'oidc-client-refused' }, { symptom: 'auth0-exchange-failed' } ] },
		},
		{
			id: 'paste-into-plugin',
			title: 'Paste it into the login plugin',
			body: 'OpenID Connect Generic: Settings → OpenID Connect Client → Client Secret Key. Auth0: Auth0 in the menu, Basic. If a constant in wp-config.php sets it, the field is grey and you have to change it there.',
			applicability: 'guided',
		},
		{
			id: 'look-at-domain',
			title: 'For Auth0, compare the domain as well',
			body: 'Domain, client ID and client secret must come from the same application in the Auth0 dashboard. Allowed Callback URLs there must hold this site’s address.',
			applicability: 'guided',
			onlyIf: { symptom: 'auth0-exchange-failed' },
		},
		{
			id: 'test-login',
			title: 'Log in from a private window',
			body: 'Stay logged in in the first window until it works. Then delete the old secret at the service.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Enter the day on which the secret ends in a calendar that two people read, a month before.' ],
	examples: {
		fits: [
			{ name: 'the service does not accept the client', symptoms: [ 'oidc-client-refused' ], findings: {}, confidence: 'likely' },
			{ name: 'Microsoft does not accept the secret', symptoms: [ 'entra-client-secret-refused' ], findings: {}, confidence: 'likely' },
			{ name: 'Auth0’s page stays blank but for one line', symptoms: [ 'auth0-exchange-failed' ], findings: {}, confidence: 'possible' },
		],
		nearMisses: [
			{ name: 'the secret fits, the request is not allowed', symptoms: [ 'oidc-request-refused' ], findings: {}, not: 'sso-client-not-allowed' },
			{ name: 'the service did not answer at all', symptoms: [ 'oidc-token-not-fetched' ], findings: {}, not: 'sso-provider-unreachable' },
		],
	},
} );
