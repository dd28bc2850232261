import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-merged-away',
	system: 'salesforce',
	title: 'The contact was merged into another one',
	meaning:
		'The contact that the portal knows is gone, and another live one took its place: duplicates were merged, or the contact was made anew. Restoring the old one would bring an empty duplicate back, since its records went to the other. The portal has to point to the contact that was kept.',
	when: { all: [ { finding: 'contact.merged', is: true }, { finding: 'contact.exists', is: false } ] },
	shows: [ 'magentrix:account-may-be-disabled', 'login-failed', 'login-user-inactive', 'record-deleted' ],
	outranks: [
		'contact-in-recycle-bin',
		'contacts-deleted-together',
		'contact-permanently-deleted',
		'portal-field-not-visible',
		'portal-field-empty',
		'user-missing',
		'no-licence-free',
		'user-inactive',
		'user-frozen',
		'user-locked',
		'activation-not-done',
		'password-refused',
	],
	rivals: [ 'contact-in-recycle-bin', 'contact-permanently-deleted' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your records with us were joined and your portal account still points to the old one. The people who run this site have to point it to the new one. Give them the reference below so that they find your case at once.',
		mail: 'Your password was right. Your records with us were joined, and your portal account still points to the one that no longer exists. It has to be pointed to the other one; after that you log in as before. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Contact merged away in Salesforce; point the portal user to the one that was kept.',
	},
	fixPath: [
		{
			id: 'check-survivor',
			title: 'Look at the contact that was kept',
			body: 'The evidence names it. See that it is the same person, that its e-mail address is the one of the portal user, and that Account Name holds the right company.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'relink-in-magentrix',
			title: 'In Magentrix: choose that contact for the user',
			body: 'Setup, Security, Manage Users: open the person, choose Edit, look the contact up in the field Contact and save. If it cannot be found there, refresh Contact under Extend, Salesforce, and wait ten minutes.',
			applicability: 'guided',
		},
		{
			id: 'enable-in-site',
			title: 'In an Experience Cloud site: give that contact a user',
			body: 'A user cannot move to another contact. Open the contact that was kept and choose Enable Customer User or Enable Partner User; the old user gives its name free once you have renamed and deactivated it.',
			applicability: 'guided',
			link: 'contacts',
			onlyIf: { finding: 'user.exists', is: true },
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [
		'Before you merge, find out which of the duplicates the portal user belongs to, and keep that one.',
		'Let the person log in once after a merge.',
	],
	examples: {
		fits: [
			{
				name: 'the old record is in the bin and names the one that was kept',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': true, 'deletions.many': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'nothing took its place, and the bin holds it',
				findings: { 'quota.available': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false, 'deletions.many': false },
				not: 'contact-in-recycle-bin',
			},
			{
				name: 'nothing took its place, and it left the bin',
				findings: { 'contact.exists': false, 'contact.in-recycle-bin': false, 'contact.permanently-deleted': true, 'contact.merged': false },
				not: 'contact-permanently-deleted',
			},
		],
	},
} );
