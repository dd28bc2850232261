import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'login-keys-changed',
	system: 'wordpress',
	title: 'Everybody’s login was made void by new keys',
	meaning: 'WordPress signs its login cookies with keys from wp-config.php. They were exchanged, or the cookie comes from another copy of this site, such as a staging site under the same domain. A new password has the same effect for one person. The old cookie is refused; a new login is fine.',
	when: { symptom: 'cookie-signed-otherwise' },
	shows: [ 'cookie-signed-otherwise' ],
	rivals: [ 'sessions-lost' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Your earlier login no longer counts, because something was renewed on this site or you have a new password. Log in again. If you are asked again at once, delete this site’s cookies, or give the reference below to whoever runs this site.',
		proven: 'Your earlier login no longer counts, because something was renewed on this site or you have a new password. Log in again. If you are asked again at once, delete this site’s cookies, or give the reference below to whoever runs this site.',
		mail: 'Your earlier login no longer counts, because something was renewed on the site or you have a new password. Log in again. If you are asked again at once, give the reference to whoever runs this site.',
		admin: 'Login cookies were signed with other keys; people have to log in once.',
	},
	fixPath: [
		{
			id: 'log-in-once-more',
			title: 'Ask people to log in once more',
			body: 'That is all, if the keys were exchanged once: after a security incident, a move, or by a plugin.',
			applicability: 'guided',
		},
		{
			id: 'find-rotation',
			title: 'If it comes back every few days, find who exchanges the keys',
			body: 'Some security plugins change the keys, also called salts, on a schedule. Look for it in their settings. Several servers behind one address must have the same keys in wp-config.php.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'separate-copies',
			title: 'Separate a copy of the site',
			body: 'If a staging copy runs under the same domain, its cookies overwrite those of the real site. Give it a domain of its own.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Exchange the keys at a quiet hour, and announce it.' ],
	examples: {
		fits: [ { name: 'the cookie was signed with other keys', symptoms: [ 'cookie-signed-otherwise' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the keys fit, but the session is gone', symptoms: [ 'session-gone' ], findings: {}, not: 'sessions-lost' } ],
	},
} );
