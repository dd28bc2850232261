import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'provider-consent-missing',
	system: 'wordpress',
	title: 'Nobody has allowed this site at the login service yet',
	meaning: 'Before an application may read names and addresses, somebody has to agree at the login service: each person for themselves, or an administrator for all. In most organisations only an administrator may. The plugin may also have begun to ask for more than was agreed to.',
	when: { symptom: 'entra-consent-missing' },
	shows: [ 'entra-consent-missing' ],
	rivals: [ 'provider-not-assigned' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Your organisation has not allowed this site at the login service yet. If you are asked whether you agree, agree. If you are told that an administrator has to, send the request there. If it does not help, give the reference below to whoever runs this site.',
		proven: 'Your organisation has not allowed this site at the login service yet. If you are asked whether you agree, agree. If you are told that an administrator has to, send the request there. If it does not help, give the reference below to whoever runs this site.',
		mail: 'Your organisation has not allowed the site at the login service yet. If you are asked whether you agree, agree. If an administrator has to, send the request there. If it does not help, give the reference to whoever runs the site.',
		admin: 'Consent for this application is missing at the login service.',
	},
	fixPath: [
		{
			id: 'grant-consent',
			title: 'Grant consent for the whole organisation',
			body: 'entra.microsoft.com → Enterprise applications → the app → Permissions → Grant admin consent. It needs an administrator of that organisation; a customer’s own for their people.',
			applicability: 'guided',
		},
		{
			id: 'ask-for-less',
			title: 'See whether the plugin asks for too much',
			body: 'For logins openid, profile and email are enough. More scopes than that may need an administrator each time they change.',
			applicability: 'guided',
		},
		{
			id: 'log-in-anew',
			title: 'Log in from a private window',
			body: 'A minute after the consent.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Grant consent for all before you invite the first person of an organisation.' ],
	examples: {
		fits: [
			{ name: 'Microsoft wants consent first', symptoms: [ 'entra-consent-missing' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it is allowed, the person is not assigned', symptoms: [ 'entra-not-assigned' ], findings: {}, not: 'provider-not-assigned' },
		],
	},
} );
