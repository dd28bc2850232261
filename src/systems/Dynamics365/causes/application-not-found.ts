import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'application-not-found',
	system: 'dynamics-365',
	title: 'Microsoft Entra does not know application, tenant or environment',
	meaning:
		'The client ID, the tenant ID or the environment’s address do not belong together: the app registration was deleted, the value is mistyped, or it comes from another tenant or national cloud.',
	when: { symptom: 'application-unknown' },
	shows: [ 'application-unknown' ],
	prior: 'rare',
	ceiling: 'likely',
	rivals: [ 'secret-not-accepted' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The portal cannot reach its records at the moment. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'The portal could not reach its records; this concerns everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'Client ID, tenant ID or environment address do not fit together.',
	},
	fixPath: [
		{
			id: 'compare-values',
			title: 'Compare the three values',
			body: 'Client ID and tenant ID stand on the overview page of the app registration; the environment’s address is the one at which you open Dynamics 365.',
			applicability: 'guided',
			link: 'app-registrations',
		},
		{
			id: 'restore-registration',
			title: 'If the registration was deleted, bring it back',
			body: 'Deleted app registrations are kept for 30 days under Deleted applications. After that make a new one, and add it to the environment as an application user.',
			applicability: 'guided',
			link: 'app-registrations',
		},
		{
			id: 'enter-values',
			title: 'Enter what was wrong',
			body: 'In Causeway’s connection, or in the settings of the portal whose log shows the message.',
			applicability: 'guided',
			link: 'connection',
		},
	],
	verification: { finding: 'connection.authorised', is: true },
	prevention: [ 'Write into the name of each app registration what uses it, so that nobody deletes it in a clean-up.' ],
	examples: {
		fits: [
			{
				name: 'a log shows it',
				symptoms: [ 'application-unknown' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the log says something else',
				symptoms: [ 'secret-refused' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true },
				not: 'secret-not-accepted',
			},
		],
	},
} );
