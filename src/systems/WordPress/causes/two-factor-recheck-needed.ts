import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-factor-recheck-needed',
	system: 'wordpress',
	title: 'The site wants the code once more before this change',
	meaning: 'The person is logged in, but the last code is some time ago. Before somebody may change the second factor or other sensitive things, Two-Factor asks for a code again, so that nobody does it at a screen left open. This is meant so and no fault.',
	when: { symptom: 'two-factor-recheck-wanted' },
	shows: [ 'two-factor-recheck-wanted' ],
	rivals: [ 'two-factor-code-not-accepted', 'session-expired' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'For this change the site wants to be sure once more that it is you. Follow the link for a fresh check, type the code, and do the change again. If the link is missing, log out and in. For help give the reference below to whoever runs this site.',
		mail: 'For that change the site wanted to be sure once more that it is you. Log out and in again, then do the change within ten minutes. If it is still refused, give the reference to whoever runs this site.',
		admin: 'Two-Factor wants a fresh code before a change.',
	},
	fixPath: [
		{
			id: 'log-out-and-in',
			title: 'Ask the person to log out and in again',
			body: 'Then the check is fresh, and the change goes through if it is made soon.',
			applicability: 'guided',
		},
		{
			id: 'program-changes-it',
			title: 'If a program makes the change',
			body: 'An app that changes such settings over REST cannot answer the question. Make the change in the profile by hand.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Tell people that this question protects them when they leave a screen open.' ],
	examples: {
		fits: [
			{ name: 'Two-Factor asks for a fresh check', symptoms: [ 'two-factor-recheck-wanted' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'a code was wrong', symptoms: [ 'two-factor-code-refused' ], findings: {}, not: 'two-factor-code-not-accepted' },
			{ name: 'the whole login was over', symptoms: [ 'session-expired' ], findings: {}, not: 'session-expired' },
		],
	},
} );
