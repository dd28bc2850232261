import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-in-recycle-bin',
	system: 'salesforce',
	title: 'The contact was deleted and lies in Salesforce’s recycle bin',
	meaning:
		'The portal decides by the contact what a person may see, so nobody gets in without one. This contact was deleted, by hand or in a clean-up. Salesforce keeps deleted records for about 15 days; until then it comes back with its history.',
	when: { finding: 'contact.in-recycle-bin', is: true },
	shows: [ 'magentrix:account-may-be-disabled', 'login-failed', 'login-user-inactive', 'record-deleted' ],
	prior: 'common',
	outranks: [ 'contact-email-differs', 'portal-field-not-visible', 'portal-field-empty', 'user-missing', 'no-licence-free', 'user-inactive', 'user-frozen', 'user-locked', 'activation-not-done', 'password-refused' ],
	rivals: [ 'contact-merged-away', 'contacts-deleted-together', 'contact-permanently-deleted', 'api-calls-used-up' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your record with us was removed, and the portal needs it. You have nothing to change: try again once it has been put back. To speed it up, give the reference below to whoever runs this site.',
		mail: 'Your password was right. The record behind your portal account was removed, so the portal could not open for you. It can be put back; after that you log in as before. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Contact deleted in Salesforce; it can be restored from the recycle bin.',
	},
	fixPath: [
		{
			id: 'restore-contact',
			title: 'Restore the contact',
			body: 'Brings this one contact back from the recycle bin with its notes and its company. You see the record before anything happens. Salesforce takes this call only with access tokens of the older form; if yours are of the newer one, the next step does it.',
			applicability: 'confirm',
			action: 'restore-contact',
			link: 'recycle-bin',
		},
		{
			id: 'restore-by-hand',
			title: 'Or restore it in Salesforce yourself',
			body: 'Open the recycle bin, switch the list to the one of the whole organisation, look for the person’s name, tick the row and choose Restore.',
			applicability: 'guided',
			link: 'recycle-bin',
		},
		{
			id: 'check-account',
			title: 'Look whether the company is still set',
			body: 'Open the restored contact and see that Account Name holds the right company. If the portal has a copy of the contacts, as Magentrix does, give it up to ten minutes before the person tries again.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'check-portal-user',
			title: 'Look whether the portal’s user points to it',
			body: 'In Magentrix: Setup, Security, Manage Users, open the person, and see that the field Contact names this contact. In an Experience Cloud site: open the user and see that it is active.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [
		'Before you delete a contact, look on its page whether a portal user belongs to it.',
		'Give the right to delete contacts only to people who know that the portal hangs on them.',
		'Let somebody approve a clean-up before it runs, and leave out contacts that log in.',
	],
	examples: {
		fits: [
			{
				name: 'the portal said its one sentence, and the bin holds the contact',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false, 'deletions.many': false },
				confidence: 'certain',
			},
			{
				name: 'the list of deletions could not be read',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false, 'deletions.many': 'unknown' },
				confidence: 'likely',
			},
			{
				name: 'the site’s user was switched off along with the contact',
				symptoms: [ 'login-user-inactive' ],
				findings: {
					'quota.available': true,
					'contact.exists': false,
					'contact.in-recycle-bin': true,
					'contact.permanently-deleted': false,
					'contact.merged': false,
					'deletions.many': false,
					'user.exists': true,
					'user.active': false,
					'user.is-external': true,
					'licence.available': true,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'another live contact took its place',
				findings: { 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.merged': true },
				not: 'contact-merged-away',
			},
			{
				name: 'it was one of a whole batch',
				findings: { 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.merged': false, 'deletions.many': true },
				not: 'contacts-deleted-together',
			},
			{
				name: 'the bin was emptied',
				findings: { 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': false, 'contact.permanently-deleted': true, 'contact.merged': false },
				not: 'contact-permanently-deleted',
			},
			{
				name: 'no call goes through, so nobody could look',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': false, 'contact.in-recycle-bin': 'unknown' },
				not: 'api-calls-used-up',
			},
		],
	},
} );
