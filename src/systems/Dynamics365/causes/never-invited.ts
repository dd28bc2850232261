import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'never-invited',
	system: 'dynamics-365',
	title: 'The contact has no login on the site and was never invited',
	meaning:
		'The contact exists, but has neither a user name nor another login provider, and nobody made an invitation for it. Being in Dynamics 365 is not enough: on Power Pages a person gets a login by redeeming an invitation or by registering.',
	when: { all: [ { finding: 'portal.used', is: true }, { finding: 'user.exists', is: false }, { finding: 'invitation.sent', is: false } ] },
	shows: [ 'cannot-log-in', 'attempt-refused', 'reset-mail-missing' ],
	prior: 'common',
	rivals: [ 'invitation-not-used' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'You are in our records, but you have no login for the portal yet. Ask for an invitation: give the reference below to whoever runs this site.',
		mail: 'You are in our records, but you have no login for the portal yet. Ask whoever runs this site for an invitation, and give the reference.',
		admin: 'Known in Dynamics 365, but never invited to the site; send an invitation.',
	},
	fixPath: [
		{
			id: 'check-right',
			title: 'Make sure that the person shall have access',
			body: 'An invitation opens the site to whoever reads the mailbox. Check that Email and Company Name of the contact are right.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'invite',
			title: 'Invite the person',
			body: 'Open the contact in the portal’s management app, choose Create Invitation, add the web roles that the person needs, save, and run the workflow Send Invitation. The mail goes to the field Email.',
			applicability: 'guided',
			link: 'invitations',
		},
		{
			id: 'or-register',
			title: 'Or let the person register',
			body: 'If the site lets anybody register with an address that is known, send the person there; the login is then joined to this contact.',
			applicability: 'guided',
			link: 'site-settings',
		},
	],
	verification: { finding: 'user.exists', is: true },
	prevention: [ 'Make the invitation part of the routine by which you take in new customers.' ],
	examples: {
		fits: [
			{
				name: 'nothing was ever sent',
				symptoms: [ 'attempt-refused' ],
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
					'invitation.sent': false,
					'invitation.open': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'an invitation is on its way',
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
