import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-factor-code-missing',
	system: 'wordpress',
	title: 'The login form did not pass on a second-factor code',
	meaning: 'The account needs a code after the password, and none came with the login. Wordfence asks for it by a script; on a login form of a portal, a shop or a page builder that script may be missing, so nobody ever asks. The code can then be typed right behind the password.',
	when: { symptom: 'wordfence-code-wanted' },
	shows: [ 'wordfence-code-wanted' ],
	rivals: [ 'two-factor-code-not-accepted', 'two-factor-not-set-up' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, and your account needs a code as well. Type your password and, right behind it in the same field, the code from your app, without a blank. If that does not work, give the reference below to whoever runs this site.',
		mail: 'Your password was right, and your account needs a code as well. If the page does not ask for it, type the code right behind your password in the same field. If that does not work, give the reference to whoever runs this site.',
		admin: 'Second-factor code missing; the form did not ask for it.',
	},
	fixPath: [
		{
			id: 'type-behind-password',
			title: 'Tell the person to type the code behind the password',
			body: 'In the same field and without a blank, while the app shows it. Where codes come by text message, wait for the message first.',
			applicability: 'guided',
		},
		{
			id: 'use-main-form',
			title: 'Or send them to the usual login page',
			body: 'On wp-login.php the code is asked for by a field of its own. If it works there, the other form lacks the script.',
			applicability: 'guided',
		},
		{
			id: 'integrate-form',
			title: 'Let the other form ask for the code',
			body: 'Open Wordfence → Login Security → Settings. There are switches for WooCommerce and for forms of other plugins. Exempt that page from plugins that delay or merge scripts.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'After changing the login form, log in once with an account that has a second factor.' ],
	examples: {
		fits: [
			{ name: 'Wordfence asks for the code', symptoms: [ 'wordfence-code-wanted' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'a code came and was not right', symptoms: [ 'wordfence-code-refused' ], findings: {}, not: 'two-factor-code-not-accepted' },
			{ name: 'the account has no second factor yet', symptoms: [ 'wordfence-second-factor-demanded' ], findings: {}, not: 'two-factor-not-set-up' },
		],
	},
} );
