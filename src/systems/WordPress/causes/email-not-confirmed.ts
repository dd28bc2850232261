import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'email-not-confirmed',
	system: 'wordpress',
	title: 'The e-mail address was never confirmed',
	meaning: 'After the registration a mail with a link was sent, and the link was not opened. The mail went among unwanted mail, the address was mistyped, or the site’s mail does not leave. Until then the account stays closed, whatever password is typed.',
	when: {
		any: [
			{ symptom: 'ultimate-member-awaiting-confirmation' },
			{ symptom: 'user-registration-email-not-verified' },
			{ symptom: 'buddypress-not-activated' },
			{ symptom: 'buddypress-resend' },
			{ symptom: 'llar-masked' },
			{ symptom: 'ultimate-member-masked' },
		],
	},
	shows: [
		'ultimate-member-awaiting-confirmation',
		'user-registration-email-not-verified',
		'buddypress-not-activated',
		'buddypress-resend',
		'llar-masked',
		'ultimate-member-masked',
	],
	rivals: [ 'account-awaiting-approval', 'activation-link-not-usable' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is made; only your e-mail address is not confirmed yet. Look for our mail with the link, also among unwanted mail, and open it. If you do not find it, give the reference below to whoever runs this site.',
		mail: 'Your account is made; only your e-mail address is not confirmed yet. Look for the mail with the link, also among unwanted mail, and open it. If you do not find it, give the reference to whoever runs this site: they can send it again or confirm you.',
		admin: 'E-mail address not confirmed; the activation link was not opened.',
	},
	fixPath: [
		{
			id: 'check-address',
			title: 'Check the e-mail address',
			body: 'A missing letter is the most usual reason. Correct it in the user, or for BuddyPress under Users → Manage Signups, where accounts stand that are not active yet.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'resend-in-um',
			title: 'Send it again, or confirm it, in Ultimate Member',
			body: 'Open Users, tick the person, and choose Resend Activation E-mail; or, if you know the person, Approve Membership.',
			applicability: 'guided',
			link: 'users',
			onlyIf: { any: [ { symptom: 'ultimate-member-awaiting-confirmation' }, { symptom: 'ultimate-member-masked' } ] },
		},
		{
			id: 'resend-in-ur',
			title: 'Send it again, or confirm it, in User Registration',
			body: 'Open Users → All Users, point at the person, and choose Resend Verification or Approve.',
			applicability: 'guided',
			link: 'users',
			onlyIf: { symptom: 'user-registration-email-not-verified' },
		},
		{
			id: 'resend-in-buddypress',
			title: 'Send it again, or activate it, in BuddyPress',
			body: 'Open Users → Manage Signups, point at the person, and choose Email or Activate. The person can also use the link in their message, a limited number of times.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'buddypress-not-activated' }, { symptom: 'buddypress-resend' } ] },
		},
		{
			id: 'check-mail',
			title: 'If no mail arrives, check the site’s mail',
			body: 'Send a reset link to yourself. If it does not come, no activation does.',
			applicability: 'guided',
			link: 'site-health',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Show on the page after the registration to which address the mail was sent.' ],
	examples: {
		fits: [
			{ name: 'Ultimate Member says so', symptoms: [ 'ultimate-member-awaiting-confirmation' ], findings: { 'user.exists': true }, confidence: 'likely' },
			{ name: 'BuddyPress says so', symptoms: [ 'buddypress-not-activated' ], findings: {}, confidence: 'likely' },
			{
				name: 'a sentence that begins like that of an approval',
				symptoms: [ 'user-registration-email-not-verified', 'user-registration-pending' ],
				findings: {},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{ name: 'it is an approval that is missing', symptoms: [ 'ultimate-member-awaiting-review' ], findings: {}, not: 'account-awaiting-approval' },
			{ name: 'the link was opened and not accepted', symptoms: [ 'ultimate-member-link-used-up' ], findings: {}, not: 'activation-link-not-usable' },
		],
	},
} );
