import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'other-organisation',
	system: 'zoho-desk',
	title: 'The connection belongs to another organisation',
	meaning: 'A consent for Zoho Desk is good for certain organisations, and the number that was entered is none of them. So nothing about the person could be looked at. A portal that is connected the same way finds nobody either.',
	when: { finding: 'organisation.matches', is: false },
	shows: [ 'organisation-mismatch', 'record-not-found' ],
	prior: 'rare',
	ceiling: 'likely',
	rivals: [ 'connection-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'We know who you are, but what keeps you out could not be looked up yet. Try again tomorrow; if it does not help, give the reference below to whoever runs this site.',
		mail: 'What keeps you out could not be looked up yet. Try again tomorrow; if it still does not work, give the reference to whoever runs this site.',
		admin: 'The connection’s consent belongs to another Zoho Desk organisation.',
	},
	fixPath: [
		{
			id: 'compare-numbers',
			title: 'Compare the numbers',
			body: 'The test of the connection says for which organisations the consent is good. If yours is among them, enter its number.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'consent-anew',
			title: 'Or give the consent in the right organisation',
			body: 'Log in to Zoho with an agent of the right organisation, make a new grant code, choose that organisation where it asks, and enter the new refresh token.',
			applicability: 'guided',
			link: 'connection',
		},
	],
	verification: { finding: 'organisation.matches', is: true },
	prevention: [ 'Note beside each connection which organisation it is for, and test it after any change of agents.' ],
	examples: {
		fits: [
			{
				name: 'the consent is for somebody else’s organisation',
				symptoms: [ 'organisation-mismatch' ],
				findings: {
					'connection.reachable': true,
					'connection.authorised': true,
					'connection.scopes': true,
					'organisation.matches': false,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the consent is refused altogether',
				symptoms: [ 'token-refused' ],
				findings: { 'connection.reachable': true, 'connection.authorised': false },
				not: 'connection-refused',
			},
		],
	},
} );
