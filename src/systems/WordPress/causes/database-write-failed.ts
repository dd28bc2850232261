import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'database-write-failed',
	system: 'wordpress',
	title: 'WordPress could not store what it had to',
	meaning: 'An account, an application password or the second step of a login should have been saved and was not. The database is full, damaged or read-only, or a plugin threw the data out at the last moment. Mostly nothing else can be saved either.',
	when: { any: [ { symptom: 'account-not-saved' }, { symptom: 'application-passwords-not-saved' }, { symptom: 'two-factor-step-not-saved' }, { symptom: 'two-factor-settings-not-saved' } ] },
	shows: [ 'account-not-saved', 'application-passwords-not-saved', 'two-factor-step-not-saved', 'two-factor-settings-not-saved' ],
	rivals: [ 'registration-closed' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'This site could not save what you entered. That is not your doing. Try again in an hour, and keep what you typed. If it still does not work, give the reference below to whoever runs this site.',
		proven: 'This site could not save what you entered. That is not your doing. Try again in an hour, and keep what you typed. If it still does not work, give the reference below to whoever runs this site.',
		mail: 'The site could not save what you entered. That was not your doing. Try again; if it still does not work, give the reference to whoever runs this site.',
		admin: 'WordPress could not write to its database.',
	},
	fixPath: [
		{
			id: 'try-to-save',
			title: 'Try whether anything can be saved',
			body: 'Save any draft of a page. If that fails too, the database is the trouble and the host has to help.',
			applicability: 'guided',
		},
		{
			id: 'ask-host-about-space',
			title: 'Ask your host about space and the database',
			body: 'The disk or the database may be full, a table damaged, or the site switched to read-only for a move. Tools → Site Health → Info names the database.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'suspend-registration-plugins',
			title: 'If only accounts are not saved, suspect a plugin',
			body: 'Plugins that check or change new users may refuse without a message. Switch the newest one off, add a test user, and switch it on again.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'pause-object-cache',
			title: 'If second steps are lost, pause the object cache',
			body: 'If there is a file wp-content/object-cache.php, switch its plugin off for a test and log in again. If that helps, have the host restart the cache.',
			applicability: 'guided',
			link: 'plugins',
			onlyIf: { symptom: 'two-factor-step-not-saved' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let your host warn you before the disk or the database is full.' ],
	examples: {
		fits: [ { name: 'a new account was not stored', symptoms: [ 'account-not-saved' ], findings: {}, confidence: 'likely' }, { name: 'an application password was not stored', symptoms: [ 'application-passwords-not-saved' ], findings: {}, confidence: 'likely' }, { name: 'Two-Factor could not store its mark', symptoms: [ 'two-factor-step-not-saved' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'registration is switched off', symptoms: [ 'registration-closed' ], findings: {}, not: 'registration-closed' } ],
	},
} );
