import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-field-empty',
	system: 'salesforce',
	title: 'The contact’s user name field is empty',
	meaning: 'The portal takes the user name from a field of the contact. The field is there, but holds nothing for this person, so whatever they type is unknown to the portal.',
	when: { all: [ { finding: 'portal-field.mapped', is: true }, { finding: 'portal-field.filled', is: false } ] },
	shows: [ 'magentrix:account-may-be-disabled' ],
	rivals: [ 'portal-field-not-visible', 'contact-without-account' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your user name is missing in our records, and the portal needs it. You have nothing to change: try again once it has been entered. The reference below helps whoever runs this site to find your case.',
		mail: 'Your password was right, but your user name is missing in our records, so the portal did not know you. Once it has been entered, you log in as before. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'The contact’s user name field in Salesforce is empty; enter the portal user’s name.',
	},
	fixPath: [
		{
			id: 'enter-user-name',
			title: 'Enter the user name',
			body: 'Open the contact, choose Edit, and enter the name with which the person logs in to the portal. If you do not know it, the portal’s list of users shows it.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'look-at-others',
			title: 'Look whether others lost theirs too',
			body: 'Make a list of contacts with an empty user name field. If there are many, an import or an automation emptied it: put it right before you fill the values in again.',
			applicability: 'guided',
			link: 'contacts',
		},
	],
	verification: { finding: 'portal-field.filled', is: true },
	prevention: [ 'Make the field read-only on the layouts of those who do not look after the portal.' ],
	examples: {
		fits: [
			{
				name: 'everything is there but the user name',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.exists': true, 'contact.has-email': true, 'contact.email-matches': true, 'contact.has-account': true, 'portal-field.mapped': true, 'portal-field.visible': true, 'portal-field.filled': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the field itself is gone',
				findings: { 'contact.exists': true, 'portal-field.mapped': true, 'portal-field.visible': false, 'portal-field.filled': 'unknown' },
				not: 'portal-field-not-visible',
			},
			{
				name: 'the company is missing as well',
				findings: { 'contact.exists': true, 'contact.in-recycle-bin': false, 'contact.has-account': false, 'portal-field.mapped': true, 'portal-field.visible': true, 'portal-field.filled': false },
				not: 'contact-without-account',
			},
		],
	},
} );
