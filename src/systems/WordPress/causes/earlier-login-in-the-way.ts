import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'earlier-login-in-the-way',
	system: 'wordpress',
	title: 'An earlier login in the same browser stands in the way',
	meaning: 'The front end asked for a login, or for a token, while WordPress still saw another login in this browser: a site admin who tries something out, a colleague before, or the same person by another way. WordPress does not mix the two.',
	when: { any: [ { symptom: 'headless-already-logged-in' }, { symptom: 'headless-token-of-another' } ] },
	shows: [ 'headless-already-logged-in', 'headless-token-of-another' ],
	rivals: [ 'login-token-outdated' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'An earlier login in this browser stands in the way. Log out of this site everywhere, or open a private window, and log in again. If it does not help, give the reference below to whoever runs this site.',
		proven: 'An earlier login in this browser stands in the way. Log out of this site everywhere, or open a private window, and log in again. If it does not help, give the reference below to whoever runs this site.',
		mail: 'An earlier login in your browser stood in the way. Log out of the site everywhere, or open a private window, and log in again. If it does not help, give the reference to whoever runs this site.',
		admin: 'Another login in the same browser got in the way of a headless login.',
	},
	fixPath: [
		{
			id: 'use-private-window',
			title: 'Let the person try in a private window',
			body: 'If that works, it was the earlier login. Have them log out in the normal window, or delete the site’s cookies.',
			applicability: 'guided',
		},
		{
			id: 'separate-admin',
			title: 'Try as an administrator in another browser',
			body: 'Your own login in wp-admin is the usual reason when you test the portal.',
			applicability: 'guided',
		},
		{
			id: 'ask-front-end',
			title: 'Have the front end log out first',
			body: 'Its developer lets it forget the old token and call the log-out before a new login, and ask only for the token of the person who is logged in.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Give the portal a clear button to log out.' ],
	examples: {
		fits: [
			{ name: 'Headless Login sees a login already', symptoms: [ 'headless-already-logged-in' ], findings: {}, confidence: 'likely' },
			{ name: 'a token of somebody else was asked for', symptoms: [ 'headless-token-of-another' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'nobody else is logged in, the token is old', symptoms: [ 'headless-token-outdated' ], findings: {}, not: 'login-token-outdated' },
		],
	},
} );
