import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'provider-session-ended',
	system: 'wordpress',
	title: 'The login at the login service had ended',
	meaning: 'This site relied on a login at the service that is not there any more: it ran out, the password was changed, or the browser does not show the service’s cookie to other sites. The person only has to log in there again. It concerns neither WordPress nor the account.',
	when: { symptom: 'entra-session-missing' },
	shows: [ 'entra-session-missing' ],
	rivals: [ 'session-expired', 'sso-login-took-too-long' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Your login at the login service has ended, as it does after some time or a change of password. Open the login page of this site anew and log in, with the present password. If you are sent round in circles, use a private window, or give the reference below to whoever runs this site.',
		proven: 'Your login at the login service has ended, as it does after some time or a change of password. Open the login page of this site anew and log in, with the present password. If you are sent round in circles, use a private window, or give the reference below to whoever runs this site.',
		mail: 'Your login at the login service has ended, as it does after some time or a change of password. Log in anew with the present password. If you are sent round in circles, use a private window, or give the reference to whoever runs the site.',
		admin: 'Login at the service had ended; logging in again is enough.',
	},
	fixPath: [
		{
			id: 'log-in-anew',
			title: 'Ask the person to log in again',
			body: 'Best in a private window, so that old cookies of the service are out of the way.',
			applicability: 'guided',
		},
		{
			id: 'turn-silent-login-off',
			title: 'If it comes back, do without silent logins',
			body: 'A site that logs people in without showing anything (prompt=none) cannot, where browsers block cookies of other sites. Let the plugin lead to the service’s own page.',
			applicability: 'guided',
		},
		{
			id: 'clear-cookies',
			title: 'Have the service’s cookies deleted',
			body: 'In the browser, for microsoftonline.com and this site, if only this one browser refuses.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let the plugin lead people to the service’s own login page rather than into a frame.' ],
	examples: {
		fits: [
			{ name: 'Microsoft finds no login to go by', symptoms: [ 'entra-session-missing' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'WordPress’s own session had ended', symptoms: [ 'session-expired' ], findings: {}, not: 'session-expired' },
			{ name: 'the page was only open for too long', symptoms: [ 'entra-page-open-too-long' ], findings: {}, not: 'sso-login-took-too-long' },
		],
	},
} );
