import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-without-account',
	system: 'zoho-crm',
	title: 'The contact belongs to no Account',
	saidAs: [ 'the contact is no longer connected with an account', 'no company is set for the contact in the CRM' ],
	meaning:
		'The portal needs the company behind a person: the field Account Name of the contact. It is empty, so the login form refuses. The portal’s session is opened before that test, so the portal may open on a second click; that does not mean that it is fixed.',
	when: { all: [ { finding: 'contact.exists', is: true }, { finding: 'contact.has-account', is: false } ] },
	shows: [ 'catalyst-connect:contact-your-administrator', 'catalyst-connect:form-came-back' ],
	prior: 'common',
	outranks: [
		'contact-email-differs',
		'username-field-deleted',
		'username-field-unused',
		'username-field-hidden',
		'username-value-empty',
		'catalyst-connect/portal-contact-not-found',
		'catalyst-connect/portal-call-timed-out',
		'catalyst-connect/portal-crm-unreachable',
		'catalyst-connect/portal-crm-server-fault',
		'catalyst-connect/portal-crm-busy',
	],
	rivals: [ 'contact-without-email', 'crm-credits-exhausted' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine; the link to your company is missing. The people who run this site have to set it. Give them the reference below and, if you can, the exact name of your company.',
		mail: 'Your password was right and your account is fine; only the link to your company is missing, and the portal needs it. Send the exact name of your company, and the reference, to whoever runs this site. You can log in as soon as the link is set.',
		admin: 'Contact has no Account in Zoho CRM; set the field Account Name.',
	},
	fixPath: [
		{
			id: 'choose-account',
			title: 'Find out which company the person belongs to',
			body: 'Compare the domain of the e-mail address with the other contacts of the company you have in mind. Do not guess: the Account decides which data the person sees in the portal.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'set-account',
			title: 'Set the Account on the contact',
			body: 'Open the contact, edit the field Account Name, choose the company from the list and save. Type over an old name rather than creating a second Account of the same name.',
			applicability: 'guided',
			link: 'contact',
		},
	],
	verification: { finding: 'contact.has-account', is: true },
	prevention: [ 'Make Account Name a required field in the layout that portal contacts use.', 'Before you delete or merge an Account, move its contacts to another one.' ],
	examples: {
		fits: [
			{
				name: 'the contact is there, with an address and without a company',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: {
					'quota.available': true,
					'contact.exists': true,
					'contact.has-email': true,
					'contact.email-matches': true,
					'contact.has-account': false,
					'catalyst-connect:portal-call.seen': true,
					'catalyst-connect:portal-call.ok': true,
				},
				confidence: 'certain',
			},
			{
				name: 'the user name field is gone as well, but the login form stops at the company',
				findings: {
					'quota.available': true,
					'contact.exists': true,
					'contact.has-email': true,
					'contact.has-account': false,
					'username-field.mapped': true,
					'username-field.exists': false,
					'username-field.unused': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the address is missing too, and the portal asks for it first',
				findings: { 'quota.available': true, 'contact.exists': true, 'contact.has-email': false, 'contact.has-account': false },
				not: 'contact-without-email',
			},
			{
				name: 'no call goes through, so nobody could look at the company',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: { 'quota.available': false, 'contact.has-account': 'unknown' },
				not: 'crm-credits-exhausted',
			},
		],
	},
} );
