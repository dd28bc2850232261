import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-merged-away',
	system: 'zoho-crm',
	title: 'The contact was merged into another one',
	meaning:
		'The contact that the portal user points to is gone, but another live contact has the same e-mail address: most likely duplicates were merged and the other record won. Restoring the old one would bring the duplicate back; the portal user should point to the surviving contact.',
	when: { all: [ { finding: 'contact.merged', is: true }, { finding: 'contact.exists', is: false } ] },
	shows: [ 'catalyst-connect:contact-your-administrator' ],
	outranks: [
		'contact-in-recycle-bin',
		'contact-permanently-deleted',
		'username-field-deleted',
		'username-field-unused',
		'username-field-hidden',
		'username-value-empty',
		'catalyst-connect/portal-contact-not-found',
	],
	rivals: [ 'contact-in-recycle-bin', 'contact-permanently-deleted' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your records with us were joined and your portal account still points to the old one. The people who run this site have to point it to the new one. Give them the reference below so that they find your case at once.',
		mail: 'Your password was right. Your records with us were joined, and your portal account still points to the one that no longer exists. It has to be pointed to the other one; after that you log in as before. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Contact merged away; point the portal user to the surviving contact.',
	},
	fixPath: [
		{
			id: 'find-survivor',
			title: 'Find the surviving contact',
			body: 'Search the contacts for the person’s e-mail address. Check that name and company fit, and that the field Account Name is filled.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'relink-portal-user',
			title: 'Link the portal user to the surviving contact',
			body: 'Open the portal user, remove it, and invite the surviving contact from Zoho CRM. The person gets a new mail to set a password.',
			applicability: 'guided',
			link: 'catalyst-connect:portal-user',
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [ 'When you merge, keep the contact that the portal user points to as the master record.', 'Check for duplicates before you invite somebody to the portal.' ],
	examples: {
		fits: [
			{
				name: 'the old record is in the bin and another one carries the address',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.merged': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'no other contact carries the address and the bin holds it',
				findings: { 'quota.available': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false },
				not: 'contact-in-recycle-bin',
			},
			{
				name: 'no other contact carries the address and the bin was emptied',
				findings: { 'contact.exists': false, 'contact.in-recycle-bin': false, 'contact.permanently-deleted': true, 'contact.merged': false },
				not: 'contact-permanently-deleted',
			},
		],
	},
} );
