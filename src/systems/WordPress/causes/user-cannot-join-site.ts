import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'user-cannot-join-site',
	system: 'wordpress',
	title: 'WordPress would not add the user to this site',
	meaning: 'An account exists in the network, and giving it a role on this site was refused. Either the account is gone meanwhile, or a plugin decides who may join, for instance by licence or by number of members.',
	when: { symptom: 'not-added-to-site' },
	shows: [ 'not-added-to-site' ],
	prior: 'rare',
	rivals: [ 'no-role-on-site' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your account could not be added to this site yet. You cannot change that yourself: give the reference below to whoever runs this site.',
		mail: 'Your account could not be added to the site yet. You cannot change that yourself: give the reference to whoever runs this site.',
		admin: 'The user could not be added to this site.',
	},
	fixPath: [
		{
			id: 'check-member-limits',
			title: 'Look for a plugin that limits members',
			body: 'Membership, licence or network plugins can forbid new members. Their settings or their log name the limit.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'add-as-network-admin',
			title: 'Add the user as a network administrator',
			body: 'Network Admin → Sites → the site → Users: add the existing user with a role. The message there is often more exact.',
			applicability: 'guided',
			link: 'network-sites',
		},
	],
	verification: { finding: 'user.is-member', is: true },
	prevention: [ 'Raise a limit of members before it is reached.' ],
	examples: {
		fits: [ { name: 'WordPress would not add the user', symptoms: [ 'not-added-to-site' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the user is there and has no role', symptoms: [ 'no-role-redirect' ], findings: { 'user.exists': true, 'user.is-member': false, 'user.is-spam': false }, not: 'no-role-on-site' } ],
	},
} );
