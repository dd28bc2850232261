import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-user-missing',
	system: 'catalyst-connect',
	title: 'The portal has no user of that name',
	meaning:
		'No portal user has the name that was typed, and no registration is waiting. Either the person typed another name than the one they registered with, or they were never invited. The portal answers like a wrong password.',
	when: {
		all: [
			{ symptom: 'invalid-user-name-password' },
			{ finding: 'portal.present', is: true },
			{ finding: 'portal-user.exists', is: false },
			{ finding: 'portal-user.pending', is: false },
		],
	},
	shows: [ 'invalid-user-name-password' ],
	rivals: [ 'portal-user-pending', 'wrong-portal-password' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This portal does not know the name that you typed. Use the e-mail address to which your invitation was sent. If you never got one, give the reference below to whoever runs this site.',
		mail: 'The portal does not know the name that was typed. Use the e-mail address to which your invitation was sent. If you never got one, give the reference to whoever runs this site.',
		admin: 'No portal user of the typed name; another name was meant, or nobody invited the person.',
	},
	fixPath: [
		{
			id: 'find-user-name',
			title: 'Look for the person under another name',
			body: 'Search the portal’s users for the surname and the company. If you find the person, tell them the user name, which is their e-mail address there.',
			applicability: 'guided',
			link: 'portal-users',
		},
		{
			id: 'invite-contact',
			title: 'Or invite the person',
			body: 'Open the contact in Zoho CRM, check the e-mail address and the company, and send the portal invitation from there.',
			applicability: 'guided',
			link: 'zoho-crm:contacts',
		},
	],
	verification: { finding: 'portal-user.exists', is: true },
	prevention: [ 'Write into the invitation that the user name is the e-mail address to which it was sent.' ],
	examples: {
		fits: [
			{
				name: 'no row and no waiting registration',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal.present': true, 'portal-user.exists': false, 'portal-user.active': false, 'portal-user.pending': false, 'portal-user.awaiting-approval': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'a registration waits',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal.present': true, 'portal-user.exists': false, 'portal-user.pending': true },
				not: 'portal-user-pending',
			},
			{
				name: 'the user is there and active',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal.present': true, 'portal-user.exists': true, 'portal-user.active': true, 'portal-user.pending': false, 'portal-user.awaiting-approval': false },
				not: 'wrong-portal-password',
			},
		],
	},
} );
