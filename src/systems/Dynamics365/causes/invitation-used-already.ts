import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'invitation-used-already',
	system: 'dynamics-365',
	title: 'The invitation was used already; the person has a login',
	meaning:
		'The site refuses the invitation code, and the contact has a login: the code was redeemed before, most likely by the person. They should log in instead of following the old link again.',
	when: { all: [ { symptom: 'invitation-refused' }, { finding: 'user.exists', is: true } ] },
	shows: [ 'invitation-refused' ],
	ceiling: 'likely',
	rivals: [ 'invitation-expired' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'You do not need the invitation any more: you have a login already. Open the portal’s login page and log in there; if you do not remember the password, choose the link for a new one. If that does not help, give the reference below to whoever runs this site.',
		mail: 'You do not need the invitation any more: you have a login already. Log in on the portal’s login page, or choose the link for a new password there. If that does not help, give the reference to whoever runs this site.',
		admin: 'The code was redeemed before; send the person to the login page.',
	},
	fixPath: [
		{
			id: 'send-to-login',
			title: 'Send the person to the login page',
			body: 'Tell them the address and the User Name that the contact has on the tab Web Authentication. If they do not know the password, the login page has a link for a new one.',
			applicability: 'guided',
			link: 'portal-contact',
		},
		{
			id: 'check-who',
			title: 'If the person never used the code, look who did',
			body: 'Look at Last Successful Login on the same tab. If somebody else has redeemed it, clear Login Enabled at once, correct the address, and invite the right person anew.',
			applicability: 'guided',
			link: 'portal-contact',
		},
	],
	verification: { finding: 'user.exists', is: true },
	prevention: [ 'Take the link out of reminders once somebody has logged in.' ],
	examples: {
		fits: [
			{
				name: 'a login is there',
				symptoms: [ 'invitation-refused' ],
				findings: {
					'portal.used': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.merged': false,
					'contact.single': true,
					'contact.has-email': true,
					'contact.email-matches': true,
					'user.exists': true,
					'user.active': true,
					'user.locked': false,
					'user.logged-in-before': true,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'there is no login, and the invitation ran out',
				symptoms: [ 'invitation-refused' ],
				findings: {
					'portal.used': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.merged': false,
					'contact.single': true,
					'contact.has-email': true,
					'contact.email-matches': true,
					'site.invitations': true,
					'user.exists': false,
					'invitation.sent': true,
					'invitation.open': false,
				},
				not: 'invitation-expired',
			},
		],
	},
} );
