import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'switching-refused',
	system: 'wordpress',
	title: 'User Switching would not change to the other user',
	meaning: 'Somebody of the staff wanted to see the site as another person, and it was refused. Either their role may not edit that user, or the page with the link was older than a day. The other person’s own login is not concerned.',
	when: { symptom: 'user-switching-refused' },
	shows: [ 'user-switching-refused' ],
	prior: 'rare',
	rivals: [ 'role-lacks-permission' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'The change to another user did not work. Reload the list of users and try once more. If it stays, give the reference below to whoever runs this site.',
		proven: 'The change to another user did not work. Reload the list of users and try once more. If it stays, give the reference below to whoever runs this site.',
		mail: 'The change to another user did not work. Reload the list of users and try once more. If it stays, give the reference to whoever runs this site.',
		admin: 'Somebody could not switch to another user.',
	},
	fixPath: [
		{
			id: 'reload-user-list',
			title: 'Reload the list of users and try again',
			body: 'A link from a page that was open since yesterday no longer counts.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'check-right-to-edit',
			title: 'Check the role',
			body: 'Only who may edit a user may switch to them. In a network that takes a network administrator.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'log-out-to-return',
			title: 'If switching back fails, log out',
			body: 'Then log in as yourself.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Give the support staff a role that may edit users.' ],
	examples: {
		fits: [ { name: 'switching was refused', symptoms: [ 'user-switching-refused' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'a page of its own was refused', symptoms: [ 'rest-forbidden' ], findings: {}, not: 'role-lacks-permission' } ],
	},
} );
