import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-credential-refused',
	system: 'hubspot',
	title: 'HubSpot refuses the credentials of the portal',
	meaning: 'The message comes from a call with credentials that HubSpot no longer takes: the token of a private app was rotated, the app was removed from the account, or its consent ended. Until it is connected again, the portal can look nobody up.',
	when: { any: [ { symptom: 'token-refused' }, { symptom: 'refresh-refused' } ] },
	shows: [ 'token-refused', 'refresh-refused' ],
	ceiling: 'likely',
	rivals: [ 'connection-refused', 'scope-missing' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal has lost the connection to its records; this concerns everybody. Try again later, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal has lost the connection to its records; this concerns everybody. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'HubSpot refuses the portal’s credentials; connect the portal again.',
	},
	fixPath: [
		{
			id: 'find-owner',
			title: 'Find out whose call it was',
			body: 'If the message comes from the portal, go on here. If it comes from Causeway, enter the token in its connection anew.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'reconnect-portal',
			title: 'Connect the portal with HubSpot again',
			body: 'Open the portal’s connection to HubSpot and connect it anew, as a user who may install apps. With a private app copy its present token into the portal.',
			applicability: 'guided',
			link: 'portal-connection',
		},
		{
			id: 'check-app',
			title: 'Look whether the app is still there',
			body: 'Open the private apps, or the connected apps, in HubSpot. Who removed it may know why.',
			applicability: 'guided',
			link: 'private-apps',
		},
	],
	verification: { finding: 'connection.authorised', is: true },
	prevention: [ 'Write into the app’s description which portal lives on it.', 'When you rotate a token, change it in the portal in the same minute.' ],
	examples: {
		fits: [
			{
				name: 'the portal’s log says so',
				symptoms: [ 'token-refused' ],
				findings: { 'connection.authorised': true },
				confidence: 'likely',
			},
			{
				name: 'no new token is given',
				symptoms: [ 'refresh-refused' ],
				findings: {},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'no message, and our own connection is refused',
				findings: { 'connection.reachable': true, 'connection.authorised': false },
				not: 'connection-refused',
			},
			{
				name: 'the app is known, but may not ask this',
				symptoms: [ 'scope-missing' ],
				findings: { 'connection.authorised': true, 'connection.scopes': true },
				not: 'scope-missing',
			},
		],
	},
} );
