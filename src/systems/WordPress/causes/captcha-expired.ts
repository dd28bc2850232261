import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'captcha-expired',
	system: 'wordpress',
	title: 'The check against robots had expired',
	meaning: 'A captcha’s answer is good for some minutes only (Turnstile: five) and for one try. The login page stood open longer, was sent twice, or came out of a cache with an old answer in it. Name and password were not looked at.',
	when: { any: [ { symptom: 'wordfence-captcha-too-old' }, { symptom: 'captcha-answer-too-old' }, { symptom: 'turnstile-refused' } ] },
	shows: [ 'wordfence-captcha-too-old', 'captcha-answer-too-old', 'turnstile-refused' ],
	rivals: [ 'captcha-not-passed', 'captcha-not-loaded' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The page was open too long, so its check against robots had run out. Reload it, fill it in at once and send it one time only. If it happens again, give the reference below to whoever runs this site.',
		proven: 'The page was open too long, so its check against robots had run out. Reload it, fill it in at once and send it one time only. If it happens again, give the reference below to whoever runs this site.',
		mail: 'The login page was open too long, so its check against robots had run out. Open it afresh, fill it in at once and send it one time only. If it happens again, give the reference to whoever runs this site.',
		admin: 'Captcha answer had expired: page open too long, or cached.',
	},
	fixPath: [
		{
			id: 'reload-page',
			title: 'Ask the person to reload the page and log in at once',
			body: 'That is all where it happens once.',
			applicability: 'guided',
		},
		{
			id: 'look-at-cache',
			title: 'If it happens to several people, look at the cache',
			body: 'Open the login page twice in private windows. If the page’s source holds the same captcha value both times, it comes from a cache: exclude the login page there, at your host and in your content network.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'check-double-sending',
			title: 'If it is always the second try, look for double sending',
			body: 'A script that sends the form itself, or a form that stays on the page after an error, uses one answer twice. Switch form add-ons off one by one until it stops.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Keep every page with a login form out of all caches.' ],
	examples: {
		fits: [
			{ name: 'Wordfence says that its captcha had expired', symptoms: [ 'wordfence-captcha-too-old' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the answer was wrong and not old', symptoms: [ 'aios-captcha-wrong' ], findings: {}, not: 'captcha-not-passed' },
			{ name: 'there was no answer at all', symptoms: [ 'captcha-without-answer' ], findings: {}, not: 'captcha-not-loaded' },
		],
	},
} );
