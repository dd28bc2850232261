import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'reset-mail-failed',
	system: 'wordpress',
	title: 'This site cannot send its mail',
	meaning: 'WordPress could not hand over a mail to the mail server, so password reset mails and invitations do not leave this site. Everybody who needs one is stuck.',
	when: { any: [ { symptom: 'reset-mail-not-sent' }, { symptom: 'mail-refused-by-mailer' }, { finding: 'mail.reset-deliverable', is: false } ] },
	shows: [ 'reset-mail-not-sent', 'mail-refused-by-mailer', 'reset-mail-announced', 'registration-mail-announced' ],
	rivals: [ 'unknown-login-name' ],
	scope: 'everybody',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'This site cannot send mail at the moment, so no reset mail can reach you. Asking again does not help. Give the reference below to whoever runs this site: they can set a new password for you.',
		mail: 'The site could not send mail when you asked for a new password. If you read this, it can again: ask for a new password once more. If nothing arrives, give the reference to whoever runs this site.',
		admin: 'This site could not hand over its mail; resets and invitations do not leave it.',
	},
	fixPath: [
		{
			id: 'repair-mail',
			title: 'Repair the site’s mail',
			body: 'Send a test mail with your mail plugin. If there is none, install one and connect it to a mail service or to your host’s mail server.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'set-password',
			title: 'Help the person meanwhile',
			body: 'Open the user, choose Set New Password, and tell it on the phone after you have made sure who is calling. Ask the person to change it afterwards.',
			applicability: 'guided',
			link: 'user',
			onlyIf: { finding: 'mail.reset-deliverable', is: false },
		},
	],
	verification: { finding: 'mail.reset-deliverable', is: true },
	prevention: [ 'Let somebody get a test mail of this site once a week.' ],
	examples: {
		fits: [
			{ name: 'WordPress could not send the reset mail', symptoms: [ 'reset-mail-not-sent' ], findings: { 'mail.reset-deliverable': false }, confidence: 'certain' },
			{ name: 'only the sentence is known', symptoms: [ 'reset-mail-not-sent' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [ { name: 'there is no account to send a mail to', symptoms: [ 'reset-unknown-account' ], findings: { 'login-name.is-known': false }, not: 'unknown-login-name' } ],
	},
} );
