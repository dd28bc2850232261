import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'provider-account-unknown',
	system: 'wordpress',
	title: 'The person logged in with an account that the organisation does not know',
	meaning: 'The login service found no such account in the organisation that this site works with: the browser took another account by itself (a private one, or that of another company), the name is mistyped, or the person is a guest who was never invited.',
	when: { symptom: 'entra-account-unknown' },
	shows: [ 'entra-account-unknown' ],
	rivals: [ 'provider-not-assigned' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The login service does not know the account that you chose. Open the login page in a private window and choose the account of your company. If you use that one already, give the reference below to whoever runs this site.',
		mail: 'The login service does not know the account that you chose. Open the login page of the site in a private window and choose the account of your company. If you use that one already, ask whoever looks after your accounts for an invitation, or give the reference to whoever runs the site.',
		admin: 'Microsoft does not know the account in this organisation.',
	},
	fixPath: [
		{
			id: 'use-private-window',
			title: 'Let the person try in a private window',
			body: 'There the browser offers no other account by itself. They type the full address of their work account.',
			applicability: 'guided',
		},
		{
			id: 'find-account',
			title: 'Look for the person in the directory',
			body: 'entra.microsoft.com → Users → All users. Is the account there, under this very name, and not among the deleted ones? Deleted users can be restored for 30 days.',
			applicability: 'guided',
		},
		{
			id: 'invite-guest',
			title: 'Invite a person of another company as a guest',
			body: 'Users → New user → Invite external user. They have to open the mail once. Then assign them to the application.',
			applicability: 'guided',
		},
		{
			id: 'check-tenant',
			title: 'If it hits everybody, check the organisation',
			body: 'The address in the plugin’s settings names one organisation (tenant). If customers of many companies shall get in, the app must be registered for accounts in any organisation.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Name the account to log in with in every welcome mail.' ],
	examples: {
		fits: [
			{ name: 'Microsoft does not know the account', symptoms: [ 'entra-account-unknown' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the account is known, but not assigned', symptoms: [ 'entra-not-assigned' ], findings: {}, not: 'provider-not-assigned' },
		],
	},
} );
