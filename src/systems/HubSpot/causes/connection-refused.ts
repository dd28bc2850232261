import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'connection-refused',
	system: 'hubspot',
	title: 'HubSpot refuses this site’s own connection',
	meaning: 'Causeway asks HubSpot with a connection of its own. That one is refused, so nothing about the person could be looked at. It says nothing about why the person was refused: the portal uses other credentials.',
	when: { finding: 'connection.authorised', is: false },
	shows: [],
	ceiling: 'possible',
	rivals: [ 'hubspot-not-answering' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right. What keeps you out could not be looked up yet. Try again in a while; if it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: HubSpot refuses its own connection.',
	},
	fixPath: [
		{
			id: 'test-connection',
			title: 'Test the connection',
			body: 'Open the connection and choose Test. It says what HubSpot refuses.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'renew-token',
			title: 'Enter the token anew',
			body: 'Open the private app in HubSpot, show its access token, and enter it in the connection. Somebody may have rotated it, or removed the app. With a public app install it again and enter the new refresh token.',
			applicability: 'guided',
			link: 'private-apps',
		},
	],
	verification: { finding: 'connection.authorised', is: true },
	prevention: [ 'Give Causeway a private app of its own, so that nobody rotates its token for another reason.' ],
	examples: {
		fits: [
			{
				name: 'the token was rotated',
				findings: { 'connection.reachable': true, 'connection.authorised': false, 'contact.exists': 'unknown' },
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'HubSpot does not answer at all',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'connection.reachable': false, 'connection.authorised': 'unknown' },
				not: 'hubspot-not-answering',
			},
		],
	},
} );
