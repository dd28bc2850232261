import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'role-lacks-permission',
	system: 'wordpress',
	title: 'The account is logged in, but its role does not allow this',
	meaning: 'The login worked. What was asked for needs a right that this person’s role does not have, or a plugin closes this part of the REST interface. To the person it looks like a refused login.',
	when: { symptom: 'rest-forbidden' },
	shows: [ 'rest-forbidden' ],
	rivals: [ 'rest-not-logged-in' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'You are logged in, but your account may not do this. If you need it for your work, give the reference below to whoever runs this site.',
		mail: 'You were logged in, but your account may not do this. If you need it for your work, give the reference to whoever runs this site.',
		admin: 'The user’s role does not allow what was asked for.',
	},
	fixPath: [
		{
			id: 'compare-role',
			title: 'Look at the person’s role',
			body: 'Open the user and compare the role with that of somebody for whom it works.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'change-role',
			title: 'Give the right role, if they shall have the right',
			body: 'Choose the smallest role that allows it. Role editors and membership plugins can give a single right.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'check-rest-rules',
			title: 'If nobody may, look for a rule',
			body: 'Security plugins can close the REST interface to all but administrators. Look there for REST.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Try out new parts of the site with a test user of each role.' ],
	examples: {
		fits: [ { name: 'the role does not allow it', symptoms: [ 'rest-forbidden' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'nobody is logged in', symptoms: [ 'rest-not-logged-in' ], findings: {}, not: 'rest-not-logged-in' } ],
	},
} );
