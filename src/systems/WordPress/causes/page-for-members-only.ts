import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'page-for-members-only',
	system: 'wordpress',
	title: 'The page is for people who are logged in; nothing is wrong',
	meaning: 'The person opened a page that only members may see and was led to the login, with a sentence that says so. That is no refusal: after the login the page opens. With New User Approve the greeting also says that accounts are approved first.',
	when: { any: [ { symptom: 'buddypress-members-only' }, { symptom: 'new-user-approve-register-first' } ] },
	shows: [ 'buddypress-members-only', 'new-user-approve-register-first' ],
	rivals: [ 'session-expired', 'account-awaiting-approval' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This page is for people who are logged in. Log in and it opens. If you have no account yet, register first. If you are logged in and read this all the same, give the reference below to whoever runs this site.',
		mail: 'The page that you opened is for people who are logged in. Log in and it opens. If you read the same again after the login, give the reference to whoever runs this site.',
		admin: 'Page for members only; the person has to log in first.',
	},
	fixPath: [
		{
			id: 'log-in-first',
			title: 'Ask the person to log in',
			body: 'If they have no account, send them to the registration, or make one.',
			applicability: 'guided',
			link: 'add-user',
		},
		{
			id: 'open-page',
			title: 'If the page should be open to all',
			body: 'BuddyPress: Settings → BuddyPress → Options for the community’s visibility, and the group’s own privacy. For other pages look at the plugin that protects them.',
			applicability: 'guided',
		},
		{
			id: 'look-for-loop',
			title: 'If it comes back after each login',
			body: 'Then the login is not kept: look for two addresses of the site, with and without www, and for a cache on the page.',
			applicability: 'guided',
			link: 'site-health',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Link to the login, and not to a page for members, in your mails.' ],
	examples: {
		fits: [
			{ name: 'BuddyPress asks to log in', symptoms: [ 'buddypress-members-only' ], findings: {}, confidence: 'likely' },
			{ name: 'New User Approve greets', symptoms: [ 'new-user-approve-register-first' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'an earlier login is over', symptoms: [ 'session-expired' ], findings: {}, not: 'session-expired' },
			{ name: 'the account waits for approval', symptoms: [ 'user-registration-pending' ], findings: {}, not: 'account-awaiting-approval' },
		],
	},
} );
