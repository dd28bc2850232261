import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-without-account',
	system: 'dynamics-365',
	title: 'The contact belongs to no Account',
	meaning:
		'The field Company Name of the contact is empty. A portal such as Magentrix refuses customers and partners without an Account; Power Pages let them in and show nothing that belongs to a company.',
	when: {
		all: [
			{ finding: 'contact.exists', is: true },
			{ finding: 'contact.has-account', is: false },
			{ finding: 'contact.parent-is-contact', is: false },
		],
	},
	shows: [ 'magentrix:account-may-be-disabled', 'sees-nothing' ],
	prior: 'common',
	outranks: [ 'without-web-role', 'username-column-deleted', 'username-column-hidden', 'username-value-empty' ],
	rivals: [ 'company-is-a-contact' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is known; the link to your company is missing. The people who run this site have to set it. Give them the reference below and, if you can, the exact name of your company.',
		mail: 'Your account is known; only the link to your company is missing, and the portal needs it. Send the exact name of your company, and the reference, to whoever runs this site. You can go on as soon as the link is set.',
		admin: 'The contact has no Account; set the field Company Name.',
	},
	fixPath: [
		{
			id: 'set-account',
			title: 'Set the Account that it had before',
			body: 'Writes the Account that this site noted while things worked. You see both names before anything happens. Where none is known, or that Account is gone, it says so and leaves the choice to you.',
			applicability: 'confirm',
			action: 'set-account',
			link: 'contact',
		},
		{
			id: 'choose-account',
			title: 'Or choose it yourself',
			body: 'Open the contact, fill Company Name and save. Compare the domain of the e-mail address with other contacts of that company, and do not guess: the Account decides which data the person sees.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'wait-for-sync',
			title: 'Give another portal a few minutes',
			body: 'A portal such as Magentrix takes changes over from Dynamics 365 within five to ten minutes. Let the person try after that.',
			applicability: 'wait',
			waitMinutes: 10,
			onlyIf: { finding: 'portal.used', is: false },
		},
	],
	verification: { finding: 'contact.has-account', is: true },
	prevention: [
		'Make Company Name required on the form with which portal contacts are entered.',
		'Before you delete or merge an Account, move its contacts to another one.',
	],
	examples: {
		fits: [
			{
				name: 'everything else is there',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'contact.linked': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.has-email': true,
					'contact.email-matches': true,
					'contact.has-account': false,
					'contact.parent-is-contact': false,
				},
				confidence: 'certain',
			},
			{
				name: 'the portal’s column is gone as well, but without a company nothing opens',
				findings: {
					'contact.exists': true,
					'contact.has-account': false,
					'contact.parent-is-contact': false,
					'portal-field.mapped': true,
					'portal-field.exists': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'another contact stands in the field',
				findings: { 'contact.exists': true, 'contact.has-account': false, 'contact.parent-is-contact': true },
				not: 'company-is-a-contact',
			},
		],
	},
} );
