import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'wrong-password',
	system: 'wordpress',
	title: 'The WordPress password was wrong',
	saidAs: [ 'my password is not accepted', 'the password is wrong although I am sure of it', 'the password does not fit the name', 'the password does not work any more' ],
	meaning: 'WordPress knows the account, and the password that was typed is not its password. A changed keyboard, a saved old password or a password of another system are the usual reasons.',
	when: {
		any: [
			{ all: [ { symptom: 'incorrect-password' }, { finding: 'user.exists', is: true } ] },
			{ all: [ { symptom: 'incorrect-password' }, { finding: 'user.exists', is: 'unknown' } ] },
			{
				// Sentences that stand for a wrong password among other things.
				all: [
					{
						any: [
							{ symptom: 'incorrect-password-in-other-words' },
							{ symptom: 'jwt-auth-wrong-password' },
							{ symptom: 'wpgraphql-jwt-wrong-password' },
							{ symptom: 'edd-login-refused' },
							{ symptom: 'memberpress-login-refused' },
							{ symptom: 'pmpro-login-problem' },
							{ symptom: 'xml-rpc-refused' },
							{ symptom: 'wordfence-masked' },
							{ symptom: 'loginizer-masked' },
							{ symptom: 'loginizer-attempts-left' },
							{ symptom: 'aios-masked' },
						],
					},
					{ any: [ { finding: 'login-name.is-known', is: true }, { finding: 'login-name.is-known', is: 'unknown' } ] },
				],
			},
			// Sentences that stand for any refusal: a known name proves nothing there.
			{ symptom: 'llar-masked' },
			{ symptom: 'headless-login-refused' },
			{ symptom: 'loginpress-rewritten' },
			{ symptom: 'ultimate-member-masked' },
		],
	},
	shows: [
		'incorrect-password',
		'incorrect-password-in-other-words',
		'jwt-auth-wrong-password',
		'wpgraphql-jwt-wrong-password',
		'edd-login-refused',
		'memberpress-login-refused',
		'pmpro-login-problem',
		'xml-rpc-refused',
		'wordfence-masked',
		'loginizer-masked',
		'loginizer-attempts-left',
		'aios-masked',
		'llar-masked',
		'headless-login-refused',
		'loginpress-rewritten',
		'ultimate-member-masked',
	],
	prior: 'common',
	rivals: [ 'unknown-login-name', 'reason-hidden-by-form' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The password does not fit this account. Check capital letters and the keyboard’s language, or reset the password with the link below the form. If no mail arrives, give the reference below to whoever runs this site.',
		mail: 'Your account is fine; the password was not the right one. Reset it with the link below the login form. If you did not try to log in yourself, you need not do anything. If no reset mail arrives, give the reference to whoever runs this site.',
		admin: 'Wrong WordPress password; the account exists.',
	},
	fixPath: [
		{
			id: 'point-to-reset',
			title: 'Point the person to the lost-password link',
			body: 'It stands below the login form. The mail comes within minutes; ask the person to look among unwanted mail as well.',
			applicability: 'guided',
		},
		{
			id: 'mention-new-password',
			title: 'Remind the person of the new password',
			body: 'The password was changed shortly before. A browser or password manager may still fill in the old one; have it updated there.',
			applicability: 'guided',
			onlyIf: { finding: 'password.recently-changed', is: true },
		},
		{
			id: 'send-reset-link',
			title: 'Or send a reset link yourself',
			body: 'Open the user’s profile and choose Send Reset Link. Check that the e-mail address there is the right one. Never send a password by mail.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Recommend a password manager, and log-in by e-mail address rather than by user name.' ],
	examples: {
		fits: [
			{ name: 'the account exists', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true, 'login-name.is-known': true }, confidence: 'certain' },
			{ name: 'only the sentence is known', symptoms: [ 'incorrect-password' ], findings: {}, confidence: 'likely' },
			{ name: 'the form has one sentence for all, and the name is known', symptoms: [ 'edd-login-refused' ], findings: { 'user.exists': true, 'login-name.is-known': true }, confidence: 'likely' },
			{ name: 'WordPress’s code came in words that nobody knows', symptoms: [ 'incorrect-password-in-other-words' ], findings: {}, confidence: 'possible' },
			{ name: 'one sentence for name and password only, and the name is known', symptoms: [ 'wordfence-masked' ], findings: { 'login-name.is-known': true }, confidence: 'certain' },
			{ name: 'one sentence for every refusal, and the name is known', symptoms: [ 'ultimate-member-masked' ], findings: { 'login-name.is-known': true }, confidence: 'possible' },
		],
		nearMisses: [
			{ name: 'the name itself is unknown', symptoms: [ 'unknown-user-name' ], findings: { 'user.exists': false, 'login-name.is-known': false }, not: 'unknown-login-name' },
			{ name: 'the form has one sentence for all, and the name is unknown', symptoms: [ 'edd-login-refused' ], findings: { 'user.exists': false, 'login-name.is-known': false }, not: 'unknown-login-name' },
			{ name: 'the form said nothing, because another plugin refused', symptoms: [ 'pmpro-silent-refusal' ], findings: { 'user.exists': true }, not: 'reason-hidden-by-form' },
		],
	},
} );
