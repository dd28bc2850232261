import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'role-lacks-privilege',
	system: 'dynamics-365',
	title: 'A security role lacks a privilege',
	meaning:
		'Dataverse refused a call because the caller’s security role does not grant what it takes. If the caller is the portal’s own application user, it cannot read or write people any more; often somebody changed the role, or an update brought a new table.',
	when: { symptom: 'privilege-missing' },
	shows: [ 'privilege-missing' ],
	prior: 'rare',
	ceiling: 'likely',
	rivals: [ 'application-user-missing' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The portal cannot reach its records at the moment. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'The portal could not reach its records; this concerns everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'A security role lacks a privilege; the message names it.',
	},
	fixPath: [
		{
			id: 'find-privilege',
			title: 'Read which privilege is missing',
			body: 'The message names it, such as prvReadContact, and the user’s id. Look among the application users whose that is.',
			applicability: 'guided',
			link: 'application-users',
		},
		{
			id: 'grant-privilege',
			title: 'Grant it',
			body: 'Open that user’s security role and raise the access level for the table and action that the message names. Change a copy rather than a role that came with the system.',
			applicability: 'guided',
			link: 'security-roles',
		},
		{
			id: 'check-column',
			title: 'If it names a column, look at column security',
			body: 'Then a column security profile is missing, not a role.',
			applicability: 'guided',
			link: 'column-security',
		},
	],
	verification: { all: [ { finding: 'connection.authorised', is: true }, { finding: 'connection.scopes', is: true } ] },
	prevention: [ 'Keep the role of each application user separate, and note what it is for.' ],
	examples: {
		fits: [
			{
				name: 'a log shows it',
				symptoms: [ 'privilege-missing' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the log says something else',
				symptoms: [ 'application-user-refused' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true },
				not: 'application-user-missing',
			},
		],
	},
} );
