import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'provider-password-expired',
	system: 'wordpress',
	title: 'The password at the login service has run out',
	meaning: 'The organisation lets passwords grow only so old. This one was right and is too old. The login service asks for a new one, if it gets the chance; through some programs and old pages it cannot ask, and only refuses. WordPress has no part in it.',
	when: { symptom: 'entra-password-expired' },
	shows: [ 'entra-password-expired' ],
	rivals: [ 'provider-password-wrong' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password at the login service is right, but has run out. Log in to your company’s own pages once, for example to your mail in the browser: there you are asked for a new one. If it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password at the login service was right, but has run out. Log in to your company’s own pages once, for example to your mail in the browser: there you are asked for a new one. Then log in here. If it does not help, give the reference to whoever runs the site.',
		admin: 'Password at the login service has run out.',
	},
	fixPath: [
		{
			id: 'change-there',
			title: 'Let the person change it at the service',
			body: 'At Microsoft: log in at office.com and answer the question, or use “Forgot my password”. Not in WordPress.',
			applicability: 'guided',
		},
		{
			id: 'change-on-premises',
			title: 'For accounts of a local network, change it there',
			body: 'Where accounts come from a local Active Directory, the new password is set on a computer in the office, or by the administrator, and takes some minutes to arrive.',
			applicability: 'guided',
		},
		{
			id: 'log-in-anew',
			title: 'Let the person log in anew',
			body: 'From this site’s login page, with the new password. Phones and mail programs need it as well.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let the login service remind people a week before.' ],
	examples: {
		fits: [
			{ name: 'Microsoft says that it has run out', symptoms: [ 'entra-password-expired' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it is wrong, not old', symptoms: [ 'entra-password-wrong' ], findings: {}, not: 'provider-password-wrong' },
		],
	},
} );
