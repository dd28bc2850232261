import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-factor-tried-too-fast',
	system: 'wordpress',
	title: 'Second-factor codes were tried too fast one after the other',
	meaning: 'After each wrong code Two-Factor makes the account wait, longer every time. During that wait the right code is refused as well. After thirty wrong codes it resets the password, because somebody else may know it.',
	when: { symptom: 'two-factor-too-fast' },
	shows: [ 'two-factor-too-fast' ],
	rivals: [ 'two-factor-code-not-accepted', 'password-reset-by-two-factor' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Codes were tried too fast. Wait as long as the message says, set your phone’s clock to automatic time meanwhile, and then type one fresh code. If it is refused again, give the reference below to whoever runs this site.',
		mail: 'Codes were tried too fast, so your account has to wait. Set your phone’s clock to automatic time, wait for a quarter of an hour, and type one fresh code. If it was not you who tried, change your password. For help give the reference to whoever runs this site.',
		admin: 'Two-Factor makes the account wait after wrong codes.',
	},
	fixPath: [
		{
			id: 'wait-for-code',
			title: 'Let the person wait, and not try meanwhile',
			body: 'The message names the time. Each wrong code doubles it, roughly.',
			applicability: 'wait',
			waitMinutes: 15,
		},
		{
			id: 'set-clock',
			title: 'Use the time to set the phone’s clock',
			body: 'Date and time to automatic; then the next code fits.',
			applicability: 'guided',
		},
		{
			id: 'ask-who-tried',
			title: 'Ask whether it was the person',
			body: 'If not, somebody else knows the password. Send a reset link from the user’s profile at once.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Tell people about backup codes before they need one.' ],
	examples: {
		fits: [
			{ name: 'Two-Factor names the wait', symptoms: [ 'two-factor-too-fast' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'one code was wrong', symptoms: [ 'two-factor-code-refused' ], findings: {}, not: 'two-factor-code-not-accepted' },
			{ name: 'the password has been reset', symptoms: [ 'two-factor-password-was-reset' ], findings: {}, not: 'password-reset-by-two-factor' },
		],
	},
} );
