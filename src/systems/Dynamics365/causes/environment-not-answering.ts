import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'environment-not-answering',
	system: 'dynamics-365',
	title: 'Dynamics 365 does not answer this site',
	meaning:
		'Neither the environment nor Microsoft’s login host answered in time, so nothing could be looked at. If the environment itself is down, portals on it refuse everybody; if only the way from this server is blocked, nobody but Causeway is concerned.',
	when: { finding: 'connection.reachable', is: false },
	shows: [ 'cannot-log-in', 'magentrix:account-may-be-disabled' ],
	prior: 'rare',
	ceiling: 'possible',
	rivals: [ 'connection-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'A service that the portal needs does not answer at the moment. You have nothing to change: try again in a while, or give the reference below to whoever runs this site.',
		mail: 'A service that the portal needs did not answer; this may concern everybody, not only you. Try again in a while. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'Dynamics 365 does not answer this site; see whether the environment is up.',
	},
	fixPath: [
		{
			id: 'open-environment',
			title: 'Open Dynamics 365 yourself',
			body: 'If it opens, the environment is up, and the way from this server is blocked: ask your host about outgoing connections to dynamics.com and microsoftonline.com.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'check-health',
			title: 'If it does not open, look at the service health',
			body: 'The Microsoft 365 admin centre shows under Health → Service health what is disturbed. An environment in administration mode lets administrators in only.',
			applicability: 'guided',
		},
		{
			id: 'check-address',
			title: 'Check the environment’s address',
			body: 'Its name can be changed in the admin centre; then the old address is dead. Enter the new one in the connection.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'wait',
			title: 'Otherwise wait',
			body: 'Disturbances end by themselves; Causeway looks again and closes the case.',
			applicability: 'wait',
			waitMinutes: 30,
		},
	],
	verification: { finding: 'connection.reachable', is: true },
	prevention: [ 'Subscribe to the service health messages of Dynamics 365 and Power Pages.' ],
	examples: {
		fits: [
			{
				name: 'nothing answers',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'connection.reachable': false, 'connection.authorised': 'unknown', 'contact.exists': 'unknown' },
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'it answers, and refuses',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'connection.reachable': true, 'connection.authorised': false, 'contact.exists': 'unknown' },
				not: 'connection-refused',
			},
		],
	},
} );
