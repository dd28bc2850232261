import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-without-email',
	system: 'salesforce',
	title: 'The contact has no e-mail address',
	meaning: 'The portal finds its people by the contact’s e-mail address. This contact’s is empty, so the portal cannot match the two, and no mail reaches the person either.',
	when: { finding: 'contact.has-email', is: false },
	shows: [ 'magentrix:account-may-be-disabled' ],
	outranks: [ 'contact-email-differs', 'user-email-differs' ],
	rivals: [ 'contact-email-differs', 'contact-without-account' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but the e-mail address in your record with us is missing, and the portal needs it. Give whoever runs this site the reference below and the address that you want to use.',
		mail: 'Your password was right, but your record with us has lost its e-mail address, which the portal needs to know you. Give whoever runs this site the reference and the address that you want to use.',
		admin: 'The contact in Salesforce has no e-mail address; enter the one of the portal user.',
	},
	fixPath: [
		{
			id: 'enter-address',
			title: 'Enter the address',
			body: 'Open the contact, choose Edit and enter the address that the person uses in the portal. It decides who can log in, so make sure that it is theirs: call them on a number that you know.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'let-portal-follow',
			title: 'Give the portal ten minutes',
			body: 'A portal with a copy of the contacts, as Magentrix has, needs five to ten minutes to follow. Then let the person try again.',
			applicability: 'wait',
			waitMinutes: 10,
		},
	],
	verification: { finding: 'contact.has-email', is: true },
	prevention: [ 'Make the e-mail address a required field for contacts that use the portal.' ],
	examples: {
		fits: [
			{
				name: 'the field is empty',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': true, 'contact.has-email': false, 'contact.email-matches': false, 'contact.has-account': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'there is an address, but another one',
				findings: { 'contact.exists': true, 'contact.has-email': true, 'contact.email-matches': false, 'contact.has-account': true },
				not: 'contact-email-differs',
			},
			{
				name: 'the address is there, the company is not',
				findings: { 'contact.exists': true, 'contact.in-recycle-bin': false, 'contact.has-email': true, 'contact.email-matches': true, 'contact.has-account': false },
				not: 'contact-without-account',
			},
		],
	},
} );
