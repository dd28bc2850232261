import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'username-value-empty',
	system: 'dynamics-365',
	title: 'The contact’s user name column is empty',
	meaning:
		'The portal looks people up by a column of the contact, and this contact has nothing in it. An import, a flow or a merge may have cleared it, or it was never filled.',
	when: { all: [ { finding: 'contact.exists', is: true }, { finding: 'portal-field.filled', is: false } ] },
	shows: [ 'magentrix:account-may-be-disabled' ],
	prior: 'rare',
	rivals: [ 'username-column-hidden' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your record with us lacks the user name that the portal looks for. The people who run this site have to enter it. Give them the reference below so that they find your case at once.',
		mail: 'Your record with us lacks the user name that the portal looks for; you cannot enter it yourself. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'The contact’s user name column is empty; fill it in.',
	},
	fixPath: [
		{
			id: 'fill-value',
			title: 'Fill in the user name',
			body: 'Open the contact and enter the name that the portal user has, letter by letter. If the column is not on the form, add it there first.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'find-emptier',
			title: 'Find out what cleared it',
			body: 'Look whether other contacts lost theirs too. Imports and flows that write this column are the usual reason.',
			applicability: 'guided',
			link: 'contacts',
		},
	],
	verification: { finding: 'portal-field.filled', is: true },
	prevention: [ 'Make the column read-only on forms, and leave it out of imports.' ],
	examples: {
		fits: [
			{
				name: 'nothing in it',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'contact.linked': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.has-account': true,
					'portal-field.mapped': true,
					'portal-field.exists': true,
					'portal-field.visible': true,
					'portal-field.filled': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'nobody may see what is in it',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'contact.exists': true,
					'portal-field.mapped': true,
					'portal-field.exists': true,
					'portal-field.visible': false,
					'portal-field.filled': 'unknown',
				},
				not: 'username-column-hidden',
			},
		],
	},
} );
