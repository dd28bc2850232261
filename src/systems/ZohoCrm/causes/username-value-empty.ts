import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'username-value-empty',
	system: 'zoho-crm',
	title: 'The contact’s user name field is empty',
	meaning:
		'The portal’s field map names a contact field that holds the portal’s user name. The field is there, but this contact has nothing in it. Portals that match people by it do not find the person. Others do not mind, so it is a suspicion until the rest is excluded.',
	when: {
		all: [
			{ finding: 'username-field.mapped', is: true },
			{ finding: 'username-field.exists', is: true },
			{ finding: 'username-field.visible', is: true },
			{ finding: 'username.filled', is: false },
		],
	},
	shows: [ 'catalyst-connect:contact-your-administrator' ],
	ceiling: 'likely',
	rivals: [ 'username-field-deleted', 'contact-without-account' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your record with us does not hold your user name, and the portal may need it. The people who run this site have to fill it in. Give them the reference below and the user name that you log in with.',
		mail: 'Your password was right. Your record with us does not hold your user name, and the portal may need it. Send the user name that you log in with, and the reference, to whoever runs this site. Try again once you hear that it is filled in.',
		admin: 'User name field of the contact is empty in Zoho CRM.',
	},
	fixPath: [
		{
			id: 'fill-user-name',
			title: 'Fill the user name of the contact',
			body: 'Open the contact and fill the user name field with the portal’s user name, which must equal the e-mail address of the portal user.',
			applicability: 'guided',
			link: 'contact',
		},
	],
	verification: { finding: 'username.filled', is: true },
	prevention: [ 'Check imports and automations for rows that would empty the user name field.' ],
	examples: {
		fits: [
			{
				name: 'everything else is in order',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: {
					'contact.exists': true,
					'contact.has-account': true,
					'username-field.mapped': true,
					'username-field.exists': true,
					'username-field.unused': false,
					'username-field.visible': true,
					'username.filled': false,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the field itself is gone',
				findings: {
					'contact.has-account': true,
					'username-field.mapped': true,
					'username-field.exists': false,
					'username-field.unused': false,
					'username-field.visible': false,
					'username.filled': false,
				},
				not: 'username-field-deleted',
			},
			{
				name: 'the company is missing as well, at which the login form stops',
				findings: {
					'quota.available': true,
					'contact.exists': true,
					'contact.has-email': true,
					'contact.has-account': false,
					'username-field.mapped': true,
					'username-field.exists': true,
					'username-field.visible': true,
					'username.filled': false,
				},
				not: 'contact-without-account',
			},
		],
	},
} );
