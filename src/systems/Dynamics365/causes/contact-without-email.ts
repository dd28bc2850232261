import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-without-email',
	system: 'dynamics-365',
	title: 'The contact has no e-mail address',
	meaning:
		'The field Email of the contact is empty. Portals find people by it, and invitations and mails for a new password go nowhere else; the second and third address do not count.',
	when: { all: [ { finding: 'contact.exists', is: true }, { finding: 'contact.has-email', is: false } ] },
	shows: [ 'cannot-log-in', 'attempt-refused', 'reset-mail-missing', 'invitation-refused', 'magentrix:account-may-be-disabled' ],
	outranks: [ 'never-invited', 'invitation-not-used', 'invitation-expired', 'reset-needs-confirmed-email', 'reset-mail-not-delivered' ],
	rivals: [ 'contact-email-differs' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your record with us has no e-mail address, and the portal needs one. Give the reference below, and the address that you want to use, to whoever runs this site.',
		mail: 'Your record with us has no e-mail address, and the portal needs one. Answer whoever runs this site with the address that you want to use, and give the reference.',
		admin: 'The contact has no e-mail address; enter the one that the person uses.',
	},
	fixPath: [
		{
			id: 'ask-address',
			title: 'Ask the person which address they use',
			body: 'By phone or in a letter to an address that you know: whoever has the mailbox can take over the login.',
			applicability: 'guided',
		},
		{
			id: 'enter-address',
			title: 'Enter it in the field Email',
			body: 'Open the contact, fill Email and save. It has to be the address that the portal user has, letter by letter; no second contact may have it.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'confirm-address',
			title: 'Let the address be confirmed',
			body: 'Power Pages treat a changed address as not confirmed. The person confirms it in the profile after logging in, or you tick Email Confirmed on the tab Web Authentication once you know that it is theirs.',
			applicability: 'guided',
			link: 'portal-contact',
			onlyIf: { finding: 'portal.used', is: true },
		},
	],
	verification: { finding: 'contact.has-email', is: true },
	prevention: [ 'Make Email required on the form with which portal contacts are entered.' ],
	examples: {
		fits: [
			{
				name: 'the field is empty',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'contact.linked': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.merged': false,
					'contact.has-email': false,
					'contact.email-matches': false,
				},
				confidence: 'certain',
			},
			{
				name: 'nobody can be invited without an address',
				findings: {
					'contact.linked': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.has-email': false,
					'contact.email-matches': false,
					'portal.used': true,
					'site.invitations': true,
					'user.exists': false,
					'invitation.sent': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'there is an address, and another one than the portal’s',
				findings: { 'contact.linked': true, 'contact.exists': true, 'contact.has-email': true, 'contact.email-matches': false, 'contact.single': true },
				not: 'contact-email-differs',
			},
		],
	},
} );
