import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'desk-not-answering',
	system: 'zoho-desk',
	title: 'Zoho Desk does not answer',
	meaning: 'Zoho Desk did not answer this site in time, or answered that it is out of order. If it is down for everybody, the Help Center is as well; if only this site cannot reach it, a firewall or a proxy here is in the way.',
	when: { finding: 'connection.reachable', is: false },
	shows: [ 'server-fault', 'cannot-log-in' ],
	prior: 'rare',
	ceiling: 'possible',
	rivals: [ 'connection-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The help centre does not answer at the moment, and that concerns everybody. You have nothing to change: try again in half an hour. If it does not help, give the reference below to whoever runs this site.',
		mail: 'The help centre did not answer, and that concerned everybody, not only you. Try again in half an hour; if it still does not work, give the reference to whoever runs this site.',
		admin: 'Zoho Desk does not answer this site.',
	},
	fixPath: [
		{
			id: 'open-help-center',
			title: 'See whether the Help Center opens',
			body: 'Open it from another network, such as a phone without Wi-Fi. If it does not open there either, the trouble is at Zoho’s side.',
			applicability: 'guided',
			link: 'help-center',
		},
		{
			id: 'wait-for-zoho',
			title: 'Wait while Zoho mends it',
			body: 'Nothing can be done here about an outage. Causeway looks again by itself.',
			applicability: 'wait',
			waitMinutes: 30,
		},
		{
			id: 'check-firewall',
			title: 'If it opens elsewhere: look at this site’s way out',
			body: 'Ask the host whether calls to Zoho’s addresses are blocked, and test the connection again.',
			applicability: 'guided',
			link: 'connection',
		},
	],
	verification: { finding: 'connection.reachable', is: true },
	prevention: [ 'Tell customers beforehand how to reach you while the Help Center is down.' ],
	examples: {
		fits: [
			{
				name: 'no answer comes',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'connection.reachable': false },
				confidence: 'possible',
			},
			{
				name: 'a call came back with a fault of theirs',
				symptoms: [ 'server-fault' ],
				findings: { 'connection.reachable': false },
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'it answers, and refuses the credentials',
				symptoms: [ 'token-refused' ],
				findings: { 'connection.reachable': true, 'connection.authorised': false },
				not: 'connection-refused',
			},
		],
	},
} );
