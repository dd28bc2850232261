import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'user-deleted',
	system: 'vendasta',
	title: 'The user was deleted',
	meaning: 'This site knows the user from before, and Vendasta no longer has it, nor another one with the address. A deleted user cannot be brought back and its id is never given out again, so the person needs a new one.',
	when: { all: [ { finding: 'user.exists', is: false }, { finding: 'user.deleted', is: true } ] },
	shows: [ 'cannot-log-in', 'password-refused', 'user-not-found', 'mail-missing', 'sees-nothing' ],
	outranks: [ 'user-missing' ],
	rivals: [ 'user-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your account there is no longer present. Give the reference below to whoever runs this site: if you should still have one, they make you a new one.',
		mail: 'Your account there is no longer present. If you should still have one, tell whoever runs this site and give the reference: they make you a new one.',
		admin: 'The user was deleted for good; make a new one if that was a mistake.',
	},
	fixPath: [
		{
			id: 'ask-purpose',
			title: 'Ask whether it was on purpose',
			body: 'The person may have left. If it was meant, tell the person and close the case.',
			applicability: 'guided',
		},
		{
			id: 'make-anew',
			title: 'Else create the user anew',
			body: 'Create a user with the address that this site knows, choose the business, and set permissions and notifications anew: nothing of the old user is left to copy. Tick the welcome mail.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'invite-team-member',
			title: 'Or invite the team member anew',
			body: 'One of your own team: invite the person in My Team, and choose the role.',
			applicability: 'guided',
			link: 'team',
		},
	],
	verification: { finding: 'user.exists', is: true },
	prevention: [ 'Take the businesses away from a user first, and delete it only some weeks later.' ],
	examples: {
		fits: [
			{
				name: 'gone since the last look',
				symptoms: [ 'user-not-found' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
					'user.exists': false,
					'user.deleted': true,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'there never was one',
				symptoms: [ 'user-not-found' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
					'user.exists': false,
					'user.deleted': false,
				},
				not: 'user-missing',
			},
		],
	},
} );
