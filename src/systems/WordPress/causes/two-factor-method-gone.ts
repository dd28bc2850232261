import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-factor-method-gone',
	system: 'wordpress',
	title: 'The account’s second-factor method no longer exists on this site',
	meaning: 'The account is set to a method, such as an app, a key or mail, that the site does not offer any more: the plugin that brought it was switched off, updated or replaced, or the method was closed for the person’s role. Nobody can answer a question that is not asked; only a site admin can help.',
	when: { any: [ { symptom: 'two-factor-provider-missing' }, { symptom: 'two-factor-no-method-left' }, { symptom: 'wp-2fa-not-verified' } ] },
	shows: [ 'two-factor-provider-missing', 'two-factor-no-method-left', 'wp-2fa-not-verified' ],
	rivals: [ 'two-factor-code-not-accepted', 'two-factor-not-set-up' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but the second step that your account is set to is no longer offered here. You cannot change that yourself. Give the reference below to whoever runs this site; they can set it back.',
		mail: 'Your password was right, but the second step that your account is set to is no longer offered by the site. You cannot change that yourself. Give the reference to whoever runs this site; they can set it back.',
		admin: 'Second-factor method of the account is gone; an admin must help.',
	},
	fixPath: [
		{
			id: 'bring-method-back',
			title: 'Switch the missing plugin on again',
			body: 'Think of what was switched off or updated lately among the plugins for second factors. If it comes back, the person can log in at once.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'clear-two-factor',
			title: 'Or take the method off the account',
			body: 'Open the user and untick the methods under Two-Factor Options, then save. Make sure who is calling first: ask for something that only the person can know, or call back on a number that you have on record. Have the person choose a new method after the login.',
			applicability: 'guided',
			link: 'user',
			onlyIf: { any: [ { symptom: 'two-factor-provider-missing' }, { symptom: 'two-factor-no-method-left' } ] },
		},
		{
			id: 'check-wp-2fa-policy',
			title: 'Or allow the method in WP 2FA',
			body: 'Open WP 2FA → Policies and look which methods are open to the person’s role. Allow theirs again, or open the user and choose Reset 2FA configuration.',
			applicability: 'guided',
			onlyIf: { symptom: 'wp-2fa-not-verified' },
		},
		{
			id: 'if-it-is-you',
			title: 'If it is your own account',
			body: 'Rename the folder of the second-factor plugin under wp-content/plugins through your host’s file manager, log in, name it back, and repair your profile.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Before you remove a second-factor plugin, look who uses its methods.' ],
	examples: {
		fits: [
			{ name: 'Two-Factor finds no method', symptoms: [ 'two-factor-no-method-left' ], findings: {}, confidence: 'likely' },
			{ name: 'WP 2FA cannot verify the login', symptoms: [ 'wp-2fa-not-verified' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the method is there and the code is wrong', symptoms: [ 'two-factor-code-refused' ], findings: {}, not: 'two-factor-code-not-accepted' },
			{ name: 'no method was ever set up', symptoms: [ 'wordfence-second-factor-demanded' ], findings: {}, not: 'two-factor-not-set-up' },
		],
	},
} );
