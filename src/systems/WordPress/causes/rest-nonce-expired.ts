import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'rest-nonce-expired',
	system: 'wordpress',
	title: 'The open page was too old to act for the person',
	meaning: 'Pages of WordPress hold a number that lets them act for whoever is logged in, for a day at most. This one had lapsed, came out of a cache, or was made for another login in the same browser. WordPress refuses what the page asked for; the account is not concerned.',
	when: { symptom: 'rest-nonce-refused' },
	shows: [ 'rest-nonce-refused' ],
	rivals: [ 'rest-not-logged-in' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The page had been open for too long. Copy what you have typed, reload the page and log in if you are asked. If it happens again at once, give the reference below to whoever runs this site.',
		proven: 'The page had been open for too long. Copy what you have typed, reload the page and log in if you are asked. If it happens again at once, give the reference below to whoever runs this site.',
		mail: 'The page had been open for too long. Reload it and log in if you are asked. If it happens again at once, give the reference to whoever runs this site.',
		admin: 'A page’s request was refused because its nonce had lapsed.',
	},
	fixPath: [
		{
			id: 'reload-the-page',
			title: 'Ask the person to reload the page',
			body: 'Texts that were not saved should be copied first. If somebody else had logged in meanwhile in the same browser, that explains it.',
			applicability: 'guided',
		},
		{
			id: 'no-cache-for-members',
			title: 'If fresh pages fail too, look at the cache',
			body: 'Pages for people who are logged in must never come from a cache, neither of a plugin nor of the host or a CDN. Exclude them and empty all caches.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'use-application-password',
			title: 'If it is a program, let it log in as one',
			body: 'Programs outside the browser need an application password of their own; the cookie of a person does not carry them.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Keep pages for members out of every cache.' ],
	examples: {
		fits: [ { name: 'the number had lapsed', symptoms: [ 'rest-nonce-refused' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'nobody is logged in', symptoms: [ 'rest-not-logged-in' ], findings: {}, not: 'rest-not-logged-in' } ],
	},
} );
