import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'cookies-blocked-by-browser',
	system: 'wordpress',
	title: 'The browser sent no cookie back',
	meaning:
		'WordPress sets a test cookie with the login form and did not get it back. The browser or an extension blocks cookies, the form was shown under another address than the one that it was sent to, or a cache in between drops the cookie.',
	when: { any: [ { symptom: 'cookies-blocked-by-browser' }, { symptom: 'cookies-blocked' } ] },
	shows: [ 'cookies-blocked-by-browser', 'cookies-blocked' ],
	rivals: [ 'cookies-blocked-by-output' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Your browser did not keep the cookie that this site needs to log you in. Allow cookies for this site, reload the page and log in again. If that does not help, try another browser or give the reference below to whoever runs this site.',
		proven: 'Your browser did not keep the cookie that this site needs to log you in. Allow cookies for this site, reload the page and log in again. If that does not help, try another browser or give the reference below to whoever runs this site.',
		mail: 'Your browser did not keep the cookie that the site needs to log you in. Allow cookies for the site, or try another browser. If that does not help, give the reference to whoever runs this site.',
		admin: 'The browser sent no test cookie back.',
	},
	fixPath: [
		{
			id: 'allow-cookies',
			title: 'Ask the person to try another browser or a private window',
			body: 'If that works, an extension or a setting of the first browser blocks cookies for this site.',
			applicability: 'guided',
		},
		{
			id: 'check-addresses',
			title: 'If several people report it, check the addresses and the cache',
			body: 'The two addresses under Settings → General must begin alike, with https and with or without www. Keep the login page out of every cache.',
			applicability: 'guided',
			link: 'site-health',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Link to the login page under one address only.' ],
	examples: {
		fits: [ { name: 'WordPress names the browser', symptoms: [ 'cookies-blocked-by-browser' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'WordPress names unexpected output', symptoms: [ 'cookies-blocked-by-output' ], findings: {}, not: 'cookies-blocked-by-output' } ],
	},
} );
