import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'company-is-a-contact',
	system: 'dynamics-365',
	title: 'Another contact stands where the company should be',
	meaning:
		'Company Name takes an Account or a contact. Here it holds a contact, such as a household or a contact person, so the portal finds no company behind the person: it refuses, or shows no company data.',
	when: { all: [ { finding: 'contact.exists', is: true }, { finding: 'contact.parent-is-contact', is: true } ] },
	shows: [ 'magentrix:account-may-be-disabled', 'sees-nothing' ],
	prior: 'rare',
	outranks: [ 'without-web-role', 'username-column-deleted', 'username-column-hidden', 'username-value-empty' ],
	rivals: [ 'contact-without-account' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is known, but it is linked to a person instead of your company. The people who run this site have to correct that. Give them the reference below and, if you can, the exact name of your company.',
		mail: 'Your account is known, but it is linked to a person instead of your company, and the portal needs the company. Send the exact name of your company, and the reference, to whoever runs this site.',
		admin: 'Company Name holds a contact; set the Account instead.',
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
			body: 'Open the contact, take the person out of Company Name, look up the company as an Account and save. Whoever stood there can be kept under connections or in a field of its own.',
			applicability: 'guided',
			link: 'contact',
		},
	],
	verification: { all: [ { finding: 'contact.has-account', is: true }, { finding: 'contact.parent-is-contact', is: false } ] },
	prevention: [ 'Limit the look-up of Company Name to Accounts on the form with which portal contacts are entered.' ],
	examples: {
		fits: [
			{
				name: 'a person stands in the field',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: {
					'contact.linked': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.has-email': true,
					'contact.has-account': false,
					'contact.parent-is-contact': true,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'nothing stands in the field',
				findings: { 'contact.exists': true, 'contact.has-account': false, 'contact.parent-is-contact': false },
				not: 'contact-without-account',
			},
		],
	},
} );
