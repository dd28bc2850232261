import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-state-lost',
	system: 'wordpress',
	title: 'The return from the login service could not be matched with its start',
	meaning: 'Before this site sends somebody to the login service, it notes a random mark, and takes the person back only with that mark. Here it was gone: the login page came out of a cache, the login was begun in another window or under another address of the site, or the site’s fast storage (object cache) forgot the mark.',
	when: { any: [ { symptom: 'oidc-state-lost' }, { symptom: 'headless-state-lost' } ] },
	shows: [ 'oidc-state-lost', 'headless-state-lost' ],
	rivals: [ 'sso-login-took-too-long', 'sso-answer-not-fresh' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Your login began in one window and ended in another, or took too long. Close all other windows of this site, open its login page anew and log in without a pause. If it happens again, use a private window, or give the reference below to whoever runs this site.',
		proven: 'Your login began in one window and ended in another, or took too long. Close all other windows of this site, open its login page anew and log in without a pause. If it happens again, use a private window, or give the reference below to whoever runs this site.',
		mail: 'Your login began in one window and ended in another, or took too long. Close all windows of the site, open its login page anew and log in without a pause. If it happens again, give the reference to whoever runs this site.',
		admin: 'The mark of an SSO login was lost on the way (state).',
	},
	fixPath: [
		{
			id: 'start-anew',
			title: 'Let the person begin again on the login page',
			body: 'In one window, without the back button and without a bookmark of the login service. If that works and nobody else reports it, you are done.',
			applicability: 'guided',
		},
		{
			id: 'keep-out-of-cache',
			title: 'Keep the login and its return address out of caches',
			body: 'The page with the login button, wp-login.php and the address to which the login service returns must not be cached, neither by a plugin nor by the host or a CDN. Add them to the exceptions, then empty all caches.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'use-one-address',
			title: 'Begin and end at the same address',
			body: 'With www or without, and https throughout. Under Settings → General both addresses must agree, and the return address that is entered at the login service must begin exactly alike.',
			applicability: 'guided',
			link: 'general-settings',
		},
		{
			id: 'lengthen-state-time',
			title: 'Give people more time',
			body: 'Open Settings → OpenID Connect Client and raise “State time limit”. 180 seconds are few for somebody who has to fetch a code from a phone; 600 are enough.',
			applicability: 'guided',
			onlyIf: { symptom: 'oidc-state-lost' },
		},
		{
			id: 'pause-object-cache',
			title: 'If it hits many people, pause the object cache',
			body: 'A full or restarted object cache (Redis, Memcached) forgets marks too early. Switch its plugin off for a test. If the trouble ends, ask your host to give the cache more memory.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'ask-front-end',
			title: 'Ask the developer of the front end',
			body: 'The front end has to store the state until the person comes back, and hand it on unchanged. A cookie that is not sent along on the way back is the usual reason (SameSite must not be Strict).',
			applicability: 'guided',
			onlyIf: { symptom: 'headless-state-lost' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'After each change of a cache or of the site’s address, log in once through the login service from a private window.' ],
	examples: {
		fits: [
			{ name: 'OpenID Connect Generic misses its mark', symptoms: [ 'oidc-state-lost' ], findings: {}, confidence: 'likely' },
			{ name: 'the headless login misses its mark', symptoms: [ 'headless-state-lost' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the plugin says that the time was over', symptoms: [ 'oidc-state-expired' ], findings: {}, not: 'sso-login-took-too-long' },
			{ name: 'there was no answer to match', symptoms: [ 'oidc-code-missing' ], findings: {}, not: 'sso-answer-not-fresh' },
		],
	},
} );
