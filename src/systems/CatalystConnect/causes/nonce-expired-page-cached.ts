import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'nonce-expired-page-cached',
	system: 'catalyst-connect',
	title: 'The login form was too old',
	meaning:
		'Each login form carries a mark that is good for a day at most. This one was older: the page stood open overnight, or a cache handed out an old copy. The portal refuses before it looks at name and password. When a cache is the reason, everybody is affected.',
	when: { symptom: 'something-went-wrong' },
	shows: [ 'something-went-wrong' ],
	rivals: [ 'wrong-portal-password' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This login page was open for too long, or your browser showed an old copy of it. Reload the page and log in again. If that does not help, give the reference below to whoever runs this site.',
		proven: 'This login page was open for too long, or your browser showed an old copy of it. Reload the page and log in again. If that does not help, give the reference below to whoever runs this site.',
		mail: 'The login page was too old when you sent it. Open it anew, not from a tab that was left open, and log in again. If that does not help, give the reference to whoever runs this site.',
		admin: 'Login form was too old; the portal page may be cached.',
	},
	fixPath: [
		{
			id: 'reload-page',
			title: 'Ask the person to reload the page',
			body: 'A fresh copy of the page carries a fresh mark. If that helps and nobody else reports it, nothing more is to be done.',
			applicability: 'guided',
		},
		{
			id: 'exclude-from-cache',
			title: 'Keep the portal’s pages out of every cache',
			body: 'In the cache plugin, at the host and at the content delivery network, add the address of the portal page to the exceptions, then empty the cache once.',
			applicability: 'guided',
			link: 'wordpress:plugins',
		},
	],
	verification: { finding: 'portal-call.seen', is: true },
	prevention: [ 'Exclude the portal’s pages whenever a cache is set up or changed.' ],
	examples: {
		fits: [
			{ name: 'the portal said only that something went wrong', symptoms: [ 'something-went-wrong' ], findings: { 'portal-call.seen': false }, confidence: 'likely' },
		],
		nearMisses: [
			{
				name: 'the portal did look at name and password',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal-user.exists': true, 'portal-user.active': true },
				not: 'wrong-portal-password',
			},
		],
	},
} );
