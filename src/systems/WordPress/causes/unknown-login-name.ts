import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'unknown-login-name',
	system: 'wordpress',
	title: 'WordPress has no account of that name',
	meaning:
		'No WordPress user has the user name or e-mail address that was typed. It was mistyped, the person uses another address than the one on record, or no account was ever made. In a CRM-backed portal the contact may exist although the WordPress user does not.',
	when: {
		any: [
			{
				all: [
					{
						any: [
							{ symptom: 'unknown-user-name' },
							{ symptom: 'unknown-email' },
							{ symptom: 'reset-unknown-account' },
							{ symptom: 'woocommerce-reset-unknown-account' },
							{ symptom: 'pmpro-reset-unknown-address' },
							// Sentences that stand for an unknown name among other things.
							{ symptom: 'unknown-name-in-other-words' },
							{ symptom: 'edd-login-refused' },
							{ symptom: 'memberpress-login-refused' },
							{ symptom: 'pmpro-login-problem' },
							{ symptom: 'xml-rpc-refused' },
							{ symptom: 'wordfence-masked' },
							{ symptom: 'loginizer-masked' },
							{ symptom: 'loginizer-attempts-left' },
							{ symptom: 'aios-masked' },
							{ symptom: 'llar-masked' },
							{ symptom: 'loginpress-rewritten' },
							{ symptom: 'ultimate-member-masked' },
						],
					},
					{ any: [ { finding: 'login-name.is-known', is: false }, { finding: 'login-name.is-known', is: 'unknown' } ] },
				],
			},
			// Causeway answers the lost-password form alike for unknown names, so nobody is told that no mail will come.
			{ all: [ { symptom: 'reset-mail-announced' }, { finding: 'login-name.is-known', is: false } ] },
		],
	},
	shows: [
		'unknown-user-name',
		'unknown-email',
		'reset-unknown-account',
		'woocommerce-reset-unknown-account',
		'pmpro-reset-unknown-address',
		'unknown-name-in-other-words',
		'edd-login-refused',
		'memberpress-login-refused',
		'pmpro-login-problem',
		'xml-rpc-refused',
		'wordfence-masked',
		'loginizer-masked',
		'loginizer-attempts-left',
		'aios-masked',
		'llar-masked',
		'loginpress-rewritten',
		'ultimate-member-masked',
		'reset-mail-announced',
	],
	prior: 'common',
	rivals: [ 'wrong-password', 'login-type-restricted' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This site does not know the name that was typed. Try the e-mail address to which our mails reach you. If that does not help, give the reference below to whoever runs this site.',
		mail: 'The name that was typed is not known here. Log in with the e-mail address that this message was sent to. If that does not help, give the reference to whoever runs this site.',
		admin: 'No WordPress account of the typed name.',
	},
	fixPath: [
		{
			id: 'find-account',
			title: 'Look for the person’s account',
			body: 'Search the users for the surname or the company’s domain. If you find the person, tell them which e-mail address to log in with.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'create-account',
			title: 'Or make an account',
			body: 'If there is none and there should be, add the user with the right e-mail address and role. In a portal that makes its users itself, send its invitation instead.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { any: [ { finding: 'user.exists', is: true }, { finding: 'login.succeeded-since', is: true } ] },
	prevention: [ 'Name the login address in every welcome mail.' ],
	examples: {
		fits: [
			{ name: 'the typed name belongs to nobody', symptoms: [ 'unknown-user-name' ], findings: { 'login-name.is-known': false }, confidence: 'certain' },
			{ name: 'only the sentence about the e-mail address is known', symptoms: [ 'unknown-email' ], findings: {}, confidence: 'likely' },
			{ name: 'one sentence for name and password, and nobody has that name', symptoms: [ 'loginizer-masked' ], findings: { 'login-name.is-known': false }, confidence: 'certain' },
		],
		nearMisses: [ { name: 'the account exists and the password does not fit', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true, 'login-name.is-known': true }, not: 'wrong-password' }, { name: 'the account is there, under the other kind of name', symptoms: [ 'unknown-email' ], findings: { 'user.exists': true, 'login-name.is-known': true }, not: 'login-type-restricted' } ],
	},
} );
