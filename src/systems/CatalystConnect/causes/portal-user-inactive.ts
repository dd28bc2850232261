import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-user-inactive',
	system: 'catalyst-connect',
	title: 'The portal user is switched off',
	saidAs: [ 'the user is under inactive in the client portal', 'the portal user was deactivated' ],
	meaning:
		'The portal has the person as a user, but not as an active one. It looks for active users only, so the right password is answered like a wrong one. Somebody may have switched the user off on purpose.',
	when: {
		all: [
			{ finding: 'portal-user.exists', is: true },
			{ finding: 'portal-user.active', is: false },
			{ finding: 'portal-user.awaiting-approval', is: false },
		],
	},
	shows: [ 'invalid-user-name-password' ],
	rivals: [ 'portal-user-awaiting-approval', 'portal-user-pending' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your account in this portal is switched off at the moment. A new password will not change that. If you think it should be on, give the reference below to whoever runs this site.',
		mail: 'Your account in this portal is switched off at the moment; a new password does not change that. If you think it should be on, give the reference to whoever runs this site.',
		admin: 'Portal user is inactive; decide whether it should be on.',
	},
	fixPath: [
		{
			id: 'ask-why-inactive',
			title: 'Find out whether it was on purpose',
			body: 'Ask whoever looks after this customer. People who left their company are switched off for good reason. In Zoho CRM, see also whether the contact’s Deactivate box is ticked.',
			applicability: 'guided',
			link: 'zoho-crm:contact',
		},
		{
			id: 'activate-user',
			title: 'Switch the user on',
			body: 'Open the portal’s users, find the person in the list of inactive ones, and set the status to active. Untick Deactivate on the contact first where it is ticked.',
			applicability: 'guided',
			link: 'portal-user',
		},
	],
	verification: { finding: 'portal-user.active', is: true },
	prevention: [ 'Note on the contact why and until when a portal user is switched off.' ],
	examples: {
		fits: [
			{
				name: 'the row says inactive',
				symptoms: [ 'invalid-user-name-password' ],
				findings: {
					'portal.present': true,
					'portal-user.exists': true,
					'portal-user.active': false,
					'portal-user.pending': false,
					'portal-user.awaiting-approval': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'it was never approved',
				symptoms: [ 'invalid-user-name-password' ],
				findings: {
					'portal.present': true,
					'portal-user.exists': true,
					'portal-user.active': false,
					'portal-user.pending': false,
					'portal-user.awaiting-approval': true,
				},
				not: 'portal-user-awaiting-approval',
			},
			{
				name: 'the registration was never finished',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal.present': true, 'portal-user.exists': false, 'portal-user.pending': true, 'portal-user.awaiting-approval': false },
				not: 'portal-user-pending',
			},
		],
	},
} );
