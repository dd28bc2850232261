import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'activation-link-not-usable',
	system: 'wordpress',
	title: 'The activation link was used before, is too old, or was cut off',
	meaning: 'The link in the welcome mail works once and for some time. A second click, or a mail program that opens links to check them, finds it used up: then the account is active already. A link that a mail program cut in two is not known at all.',
	when: { any: [ { symptom: 'ultimate-member-link-used-up' }, { symptom: 'buddypress-activation-key-refused' }, { symptom: 'buddypress-already-active' } ] },
	shows: [ 'ultimate-member-link-used-up', 'buddypress-activation-key-refused', 'buddypress-already-active' ],
	rivals: [ 'email-not-confirmed', 'reset-key-invalid' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This link was used before or is too old. Your account may be active already: try to log in with the password that you chose. If that does not work, ask for the activation mail again, or give the reference below to whoever runs this site.',
		mail: 'The link that you opened was used before or is too old. Your account may be active already: try to log in with the password that you chose. If that does not work, give the reference to whoever runs this site.',
		admin: 'Activation link used up, too old or cut off.',
	},
	fixPath: [
		{
			id: 'try-login',
			title: 'Let the person simply log in',
			body: 'If the account is active already, that is all. For a forgotten password there is the lost-password link.',
			applicability: 'guided',
		},
		{
			id: 'activate-yourself',
			title: 'Activate the account yourself',
			body: 'Ultimate Member: Users, tick the person, Approve Membership. BuddyPress: Users → Manage Signups, point at the person, Activate.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'send-afresh',
			title: 'Or send a fresh link',
			body: 'In the same lists: Resend Activation E-mail, or Email. Ask the person to open only the newest mail, in the browser, with the whole link.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let activation links live for some days; many people read such mails on Monday.' ],
	examples: {
		fits: [
			{ name: 'Ultimate Member says that the link is used up', symptoms: [ 'ultimate-member-link-used-up' ], findings: {}, confidence: 'likely' },
			{ name: 'BuddyPress says that the user is active', symptoms: [ 'buddypress-already-active' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'nobody has opened it yet', symptoms: [ 'buddypress-not-activated' ], findings: {}, not: 'email-not-confirmed' },
			{ name: 'it was a link for a new password', symptoms: [ 'reset-link-invalid' ], findings: {}, not: 'reset-key-invalid' },
		],
	},
} );
