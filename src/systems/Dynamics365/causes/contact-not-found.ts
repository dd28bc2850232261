import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-not-found',
	system: 'dynamics-365',
	title: 'No contact has the person’s e-mail address',
	meaning:
		'Neither the contacts nor the recycle bin hold this address, and this site never knew the contact’s id. The person may be filed under another address, another environment may be theirs, or they were never entered. Without a contact no portal on Dynamics 365 lets them in.',
	when: { all: [ { finding: 'contact.linked', is: false }, { finding: 'contact.exists', is: false }, { finding: 'contact.in-recycle-bin', is: false } ] },
	shows: [ 'cannot-log-in', 'attempt-refused', 'contact-missing', 'magentrix:account-may-be-disabled' ],
	rivals: [ 'contact-in-recycle-bin' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'We cannot find a record of you under the address that you used. Try another address of yours that we may know, such as the one on our letters. If that does not help, give the reference below to whoever runs this site.',
		mail: 'We cannot find a record under the address that you used for the portal. If you have another address with us, try that one. Otherwise tell whoever runs this site your full name and company, and give the reference.',
		admin: 'No contact has this address; look under another one, or create the contact.',
	},
	fixPath: [
		{
			id: 'search-by-name',
			title: 'Search for the person by name',
			body: 'Open the contacts and search for the last name, inactive contacts too. If there is one under another address, ask the person which address is right and correct it there.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'create-contact',
			title: 'Otherwise create the contact',
			body: 'Make a contact with first and last name, the e-mail address that the portal user has, and the right Account in Company Name.',
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
			id: 'check-environment',
			title: 'Check that it is the right environment',
			body: 'Test and live environments look alike. Compare the environment address of the connection with the one in which you see your customers.',
			applicability: 'guided',
			link: 'connection',
		},
	],
	verification: { all: [ { finding: 'contact.exists', is: true }, { finding: 'contact.linked', is: true } ] },
	prevention: [ 'Let people change their address in one place, from which portal and Dynamics 365 both take it.' ],
	examples: {
		fits: [
			{
				name: 'nobody has the address',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'connection.authorised': true,
					'connection.scopes': true,
					'contact.linked': false,
					'contact.exists': false,
					'contact.in-recycle-bin': false,
					'portal.used': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'a deleted contact has the address',
				findings: { 'contact.linked': false, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false },
				not: 'contact-in-recycle-bin',
			},
		],
	},
} );
