import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'login-name-on-deny-list',
	system: 'wordpress',
	title: 'The user name or e-mail address is on a list of blocked ones',
	meaning: 'A plugin has the name that was typed on its block list. Such lists are meant for names that attackers try, such as admin, but a line with a star or a mail domain can catch a customer. The message looks like a lock that ends by itself; it does not.',
	when: { any: [ { symptom: 'llar-denied' }, { symptom: 'loginizer-name-denied' }, { symptom: 'ultimate-member-mail-blocked' } ] },
	shows: [ 'llar-denied', 'loginizer-name-denied', 'ultimate-member-mail-blocked' ],
	rivals: [ 'too-many-failed-logins', 'address-on-deny-list' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The name that you log in with is blocked on this site, perhaps by a rule that was not meant for you. Waiting does not help. Try your e-mail address instead of your user name. If that does not help, give the reference below to whoever runs this site.',
		mail: 'The name that was used for your account is blocked on the site, perhaps by a rule that was not meant for you. Log in with the e-mail address that this message was sent to. If that does not help, give the reference to whoever runs this site.',
		admin: 'Login name is on a block list; waiting does not help.',
	},
	fixPath: [
		{
			id: 'unlist-in-llar',
			title: 'Look through the deny list of Limit Login Attempts Reloaded',
			body: 'Open Limit Login Attempts → Logs and delete the name from the denylist of usernames. If only addresses stand there, look for the person’s internet address in the list beside it, and in the rules of the cloud app if you use it.',
			applicability: 'guided',
			onlyIf: { symptom: 'llar-denied' },
		},
		{
			id: 'unlist-in-loginizer',
			title: 'Look through the user names that Loginizer blocks',
			body: 'Open Loginizer Security → Brute Force and delete the name from the blacklisted usernames. A star stands for any letters, so a short line with one can catch many people.',
			applicability: 'guided',
			onlyIf: { symptom: 'loginizer-name-denied' },
		},
		{
			id: 'unlist-in-um',
			title: 'Look through the addresses that Ultimate Member blocks',
			body: 'Open Ultimate Member → Settings → Access → Other and delete the person’s e-mail address or its domain from the blocked e-mail addresses.',
			applicability: 'guided',
			onlyIf: { symptom: 'ultimate-member-mail-blocked' },
		},
		{
			id: 'offer-other-name',
			title: 'Or let the person log in by the other name',
			body: 'WordPress takes the e-mail address as well as the user name. Where only one of the two is blocked, the other works at once.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Keep only whole names in block lists, no patterns, and never a mail domain of a customer.' ],
	examples: {
		fits: [
			{ name: 'Limit Login Attempts Reloaded gives the code of its deny list', symptoms: [ 'llar-denied' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the same sentence under the code of a lock', symptoms: [ 'llar-locked-out' ], findings: {}, not: 'too-many-failed-logins' },
			{ name: 'it is the address that is listed', symptoms: [ 'loginizer-address-denied' ], findings: {}, not: 'address-on-deny-list' },
		],
	},
} );
