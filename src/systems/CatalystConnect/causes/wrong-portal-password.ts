import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'wrong-portal-password',
	system: 'catalyst-connect',
	title: 'The portal password was wrong',
	meaning:
		'The portal has an active user of that name, so only the password can have been wrong. The portal keeps a password of its own: the WordPress password may be another one. It refuses before it asks Zoho CRM.',
	when: {
		all: [ { symptom: 'invalid-user-name-password' }, { finding: 'portal-user.exists', is: true }, { finding: 'portal-user.active', is: true } ],
	},
	shows: [ 'invalid-user-name-password' ],
	prior: 'common',
	rivals: [ 'portal-user-inactive', 'portal-user-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The password was not the one of this portal. Check capital letters and the keyboard’s language, or set a new password with the link below the form. If that does not help, give the reference below to whoever runs this site.',
		mail: 'Your portal account is active; the password was not the right one. Set a new one with the link below the login form. If no mail arrives within a few minutes, give the reference to whoever runs this site.',
		admin: 'Wrong portal password; the portal user is active.',
	},
	fixPath: [
		{
			id: 'reset-portal-password',
			title: 'Let the person set a new password',
			body: 'Point the person to the forgotten-password link of the portal’s own form. The lost-password page of WordPress changes another password and does not help here.',
			applicability: 'guided',
		},
		{
			id: 'send-credentials',
			title: 'Or send new credentials from the portal',
			body: 'Open the portal user and choose Send New Credential. The person gets a mail with a password to start with.',
			applicability: 'guided',
			link: 'portal-user',
		},
	],
	verification: { finding: 'portal-call.seen', is: true },
	prevention: [ 'Say on the login page that the portal has a password of its own.' ],
	examples: {
		fits: [
			{
				name: 'the user is there and active',
				symptoms: [ 'invalid-user-name-password' ],
				findings: {
					'portal.present': true,
					'portal-user.exists': true,
					'portal-user.active': true,
					'portal-user.pending': false,
					'portal-user.awaiting-approval': false,
					'portal-call.seen': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the user is switched off',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal.present': true, 'portal-user.exists': true, 'portal-user.active': false, 'portal-user.pending': false, 'portal-user.awaiting-approval': false },
				not: 'portal-user-inactive',
			},
			{
				name: 'there is no such user',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal.present': true, 'portal-user.exists': false, 'portal-user.pending': false },
				not: 'portal-user-missing',
			},
		],
	},
} );
