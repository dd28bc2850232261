import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'logins-switched-off',
	system: 'wordpress',
	title: 'All logins are switched off for maintenance',
	meaning: 'Login Security Solution has a switch that lets only administrators in while work goes on, and it is on. Mostly it was forgotten after an update. Everybody else is refused until it is switched off.',
	when: { symptom: 'lss-maintenance' },
	shows: [ 'lss-maintenance' ],
	rivals: [ 'too-many-failed-logins', 'session-expired' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site is being worked on, and nobody can log in for now. Your account is fine. Try again in an hour. If it lasts longer than a day, give the reference below to whoever runs this site.',
		proven: 'This site is being worked on, and nobody can log in for now. Your account is fine. Try again in an hour. If it lasts longer than a day, give the reference below to whoever runs this site.',
		mail: 'The site was being worked on when you tried, and nobody could log in. Your account is fine; try again now. If it still does not work, give the reference to whoever runs this site.',
		admin: 'Maintenance switch is on: nobody but administrators can log in.',
	},
	fixPath: [
		{
			id: 'switch-off',
			title: 'Switch the logins on again',
			body: 'Log in as an administrator, open Settings → Login Security Solution and take “Disable Logins” off. In a network it stands under Network Admin → Settings.',
			applicability: 'guided',
		},
		{
			id: 'tell-people',
			title: 'Tell people when it will be over',
			body: 'If the work still goes on, say so on the home page, with a time.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Write on your list for each maintenance: switch the logins on again.' ],
	examples: {
		fits: [
			{ name: 'Login Security Solution says so', symptoms: [ 'lss-maintenance' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'only this address is locked out', symptoms: [ 'llar-locked-out' ], findings: {}, not: 'too-many-failed-logins' },
			{ name: 'only this person’s login is over', symptoms: [ 'lss-idle' ], findings: {}, not: 'session-expired' },
		],
	},
} );
