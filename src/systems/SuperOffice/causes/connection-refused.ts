import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'connection-refused',
	system: 'superoffice',
	title: 'This site’s own connection to SuperOffice does not work',
	meaning: 'Causeway asks SuperOffice with a connection of its own. That one is refused or does not get through, so nothing about the user could be looked at. It says nothing about why the person was refused: people log in with their own credentials.',
	when: { any: [ { finding: 'connection.reachable', is: false }, { finding: 'connection.authorised', is: false } ] },
	shows: [],
	ceiling: 'possible',
	rivals: [ 'tenant-not-running' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right. What keeps you out could not be looked up yet. Try again in a while; if it still does not work, give the reference to whoever runs this site.',
		admin: 'Causeway could not look: its own connection to SuperOffice does not work.',
	},
	fixPath: [
		{
			id: 'test-connection',
			title: 'Test the connection',
			body: 'Open the connection and choose Test. It says which part fails: reaching SuperOffice, the credentials, or the role of the user behind them.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'renew-consent',
			title: 'Online: approve the application once more',
			body: 'If the credentials are refused, an administrator of your tenant opens the application’s approval address and approves it again. Enter the new system user token, or the new refresh token, in the connection.',
			applicability: 'guided',
			link: 'applications',
			onlyIf: { finding: 'installation.online', is: true },
		},
		{
			id: 'renew-password',
			title: 'Onsite: check the user that Causeway uses',
			body: 'Open the users and look whether Causeway’s user still may log in and still has its licence. Enter its password anew in the connection.',
			applicability: 'guided',
			link: 'users',
			onlyIf: { finding: 'installation.online', is: false },
		},
	],
	verification: { all: [ { finding: 'connection.reachable', is: true }, { finding: 'connection.authorised', is: true } ] },
	prevention: [ 'Give Causeway a user or an application of its own, so that nobody changes its password for another reason.' ],
	examples: {
		fits: [
			{
				name: 'the credentials are refused and nothing else is known',
				findings: { 'connection.reachable': true, 'connection.authorised': false, 'user.exists': 'unknown' },
				confidence: 'possible',
			},
			{ name: 'the server does not answer this site', findings: { 'connection.reachable': false }, confidence: 'possible' },
		],
		nearMisses: [
			{
				name: 'the tenant itself does not run',
				findings: {
					'connection.reachable': true,
					'connection.authorised': 'unknown',
					'installation.online': true,
					'installation.running': false,
					'installation.passing': false,
				},
				not: 'tenant-not-running',
			},
		],
	},
} );
