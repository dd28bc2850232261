import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'invitation-expired',
	system: 'dynamics-365',
	title: 'The person’s invitation has run out',
	meaning:
		'The contact was invited, but the invitation’s expiry date has passed, it was closed, or somebody else used it up, and there is still no login. Its link is refused now.',
	when: {
		all: [
			{ finding: 'portal.used', is: true },
			{ finding: 'user.exists', is: false },
			{ finding: 'invitation.sent', is: true },
			{ finding: 'invitation.open', is: false },
		],
	},
	shows: [ 'cannot-log-in', 'attempt-refused', 'invitation-refused', 'reset-mail-missing' ],
	prior: 'occasional',
	rivals: [ 'invitation-not-used' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your invitation has run out before your login was set up. Ask for a new one: give the reference below to whoever runs this site.',
		mail: 'Your invitation has run out before your login was set up. Ask whoever runs this site for a new one, and give the reference.',
		admin: 'The invitation ran out unused; send a new one.',
	},
	fixPath: [
		{
			id: 'check-address',
			title: 'Check where it went',
			body: 'The invitation went to the field Email of the contact. If that address is wrong, correct it first.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'new-invitation',
			title: 'Make a new invitation',
			body: 'Open the contact in the portal’s management app, choose Create Invitation with an expiry date far enough away, save, and run the workflow Send Invitation.',
			applicability: 'guided',
			link: 'invitations',
		},
	],
	verification: { finding: 'user.exists', is: true },
	prevention: [ 'Give invitations an expiry date of some weeks, and remind people before it.' ],
	examples: {
		fits: [
			{
				name: 'its date has passed',
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
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'it is still good',
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
					'invitation.open': true,
				},
				not: 'invitation-not-used',
			},
		],
	},
} );
