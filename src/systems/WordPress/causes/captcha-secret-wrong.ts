import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'captcha-secret-wrong',
	system: 'wordpress',
	title: 'The captcha’s secret key is wrong, so nobody can log in',
	saidAs: [ 'the captcha refuses everybody, also the administrators' ],
	meaning: 'The site proves itself to the captcha’s service by a secret key. That key is missing, mistyped, or belongs to another site: after a move, a copy of the site, or a new captcha account. Every login on every protected form is refused, also your own.',
	when: { any: [ { symptom: 'captcha-secret-refused' }, { symptom: 'turnstile-refused' } ] },
	shows: [ 'captcha-secret-refused', 'turnstile-refused' ],
	prior: 'rare',
	rivals: [ 'captcha-not-loaded' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The check against robots does not work on this site at the moment; that is not your fault. Try again in some hours. If it stays, give the reference below to whoever runs this site.',
		proven: 'The check against robots does not work on this site at the moment; that is not your fault. Try again in some hours. If it stays, give the reference below to whoever runs this site.',
		mail: 'The check against robots did not work on the site. Try again in some hours. If it stays, give the reference to whoever runs this site.',
		admin: 'Captcha secret key is wrong or missing: everybody is refused.',
	},
	fixPath: [
		{
			id: 'get-in',
			title: 'If you are locked out yourself',
			body: 'Rename the folder of the captcha plugin under wp-content/plugins by way of your host’s file manager. WordPress then switches it off and you can log in. Name it back when the key is right.',
			applicability: 'guided',
		},
		{
			id: 'copy-keys',
			title: 'Copy both keys once more',
			body: 'Open the captcha’s account (Cloudflare, Google or hCaptcha), choose this site, and copy the site key and the secret key into the plugin, without blanks. They always belong together.',
			applicability: 'guided',
		},
		{
			id: 'list-domain',
			title: 'Check the domain',
			body: 'In the same account the domain of this site must be listed, also the one with www or the test domain that you use now.',
			applicability: 'guided',
		},
		{
			id: 'test-it',
			title: 'Test before you log out',
			body: 'Use the plugin’s test button, or log in from a private window while you stay logged in here.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'After moving or copying a site, enter the captcha’s keys anew.' ],
	examples: {
		fits: [
			{ name: 'the service does not accept the secret key', symptoms: [ 'captcha-secret-refused' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the form came without an answer', symptoms: [ 'captcha-without-answer' ], findings: {}, not: 'captcha-not-loaded' },
		],
	},
} );
