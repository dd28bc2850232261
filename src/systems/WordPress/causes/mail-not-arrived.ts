import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'mail-not-arrived',
	system: 'wordpress',
	title: 'A mail was announced and is still waited for',
	saidAs: [ 'no mail for a new password comes in', 'the reset mail never arrives', 'not in the spam folder either' ],
	meaning: 'WordPress said that a mail is on its way: a link for a new password, or the first password of a new account. Until it arrives the person cannot log in. It may lie among unwanted mail, go to an old address, or be swallowed by the receiving server.',
	when: { all: [ { any: [ { symptom: 'reset-mail-announced' }, { symptom: 'registration-mail-announced' } ] }, { any: [ { finding: 'mail.reset-deliverable', is: true }, { finding: 'mail.reset-deliverable', is: 'unknown' } ] }, { any: [ { finding: 'login-name.is-known', is: true }, { finding: 'login-name.is-known', is: 'unknown' } ] } ] },
	shows: [ 'reset-mail-announced', 'registration-mail-announced' ],
	prior: 'common',
	ceiling: 'likely',
	rivals: [ 'reset-mail-failed', 'unknown-login-name' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'A mail with the next step was sent to the address that we have of you. Look among unwanted mail too, and wait a quarter of an hour. If nothing comes, give the reference below to whoever runs this site.',
		mail: 'This message reaches you, so the other mail should too: look among unwanted mail for one from the site. If it is not there, ask for it once more, or give the reference to whoever runs this site.',
		admin: 'A reset or registration mail was announced; the person still waits for it.',
	},
	fixPath: [
		{
			id: 'check-address',
			title: 'Compare the address',
			body: 'Open the user and read the e-mail address out to the person. An old or mistyped one is the most frequent reason. Correct it, then send the link again.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'wait-for-mail',
			title: 'Give the mail a quarter of an hour',
			body: 'Some servers hold back a first mail from an unknown sender for that long. Ask the person to look among unwanted mail and to search for the site’s name.',
			applicability: 'wait',
			waitMinutes: 15,
		},
		{
			id: 'send-link-again',
			title: 'Send the link yourself',
			body: 'In the user’s profile, Send Reset Link sends a new one; the earlier link stops working. Stay on the phone until it is there.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'check-sender',
			title: 'If several people miss their mail, check how the site sends it',
			body: 'Mail that the web server sends by itself is often dropped without a word. Let a mail plugin send it through a mail service, and set up SPF and DKIM for your domain as that service says.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Send the site’s mail through a mail service, from an address of your own domain.' ],
	examples: {
		fits: [ { name: 'a reset mail was announced', symptoms: [ 'reset-mail-announced' ], findings: {}, confidence: 'likely' }, { name: 'it was handed over, and the account is known', symptoms: [ 'reset-mail-announced' ], findings: { 'mail.reset-deliverable': true, 'login-name.is-known': true, 'user.exists': true }, confidence: 'likely' } ],
		nearMisses: [ { name: 'the site could not send it', symptoms: [ 'reset-mail-announced' ], findings: { 'mail.reset-deliverable': false }, not: 'reset-mail-failed' }, { name: 'there is no such account, so no mail was sent', symptoms: [ 'reset-mail-announced' ], findings: { 'login-name.is-known': false, 'user.exists': false }, not: 'unknown-login-name' } ],
	},
} );
