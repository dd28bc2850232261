import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'too-many-password-resets',
	system: 'wordpress',
	title: 'A new password was asked for too often',
	meaning: 'The site allows a number of password resets for an account or an address, and it is used up. Mostly the mails did not arrive, so the person asked again and again. Until the counter starts afresh, no more reset mails are sent, and Wordfence may refuse the address altogether.',
	when: { any: [ { symptom: 'ultimate-member-too-many-resets' }, { symptom: 'wordfence-reason-resets' } ] },
	shows: [ 'ultimate-member-too-many-resets', 'wordfence-reason-resets' ],
	rivals: [ 'too-many-failed-logins', 'reset-mail-failed' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'A new password was asked for so often that this site sends no more mails for now. Look for the newest of the mails, also among unwanted mail, and use its link. If there is none, give the reference below to whoever runs this site.',
		mail: 'A new password was asked for so often that the site sends no more mails for now. Look for the newest of those mails and use its link. If there is none, give the reference to whoever runs this site: they can send you one.',
		admin: 'Reset limit reached; no more reset mails for now.',
	},
	fixPath: [
		{
			id: 'check-mail-arrives',
			title: 'Find out whether reset mails arrive at all',
			body: 'Ask the person to look among unwanted mail. If nothing ever came, the site’s mail is the real trouble: send yourself a reset mail to see.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'send-link-yourself',
			title: 'Send the reset link yourself',
			body: 'Open the user and choose Send Reset Link; that does not count. Check first that the e-mail address there is right.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'reset-counter-in-um',
			title: 'Raise the limit in Ultimate Member',
			body: 'Under Ultimate Member → Settings → Access → Other stands the limit for password resets. Raise it, or switch it off for a day. It is counted for each user.',
			applicability: 'guided',
			onlyIf: { symptom: 'ultimate-member-too-many-resets' },
		},
		{
			id: 'unblock-in-wordfence',
			title: 'Lift the lock in Wordfence',
			body: 'Open Wordfence → Firewall → Blocking, tick the address and choose Unblock.',
			applicability: 'guided',
			onlyIf: { symptom: 'wordfence-reason-resets' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Send the site’s mail through a mail service, so that one reset mail is enough.' ],
	examples: {
		fits: [
			{ name: 'Ultimate Member names the limit', symptoms: [ 'ultimate-member-too-many-resets' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it was logins that failed', symptoms: [ 'wordfence-reason-failures' ], findings: {}, not: 'too-many-failed-logins' },
			{
				name: 'the site could not send the first mail',
				symptoms: [ 'reset-mail-not-sent' ],
				findings: { 'mail.reset-deliverable': false },
				not: 'reset-mail-failed',
			},
		],
	},
} );
