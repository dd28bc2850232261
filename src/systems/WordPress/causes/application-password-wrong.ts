import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'application-password-wrong',
	system: 'wordpress',
	title: 'A program used an application password that is not accepted',
	meaning: 'Not the person but a program tried to log in: an app, a synchronisation, an automation. Its application password was revoked, mistyped, or belongs to another user. The person’s own password is not concerned.',
	when: { any: [ { symptom: 'application-password-refused' }, { symptom: 'application-password-gone' } ] },
	shows: [ 'application-password-refused', 'application-password-gone' ],
	rivals: [ 'wrong-password' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'A program that logs in for you uses a password that is no longer accepted. Make a new application password in your profile and enter it in that program. If you do not know which program it is, give the reference below to whoever runs this site.',
		mail: 'A program that logs in for you uses an application password that is no longer accepted. Make a new one in your profile and enter it there. If you do not know which program it is, give the reference to whoever runs this site.',
		admin: 'A program uses an application password that is not accepted.',
	},
	fixPath: [
		{
			id: 'find-program',
			title: 'Find out which program it is',
			body: 'The user’s profile lists application passwords with their names and when they were last used. The one that stopped at the time of the refusal is the one.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'renew-application-password',
			title: 'Make a new application password',
			body: 'Revoke the old one in the profile, add a new one under the same name, and enter it in the program, with the user name of the same user.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Give each program its own application password, named after it.' ],
	examples: {
		fits: [ { name: 'WordPress names the application password', symptoms: [ 'application-password-refused' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'it was a person at the login form', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true }, not: 'wrong-password' } ],
	},
} );
