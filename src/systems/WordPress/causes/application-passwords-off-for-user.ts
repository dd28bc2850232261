import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'application-passwords-off-for-user',
	system: 'wordpress',
	title: 'This account may not use application passwords',
	meaning: 'The site offers application passwords, but not to this account. A plugin or a piece of code allows them for certain roles or people only. The program has to log in as another user, or the rule has to change.',
	when: { any: [ { symptom: 'application-passwords-off-for-user' }, { symptom: 'cerber-application-password-denied' } ] },
	shows: [ 'application-passwords-off-for-user', 'cerber-application-password-denied' ],
	prior: 'rare',
	rivals: [ 'application-passwords-off' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your account may not let programs log in for it. Your own password is not concerned. If a program needs it, give the reference below to whoever runs this site.',
		mail: 'Your account may not let programs log in for it. Your own password is not concerned. If a program needs it, give the reference to whoever runs this site.',
		admin: 'This account may not use application passwords.',
	},
	fixPath: [
		{
			id: 'use-service-account',
			title: 'Give the program an account of its own',
			body: 'Add a user for it with the smallest role that does the work, and make the application password there.',
			applicability: 'guided',
			link: 'add-user',
		},
		{
			id: 'find-role-rule',
			title: 'Or find the rule that forbids it',
			body: 'Look in security and role plugins for application passwords by role. Whoever looks after the site’s code finds it under wp_is_application_passwords_available_for_user.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'allow-in-cerber',
			title: 'Or allow it in WP Cerber',
			body: 'Open WP Cerber → User Policies and look at the setting for application passwords of the person’s role. Better than a wider rule is a user of its own for the program, with a role that may do little.',
			applicability: 'guided',
			onlyIf: { symptom: 'cerber-application-password-denied' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let programs log in with accounts of their own, never with a person’s.' ],
	examples: {
		fits: [ { name: 'not for this account', symptoms: [ 'application-passwords-off-for-user' ], findings: {}, confidence: 'likely' }, { name: 'WP Cerber denies it', symptoms: [ 'cerber-application-password-denied' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'not for anybody', symptoms: [ 'application-passwords-off' ], findings: {}, not: 'application-passwords-off' } ],
	},
} );
