import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'too-many-failed-logins',
	system: 'wordpress',
	title: 'Too many failed logins: the address is locked out for a while',
	meaning: 'After several wrong passwords a security plugin refuses everything that comes from that internet address, also the right password. It does not look at the person: an office, a hotel or a mobile network shares one address, so a colleague’s mistakes count as well. The lock ends by itself.',
	when: {
		any: [
			{ symptom: 'llar-locked-out' },
			{ symptom: 'wordfence-locked-out' },
			{ symptom: 'wordfence-reason-failures' },
			{ symptom: 'wordfence-access-limited' },
			{ symptom: 'loginizer-locked-out' },
			{ symptom: 'cerber-locked-out' },
			{ symptom: 'llar-registration-refused' },
		],
	},
	shows: [
		'llar-locked-out',
		'wordfence-locked-out',
		'wordfence-reason-failures',
		'wordfence-access-limited',
		'loginizer-locked-out',
		'cerber-locked-out',
		'llar-registration-refused',
	],
	prior: 'common',
	rivals: [ 'address-on-deny-list', 'wrong-password' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Too many logins from your connection have failed, so this site takes no more of them for a while. Wait as long as the message says, and do not try in between. Then log in once, or set a new password first. If it stays closed, give the reference below to whoever runs this site.',
		proven: 'Too many logins from your connection have failed, so this site takes no more of them for a while. Wait as long as the message says, and do not try in between. Then log in once, or set a new password first. If it stays closed, give the reference below to whoever runs this site.',
		mail: 'Too many logins from your connection had failed, so the site took no more of them for a while. Wait for an hour, set a new password if you are not sure of yours, and log in once. If it stays closed, give the reference to whoever runs this site.',
		admin: 'Address locked out after too many failed logins.',
	},
	fixPath: [
		{
			id: 'wait-out',
			title: 'Let the person wait, or go on to lift the lock',
			body: 'The message mostly names the minutes. Each further try can make the lock longer, so nobody should try meanwhile, nor any app or program that logs in by itself.',
			applicability: 'wait',
		},
		{
			id: 'ask-address',
			title: 'Ask the person for their internet address',
			body: 'Let them search the web for “what is my IP” on the device that is refused, and read out the number. You need it to find the right line in the lists below.',
			applicability: 'guided',
		},
		{
			id: 'unlock-in-llar',
			title: 'Lift the lock in Limit Login Attempts Reloaded',
			body: 'Open Limit Login Attempts → Logs. Find the address among the lockouts and choose Unlock. If a whole office shares the address, write it into the safelist on the same page, so that it is not locked out again.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'llar-locked-out' }, { symptom: 'llar-registration-refused' } ] },
		},
		{
			id: 'unlock-in-wordfence',
			title: 'Lift the lock in Wordfence',
			body: 'Open Wordfence → Firewall → Blocking. Find the address, read the reason beside it, tick the line and choose Unblock. If the reason is a country, an unknown name or a hand-made block, go by that and not by this page.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'wordfence-locked-out' }, { symptom: 'wordfence-reason-failures' }, { symptom: 'wordfence-access-limited' } ] },
		},
		{
			id: 'unlock-in-loginizer',
			title: 'Lift the lock in Loginizer',
			body: 'Open Loginizer Security → Brute Force. Tick the address in the list of failed attempts and remove it. The same page has a list of addresses that are never locked out.',
			applicability: 'guided',
			onlyIf: { symptom: 'loginizer-locked-out' },
		},
		{
			id: 'unlock-in-cerber',
			title: 'Lift the lock in WP Cerber',
			body: 'Open WP Cerber → Lockouts, find the address and choose Remove. Addresses that are always to get in belong under Access Lists, in the white list.',
			applicability: 'guided',
			onlyIf: { symptom: 'cerber-locked-out' },
		},
		{
			id: 'find-what-fails',
			title: 'Find out what failed so often',
			body: 'Mostly it is an old password that a browser or a phone fills in by itself. Have the person set a new one by the lost-password link and save it there. If it goes on, look in the plugin’s list which name was tried.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [
		'Put the fixed addresses of your customers’ offices on the security plugin’s list of allowed addresses.',
		'Behind a proxy or a content network, tell the security plugin where to read the visitor’s address; otherwise one lock hits everybody.',
	],
	examples: {
		fits: [
			{ name: 'Limit Login Attempts Reloaded names the lock', symptoms: [ 'llar-locked-out' ], findings: {}, confidence: 'likely' },
			{
				name: 'the password was wrong before, and now the address is locked',
				symptoms: [ 'cerber-locked-out' ],
				findings: { 'user.exists': true, 'login-name.is-known': true },
				confidence: 'likely',
			},
			{ name: 'only Wordfence’s page is known', symptoms: [ 'wordfence-access-limited' ], findings: {}, confidence: 'possible' },
		],
		nearMisses: [
			{ name: 'the address is on a list and waiting never helps', symptoms: [ 'loginizer-address-denied' ], findings: {}, not: 'address-on-deny-list' },
			{ name: 'WordPress did compare the password', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true }, not: 'wrong-password' },
		],
	},
} );
