import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'username-field-deleted',
	system: 'zoho-crm',
	title: 'The user name field was deleted in Zoho CRM',
	meaning:
		'The portal’s field map names a contact field that holds the portal’s user name. That field no longer exists in Zoho CRM. Portals that match people by it refuse everybody. A deleted field cannot be brought back with its values: it has to be made again, mapped again and filled again.',
	when: {
		all: [
			{ finding: 'username-field.mapped', is: true },
			{ finding: 'username-field.exists', is: false },
			{ finding: 'username-field.unused', is: false },
		],
	},
	shows: [ 'catalyst-connect:contact-your-administrator' ],
	prior: 'common',
	outranks: [ 'username-value-empty' ],
	rivals: [ 'username-field-unused', 'username-field-hidden', 'contact-without-account' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. A setting that the portal needs was removed, which keeps everybody out, not only you. You have nothing to change: try again later today, or give the reference below to whoever runs this site.',
		mail: 'Your password was right. A setting that the portal needs was removed; this concerns everybody, not only you. You have nothing to change. Try again later; if it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'User name field deleted in Zoho CRM; everybody is affected.',
	},
	fixPath: [
		{
			id: 'create-field',
			title: 'Make the field again',
			body: 'Open the layout of the module Contacts, drag a field of the kind Single Line into it, name it User Name and save. Its API name may come out different from before; note it.',
			applicability: 'guided',
			link: 'contact-layout',
		},
		{
			id: 'map-field',
			title: 'Map the field in the portal',
			body: 'Open the portal’s field map and choose the new field for the user name, then save.',
			applicability: 'guided',
			link: 'catalyst-connect:field-map',
		},
		{
			id: 'fill-field',
			title: 'Fill the field for the portal’s users',
			body: 'The old values are gone with the old field. Export the portal’s users and import their e-mail addresses into the new field, matched by contact. The user name must equal the e-mail address.',
			applicability: 'guided',
			link: 'catalyst-connect:portal-users',
		},
	],
	verification: { finding: 'username-field.exists', is: true },
	prevention: [ 'Write "used by the portal, do not remove" into the field’s tooltip in Zoho CRM.', 'Let only one profile customise modules.' ],
	examples: {
		fits: [
			{
				name: 'the contact is in order and the field is nowhere',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: {
					'quota.available': true,
					'contact.exists': true,
					'contact.has-email': true,
					'contact.has-account': true,
					'username-field.mapped': true,
					'username-field.exists': false,
					'username-field.unused': false,
					'catalyst-connect:portal-call.seen': true,
					'catalyst-connect:portal-call.ok': true,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the field lies among the unused ones',
				findings: { 'username-field.mapped': true, 'username-field.exists': false, 'username-field.unused': true },
				not: 'username-field-unused',
			},
			{
				name: 'the field is there but hidden from the profile',
				findings: { 'username-field.mapped': true, 'username-field.exists': true, 'username-field.unused': false, 'username-field.visible': false },
				not: 'username-field-hidden',
			},
			{
				name: 'the contact has no company, at which the login form stops',
				findings: {
					'contact.exists': true,
					'contact.has-email': true,
					'contact.has-account': false,
					'username-field.mapped': true,
					'username-field.exists': false,
					'username-field.unused': false,
				},
				not: 'contact-without-account',
			},
		],
	},
} );
