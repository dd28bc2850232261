import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-provider-unreachable',
	system: 'wordpress',
	title: 'This server cannot reach the login service, or gets nothing usable from it',
	meaning: 'After the person has logged in at the service, this server asks the service for the details behind the scenes. It got no answer, an error page, or something that is not what it should be. The service is down, an address in the settings is wrong, or the host lets no such call out.',
	when: {
		any: [
			{ symptom: 'oidc-token-not-fetched' },
			{ symptom: 'oidc-userinfo-not-fetched' },
			{ symptom: 'auth0-exchange-failed' },
		],
	},
	shows: [ 'oidc-token-not-fetched', 'oidc-userinfo-not-fetched', 'auth0-exchange-failed' ],
	rivals: [ 'sso-client-secret-refused', 'sso-proof-of-person-missing' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site could not reach the login service just now. Your password is not the reason. Wait ten minutes and log in again from the login page. If it does not help, give the reference below to whoever runs this site.',
		proven: 'This site could not reach the login service just now. Your password is not the reason. Wait ten minutes and log in again from the login page. If it does not help, give the reference below to whoever runs this site.',
		mail: 'The site could not reach the login service. Your password is not the reason. Wait ten minutes and log in again from the login page. If it does not help, give the reference to whoever runs this site.',
		admin: 'This server gets no usable answer from the login service.',
	},
	fixPath: [
		{
			id: 'check-status',
			title: 'See whether the service is up',
			body: 'Look at its status page, or log in to it directly. If it is down, there is nothing to do but wait.',
			applicability: 'wait',
			waitMinutes: 10,
		},
		{
			id: 'compare-addresses',
			title: 'Compare the addresses in the settings',
			body: 'Settings → OpenID Connect Client: Token Validation Endpoint URL and Userinfo Endpoint URL must be those in the service’s list, found at its address followed by /.well-known/openid-configuration.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'oidc-token-not-fetched' }, { symptom: 'oidc-userinfo-not-fetched' } ] },
		},
		{
			id: 'check-calls-out',
			title: 'See whether this server may call out',
			body: 'Site Health complains where it cannot reach wordpress.org. A security plugin or the host may block calls to other servers; ask the host to allow the service’s address on port 443.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'check-certificate-of-service',
			title: 'For a service on your own server, check its certificate',
			body: 'If its https certificate ran out or is home-made, WordPress refuses to talk to it. Renew it there. Do not switch “Disable SSL Verify” on for more than a test.',
			applicability: 'guided',
		},
		{
			id: 'raise-timeout',
			title: 'Give slow services more time',
			body: 'Settings → OpenID Connect Client → HTTP Request Timeout: raise 5 seconds to 15.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'oidc-token-not-fetched' }, { symptom: 'oidc-userinfo-not-fetched' } ] },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Subscribe to the status page of your login service.' ],
	examples: {
		fits: [
			{ name: 'no usable answer from the token address', symptoms: [ 'oidc-token-not-fetched' ], findings: {}, confidence: 'likely' },
			{ name: 'no details about the person', symptoms: [ 'oidc-userinfo-not-fetched' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it answers, and refuses the secret', symptoms: [ 'entra-client-secret-refused' ], findings: {}, not: 'sso-client-secret-refused' },
			{ name: 'it answers, and the proof is missing', symptoms: [ 'oidc-identity-token-missing' ], findings: {}, not: 'sso-proof-of-person-missing' },
		],
	},
} );
