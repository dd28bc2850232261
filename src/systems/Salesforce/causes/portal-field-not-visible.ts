import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-field-not-visible',
	system: 'salesforce',
	title: 'The contact field with the user name was removed or hidden',
	meaning:
		'The portal takes the user name from a field of the contact, and Salesforce no longer shows that field. It was deleted, renamed, or hidden from the portal’s user by field-level security; Salesforce’s answer is the same in all three cases. It concerns everybody.',
	when: { all: [ { finding: 'portal-field.mapped', is: true }, { finding: 'portal-field.visible', is: false } ] },
	shows: [ 'magentrix:account-may-be-disabled', 'contact-field-refused' ],
	outranks: [ 'portal-field-empty' ],
	rivals: [ 'portal-field-empty' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. A setting that the portal needs was changed, which keeps everybody out. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. A setting that the portal needs was changed, which keeps everybody out. Once it is put right, you log in as before. If it takes long, give the reference to whoever runs this site.',
		admin: 'The contact field with the portal’s user names is gone from Salesforce, or hidden.',
	},
	fixPath: [
		{
			id: 'look-for-field',
			title: 'Look whether the field is still there',
			body: 'Open the fields of Contact and search for the name that the evidence gives. If it is there under another API name, enter the new name in the portal and in this connection, and you are done.',
			applicability: 'guided',
			link: 'contact-fields',
		},
		{
			id: 'show-field',
			title: 'If it is there, let it be seen',
			body: 'Open the field, choose Set Field-Level Security, and tick Visible for the profile or permission set of the portal’s user and of Causeway’s.',
			applicability: 'guided',
			link: 'contact-fields',
		},
		{
			id: 'undelete-field',
			title: 'If it was deleted, take it back',
			body: 'At the end of the list of fields, choose Deleted Fields, then Undelete: for 15 days a custom field comes back with its values. Put it on the layouts again. After that it has to be made and filled anew.',
			applicability: 'guided',
			link: 'contact-fields',
		},
	],
	verification: { finding: 'portal-field.visible', is: true },
	prevention: [ 'Write “used by the portal’s login” into the field’s description, so that nobody takes it for unused.' ],
	examples: {
		fits: [
			{
				name: 'Salesforce names no such field',
				symptoms: [ 'contact-field-refused' ],
				findings: { 'quota.available': true, 'contact.exists': true, 'contact.has-email': true, 'contact.email-matches': true, 'contact.has-account': true, 'portal-field.mapped': true, 'portal-field.visible': false, 'portal-field.filled': 'unknown' },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the field is there and empty',
				findings: { 'contact.exists': true, 'portal-field.mapped': true, 'portal-field.visible': true, 'portal-field.filled': false },
				not: 'portal-field-empty',
			},
		],
	},
} );
