import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'provider-account-disabled',
	system: 'wordpress',
	title: 'The account is switched off at the login service',
	meaning: 'Somebody switched the account off where it lives, at the login service: the person left, a licence ended, a synchronisation removed them, or it was a mistake. The WordPress user may be in best order; changing anything there does not help.',
	when: { any: [ { symptom: 'entra-account-disabled' }, { symptom: 'keycloak-account-disabled' } ] },
	shows: [ 'entra-account-disabled', 'keycloak-account-disabled', 'generic-account-closed', 'generic-contact-administrator' ],
	rivals: [ 'provider-account-locked', 'account-disabled' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is switched off at the login service, perhaps by mistake. A new password does not help. Ask whoever looks after your company’s accounts, or give the reference below to whoever runs this site.',
		mail: 'Your account is switched off at the login service, perhaps by mistake. A new password does not help. Ask whoever looks after your company’s accounts to look at it, or give the reference to whoever runs the site.',
		admin: 'Account is switched off at the login service.',
	},
	fixPath: [
		{
			id: 'ask-why',
			title: 'Ask why it was switched off',
			body: 'Whoever looks after the accounts knows: the person may have left, or be on leave. If it shall stay off, stop here.',
			applicability: 'guided',
		},
		{
			id: 'enable-in-entra',
			title: 'Switch it on at Microsoft',
			body: 'entra.microsoft.com → Users → the person → Properties → Settings → Account enabled. If the directory is synchronised, switch it on in the local Active Directory, or it goes off again.',
			applicability: 'guided',
			onlyIf: { symptom: 'entra-account-disabled' },
		},
		{
			id: 'enable-in-keycloak',
			title: 'Switch it on in Keycloak',
			body: 'Open the realm → Users → the person → Enabled. If the users come from a directory (LDAP), switch it on there.',
			applicability: 'guided',
			onlyIf: { symptom: 'keycloak-account-disabled' },
		},
		{
			id: 'log-in-anew',
			title: 'Let the person log in anew',
			body: 'A few minutes later, in a new window.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Tell the portal’s people when an account is switched off, and until when.' ],
	examples: {
		fits: [
			{ name: 'Microsoft says that it is switched off', symptoms: [ 'entra-account-disabled' ], findings: {}, confidence: 'likely' },
			{ name: 'Keycloak says that it is switched off', symptoms: [ 'keycloak-account-disabled', 'generic-contact-administrator' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it is locked for a while only', symptoms: [ 'keycloak-account-locked' ], findings: {}, not: 'provider-account-locked' },
			{ name: 'it is switched off in WordPress', symptoms: [ 'disable-user-login-disabled' ], findings: { 'user.exists': true }, not: 'account-disabled' },
		],
	},
} );
