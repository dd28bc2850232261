import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-email-unconfirmed',
	system: 'wordpress',
	title: 'The login service does not say that the e-mail address is confirmed',
	meaning: 'miniOrange OAuth trusts an e-mail address only if the login service says that it was confirmed. It said no, or something that the plugin does not read as yes: the person never opened the confirmation mail there, or the service has the word switched to “no” for everybody.',
	when: { symptom: 'miniorange-oauth-email-unconfirmed' },
	shows: [ 'miniorange-oauth-email-unconfirmed' ],
	prior: 'rare',
	rivals: [ 'sso-email-differs' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The login service has not confirmed your e-mail address yet. Look there for a mail with a link to confirm it, also among unwanted mail. Then log in again. If it does not help, give the reference below to whoever runs this site.',
		mail: 'The login service has not confirmed your e-mail address yet. Look there for a mail with a link to confirm it, also among unwanted mail, or have one sent anew. Then log in again. If it does not help, give the reference to whoever runs the site.',
		admin: 'E-mail address is not confirmed at the login service (email_verified).',
	},
	fixPath: [
		{
			id: 'confirm-address',
			title: 'Have the address confirmed at the login service',
			body: 'The person opens the mail of the service, or you mark the address as verified in their record there.',
			applicability: 'guided',
		},
		{
			id: 'look-at-value',
			title: 'If it hits everybody, look at what arrives',
			body: '“Test Configuration” in miniOrange OAuth lists email_verified. It must be true as a truth value, not as a word. Some services, such as authentik, send false unless told otherwise.',
			applicability: 'guided',
		},
		{
			id: 'compare-plugin-value',
			title: 'Compare with the plugin’s settings',
			body: 'Where the plugin lets you name the field and the value that count as confirmed, both must be exactly what arrives.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Confirm addresses at the login service when accounts are made.' ],
	examples: {
		fits: [
			{ name: 'miniOrange misses the confirmation', symptoms: [ 'miniorange-oauth-email-unconfirmed' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it is confirmed, and another one', symptoms: [ 'miniorange-oauth-admin-email-differs' ], findings: {}, not: 'sso-email-differs' },
		],
	},
} );
