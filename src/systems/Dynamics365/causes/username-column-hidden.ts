import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'username-column-hidden',
	system: 'dynamics-365',
	title: 'The user name column is protected by column security',
	meaning:
		'The column that the portal takes as user name is there, but column security is on and hides it from this site’s connection. The portal’s own connection may be shut out in the same way; then it finds nobody.',
	when: { all: [ { finding: 'portal-field.mapped', is: true }, { finding: 'portal-field.visible', is: false } ] },
	shows: [ 'magentrix:account-may-be-disabled', 'privilege-missing' ],
	prior: 'rare',
	ceiling: 'likely',
	rivals: [ 'username-column-deleted' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The portal is not allowed to read something that it needs to find people. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'The portal is not allowed to read something that it needs to find people; this may concern everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'The user name column is hidden by column security; let the portal’s user read it.',
	},
	fixPath: [
		{
			id: 'open-profile',
			title: 'Let both connections read it',
			body: 'Open the column security profiles, choose or make one that may read this column, and add the application users of the portal and of Causeway to it.',
			applicability: 'guided',
			link: 'column-security',
		},
		{
			id: 'or-unprotect',
			title: 'Or take the protection off',
			body: 'If the column holds nothing secret, open it among the contact’s columns, switch off Enable column security, and publish.',
			applicability: 'guided',
			link: 'columns',
		},
	],
	verification: { finding: 'portal-field.visible', is: true },
	prevention: [ 'Add the portal’s application user to a column security profile before you protect a column that it reads.' ],
	examples: {
		fits: [
			{
				name: 'it may not be read',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'contact.exists': true, 'portal-field.mapped': true, 'portal-field.exists': true, 'portal-field.visible': false },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'it is not there at all',
				findings: { 'portal-field.mapped': true, 'portal-field.exists': false, 'portal-field.visible': 'unknown' },
				not: 'username-column-deleted',
			},
		],
	},
} );
