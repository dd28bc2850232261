import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'username-column-deleted',
	system: 'dynamics-365',
	title: 'The contact column that the portal takes as user name was deleted',
	meaning:
		'Another portal looks people up by a column of the contact, and that column is no longer in the table. Everybody is refused at once. What it held is gone with it, unless a backup or the portal’s own list still has it.',
	when: { all: [ { finding: 'portal-field.mapped', is: true }, { finding: 'portal-field.exists', is: false } ] },
	shows: [ 'magentrix:account-may-be-disabled', 'column-missing' ],
	prior: 'rare',
	outranks: [ 'username-column-hidden', 'username-value-empty' ],
	rivals: [ 'username-column-hidden' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The portal lacks something that it needs to find people, which keeps everybody out. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'The portal lacks something that it needs to find people; this concerns everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'The column that the portal takes as user name is gone; everybody is locked out.',
	},
	fixPath: [
		{
			id: 'check-name',
			title: 'Check the column’s name',
			body: 'Open the columns of the table Contact and compare the logical name with the one in the connection and in the portal’s settings, capital letters included. A renamed label does no harm; another logical name does.',
			applicability: 'guided',
			link: 'columns',
		},
		{
			id: 'make-column',
			title: 'Make the column again',
			body: 'If it was deleted, add a text column with the same logical name, publish it, and add it to the contact form.',
			applicability: 'guided',
			link: 'columns',
		},
		{
			id: 'fill-column',
			title: 'Fill it again',
			body: 'Export the user names from the portal, add the contacts’ ids, and import them into the new column. Let one person log in before you do the rest.',
			applicability: 'guided',
			link: 'contacts',
		},
	],
	verification: { finding: 'portal-field.exists', is: true },
	prevention: [
		'Note in the column’s description that the portal needs it.',
		'Try changes of the table in a test environment with a copy of the portal.',
	],
	examples: {
		fits: [
			{
				name: 'it is not among the columns',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'contact.exists': true, 'contact.has-account': true, 'portal-field.mapped': true, 'portal-field.exists': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'it is there, and protected',
				findings: { 'portal-field.mapped': true, 'portal-field.exists': true, 'portal-field.visible': false },
				not: 'username-column-hidden',
			},
		],
	},
} );
