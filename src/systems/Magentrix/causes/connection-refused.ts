import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'connection-refused',
	system: 'magentrix',
	title: 'This site’s own connection to Magentrix does not work',
	meaning:
		'Causeway asks the portal with an API key of its own. The key is refused, or the portal does not answer this site, so nothing about the user could be looked at. It says nothing about why the person was refused: people log in with their own password.',
	when: { any: [ { finding: 'connection.reachable', is: false }, { finding: 'connection.authorised', is: false } ] },
	shows: [ 'key-refused' ],
	prior: 'occasional',
	ceiling: 'possible',
	rivals: [ 'key-of-a-narrow-user' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right. What keeps you out could not be looked up yet. Try again in a while; if it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: its own connection to Magentrix does not work.',
	},
	fixPath: [
		{
			id: 'test-connection',
			title: 'Test the connection',
			body: 'Open the connection and choose Test. It says which part fails: reaching the portal, the key, or what its user may see. The address has to be the portal’s own, the one at which people log in.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'renew-key',
			title: 'Make a new API key',
			body: 'Log in to the portal as the user whom Causeway works as, open My Settings → My External Apps, make a key and enter it in the connection. If the user was switched off, switch it on first.',
			applicability: 'guided',
			link: 'api-keys',
		},
	],
	verification: { all: [ { finding: 'connection.reachable', is: true }, { finding: 'connection.authorised', is: true } ] },
	prevention: [ 'Give Causeway a user of its own, so that nobody switches it off together with a colleague who leaves.' ],
	examples: {
		fits: [
			{
				name: 'the key is refused and nothing else is known',
				findings: { 'connection.reachable': true, 'connection.authorised': false, 'user.exists': 'unknown' },
				confidence: 'possible',
			},
			{
				name: 'the portal does not answer this site',
				findings: { 'connection.reachable': false },
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'the key is good, but its user is not an administrator',
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'connection.scopes': false },
				not: 'key-of-a-narrow-user',
			},
		],
	},
} );
