import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'cookie-damaged',
	system: 'wordpress',
	title: 'The login cookie arrives damaged',
	meaning: 'WordPress got a login cookie that is not in its form: cut off, changed by something on the way, or left over from another program under the same domain. It is refused at each page until it is gone.',
	when: { symptom: 'cookie-unreadable' },
	shows: [ 'cookie-unreadable' ],
	prior: 'rare',
	rivals: [ 'cookies-blocked-by-browser' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Your browser sent a damaged cookie. Delete the cookies of this site, open the page again and log in. If that does not help, try another browser or give the reference below to whoever runs this site.',
		proven: 'Your browser sent a damaged cookie. Delete the cookies of this site, open the page again and log in. If that does not help, try another browser or give the reference below to whoever runs this site.',
		mail: 'Your browser sent a damaged cookie. Delete the cookies of the site and log in again. If that does not help, try another browser or give the reference to whoever runs this site.',
		admin: 'The login cookie arrives damaged.',
	},
	fixPath: [
		{
			id: 'delete-cookies',
			title: 'Ask the person to delete this site’s cookies',
			body: 'In the browser’s settings under privacy, for this site alone. A private window shows quickly whether that is it.',
			applicability: 'guided',
		},
		{
			id: 'look-on-the-way',
			title: 'If several people report it, look at what lies in between',
			body: 'A firewall, proxy or CDN may shorten or rewrite cookies. Ask your host to let those whose names begin with wordpress_ pass unchanged.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Do not run a second program with cookies of the same names under one domain.' ],
	examples: {
		fits: [ { name: 'the cookie could not be read', symptoms: [ 'cookie-unreadable' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'no cookie came back at all', symptoms: [ 'cookies-blocked-by-browser' ], findings: {}, not: 'cookies-blocked-by-browser' } ],
	},
} );
