import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'user-missing',
	system: 'vendasta',
	title: 'No user of Vendasta has the person’s address',
	meaning: 'Nobody among your users bears the address that this site knows. The person was never invited, under another address, or to another partner’s Vendasta.',
	when: { all: [ { finding: 'user.exists', is: false }, { any: [ { finding: 'user.deleted', is: false }, { finding: 'user.deleted', is: 'unknown' } ] } ] },
	shows: [ 'cannot-log-in', 'password-refused', 'user-not-found', 'mail-missing', 'sees-nothing' ],
	prior: 'common',
	rivals: [ 'user-deleted' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'You have no account there yet under your present address. If you used another address before, log in with that one. Otherwise give the reference below to whoever runs this site.',
		mail: 'You have no account there yet under your present address. If you used another address before, log in with that one. Otherwise tell whoever runs this site and give the reference.',
		admin: 'No user with this address; create one, or find the other address.',
	},
	fixPath: [
		{
			id: 'search-name',
			title: 'Search for the name',
			body: 'Open the users and search for a part of the name: the person may be there under another address. Then use that one, or move the person to the new one.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'create-user',
			title: 'Create the user',
			body: 'A customer’s person: create a user, choose the business, tick the welcome mail. Take the address that this site knows.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'invite-team-member',
			title: 'Or invite a team member',
			body: 'One of your own team: invite the person in My Team, and choose the role.',
			applicability: 'guided',
			link: 'team',
		},
	],
	verification: { finding: 'user.exists', is: true },
	prevention: [ 'Have the site’s address and Vendasta’s address of a person set by the same form or the same colleague.' ],
	examples: {
		fits: [
			{
				name: 'never invited',
				symptoms: [ 'user-not-found' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
					'user.exists': false,
					'user.deleted': false,
				},
				confidence: 'certain',
			},
			{
				name: 'nothing is known of before',
				symptoms: [ 'cannot-log-in' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
					'user.exists': false,
					'user.deleted': 'unknown',
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'there was one, and it was deleted',
				symptoms: [ 'user-not-found' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
					'user.exists': false,
					'user.deleted': true,
				},
				not: 'user-deleted',
			},
		],
	},
} );
