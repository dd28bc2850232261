import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'connection-not-permitted',
	system: 'vendasta',
	title: 'The service account may not look at users',
	meaning: 'Vendasta accepts the key of this site’s connection, but not what it asks for. The role of the service account is too narrow, the partner ID is another one, or your plan has no API access. People’s own logins are not touched by that.',
	when: { all: [ { finding: 'connection.authorised', is: true }, { finding: 'connection.scopes', is: false } ] },
	shows: [ 'api-refused' ],
	ceiling: 'possible',
	rivals: [ 'connection-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right. What keeps you out could not be looked up yet. Try again in a while; if it still does not work, give the reference to whoever runs this site.',
		admin: 'The service account’s role, the partner ID or the plan keeps Causeway from looking.',
	},
	fixPath: [
		{
			id: 'widen-role',
			title: 'Give the service account a wider role',
			body: 'Open the service accounts and edit the one that Causeway uses. It needs to list users and read their profile, contact data and permissions; to send mails or give access, it needs the administration of users.',
			applicability: 'guided',
			link: 'service-accounts',
		},
		{
			id: 'check-partner',
			title: 'Compare the partner ID',
			body: 'Open the connection and compare the partner ID with the one in Partner Center. A service account sees the users of its own partner only.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'check-plan',
			title: 'Look whether your plan includes the API',
			body: 'Only some plans do. If yours does not, everything else here still says what to do by hand.',
			applicability: 'guided',
			link: 'plan',
		},
	],
	verification: { finding: 'connection.scopes', is: true },
	prevention: [ 'Note beside the service account what it is for, so that nobody narrows its role by mistake.' ],
	examples: {
		fits: [
			{
				name: 'a role without contact data',
				symptoms: [ 'api-refused' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': false,
					'user.exists': 'unknown',
				},
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'the key itself is refused',
				findings: {
					'connection.reachable': true,
					'connection.authorised': false,
					'connection.scopes': 'unknown',
					'user.exists': 'unknown',
				},
				not: 'connection-refused',
			},
		],
	},
} );
