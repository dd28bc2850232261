import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'captcha-not-loaded',
	system: 'wordpress',
	title: 'The check against robots did not run in the browser',
	saidAs: [ 'the box to prove that I am human does not appear', 'no captcha is shown' ],
	meaning: 'The form was sent without a usable captcha answer. Its script was blocked by an ad blocker or a company’s network, was changed or delayed by a speed plugin, or the form on this page was never given a captcha although the site demands one.',
	when: { any: [ { symptom: 'captcha-without-answer' }, { symptom: 'turnstile-refused' } ] },
	shows: [ 'captcha-without-answer', 'turnstile-refused' ],
	rivals: [ 'captcha-expired', 'captcha-secret-wrong' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The check against robots did not load in your browser. Switch an ad blocker off for this site, reload the page, and wait until the box appears. If it does not, give the reference below to whoever runs this site.',
		proven: 'The check against robots did not load in your browser. Switch an ad blocker off for this site, reload the page, and wait until the box appears. If it does not, give the reference below to whoever runs this site.',
		mail: 'The check against robots did not load in your browser. Switch an ad blocker off for the site or try another browser or network. If it still does not appear, give the reference to whoever runs this site.',
		admin: 'Captcha script did not run; the form came without an answer.',
	},
	fixPath: [
		{
			id: 'look-in-private-window',
			title: 'Look at the page in a private window',
			body: 'If the box is missing there too, it is the site. If you see it, the person’s browser or network blocks it.',
			applicability: 'guided',
		},
		{
			id: 'exempt-script',
			title: 'Exempt the captcha’s script from your speed plugin',
			body: 'Look for settings such as delay, defer, combine or minify scripts. Add the captcha’s script to the exceptions, then empty the cache.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'match-forms',
			title: 'Check that each login form has the box',
			body: 'Plugins for captchas list the forms that they protect. A form of a shop, a portal or a page builder may be demanded but not drawn: add it, or take the demand away.',
			applicability: 'guided',
		},
		{
			id: 'check-site-key',
			title: 'Check the site key',
			body: 'A key of another site, or of another kind of captcha, gives answers that cannot be used. Copy both keys once more from the captcha’s account.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Add the captcha’s script to the exceptions of every speed plugin before you switch it on.' ],
	examples: {
		fits: [
			{ name: 'the captcha’s service got no answer', symptoms: [ 'captcha-without-answer' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the answer was too old', symptoms: [ 'captcha-answer-too-old' ], findings: {}, not: 'captcha-expired' },
			{ name: 'the secret key is wrong', symptoms: [ 'captcha-secret-refused' ], findings: {}, not: 'captcha-secret-wrong' },
		],
	},
} );
