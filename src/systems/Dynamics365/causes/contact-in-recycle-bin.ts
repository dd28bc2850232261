import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-in-recycle-bin',
	system: 'dynamics-365',
	title: 'The contact was deleted and lies in Dynamics 365’s recycle bin',
	meaning:
		'A portal on Dynamics 365 lets a person in only while there is a contact for them. Somebody, or an automation, deleted it. The environment keeps deleted records for a limited time, thirty days at most, so it can be put back with its id and what belongs to it.',
	when: { finding: 'contact.in-recycle-bin', is: true },
	shows: [ 'cannot-log-in', 'attempt-refused', 'contact-missing', 'magentrix:account-may-be-disabled' ],
	prior: 'common',
	outranks: [ 'contact-not-found', 'username-column-deleted', 'username-column-hidden', 'username-value-empty' ],
	rivals: [ 'contact-merged-away' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your record with us was removed, and the portal needs it to let you in. You have nothing to change: try again once it has been put back. To speed it up, give the reference below to whoever runs this site.',
		mail: 'The record behind your portal account was removed, so the portal could not open for you. It can be put back; after that you log in as before. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Contact deleted in Dynamics 365; it can be restored from the recycle bin.',
	},
	fixPath: [
		{
			id: 'restore-contact',
			title: 'Restore the contact',
			body: 'Puts this one contact back from the recycle bin, with its id, so that the portal user finds it again. You see the record before anything happens.',
			applicability: 'confirm',
			action: 'restore-contact',
			link: 'recycle-bin',
		},
		{
			id: 'restore-by-hand',
			title: 'Or restore it in the admin centre yourself',
			body: 'Open the deleted records of the environment, choose the table Contact, tick the person and choose Restore. It is refused where the Account that the contact points to is gone too: restore that one first.',
			applicability: 'guided',
			link: 'recycle-bin',
		},
		{
			id: 'check-account',
			title: 'Look whether the company is still set',
			body: 'Open the restored contact and see that Company Name holds the right Account. Portals show each person the data of that Account.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'wait-for-sync',
			title: 'Give another portal a few minutes',
			body: 'A portal such as Magentrix takes changes over from Dynamics 365 within five to ten minutes. Let the person try after that.',
			applicability: 'wait',
			waitMinutes: 10,
			onlyIf: { finding: 'portal.used', is: false },
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [
		'Give the right to delete contacts only to security roles that need it.',
		'Before you delete a contact, look whether a portal user belongs to it.',
		'Show whoever looks after Dynamics 365 that a portal login hangs on each contact.',
	],
	examples: {
		fits: [
			{
				name: 'the portal’s own refusal, and the bin holds the contact',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'connection.authorised': true,
					'contact.linked': true,
					'contact.exists': false,
					'contact.in-recycle-bin': true,
					'contact.permanently-deleted': false,
					'contact.merged': false,
				},
				confidence: 'certain',
			},
			{
				name: 'it was found by its address alone, so nobody knows of a successor',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'contact.linked': false, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false },
				confidence: 'likely',
			},
			{
				name: 'found before anybody was refused, while the portal’s column is gone as well',
				findings: {
					'contact.exists': false,
					'contact.in-recycle-bin': true,
					'contact.permanently-deleted': false,
					'contact.merged': false,
					'portal-field.mapped': true,
					'portal-field.exists': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'another contact took over the address',
				findings: {
					'contact.linked': true,
					'contact.exists': false,
					'contact.in-recycle-bin': true,
					'contact.permanently-deleted': false,
					'contact.merged': true,
				},
				not: 'contact-merged-away',
			},
		],
	},
} );
