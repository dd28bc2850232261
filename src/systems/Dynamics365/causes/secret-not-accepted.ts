import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'secret-not-accepted',
	system: 'dynamics-365',
	title: 'An application’s client secret is wrong or has run out',
	meaning:
		'Microsoft Entra gave no access token: the client secret that the application sends is not the value of one of its secrets, or its last day has passed. Whatever uses that application, such as the portal’s synchronisation, stands still.',
	when: { symptom: 'secret-refused' },
	shows: [ 'secret-refused' ],
	ceiling: 'likely',
	rivals: [ 'application-not-found' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The portal cannot reach its records at the moment. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'The portal could not reach its records; this concerns everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'An application’s secret is wrong or over; make a new one and enter it there.',
	},
	fixPath: [
		{
			id: 'find-application',
			title: 'Find out which application it is',
			body: 'The message names the application’s ID. Compare it with the client ID of Causeway’s connection, of the portal and of your other integrations.',
			applicability: 'guided',
			link: 'app-registrations',
		},
		{
			id: 'make-secret',
			title: 'Make a new secret',
			body: 'Open the app registration, Certificates & secrets, and add a client secret. Copy its value at once: it is shown only now, and its ID is something else.',
			applicability: 'guided',
			link: 'app-registrations',
		},
		{
			id: 'enter-secret',
			title: 'Enter it where the application runs',
			body: 'In Causeway that is the connection; in a portal its settings for Dynamics 365. Test it, and remove the old secret only then.',
			applicability: 'guided',
			link: 'connection',
		},
	],
	verification: { finding: 'connection.authorised', is: true },
	prevention: [ 'Put the last day of each secret into a calendar, with a month’s warning.' ],
	examples: {
		fits: [
			{
				name: 'a log shows it',
				symptoms: [ 'secret-refused' ],
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
