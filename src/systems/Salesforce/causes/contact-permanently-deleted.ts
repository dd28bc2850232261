import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-permanently-deleted',
	system: 'salesforce',
	title: 'The contact was deleted and has left the recycle bin',
	meaning:
		'Salesforce lists the deletion of the contact, but the recycle bin no longer holds it: it was emptied, or the days were over. Nothing can bring the record back from there. The person needs a new contact with the same e-mail address and the right company, and the portal has to be told of it.',
	when: { finding: 'contact.permanently-deleted', is: true },
	shows: [ 'magentrix:account-may-be-disabled', 'login-failed', 'login-user-inactive', 'record-deleted' ],
	outranks: [ 'contact-missing', 'contact-email-differs', 'portal-field-not-visible', 'portal-field-empty', 'user-missing', 'no-licence-free', 'user-inactive', 'user-frozen', 'user-locked', 'activation-not-done', 'password-refused' ],
	rivals: [ 'contact-merged-away', 'contact-in-recycle-bin' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your record with us was removed for good, and the portal needs one. The people who run this site have to make a new one for you. Give them the reference below so that they find your case at once.',
		mail: 'Your password was right. The record behind your portal account was removed for good, so a new one has to be made for you. You have nothing to change. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Contact deleted for good in Salesforce; make a new one and link the portal user to it.',
	},
	fixPath: [
		{
			id: 'look-for-backup',
			title: 'Look whether there is a copy',
			body: 'If your organisation exports its data or has a backup product, the contact’s old values and notes may be there. Without one, go on with the next step.',
			applicability: 'guided',
		},
		{
			id: 'create-contact',
			title: 'Make a new contact',
			body: 'Choose New. Fill in the names, exactly the e-mail address that the portal user has, and as Account Name the company whose records the person may see: it decides what they see.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'link-in-magentrix',
			title: 'In Magentrix: choose the new contact for the user',
			body: 'Wait up to ten minutes. Then Setup, Security, Manage Users: open the person, choose Edit, look the contact up in the field Contact and save. No such field there? Edit Layout, and drag Contact into User Information.',
			applicability: 'guided',
		},
		{
			id: 'enable-in-site',
			title: 'In an Experience Cloud site: give the contact a user',
			body: 'Open the new contact and choose Enable Customer User or Enable Partner User. The old user cannot move: rename and deactivate it first, so that its user name is free again.',
			applicability: 'guided',
			link: 'contacts',
			onlyIf: { finding: 'user.exists', is: true },
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [ 'Look for locked out people before you empty the recycle bin.', 'Export the contacts regularly, with their e-mail addresses and companies.' ],
	examples: {
		fits: [
			{
				name: 'the deletion is listed and the bin is empty',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': false, 'contact.permanently-deleted': true, 'contact.merged': false, 'deletions.many': false },
				confidence: 'certain',
			},
			{
				name: 'nobody could look for a contact that took its place',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'contact.exists': false, 'contact.in-recycle-bin': false, 'contact.permanently-deleted': true, 'contact.merged': 'unknown' },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'another live contact took its place',
				findings: { 'contact.exists': false, 'contact.in-recycle-bin': false, 'contact.permanently-deleted': true, 'contact.merged': true },
				not: 'contact-merged-away',
			},
			{
				name: 'the bin still holds it',
				findings: { 'quota.available': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false, 'deletions.many': false },
				not: 'contact-in-recycle-bin',
			},
		],
	},
} );
