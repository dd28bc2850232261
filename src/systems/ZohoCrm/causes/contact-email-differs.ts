import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-email-differs',
	system: 'zoho-crm',
	title: 'The contact’s e-mail address is not that of the portal user',
	meaning:
		'The portal matches people by e-mail address: contact, portal user and WordPress user should have the same one. Here the contact’s address is another one, often after somebody changed it in the CRM only. Some portals let the person in all the same, so it is a suspicion, not a proof.',
	when: {
		all: [
			{ finding: 'contact.exists', is: true },
			{ finding: 'contact.has-email', is: true },
			{ finding: 'contact.email-matches', is: false },
		],
	},
	shows: [ 'catalyst-connect:contact-your-administrator', 'catalyst-connect:invalid-user-name-password' ],
	ceiling: 'likely',
	rivals: [ 'contact-without-account', 'catalyst-connect/wrong-portal-password' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but we know you under two different e-mail addresses. Try once more with the other address if you have one. If that does not help, give the reference below to the people who run this site and tell them which address is right.',
		mail: 'We know you under two different e-mail addresses, and the portal needs them to be the same. Send the address that you want to log in with, and the reference, to whoever runs this site. You can log in once both are the same.',
		admin: 'E-mail address differs between contact and portal user.',
	},
	fixPath: [
		{
			id: 'ask-which-address',
			title: 'Find out which address is right',
			body: 'Ask the person, by phone or at an address that you trust. Whoever reads the mailbox that you enter can log in, so do not decide it from the looks.',
			applicability: 'guided',
		},
		{
			id: 'set-email',
			title: 'Make both addresses the same',
			body: 'If the portal’s address is right, change the field Email of the contact. If the contact’s address is right, remove the portal user and invite the contact again, because the portal’s user name cannot be changed.',
			applicability: 'guided',
			link: 'contact',
		},
	],
	verification: { finding: 'contact.email-matches', is: true },
	prevention: [ 'Tell everybody who edits contacts that the e-mail address of a portal user is also the login name.' ],
	examples: {
		fits: [
			{
				name: 'everything else is in order',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: { 'quota.available': true, 'contact.exists': true, 'contact.has-email': true, 'contact.email-matches': false, 'contact.has-account': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the company is missing as well, which refuses for certain',
				findings: { 'quota.available': true, 'contact.exists': true, 'contact.has-email': true, 'contact.email-matches': false, 'contact.has-account': false },
				not: 'contact-without-account',
			},
			{
				name: 'the portal refused the password before it asked the CRM',
				symptoms: [ 'catalyst-connect:invalid-user-name-password' ],
				findings: {
					'contact.exists': true,
					'contact.has-email': true,
					'contact.email-matches': false,
					'catalyst-connect:portal.present': true,
					'catalyst-connect:portal-user.exists': true,
					'catalyst-connect:portal-user.active': true,
					'catalyst-connect:portal-user.awaiting-approval': false,
					'catalyst-connect:portal-user.pending': false,
				},
				not: 'catalyst-connect/wrong-portal-password',
			},
		],
	},
} );
