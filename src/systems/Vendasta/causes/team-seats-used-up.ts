import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'team-seats-used-up',
	system: 'vendasta',
	title: 'The plan has no room for another team member',
	meaning: 'Each plan has a number of administrators, salespeople and digital agents. When they are used up, nobody can be invited or given the role. Vendasta shows that in My Team and in the plan only, so look there.',
	when: { symptom: 'seats-full' },
	shows: [ 'seats-full' ],
	ceiling: 'possible',
	rivals: [ 'team-member-without-role' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your place in the team could not be set up yet. Give the reference below to whoever runs this site: they can make room for you.',
		mail: 'Your place in the team could not be set up yet. Tell whoever runs this site and give the reference: they can make room for you.',
		admin: 'No room in the plan for another team member.',
	},
	fixPath: [
		{
			id: 'look-at-plan',
			title: 'Look how many the plan has',
			body: 'The plan names the number of each kind, and what a larger one costs.',
			applicability: 'guided',
			link: 'plan',
		},
		{
			id: 'free-a-seat',
			title: 'Free a place, or take a larger plan',
			body: 'In My Team, look for people who have left. Give a place to the new person by taking the role of one who no longer needs it.',
			applicability: 'guided',
			link: 'team',
		},
		{
			id: 'invite-again',
			title: 'Then invite the person again',
			body: 'Choose the role, and let the welcome mail go out with it.',
			applicability: 'guided',
			link: 'team',
		},
	],
	verification: { all: [ { finding: 'user.exists', is: true }, { finding: 'user.has-role', is: true } ] },
	prevention: [ 'Go through My Team when somebody leaves.' ],
	examples: {
		fits: [
			{
				name: 'told by a banner',
				symptoms: [ 'seats-full' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
				},
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'the role alone is missing',
				symptoms: [ 'sees-nothing' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
					'user.exists': true,
					'user.deleted': false,
					'user.single': true,
					'user.email-matches': true,
					'user.former-exists': false,
					'user.team-member': true,
					'user.confirmed': true,
					'user.has-email': true,
					'user.has-location': false,
					'user.at-known-location': 'unknown',
					'user.has-role': false,
				},
				not: 'team-member-without-role',
			},
		],
	},
} );
