import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'provider-not-assigned',
	system: 'wordpress',
	title: 'The person is not assigned to this site at the login service',
	meaning: 'The account is fine. At the login service, this site is an application that only assigned people or groups may use, and this person is not among them: new in the company, moved to another team, or the group was never assigned.',
	when: { symptom: 'entra-not-assigned' },
	shows: [ 'entra-not-assigned' ],
	rivals: [ 'provider-account-unknown', 'provider-consent-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is fine, but it was not released for this site at the login service. Ask whoever looks after your company’s accounts to assign you, and give the reference below to whoever runs this site.',
		mail: 'Your account is fine, but it was not released for this site at the login service. Ask whoever looks after your company’s accounts to assign you, or give the reference to whoever runs the site.',
		admin: 'Person is not assigned to the application at the login service.',
	},
	fixPath: [
		{
			id: 'assign-person',
			title: 'Assign the person at Microsoft',
			body: 'entra.microsoft.com → Enterprise applications → the app → Users and groups → Add user/group. People in a group within a group do not count.',
			applicability: 'guided',
		},
		{
			id: 'or-assign-group',
			title: 'Or put them into the assigned group',
			body: 'Better for many: one group for the portal, assigned once. It works after some minutes, and with a fresh login.',
			applicability: 'guided',
		},
		{
			id: 'or-open-to-all',
			title: 'Or open it to the whole organisation',
			body: 'Same place, Properties → Assignment required: No. Then everybody of the organisation may log in; this site’s own rules still hold.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Make membership in the portal’s group part of the list for new colleagues.' ],
	examples: {
		fits: [
			{ name: 'Microsoft says that the person is not assigned', symptoms: [ 'entra-not-assigned' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the account is not known at all', symptoms: [ 'entra-account-unknown' ], findings: {}, not: 'provider-account-unknown' },
			{ name: 'nobody may use it before consent is given', symptoms: [ 'entra-consent-missing' ], findings: {}, not: 'provider-consent-missing' },
		],
	},
} );
