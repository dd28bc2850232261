import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-factor-step-timed-out',
	system: 'wordpress',
	title: 'The second step was sent too late, twice, or from a stored page',
	meaning: 'Between the password and the code the site keeps a mark that is good for some minutes (WP 2FA: fifteen). When the page waited longer, was sent twice, or came from the browser’s memory, the mark no longer fits. Mostly nothing is said: the home page appears, and the person is not logged in.',
	when: { any: [ { symptom: 'two-factor-step-lost' }, { symptom: 'wordfence-second-step-lost' } ] },
	shows: [ 'two-factor-step-lost', 'wordfence-second-step-lost' ],
	rivals: [ 'two-factor-code-not-accepted', 'database-write-failed' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The page for the code was open too long, or was sent twice, so the login started over. Log in again from the beginning and type the code within a few minutes. If the home page appears again, give the reference below to whoever runs this site.',
		mail: 'The page for the code was open too long, or was sent twice, so the login started over. Log in again from the beginning and type the code within a few minutes. If you land on the home page again, give the reference to whoever runs this site.',
		admin: 'Second login step was sent too late or twice.',
	},
	fixPath: [
		{
			id: 'start-over',
			title: 'Ask the person to start from the beginning',
			body: 'Close all windows of the site, open the login page afresh, and type the code within a few minutes. Press the button once; the page may need some seconds.',
			applicability: 'guided',
		},
		{
			id: 'look-at-mail',
			title: 'If the code comes by mail, look how long the mail takes',
			body: 'A mail that needs twenty minutes is always too late. Use an app instead, or a mail service for the site’s mail.',
			applicability: 'guided',
		},
		{
			id: 'look-at-cache',
			title: 'If it happens to several people, look at the caches',
			body: 'Exclude wp-login.php from the page cache. If an object cache was added lately, switch it off for a test: where it loses what was just stored, the mark is gone at once.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Recommend codes by app; they need no mail.' ],
	examples: {
		fits: [
			{ name: 'Two-Factor’s action tells that its mark was gone', symptoms: [ 'two-factor-step-lost' ], findings: {}, confidence: 'likely' },
			{ name: 'Wordfence lost the first step', symptoms: [ 'wordfence-second-step-lost' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the code itself was wrong', symptoms: [ 'two-factor-code-refused' ], findings: {}, not: 'two-factor-code-not-accepted' },
			{ name: 'the mark could not be stored at all', symptoms: [ 'two-factor-step-not-saved' ], findings: {}, not: 'database-write-failed' },
		],
	},
} );
