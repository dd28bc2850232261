import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'provider-second-factor-missing',
	system: 'wordpress',
	title: 'The login service or this site wants a second step that was not done',
	meaning: 'The password was right. The login service wants a second step, an app or a text message, and it was not done or is not set up; or this site lets only people in who did it. On a new device, or after a change of the rules, it is asked for again.',
	when: {
		any: [
			{ symptom: 'entra-second-factor-missing' },
			{ symptom: 'oidc-second-factor-missing' },
			{ symptom: 'jetpack-second-factor-missing' },
		],
	},
	shows: [ 'entra-second-factor-missing', 'oidc-second-factor-missing', 'jetpack-second-factor-missing' ],
	rivals: [ 'provider-password-wrong', 'two-factor-not-set-up' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, and a second step is wanted, such as a code from your phone. Log in once on the login service’s own page: it leads you through it. Then come back. If it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right, and a second step is wanted, such as a code from your phone. Log in once on the login service’s own page: there you are asked for it, or led through setting it up. Then come back. If it does not help, give the reference to whoever runs the site.',
		admin: 'A second factor is wanted at the login service and was not done.',
	},
	fixPath: [
		{
			id: 'do-it-there',
			title: 'Let the person do the second step at the service',
			body: 'Log in on its own page in the browser (office.com for Microsoft), set up what is asked for, then log in here again.',
			applicability: 'guided',
		},
		{
			id: 'reset-methods-in-entra',
			title: 'At Microsoft, let them set it up anew',
			body: 'If the phone is gone: entra.microsoft.com → Users → the person → Authentication methods → Require re-register. A temporary access pass lets them in meanwhile.',
			applicability: 'guided',
			onlyIf: { symptom: 'entra-second-factor-missing' },
		},
		{
			id: 'set-up-at-wordpress-com',
			title: 'At WordPress.com, switch two-step on',
			body: 'The person opens wordpress.com/me/security and sets up two-step authentication. The demand comes from Jetpack → Settings → Security → WordPress.com login.',
			applicability: 'guided',
			onlyIf: { symptom: 'jetpack-second-factor-missing' },
		},
		{
			id: 'compare-acr',
			title: 'If everybody is refused, compare what is demanded',
			body: 'Settings → OpenID Connect Client → ACR values names the kind of login that must be reported back. The service must know these words and put acr into the identity token. Empty the field to demand nothing.',
			applicability: 'guided',
			onlyIf: { symptom: 'oidc-second-factor-missing' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Announce a new demand twice by mail, with the date and a picture of how it is done.' ],
	examples: {
		fits: [
			{ name: 'Microsoft wants the second step', symptoms: [ 'entra-second-factor-missing' ], findings: {}, confidence: 'likely' },
			{ name: 'Jetpack wants two-step authentication', symptoms: [ 'jetpack-second-factor-missing' ], findings: {}, confidence: 'likely' },
			{ name: 'the login was not of the kind demanded', symptoms: [ 'oidc-second-factor-missing' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the password is not right', symptoms: [ 'entra-password-wrong' ], findings: {}, not: 'provider-password-wrong' },
			{ name: 'this site’s own second step is not set up', symptoms: [ 'wordfence-second-factor-demanded' ], findings: { 'user.exists': true }, not: 'two-factor-not-set-up' },
		],
	},
} );
