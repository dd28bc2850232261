import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'captcha-not-passed',
	system: 'wordpress',
	title: 'The check against robots was not passed',
	meaning: 'A captcha stands in front of the login and was not solved, or its plugin took the person for a robot. Name and password were not looked at, even where the message speaks of a failed login: a new password does not help. If several people report it, the captcha itself is broken.',
	when: {
		any: [
			{ symptom: 'google-captcha-refused' },
			{ symptom: 'google-captcha-authentication-failed' },
			{ symptom: 'aios-captcha-wrong' },
			{ symptom: 'turnstile-refused' },
		],
	},
	shows: [ 'google-captcha-refused', 'google-captcha-authentication-failed', 'aios-captcha-wrong', 'turnstile-refused' ],
	prior: 'common',
	rivals: [ 'captcha-secret-wrong', 'too-many-failed-logins' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The box that tells people from robots was not passed. Reload the page, wait until the box shows a tick, and log in again. If it does not appear, switch an ad blocker off or try another browser. If that does not help, give the reference below to whoever runs this site.',
		proven: 'The box that tells people from robots was not passed. Reload the page, wait until the box shows a tick, and log in again. If it does not appear, switch an ad blocker off or try another browser. If that does not help, give the reference below to whoever runs this site.',
		mail: 'The box that tells people from robots was not passed; your name and password are not concerned. Reload the page, wait for the tick, and log in again. An ad blocker or a VPN can be in the way. If that does not help, give the reference to whoever runs this site.',
		admin: 'Captcha not passed; the password was not looked at.',
	},
	fixPath: [
		{
			id: 'try-yourself',
			title: 'Try the form yourself in a private window',
			body: 'If you see no box, or it shows a red message, the captcha is broken for everybody: go on with the next steps. If it works for you, ask the person to try another browser without extensions.',
			applicability: 'guided',
		},
		{
			id: 'check-google-captcha',
			title: 'Look at the settings of Google Captcha',
			body: 'Open reCaptcha (or Google Captcha) → Settings. The kind of captcha chosen there must be the kind that the two keys were made for at Google, and your domain must be listed with them.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'google-captcha-refused' }, { symptom: 'google-captcha-authentication-failed' } ] },
		},
		{
			id: 'check-turnstile',
			title: 'Look at the settings of Turnstile',
			body: 'Open Settings → Cloudflare Turnstile and use the test button. It says which key or setting is wrong.',
			applicability: 'guided',
			onlyIf: { symptom: 'turnstile-refused' },
		},
		{
			id: 'check-aios',
			title: 'Look at the sum of All-In-One Security',
			body: 'The sum wants its answer in digits. Under WP Security → Brute Force → CAPTCHA you can change or switch off the kind of check.',
			applicability: 'guided',
			onlyIf: { symptom: 'aios-captcha-wrong' },
		},
		{
			id: 'keep-out-of-cache',
			title: 'Keep the login page out of every cache',
			body: 'A stored or optimised page carries an old captcha. Exclude the login page and the captcha’s script from the cache and from the plugin that merges scripts.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'After each update of a cache or speed plugin, log in once from a private window.' ],
	examples: {
		fits: [
			{ name: 'the captcha itself says so', symptoms: [ 'google-captcha-refused' ], findings: {}, confidence: 'likely' },
			{ name: 'All-In-One Security says that the sum was wrong', symptoms: [ 'aios-captcha-wrong' ], findings: { 'user.exists': true }, confidence: 'likely' },
			{ name: 'only a sentence that several products use', symptoms: [ 'google-captcha-authentication-failed' ], findings: {}, confidence: 'possible' },
		],
		nearMisses: [
			{ name: 'the service does not accept the site’s key', symptoms: [ 'captcha-secret-refused' ], findings: {}, not: 'captcha-secret-wrong' },
			{ name: 'the address is locked out', symptoms: [ 'llar-locked-out' ], findings: {}, not: 'too-many-failed-logins' },
		],
	},
} );
