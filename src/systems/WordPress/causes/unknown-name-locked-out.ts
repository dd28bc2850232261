import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'unknown-name-locked-out',
	system: 'wordpress',
	title: 'The address was locked out at once for a name that no user has',
	meaning: 'Wordfence can be set to lock an address out as soon as somebody there types a user name that does not exist. One slip of the finger, or an e-mail address that is not the one on record, is then enough. The lock ends by itself after the time set in Wordfence.',
	when: { symptom: 'wordfence-reason-unknown-name' },
	shows: [ 'wordfence-reason-unknown-name' ],
	rivals: [ 'too-many-failed-logins' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This site locks a connection as soon as a name is typed that it does not know. Ask whoever runs this site to lift the lock and to tell you the name that your account has; name the reference below.',
		mail: 'The site locked your connection because the name that was typed is not known there. Your account is not touched. Wait for some hours, then log in with the e-mail address that this message was sent to. If it stays closed, give the reference to whoever runs this site.',
		admin: 'Wordfence locked the address out for an unknown user name.',
	},
	fixPath: [
		{
			id: 'read-typed-name',
			title: 'Read the name that was typed',
			body: 'Wordfence shows it with the reason, under Tools → Live Traffic. Compare it with the person’s account, and tell them which name or e-mail address is right.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'unblock-address',
			title: 'Lift the lock',
			body: 'Open Wordfence → Firewall → Blocking, tick the address and choose Unblock.',
			applicability: 'guided',
		},
		{
			id: 'soften-rule',
			title: 'Consider softening the rule',
			body: 'Under Wordfence → Firewall → All Firewall Options → Brute Force Protection stands “Immediately lock out invalid usernames”. On a portal with customers it does more harm than good: switch it off, or keep only the list of names that nobody has.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let people log in by e-mail address, and name that address in every welcome mail.' ],
	examples: {
		fits: [
			{ name: 'Wordfence’s record names the unknown user name', symptoms: [ 'wordfence-reason-unknown-name' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'Wordfence counted failed logins', symptoms: [ 'wordfence-reason-failures' ], findings: {}, not: 'too-many-failed-logins' },
		],
	},
} );
