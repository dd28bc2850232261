import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'other-login-provider',
	system: 'dynamics-365',
	title: 'The person logs in by way of another provider, not with a password',
	meaning:
		'The contact is linked to a login provider such as Microsoft, Google or your company’s own, and has no password on the site. Whoever types address and password there is refused, however right they are elsewhere.',
	when: {
		all: [
			{ finding: 'site.external-login', is: true },
			{ finding: 'user.external', is: true },
			{
				any: [
					{ finding: 'user.has-name', is: false },
					{ finding: 'user.password-login', is: false },
					{ finding: 'site.password-login', is: false },
				],
			},
			{ any: [ { symptom: 'cannot-log-in' }, { symptom: 'attempt-refused' }, { symptom: 'reset-mail-missing' } ] },
		],
	},
	shows: [ 'cannot-log-in', 'attempt-refused', 'reset-mail-missing' ],
	ceiling: 'likely',
	outranks: [ 'wrong-password', 'user-name-not-email', 'followed-another-way', 'reset-needs-confirmed-email', 'reset-mail-not-delivered' ],
	rivals: [ 'login-way-switched-off' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'You have no password here: on the login page choose the button of the provider with which you log in elsewhere, such as your company’s or Microsoft’s. If that does not help, give the reference below to whoever runs this site.',
		mail: 'You have no password on the portal: on its login page choose the button of the provider with which you log in elsewhere, such as your company’s or Microsoft’s. If that does not help, give the reference to whoever runs this site.',
		admin: 'Linked to another login provider; tell the person which button to use.',
	},
	fixPath: [
		{
			id: 'name-button',
			title: 'Tell the person which button to use',
			body: 'The evidence names the provider. They log in there with the account that they used when they came for the first time.',
			applicability: 'guided',
		},
		{
			id: 'other-account',
			title: 'If the provider lets them in and the site does not',
			body: 'Then they used another account there. Let them log out at the provider, or try a private window of the browser.',
			applicability: 'guided',
		},
		{
			id: 'add-password',
			title: 'If they lost that account, invite them anew',
			body: 'Make a new invitation for the contact: the person redeems it with a password or with another account. Clear Local Login Disabled on the tab Web Authentication if a password shall be allowed.',
			applicability: 'guided',
			link: 'invitations',
		},
	],
	verification: { all: [ { finding: 'user.external', is: true }, { finding: 'site.external-login', is: true } ] },
	prevention: [ 'Put the buttons of providers above the fields for name and password.' ],
	examples: {
		fits: [
			{
				name: 'there is no password login for the person',
				symptoms: [ 'attempt-refused' ],
				findings: {
					'portal.used': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.merged': false,
					'contact.single': true,
					'contact.has-email': true,
					'contact.email-matches': true,
					'user.exists': true,
					'user.active': true,
					'user.locked': false,
					'site.password-login': true,
					'site.external-login': true,
					'user.has-name': false,
					'user.external': true,
					'user.password-failing': false,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'logins by way of others are switched off',
				symptoms: [ 'attempt-refused' ],
				findings: {
					'portal.used': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.merged': false,
					'contact.single': true,
					'contact.has-email': true,
					'contact.email-matches': true,
					'user.exists': true,
					'user.active': true,
					'user.locked': false,
					'site.password-login': true,
					'site.external-login': false,
					'user.has-name': false,
					'user.external': true,
				},
				not: 'login-way-switched-off',
			},
		],
	},
} );
