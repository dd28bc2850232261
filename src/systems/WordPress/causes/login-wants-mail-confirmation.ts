import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'login-wants-mail-confirmation',
	system: 'wordpress',
	title: 'The login has to be confirmed by a link in a mail',
	meaning: 'Wordfence was not sure that a person sits at the form (a low score of its hidden captcha) and sent a mail with a link. Only after a click on it does the login go on. The mail did not arrive, the link was opened too late, or the person did not log in once more afterwards.',
	when: { any: [ { symptom: 'wordfence-mail-check-wanted' }, { symptom: 'wordfence-mail-check-too-old' }, { symptom: 'wordfence-mail-check-done' } ] },
	shows: [ 'wordfence-mail-check-wanted', 'wordfence-mail-check-too-old', 'wordfence-mail-check-done' ],
	rivals: [ 'captcha-expired', 'reset-mail-failed' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This site wants to be sure that it is you. If there is an account for what you typed, a mail with a link is on its way: open it in the same browser, then log in once more. If no mail comes, give the reference below to whoever runs this site.',
		mail: 'The site wanted to be sure that it is you and sent you a mail with a link. Open the newest one in the same browser, then log in once more. If none has come, look among unwanted mail, or give the reference to whoever runs this site.',
		admin: 'Wordfence wants the login confirmed by mail.',
	},
	fixPath: [
		{
			id: 'open-newest-mail',
			title: 'Ask the person to open the newest mail',
			body: 'The link must be opened in the browser in which they log in, and soon. Afterwards they log in once more; the link alone does not do it.',
			applicability: 'guided',
		},
		{
			id: 'check-mail',
			title: 'If no mail came, check the site’s mail',
			body: 'Send a test mail with your mail plugin, or a reset link to yourself.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'lower-threshold',
			title: 'If it happens often, lower the threshold',
			body: 'Open Wordfence → Login Security → Settings. Lower the reCAPTCHA human threshold by a step, and look at the score history there: where most people score low, the captcha does not fit your forms.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Watch the score history in Wordfence after you switch the captcha on.' ],
	examples: {
		fits: [
			{ name: 'Wordfence asks for the click', symptoms: [ 'wordfence-mail-check-wanted' ], findings: {}, confidence: 'likely' },
			{ name: 'the click was done, the login not repeated', symptoms: [ 'wordfence-mail-check-done' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the hidden captcha had expired', symptoms: [ 'wordfence-captcha-too-old' ], findings: {}, not: 'captcha-expired' },
			{ name: 'this site cannot send mail', symptoms: [ 'reset-mail-not-sent' ], findings: { 'mail.reset-deliverable': false }, not: 'reset-mail-failed' },
		],
	},
} );
