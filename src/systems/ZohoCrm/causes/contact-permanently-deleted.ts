import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-permanently-deleted',
	system: 'zoho-crm',
	title: 'The contact was deleted for good',
	meaning:
		'The contact that the portal user points to is no longer in Zoho CRM, nor in its recycle bin. It cannot be put back, because the bin was emptied or the 60 days are over. The person needs a new contact, and the portal user must point to that one.',
	when: {
		any: [
			{ finding: 'contact.permanently-deleted', is: true },
			{
				all: [
					{ finding: 'contact.linked', is: true },
					{ finding: 'contact.exists', is: false },
					{ finding: 'contact.in-recycle-bin', is: false },
					{ finding: 'contact.merged', is: false },
				],
			},
		],
	},
	shows: [ 'catalyst-connect:contact-your-administrator' ],
	outranks: [ 'username-field-deleted', 'username-field-unused', 'username-field-hidden', 'username-value-empty', 'catalyst-connect/portal-contact-not-found' ],
	rivals: [ 'contact-in-recycle-bin', 'contact-merged-away' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your record with us no longer exists, and the portal needs one. It has to be set up again by the people who run this site. Give them the reference below so that they find your case at once.',
		mail: 'Your password was right. The record behind your portal account no longer exists and has to be set up again; you cannot do that yourself. You will be able to log in once that is done. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Contact deleted for good; create it again and link the portal user to it.',
	},
	fixPath: [
		{
			id: 'look-for-duplicate',
			title: 'Look for another contact of the same person',
			body: 'Search the contacts for the person’s e-mail address and name. If there is one that fits, use it and leave out the next step.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'create-contact',
			title: 'Create the contact again',
			body: 'Create a contact with the person’s e-mail address exactly as the portal user has it, and fill the field Account Name with their company.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'relink-portal-user',
			title: 'Link the portal user to the new contact',
			body: 'Open the portal user, remove it, and invite the new contact from Zoho CRM again; the portal stores the contact’s id when it accepts the invitation. The person gets a new mail to set a password.',
			applicability: 'guided',
			link: 'catalyst-connect:portal-user',
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [
		'Do not empty the recycle bin before you have looked for portal users in it.',
		'Export the contacts of portal users from time to time, with their ids.',
	],
	examples: {
		fits: [
			{
				name: 'Zoho lists it as deleted for good',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: {
					'contact.linked': true,
					'contact.exists': false,
					'contact.in-recycle-bin': false,
					'contact.permanently-deleted': true,
					'contact.merged': false,
					'catalyst-connect:portal-data-centre.matches': true,
				},
				confidence: 'certain',
			},
			{
				name: 'it is gone without a trace',
				findings: { 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': false, 'contact.permanently-deleted': false, 'contact.merged': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the bin still holds it',
				findings: { 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false },
				not: 'contact-in-recycle-bin',
			},
			{
				name: 'another live contact took over the address',
				findings: { 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': false, 'contact.permanently-deleted': true, 'contact.merged': true },
				not: 'contact-merged-away',
			},
			{
				name: 'the portal asks in another data centre than this site',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: {
					'contact.linked': true,
					'contact.exists': false,
					'contact.in-recycle-bin': false,
					'contact.permanently-deleted': false,
					'catalyst-connect:portal-call.ok': false,
					'catalyst-connect:portal-data-centre.matches': false,
				},
				not: 'catalyst-connect/portal-wrong-data-centre',
			},
		],
	},
} );
