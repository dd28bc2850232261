import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'username-field-unused',
	system: 'zoho-crm',
	title: 'The user name field was taken out of the contact layout',
	meaning:
		'The portal’s field map names a contact field that holds the portal’s user name. It was removed from the layout and lies among the unused fields of Zoho CRM. Portals that match people by it refuse everybody. Its values are kept: putting it back into the layout is enough.',
	when: { all: [ { finding: 'username-field.mapped', is: true }, { finding: 'username-field.unused', is: true } ] },
	shows: [ 'catalyst-connect:contact-your-administrator' ],
	outranks: [ 'username-field-hidden', 'username-value-empty' ],
	rivals: [ 'username-field-deleted', 'username-field-hidden', 'contact-without-account' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. A setting that the portal needs was moved away, which keeps everybody out, not only you. You have nothing to change: try again later today, or give the reference below to whoever runs this site.',
		mail: 'Your password was right. A setting that the portal needs was moved away; this concerns everybody, not only you. You have nothing to change. Try again later; if it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'User name field moved to the unused fields in Zoho CRM; put it back.',
	},
	fixPath: [
		{
			id: 'put-field-back',
			title: 'Put the field back into the layout',
			body: 'Open the layout of the module Contacts. At the side, under Unused Fields, you find the field; drag it into the layout and save. Nothing was lost: the values come back with it.',
			applicability: 'guided',
			link: 'contact-layout',
		},
	],
	verification: { all: [ { finding: 'username-field.exists', is: true }, { finding: 'username-field.unused', is: false } ] },
	prevention: [ 'Write "used by the portal, do not remove" into the field’s tooltip in Zoho CRM.' ],
	examples: {
		fits: [
			{
				name: 'the contact is in order and the field is unused',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: {
					'contact.exists': true,
					'contact.has-account': true,
					'username-field.mapped': true,
					'username-field.exists': false,
					'username-field.unused': true,
					'username-field.visible': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the field is nowhere',
				findings: { 'contact.has-account': true, 'username-field.mapped': true, 'username-field.exists': false, 'username-field.unused': false },
				not: 'username-field-deleted',
			},
			{
				name: 'the field is in the layout but hidden from the profile',
				findings: { 'username-field.mapped': true, 'username-field.exists': true, 'username-field.unused': false, 'username-field.visible': false },
				not: 'username-field-hidden',
			},
			{
				name: 'the contact has no company, at which the login form stops',
				findings: { 'contact.exists': true, 'contact.has-email': true, 'contact.has-account': false, 'username-field.mapped': true, 'username-field.unused': true },
				not: 'contact-without-account',
			},
		],
	},
} );
