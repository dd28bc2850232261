import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'authorization-header-lost',
	system: 'wordpress',
	title: 'The server drops the line in which the app proves who it is',
	meaning: 'An app sends its token in a line of the request that is called Authorization. It did not arrive, or not in the form “Bearer” and the token. Many hosts drop that line unless told otherwise; then nobody gets in by token. If it works for others, the app sends it wrongly or not at all.',
	when: { symptom: 'jwt-auth-header-missing' },
	shows: [ 'jwt-auth-header-missing' ],
	rivals: [ 'login-token-outdated' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The app or page that you use could not prove to this site who you are. Close it, open it anew and log in once more. Your password is not the reason. If it does not help, give the reference below to whoever runs this site.',
		proven: 'The app or page that you use could not prove to this site who you are. Close it, open it anew and log in once more. Your password is not the reason. If it does not help, give the reference below to whoever runs this site.',
		mail: 'The app or page that you used could not prove to the site who you are. Close it, open it anew and log in once more. If it does not help, give the reference to whoever runs this site.',
		admin: 'Authorization header missing or malformed.',
	},
	fixPath: [
		{
			id: 'ask-site-health',
			title: 'Ask Site Health',
			body: 'It has a test of the Authorization header. If it passes, the app is at fault: go to the last step.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'save-permalinks',
			title: 'Save the permalinks once',
			body: 'Settings → Permalinks → Save Changes writes the rule that passes the line on into .htaccess. On most hosts with Apache that is all.',
			applicability: 'guided',
		},
		{
			id: 'ask-host',
			title: 'If that does not help, ask the host',
			body: 'Ask them to pass the Authorization header on to PHP (CGIPassAuth On, or for nginx fastcgi_param HTTP_AUTHORIZATION $http_authorization). A firewall or CDN in front may drop it as well.',
			applicability: 'escalate',
		},
		{
			id: 'check-app',
			title: 'Check what the app sends',
			body: 'Its developer looks at one request: the line must read “Authorization: Bearer”, a blank, and the token, with nothing else around it. A redirect, say from http to https, drops the line.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Look at Site Health after each move of the site: it tests this.' ],
	examples: {
		fits: [
			{ name: 'JWT Authentication sees no such line', symptoms: [ 'jwt-auth-header-missing' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the token arrives and is too old', symptoms: [ 'jwt-auth-token-outdated' ], findings: {}, not: 'login-token-outdated' },
		],
	},
} );
