import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'username-field-hidden',
	system: 'zoho-crm',
	title: 'The user name field is hidden from the API user’s profile',
	meaning:
		'The portal’s field map names a contact field that holds the portal’s user name. The field exists, but the profile of this site’s connection may not see it. If the portal’s own Zoho user has the same profile, the portal finds no user name and refuses everybody.',
	when: {
		all: [
			{ finding: 'username-field.mapped', is: true },
			{ finding: 'username-field.exists', is: true },
			{ finding: 'username-field.visible', is: false },
		],
	},
	shows: [ 'catalyst-connect:contact-your-administrator' ],
	prior: 'rare',
	ceiling: 'likely',
	rivals: [ 'username-field-unused', 'username-field-deleted' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. The portal may not read a setting that it needs, which keeps everybody out, not only you. You have nothing to change: try again later today, or give the reference below to whoever runs this site.',
		mail: 'Your password was right. The portal may not read a setting that it needs; this concerns everybody, not only you. You have nothing to change. Try again later; if it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'User name field hidden from the API user’s profile in Zoho CRM.',
	},
	fixPath: [
		{
			id: 'show-field',
			title: 'Let the profile see the field',
			body: 'Open the layout of the module Contacts, open the menu of the field, choose Set Permission, and tick Read and Write for the profile of the Zoho user whom the portal uses. Save.',
			applicability: 'guided',
			link: 'contact-layout',
		},
		{
			id: 'check-profile',
			title: 'Check which profile the portal’s Zoho user has',
			body: 'The portal may use another Zoho user than this site. Find the user who connected the portal and look up its profile, then repeat the step above for that profile if it differs.',
			applicability: 'guided',
			link: 'profiles',
		},
	],
	verification: { finding: 'username-field.visible', is: true },
	prevention: [ 'Use one Zoho user only for connections, with a profile of its own that nobody edits in passing.' ],
	examples: {
		fits: [
			{
				name: 'the field is in the layout and out of sight',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: {
					'contact.exists': true,
					'contact.has-account': true,
					'username-field.mapped': true,
					'username-field.exists': true,
					'username-field.unused': false,
					'username-field.visible': false,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the field lies among the unused ones',
				findings: { 'username-field.mapped': true, 'username-field.exists': true, 'username-field.unused': true, 'username-field.visible': false },
				not: 'username-field-unused',
			},
			{
				name: 'the field is nowhere',
				findings: { 'contact.has-account': true, 'username-field.mapped': true, 'username-field.exists': false, 'username-field.unused': false, 'username-field.visible': false },
				not: 'username-field-deleted',
			},
		],
	},
} );
