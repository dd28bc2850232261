import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-user-pending',
	system: 'catalyst-connect',
	title: 'The registration was never confirmed',
	saidAs: [ 'signed up but never verified', 'registered and did not confirm the mail' ],
	meaning:
		'The person filled in the registration form, but the link in the confirmation mail was not opened. Until then there is no portal user, and the portal answers like a wrong password.',
	when: { finding: 'portal-user.pending', is: true },
	shows: [ 'invalid-user-name-password' ],
	outranks: [ 'portal-user-missing' ],
	rivals: [ 'portal-user-missing', 'portal-user-inactive' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your registration is not finished: the link in our confirmation mail was not opened yet. Look for that mail, also among unwanted mail, and open the link. If it does not turn up, give the reference below to whoever runs this site.',
		mail: 'Your registration is not finished: the link in our confirmation mail was not opened yet. Look for that mail, also among unwanted mail, and open the link. If it does not turn up, give the reference to whoever runs this site.',
		admin: 'Registration waits for the person to confirm the e-mail address.',
	},
	fixPath: [
		{
			id: 'ask-for-confirmation',
			title: 'Ask the person to open the confirmation mail',
			body: 'Most often it lies among unwanted mail. Tell the person the sender’s address and the day of the registration.',
			applicability: 'guided',
			link: 'pending-users',
		},
		{
			id: 'resend-confirmation',
			title: 'If it is lost, let the person register again',
			body: 'Remove the waiting registration from the list, then ask the person to fill in the form again, or invite the contact from Zoho CRM.',
			applicability: 'guided',
			link: 'pending-users',
		},
	],
	verification: { all: [ { finding: 'portal-user.exists', is: true }, { finding: 'portal-user.active', is: true } ] },
	prevention: [ 'Send the site’s mail through a mail service, so that confirmation mails arrive.' ],
	examples: {
		fits: [
			{
				name: 'a registration waits',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal.present': true, 'portal-user.exists': false, 'portal-user.active': false, 'portal-user.pending': true, 'portal-user.awaiting-approval': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'nothing waits and no user is there',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal.present': true, 'portal-user.exists': false, 'portal-user.pending': false },
				not: 'portal-user-missing',
			},
			{
				name: 'the user is there and switched off',
				symptoms: [ 'invalid-user-name-password' ],
				findings: { 'portal-user.exists': true, 'portal-user.active': false, 'portal-user.pending': false, 'portal-user.awaiting-approval': false },
				not: 'portal-user-inactive',
			},
		],
	},
} );
