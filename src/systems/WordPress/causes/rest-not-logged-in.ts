import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'rest-not-logged-in',
	system: 'wordpress',
	title: 'A page or a program acted without being logged in',
	meaning: 'WordPress was asked for something that only people who are logged in may have, and saw nobody. The login had ended, the page does not send its cookie along, or the server drops the line in which a program names itself.',
	when: { symptom: 'rest-not-logged-in' },
	shows: [ 'rest-not-logged-in' ],
	rivals: [ 'rest-nonce-expired' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'You are not logged in any more. Log in and repeat what you did. If this page keeps saying so although you are logged in, give the reference below to whoever runs this site.',
		proven: 'You are not logged in any more. Log in and repeat what you did. If this page keeps saying so although you are logged in, give the reference below to whoever runs this site.',
		mail: 'You were not logged in any more. Log in and repeat what you did. If the page keeps saying so, give the reference to whoever runs this site.',
		admin: 'WordPress saw nobody logged in behind a request that needs it.',
	},
	fixPath: [
		{
			id: 'log-in-first',
			title: 'Ask the person to log in and try again',
			body: 'In the same window, so that the page gets the new login.',
			applicability: 'guided',
		},
		{
			id: 'check-authorization-header',
			title: 'For a program, check that its login arrives',
			body: 'Site Health has a test of the Authorization header. If it fails, your host drops that line: save the permalinks once under Settings → Permalinks, and ask the host if that does not help.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'check-address-of-page',
			title: 'For a page, check that both use the same address',
			body: 'A page with www that asks the site without www does not send its cookie along. The two addresses under Settings → General must agree.',
			applicability: 'guided',
			link: 'general-settings',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Look at Site Health after each move of the site: it tests this.' ],
	examples: {
		fits: [ { name: 'nobody is logged in', symptoms: [ 'rest-not-logged-in' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the page was too old', symptoms: [ 'rest-nonce-refused' ], findings: {}, not: 'rest-nonce-expired' } ],
	},
} );
