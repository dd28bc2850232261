import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'hubspot-not-answering',
	system: 'hubspot',
	title: 'HubSpot does not answer',
	meaning: 'This site does not get an answer of HubSpot in time. If the portal asks HubSpot at every login, it cannot let anybody in meanwhile. It passes by itself once HubSpot, or the network between, works again.',
	when: { finding: 'connection.reachable', is: false },
	shows: [ 'magentrix:account-may-be-disabled', 'cannot-log-in' ],
	ceiling: 'likely',
	rivals: [ 'connection-refused', 'daily-calls-used-up' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. A service that the portal needs does not answer at the moment. Try again in half an hour; if it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. A service that the portal needs did not answer. Try again in half an hour. If it still does not work, give the reference to whoever runs this site.',
		admin: 'HubSpot does not answer; wait, and look at its status page.',
	},
	fixPath: [
		{
			id: 'wait-for-hubspot',
			title: 'Wait until HubSpot answers again',
			body: 'Causeway looks again by itself. HubSpot tells of outages, and of accounts that move to another data centre, on its status page.',
			applicability: 'wait',
			waitMinutes: 30,
		},
		{
			id: 'check-network',
			title: 'Look whether only this site does not get through',
			body: 'Open HubSpot in a browser. If that works, ask your hosting company whether the server may reach the address of the API.',
			applicability: 'guided',
			link: 'connection',
		},
	],
	verification: { finding: 'connection.reachable', is: true },
	prevention: [ 'Follow HubSpot’s status page by mail.' ],
	examples: {
		fits: [
			{
				name: 'nothing comes back in time',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'connection.reachable': false, 'contact.exists': 'unknown' },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'it answers, and refuses our credentials',
				findings: { 'connection.reachable': true, 'connection.authorised': false },
				not: 'connection-refused',
			},
			{
				name: 'it answers, and says that the calls are used up',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'quota.available': false },
				not: 'daily-calls-used-up',
			},
		],
	},
} );
