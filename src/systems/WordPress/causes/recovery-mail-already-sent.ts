import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'recovery-mail-already-sent',
	system: 'wordpress',
	title: 'WordPress sent its one recovery mail of the day before',
	meaning: 'The site has crashed, and WordPress tells the administrator once a day at most. That mail has gone out. If nobody has it, it went to an old address or was swallowed.',
	when: { symptom: 'recovery-mail-sent-before' },
	shows: [ 'recovery-mail-sent-before' ],
	rivals: [ 'recovery-link-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'This site has a technical problem that has nothing to do with your account. Please try again later. If it lasts, give the reference below to whoever runs this site.',
		proven: 'This site has a technical problem that has nothing to do with your account. Please try again later. If it lasts, give the reference below to whoever runs this site.',
		mail: 'The site had a technical problem that has nothing to do with your account. Please try again. If it lasts, give the reference to whoever runs this site.',
		admin: 'The recovery mail of today was sent before.',
	},
	fixPath: [
		{
			id: 'find-first-mail',
			title: 'Find that mail',
			body: 'It went to the address under Settings → General, or to the one in RECOVERY_MODE_EMAIL in wp-config.php. Look among unwanted mail; the subject speaks of a technical issue.',
			applicability: 'guided',
		},
		{
			id: 'switch-off-in-files',
			title: 'If it is lost, switch the plugin off in the files',
			body: 'Your host’s error log names the plugin. In the file manager, in wp-content/plugins, rename its folder. Then log in as usual.',
			applicability: 'guided',
		},
		{
			id: 'wait-a-day',
			title: 'Or wait for the next mail',
			body: 'It comes a day after the first, if the error is still there.',
			applicability: 'wait',
			waitMinutes: 1440,
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let the recovery mail go to an address that more than one person reads.' ],
	examples: {
		fits: [ { name: 'it was sent before', symptoms: [ 'recovery-mail-sent-before' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the link in it no longer works', symptoms: [ 'recovery-link-refused' ], findings: {}, not: 'recovery-link-refused' } ],
	},
} );
