import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-without-account',
	system: 'salesforce',
	title: 'The contact belongs to no Account',
	meaning:
		'A portal takes from the contact’s Account which company’s records the person may see. This contact’s Account Name is empty, so the portal cannot decide and keeps the person out, or shows nothing.',
	when: { finding: 'contact.has-account', is: false },
	shows: [ 'magentrix:account-may-be-disabled' ],
	prior: 'common',
	outranks: [ 'contact-account-changed', 'contact-email-differs', 'portal-field-empty' ],
	rivals: [ 'contact-account-changed', 'contact-in-recycle-bin' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is fine, but the link to your company is missing, and the portal needs it. You have nothing to change: try again once it has been set. To speed it up, give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine, but the link to your company is missing in our records, so the portal could not open for you. Once it is set, you log in as before. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Contact without an Account in Salesforce; set the company that the person belongs to.',
	},
	fixPath: [
		{
			id: 'set-account',
			title: 'Set the Account that the contact had before',
			body: 'Causeway remembers the company from when things worked. You see which one before anything is changed. It decides what the person can see, so confirm only if it is still right.',
			applicability: 'confirm',
			action: 'set-account',
			link: 'contact',
		},
		{
			id: 'set-account-by-hand',
			title: 'Or choose the Account in Salesforce',
			body: 'Open the contact, choose Edit, fill in Account Name with the person’s company and save. If you are not sure which company, ask the person or look at the domain of the e-mail address.',
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
	verification: { finding: 'contact.has-account', is: true },
	prevention: [ 'Make Account Name a required field on the layouts and imports of contacts.', 'Before you delete an Account, move its contacts to another one.' ],
	examples: {
		fits: [
			{
				name: 'the contact is there, its Account is not',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': true, 'contact.in-recycle-bin': false, 'contact.has-email': true, 'contact.email-matches': true, 'contact.has-account': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'there is an Account, but not the one of before',
				findings: { 'contact.exists': true, 'contact.in-recycle-bin': false, 'contact.has-account': true, 'contact.account-as-before': false },
				not: 'contact-account-changed',
			},
			{
				name: 'the contact itself was deleted',
				findings: { 'quota.available': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false, 'deletions.many': false, 'contact.has-account': 'unknown' },
				not: 'contact-in-recycle-bin',
			},
		],
	},
} );
