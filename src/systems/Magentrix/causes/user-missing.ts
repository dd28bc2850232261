import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'user-missing',
	system: 'magentrix',
	title: 'The person is no user of the portal',
	meaning:
		'No user has this address or this login name. A contact in the CRM lets nobody in by itself: an administrator makes a user for it, or the person registers.',
	when: { finding: 'user.exists', is: false },
	shows: [ 'account-may-be-disabled', 'cannot-log-in', 'password-refused' ],
	prior: 'common',
	outranks: [ 'user-inactive', 'password-refused', 'wrong-login-address', 'invitation-not-used' ],
	rivals: [ 'user-inactive' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'You can reach this page, but no account for the portal behind it has been made for you yet. Whoever runs it makes one; you then get a mail with the next step. Give the reference below to speed it up.',
		mail: 'No account for the portal that you wanted to open has been made for you yet. Whoever runs it makes one, and you then get a mail with the next step. Give them the reference to speed it up.',
		admin: 'No user in Magentrix under this address: make one.',
	},
	fixPath: [
		{
			id: 'search-other-address',
			title: 'Look whether the person has a user under another address',
			body: 'Search Manage Users by the last name. If there is one, either the person logs in with that address, or you change the address there.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'add-user',
			title: 'Make a user',
			body: 'Choose the kind of user first: partner and customer users are linked to a contact, colleagues are not. Enter the address exactly as the contact has it, choose the contact and a security role, and save.',
			applicability: 'guided',
			link: 'users',
		},
	],
	verification: { finding: 'user.exists', is: true },
	prevention: [ 'Put “make a portal user” on the list for each new contact who is to log in.' ],
	examples: {
		fits: [
			{
				name: 'nobody has that address',
				symptoms: [ 'account-may-be-disabled' ],
				findings: { 'connection.scopes': true, 'user.exists': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'there is a user, switched off',
				symptoms: [ 'account-may-be-disabled' ],
				findings: {
					'connection.scopes': true,
					'user.exists': true,
					'user.single': true,
					'user.active': false,
					'user.has-role': true,
					'user.needs-contact': true,
					'user.linked': true,
					'user.logged-in-before': true,
					'contact.exists': true,
					'contact.email-matches': true,
					'contact.has-account': true,
					'contact.community-user': true,
					'change.recent': false,
				},
				not: 'user-inactive',
			},
		],
	},
} );
