import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-contacts-one-address',
	system: 'dynamics-365',
	title: 'Several contacts have the person’s e-mail address',
	meaning:
		'More than one active contact has this address. The login belongs to one of them; invitation, mails and company data may belong to the other. A portal that looks people up by their address takes the wrong one, or none.',
	when: { all: [ { finding: 'contact.single', is: false } ] },
	shows: [ 'cannot-log-in', 'attempt-refused', 'reset-mail-missing', 'invitation-refused', 'sees-nothing', 'magentrix:account-may-be-disabled' ],
	ceiling: 'likely',
	rivals: [ 'contact-email-differs' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'We have two records with your address, and the portal cannot tell which one is you. The people who run this site have to join them. Give them the reference below so that they find your case at once.',
		mail: 'We have two records with your address, and the portal cannot tell which one is you. They have to be joined; you cannot do that yourself. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Several contacts have this address; keep the one with the login and merge the rest into it.',
	},
	fixPath: [
		{
			id: 'find-login',
			title: 'Find the contact that has the login',
			body: 'The evidence names the ids. On Power Pages it is the one with a User Name on the tab Web Authentication; in another portal the one that its user points to.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'compare-companies',
			title: 'Compare their companies',
			body: 'Two people who share a mailbox need an address each. The same person in two companies needs to know which one the portal shows.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'merge',
			title: 'Merge the other ones into it',
			body: 'Tick both in the list of contacts, choose Merge, and take the contact with the login as the primary record. The other becomes inactive; nothing is deleted.',
			applicability: 'guided',
			link: 'contacts',
		},
	],
	verification: { finding: 'contact.single', is: true },
	prevention: [
		'Switch on a duplicate detection rule for the e-mail address of contacts.',
		'Let imports update contacts by their address instead of making new ones.',
	],
	examples: {
		fits: [
			{
				name: 'which of them is meant cannot be told',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'contact.single': false, 'contact.exists': true },
				confidence: 'likely',
			},
			{
				name: 'the known one is there, and a second one with the same address',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'contact.linked': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.single': false,
					'contact.has-email': true,
					'contact.email-matches': true,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'a single contact, under another address',
				findings: { 'contact.linked': true, 'contact.exists': true, 'contact.single': true, 'contact.has-email': true, 'contact.email-matches': false },
				not: 'contact-email-differs',
			},
		],
	},
} );
