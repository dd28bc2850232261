import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'provider-account-locked',
	system: 'wordpress',
	title: 'The account is locked at the login service for a while',
	meaning: 'After too many wrong passwords, or a try from an address with a bad name, the login service locks the account for some minutes, also for the right password. It does not say so clearly to everybody. WordPress and this site’s security plugins have nothing to do with it.',
	when: {
		any: [
			{ symptom: 'entra-account-locked' },
			{ symptom: 'keycloak-account-locked' },
			{ symptom: 'keycloak-password-wrong' },
		],
	},
	shows: [
		'entra-account-locked',
		'keycloak-account-locked',
		'keycloak-password-wrong',
		'generic-account-closed',
		'generic-contact-administrator',
	],
	rivals: [ 'provider-account-disabled', 'provider-password-wrong' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is locked at the login service for a while, after several wrong passwords or for safety. Wait half an hour without trying, then log in once. If it stays, give the reference below to whoever runs this site.',
		mail: 'Your account is locked at the login service for a while, after several wrong passwords or for safety. Wait half an hour without trying, then log in once, or set a new password first. If it stays, ask whoever looks after your accounts, or give the reference to whoever runs the site.',
		admin: 'Account is locked at the login service (too many tries or risky address).',
	},
	fixPath: [
		{
			id: 'wait-out',
			title: 'Let the person wait without trying',
			body: 'Each further try makes it longer, also those of a phone or mail program that still has the old password.',
			applicability: 'wait',
			waitMinutes: 30,
		},
		{
			id: 'see-in-entra',
			title: 'Look at Microsoft which of the two it is',
			body: 'entra.microsoft.com → Users → the person → Sign-in logs. “Too many attempts” ends by itself after a minute or more. A risky address needs another network, or an administrator who looks at the risk under Protection.',
			applicability: 'guided',
			onlyIf: { symptom: 'entra-account-locked' },
		},
		{
			id: 'unlock-in-keycloak',
			title: 'Lift the lock in Keycloak',
			body: 'Open the realm → Users → the person, and use the switch “Temporarily locked”; or Users → Unlock all users.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'keycloak-account-locked' }, { symptom: 'keycloak-password-wrong' } ] },
		},
		{
			id: 'reset-password',
			title: 'Have a new password set',
			body: 'At the login service, not in WordPress. Then update it in phone, mail program and password manager, or it happens again.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'After a change of password, go through all devices that log in by themselves.' ],
	examples: {
		fits: [
			{ name: 'Microsoft locked the account', symptoms: [ 'entra-account-locked' ], findings: {}, confidence: 'likely' },
			{ name: 'Keycloak locked the account', symptoms: [ 'keycloak-account-locked' ], findings: {}, confidence: 'likely' },
			{ name: 'Keycloak’s sentence names the administrator as well', symptoms: [ 'keycloak-account-locked', 'generic-account-closed', 'generic-contact-administrator' ], findings: { 'user.exists': true }, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it is switched off for good', symptoms: [ 'entra-account-disabled' ], findings: {}, not: 'provider-account-disabled' },
			{ name: 'only the password is wrong', symptoms: [ 'entra-password-wrong' ], findings: {}, not: 'provider-password-wrong' },
		],
	},
} );
