import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-permanently-deleted',
	system: 'dynamics-365',
	title: 'The contact was deleted for good',
	meaning:
		'The contact that the portal user points to is neither among the contacts nor in the recycle bin: the bin is not switched on, its time is over, or it was emptied. It cannot be put back by itself. The person needs a contact again, and the portal user must point to that one.',
	when: { all: [ { finding: 'contact.linked', is: true }, { finding: 'contact.permanently-deleted', is: true } ] },
	shows: [ 'cannot-log-in', 'attempt-refused', 'contact-missing', 'magentrix:account-may-be-disabled' ],
	outranks: [ 'contact-not-found', 'username-column-deleted', 'username-column-hidden', 'username-value-empty' ],
	rivals: [ 'contact-in-recycle-bin', 'contact-merged-away' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your record with us no longer exists, and the portal needs one to let you in. It has to be set up again by the people who run this site. Give them the reference below so that they find your case at once.',
		mail: 'The record behind your portal account no longer exists and has to be set up again; you cannot do that yourself. You will be able to log in once that is done. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Contact deleted for good; create it again and link the portal user to it.',
	},
	fixPath: [
		{
			id: 'look-for-duplicate',
			title: 'Look for another contact of the same person',
			body: 'Search the contacts, inactive ones too, for name and e-mail address. If one fits, use it and leave out the next step.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'create-contact',
			title: 'Create the contact again',
			body: 'Make a contact with first and last name, exactly the e-mail address that the portal user has, and the right Account in Company Name. That Account decides which data the person sees.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'relink-portal-user',
			title: 'Point the portal user to that contact',
			body: 'In the portal that logs people in, open the user and choose this contact in its contact field. In Magentrix that is Setup → Security → Manage Users → the user → Edit → Contact; changes from Dynamics 365 take five to ten minutes to arrive there.',
			applicability: 'guided',
			onlyIf: { finding: 'portal.used', is: false },
		},
		{
			id: 'invite-again',
			title: 'Invite the person to the site',
			body: 'A login on Power Pages belongs to the contact, so the new contact has none yet. Open the contact, make an invitation for it and run the workflow Send Invitation.',
			applicability: 'guided',
			link: 'invitations',
			onlyIf: { finding: 'portal.used', is: true },
		},
		{
			id: 'switch-bin-on',
			title: 'Let the environment keep deleted records from now on',
			body: 'Open the environment’s settings and switch on that deleted records can be restored. It only helps with what is deleted afterwards, and takes some of your storage.',
			applicability: 'guided',
			link: 'recycle-bin-settings',
			onlyIf: { finding: 'recycle-bin.on', is: false },
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [
		'Switch on that deleted records are kept; it is off unless somebody did.',
		'Keep a list of portal users with the ids of their contacts, such as Causeway’s own audit.',
	],
	examples: {
		fits: [
			{
				name: 'it is gone without a trace',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'contact.linked': true,
					'contact.exists': false,
					'contact.in-recycle-bin': false,
					'contact.permanently-deleted': true,
					'contact.merged': false,
					'recycle-bin.on': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the bin still holds it',
				findings: {
					'contact.linked': true,
					'contact.exists': false,
					'contact.in-recycle-bin': true,
					'contact.permanently-deleted': false,
					'contact.merged': false,
				},
				not: 'contact-in-recycle-bin',
			},
			{
				name: 'another contact has the address now',
				findings: {
					'contact.linked': true,
					'contact.exists': false,
					'contact.in-recycle-bin': false,
					'contact.permanently-deleted': false,
					'contact.merged': true,
				},
				not: 'contact-merged-away',
			},
		],
	},
} );
