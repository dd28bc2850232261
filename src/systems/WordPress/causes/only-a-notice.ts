import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'only-a-notice',
	system: 'wordpress',
	title: 'WordPress only told something; nothing was refused',
	meaning: 'What was shown is a notice above the login form: somebody logged out, WordPress was updated, a new password was set, or a program asks for access. Nothing is wrong with the account. The person has to log in, that is all.',
	when: { any: [ { symptom: 'logged-out' }, { symptom: 'updated-log-in-again' }, { symptom: 'program-asks-for-access' }, { symptom: 'theme-my-login-password-reset' } ] },
	shows: [ 'logged-out', 'updated-log-in-again', 'program-asks-for-access', 'theme-my-login-password-reset' ],
	rivals: [ 'session-expired' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Nothing is wrong: the page only tells you what happened before. Log in below to go on. If you are logged out again without having asked for it, give the reference below to whoever runs this site.',
		proven: 'Nothing is wrong: the page only tells you what happened before. Log in below to go on. If you are logged out again without having asked for it, give the reference below to whoever runs this site.',
		mail: 'Nothing was wrong: the page only told you what happened before. Log in to go on. If you are logged out again without having asked for it, give the reference to whoever runs this site.',
		admin: 'Only a notice above the login form; nothing was refused.',
	},
	fixPath: [
		{
			id: 'log-in-below',
			title: 'Ask the person to log in',
			body: 'With the name and the password that they have now.',
			applicability: 'guided',
		},
		{
			id: 'find-who-logs-out',
			title: 'If nobody had logged out, look for a plugin that does',
			body: 'Plugins for idle time, for approval of members or for single sign-on log people out by themselves. Look at their settings.',
			applicability: 'guided',
			link: 'plugins',
			onlyIf: { symptom: 'logged-out' },
		},
		{
			id: 'decide-about-program',
			title: 'Decide about the program',
			body: 'After the login WordPress asks whether that program may act for the person. Approve it only if you know it and have just set it up.',
			applicability: 'guided',
			onlyIf: { symptom: 'program-asks-for-access' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Tell people beforehand when an update logs them out.' ],
	examples: {
		fits: [ { name: 'the person had logged out', symptoms: [ 'logged-out' ], findings: {}, confidence: 'likely' }, { name: 'WordPress was updated', symptoms: [ 'updated-log-in-again' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the login had run out', symptoms: [ 'session-expired' ], findings: {}, not: 'session-expired' } ],
	},
} );
