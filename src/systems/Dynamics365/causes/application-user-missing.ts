import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'application-user-missing',
	system: 'dynamics-365',
	title: 'The application is no user of the environment, or a disabled one',
	meaning:
		'Microsoft Entra knows the application and gives it a token, but the environment does not: it was never added as an application user, was removed, or is inactive. A copy of an environment loses them often.',
	when: { symptom: 'application-user-refused' },
	shows: [ 'application-user-refused' ],
	prior: 'rare',
	ceiling: 'likely',
	rivals: [ 'application-not-found' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The portal cannot reach its records at the moment. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'The portal could not reach its records; this concerns everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'Add the application to the environment as a user, with a security role.',
	},
	fixPath: [
		{
			id: 'add-user',
			title: 'Add it, or activate it',
			body: 'Open the application users of the environment. If it is there and inactive, activate it; else choose New app user, pick the app registration, a business unit, and a security role.',
			applicability: 'guided',
			link: 'application-users',
		},
		{
			id: 'give-role',
			title: 'Give it a security role',
			body: 'Without one it may do nothing. Read on Contact and Account for the whole organisation is the least that Causeway needs; a portal’s maker says what it needs.',
			applicability: 'guided',
			link: 'security-roles',
		},
	],
	verification: { finding: 'connection.authorised', is: true },
	prevention: [ 'After copying or resetting an environment, look over its application users.' ],
	examples: {
		fits: [
			{
				name: 'a log shows it',
				symptoms: [ 'application-user-refused' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the log says something else',
				symptoms: [ 'application-unknown' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true },
				not: 'application-not-found',
			},
		],
	},
} );
