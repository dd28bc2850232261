import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-factor-set-up-refused',
	system: 'wordpress',
	title: 'Setting up the second factor failed',
	meaning: 'The person was logged in and wanted to connect an app. The first code did not fit the square code on the screen, or the key was cut off when it was typed by hand. As long as this is not done, a site that demands a second factor will keep the person out next time.',
	when: { symptom: 'two-factor-set-up-refused' },
	shows: [ 'two-factor-set-up-refused' ],
	rivals: [ 'two-factor-code-not-accepted', 'database-write-failed' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your app could not be connected yet. Set your phone’s clock to automatic time, reload your profile, scan the square code afresh and type the next code. If that does not help, give the reference below to whoever runs this site.',
		mail: 'Your app for codes could not be connected. Set your phone’s clock to automatic time, reload your profile, scan the square code afresh and type the next code. If that does not help, give the reference to whoever runs this site.',
		admin: 'Setting up an app for codes failed.',
	},
	fixPath: [
		{
			id: 'set-clocks',
			title: 'Compare the clocks',
			body: 'Phone: date and time to automatic. Server: look at the time under Site Health → Info; if it is off by more than half a minute, tell your host.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'scan-afresh',
			title: 'Scan afresh instead of typing the key',
			body: 'Each time the page is loaded it makes a new key. Delete the half-made line in the app first, then scan and type the six digits at once.',
			applicability: 'guided',
		},
		{
			id: 'do-it-for-them',
			title: 'If it still fails, let them use another method',
			body: 'Codes by mail or backup codes can be switched on in the same place and need no clock.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Show a picture of the set-up in your welcome mail.' ],
	examples: {
		fits: [
			{ name: 'Two-Factor refuses the first code', symptoms: [ 'two-factor-set-up-refused' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it was a code at the login', symptoms: [ 'two-factor-code-refused' ], findings: {}, not: 'two-factor-code-not-accepted' },
			{ name: 'the site could not save it', symptoms: [ 'two-factor-settings-not-saved' ], findings: {}, not: 'database-write-failed' },
		],
	},
} );
