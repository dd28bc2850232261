import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'key-of-a-narrow-user',
	system: 'magentrix',
	title: 'The API key belongs to a user who may not look at users',
	meaning:
		'The portal answers, and hides the list of users: Magentrix gives an API key the rights of the user who made it, and only administrators see other users. So nothing could be found out about the person. It does not keep anybody out by itself.',
	when: { finding: 'connection.scopes', is: false },
	shows: [ 'key-refused' ],
	prior: 'rare',
	ceiling: 'possible',
	rivals: [ 'connection-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right. What keeps you out could not be looked up yet. Try again in a while; if it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: its API key may not see users.',
	},
	fixPath: [
		{
			id: 'choose-user',
			title: 'Choose an administrator for Causeway',
			body: 'Open Manage Users and look which user the key was made by. Its security role has to be Administrator, or one that may read users, contacts and the login history.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'renew-key',
			title: 'Make the key as that user',
			body: 'Log in to the portal as that user, open My Settings → My External Apps, make a key and enter it in the connection.',
			applicability: 'guided',
			link: 'api-keys',
		},
	],
	verification: { finding: 'connection.scopes', is: true },
	prevention: [ 'Note beside the connection which user its key belongs to, before somebody narrows that user’s role.' ],
	examples: {
		fits: [
			{
				name: 'the list of users is closed',
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'connection.scopes': false, 'user.exists': 'unknown' },
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'the key itself is refused',
				findings: { 'connection.reachable': true, 'connection.authorised': false, 'connection.scopes': 'unknown' },
				not: 'connection-refused',
			},
		],
	},
} );
