import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'connection-refused',
	system: 'dynamics-365',
	title: 'This site’s own connection to Dynamics 365 does not work',
	meaning:
		'Causeway asks Dynamics 365 with a connection of its own. That one is refused, or its security role does not reach all contacts, so the person could not be looked at. It says nothing about why they were refused: the portal uses other credentials.',
	when: { any: [ { finding: 'connection.authorised', is: false }, { finding: 'connection.scopes', is: false } ] },
	shows: [],
	ceiling: 'possible',
	rivals: [ 'own-calls-used-up', 'environment-not-answering' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'What keeps you out could not be looked up yet. Try again in a while. If it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: its own connection to Dynamics 365 does not work.',
	},
	fixPath: [
		{
			id: 'test-connection',
			title: 'Test the connection',
			body: 'Open the connection and choose Test. It says which part fails: the secret, the application user, or which privilege is missing.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'renew-secret',
			title: 'If the secret is refused, make a new one',
			body: 'Open the app registration, Certificates & secrets, add a client secret and enter its value, not its ID, in the connection. Note the day on which it runs out.',
			applicability: 'guided',
			link: 'app-registrations',
			onlyIf: { finding: 'connection.authorised', is: false },
		},
		{
			id: 'check-application-user',
			title: 'Look whether the application is a user of the environment',
			body: 'It must be listed among the application users, be active, and have a security role.',
			applicability: 'guided',
			link: 'application-users',
			onlyIf: { finding: 'connection.authorised', is: false },
		},
		{
			id: 'widen-role',
			title: 'Let its role read for the whole organisation',
			body: 'Give the security role Read on Contact and Account at the level Organization. At a smaller level contacts of other business units look as if they were gone.',
			applicability: 'guided',
			link: 'security-roles',
			onlyIf: { finding: 'connection.scopes', is: false },
		},
	],
	verification: { all: [ { finding: 'connection.authorised', is: true }, { finding: 'connection.scopes', is: true } ] },
	prevention: [ 'Give Causeway an app registration of its own, and put the end of its secret into a calendar.' ],
	examples: {
		fits: [
			{
				name: 'the secret is refused and nothing else is known',
				symptoms: [ 'cannot-log-in' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': false,
					'connection.scopes': 'unknown',
					'quota.available': 'unknown',
					'contact.exists': 'unknown',
				},
				confidence: 'possible',
			},
			{
				name: 'its role sees one business unit only',
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'connection.scopes': false, 'contact.exists': 'unknown' },
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'the connection works, and has asked too much',
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'connection.scopes': true, 'quota.available': false },
				not: 'own-calls-used-up',
			},
			{
				name: 'nothing answers',
				findings: { 'connection.reachable': false, 'connection.authorised': 'unknown' },
				not: 'environment-not-answering',
			},
		],
	},
} );
