import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-user-awaiting-approval',
	system: 'catalyst-connect',
	title: 'The portal user waits for your approval',
	meaning:
		'The person has registered and confirmed the e-mail address, and the portal is set to let an administrator decide. Until somebody approves, the portal answers like a wrong password.',
	when: { finding: 'portal-user.awaiting-approval', is: true },
	shows: [ 'invalid-user-name-password' ],
	outranks: [ 'portal-user-inactive' ],
	rivals: [ 'portal-user-inactive' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your registration has arrived and waits for approval. A new password will not speed it up. If you have waited for more than a working day, give the reference below to whoever runs this site.',
		mail: 'Your registration has arrived and waits for approval; a new password does not speed it up. If you have waited for more than a working day, give the reference to whoever runs this site.',
		admin: 'Portal user waits for your approval.',
	},
	fixPath: [
		{
			id: 'decide-approval',
			title: 'Approve or refuse the registration',
			body: 'Open the waiting registrations, check that you know the person and the company, and approve. Where a company of the same name exists already, link the contact to that one first.',
			applicability: 'guided',
			link: 'pending-users',
		},
	],
	verification: { finding: 'portal-user.active', is: true },
	prevention: [ 'Let a second person get the portal’s mails about new registrations.' ],
	examples: {
		fits: [
			{
				name: 'the row waits for approval',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal-user.exists': true, 'portal-user.active': false, 'portal-user.pending': false, 'portal-user.awaiting-approval': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'it was approved once and switched off later',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal-user.exists': true, 'portal-user.active': false, 'portal-user.pending': false, 'portal-user.awaiting-approval': false },
				not: 'portal-user-inactive',
			},
		],
	},
} );
