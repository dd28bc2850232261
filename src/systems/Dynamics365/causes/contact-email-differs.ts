import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-email-differs',
	system: 'dynamics-365',
	title: 'The contact has another e-mail address than the portal user',
	meaning:
		'Portal user and contact have different addresses, so one does not find the other, or mails go where nobody reads them. Somebody changed one of the two, or mistyped it. Which one is right only the person can say.',
	when: { all: [ { finding: 'contact.has-email', is: true }, { finding: 'contact.email-matches', is: false } ] },
	shows: [ 'cannot-log-in', 'attempt-refused', 'reset-mail-missing', 'invitation-refused', 'magentrix:account-may-be-disabled' ],
	ceiling: 'likely',
	outranks: [ 'reset-mail-not-delivered' ],
	rivals: [ 'contact-without-email', 'two-contacts-one-address' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The portal knows you under another address than our records do. Try another address of yours. If that does not help, give the reference below and the address that you want to use to whoever runs this site.',
		mail: 'The portal knows you under another address than our records do. Try another address of yours. If that does not help, tell whoever runs this site which address is right, and give the reference.',
		admin: 'Contact and portal user have different addresses; ask which one is right.',
	},
	fixPath: [
		{
			id: 'ask-address',
			title: 'Ask the person which address is right',
			body: 'Ask at an address or a number that you know. Whoever gets an address changed can take over the login, so never act on a mail from the new address alone.',
			applicability: 'guided',
		},
		{
			id: 'correct-contact',
			title: 'Correct the contact',
			body: 'Open the contact and set Email to the right address. Power Pages treat it as not confirmed until the person confirms it.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'correct-user-name',
			title: 'On Power Pages look at the user name too',
			body: 'Where the site asks for a user name, that one stays as it was. Tell it to the person, or change User Name on the tab Web Authentication to the new address.',
			applicability: 'guided',
			link: 'portal-contact',
			onlyIf: { finding: 'portal.used', is: true },
		},
		{
			id: 'correct-portal-user',
			title: 'Or correct the portal user',
			body: 'If the contact is right, change the address of the portal user on this site or in your other portal.',
			applicability: 'guided',
			onlyIf: { finding: 'portal.used', is: false },
		},
	],
	verification: { finding: 'contact.email-matches', is: true },
	prevention: [ 'Let people change their address in one place, from which portal and Dynamics 365 both take it.' ],
	examples: {
		fits: [
			{
				name: 'two addresses',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'contact.linked': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.single': true,
					'contact.has-email': true,
					'contact.email-matches': false,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'there is none in Dynamics 365',
				findings: { 'contact.linked': true, 'contact.exists': true, 'contact.has-email': false, 'contact.email-matches': false },
				not: 'contact-without-email',
			},
			{
				name: 'the address is right, and two contacts have it',
				findings: { 'contact.linked': true, 'contact.exists': true, 'contact.single': false, 'contact.has-email': true, 'contact.email-matches': true },
				not: 'two-contacts-one-address',
			},
		],
	},
} );
