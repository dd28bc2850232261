import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-without-email',
	system: 'zoho-crm',
	title: 'The contact has no e-mail address',
	meaning: 'The portal reads the contact and asks for its e-mail address before anything else. The field Email is empty, so the portal takes the contact for missing and refuses.',
	when: { all: [ { finding: 'contact.exists', is: true }, { finding: 'contact.has-email', is: false } ] },
	shows: [ 'catalyst-connect:contact-your-administrator' ],
	outranks: [ 'contact-without-account', 'username-field-deleted', 'username-field-unused', 'username-field-hidden', 'username-value-empty', 'catalyst-connect/portal-contact-not-found' ],
	rivals: [ 'contact-without-account', 'crm-credits-exhausted' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your record with us lacks your e-mail address, and the portal needs it. The people who run this site have to add it. Give them the reference below and the address that you log in with.',
		mail: 'Your password was right. Your record with us lacks your e-mail address, and the portal needs it. Send the address that you log in with, and the reference, to whoever runs this site. You can log in as soon as it is added.',
		admin: 'Contact has no e-mail address in Zoho CRM; fill the field Email.',
	},
	fixPath: [
		{
			id: 'set-email',
			title: 'Fill the e-mail address of the contact',
			body: 'Open the contact and fill the field Email with the address of the portal user, letter by letter. Ask the person if you are not sure: whoever reads that mailbox can log in.',
			applicability: 'guided',
			link: 'contact',
		},
	],
	verification: { finding: 'contact.has-email', is: true },
	prevention: [ 'Make Email a required field in the layout that portal contacts use.', 'Check imports and web forms for rows that would empty the field Email.' ],
	examples: {
		fits: [
			{
				name: 'the contact is there without an address',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: { 'quota.available': true, 'contact.exists': true, 'contact.has-email': false, 'contact.has-account': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the address is there and the company is not',
				findings: { 'quota.available': true, 'contact.exists': true, 'contact.has-email': true, 'contact.has-account': false },
				not: 'contact-without-account',
			},
			{
				name: 'no call goes through, so nobody could look at the address',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: { 'quota.available': false, 'contact.has-email': 'unknown' },
				not: 'crm-credits-exhausted',
			},
		],
	},
} );
