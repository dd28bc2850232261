import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-email-differs',
	system: 'salesforce',
	title: 'The contact has another e-mail address than the portal user',
	meaning:
		'The person goes by one address in the portal and by another in Salesforce. Portals match both letter by letter, save for capitals; a plus sign, a dot or an old domain is enough to part them. Either may be the right one.',
	when: { all: [ { finding: 'contact.has-email', is: true }, { finding: 'contact.email-matches', is: false } ] },
	shows: [ 'magentrix:account-may-be-disabled' ],
	rivals: [ 'contact-without-email', 'contact-without-account' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your record with us has another e-mail address than your portal account. Try the other address if you have one. Otherwise give the reference below to whoever runs this site, and say which address is right.',
		mail: 'Your password was right, but your record with us has another e-mail address than your portal account, so the two were not matched. Tell whoever runs this site the reference and which address is right.',
		admin: 'Portal user and Salesforce contact have different e-mail addresses; make them the same.',
	},
	fixPath: [
		{
			id: 'ask-which-address',
			title: 'Find out which address is right',
			body: 'The evidence names both. Ask the person, on a number or address that you have known for long: whoever owns the address gets the account.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'change-contact',
			title: 'If the portal’s is right, change the contact',
			body: 'Open the contact, choose Edit, enter the address as the portal has it and save. Then give a portal with a copy of the contacts ten minutes.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'change-portal-user',
			title: 'If Salesforce’s is right, change the portal user',
			body: 'In Magentrix: Setup, Security, Manage Users, open the person and change the address. On this site: change it in the person’s profile. Tell the person that they log in with it from now on.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'contact.email-matches', is: true },
	prevention: [ 'Change addresses in Salesforce and in the portal in the same step.' ],
	examples: {
		fits: [
			{
				name: 'two different addresses',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': true, 'contact.has-email': true, 'contact.email-matches': false, 'contact.has-account': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the contact has none at all',
				findings: { 'contact.exists': true, 'contact.has-email': false, 'contact.email-matches': false, 'contact.has-account': true },
				not: 'contact-without-email',
			},
			{
				name: 'the company is missing as well',
				findings: { 'contact.exists': true, 'contact.in-recycle-bin': false, 'contact.has-email': true, 'contact.email-matches': false, 'contact.has-account': false },
				not: 'contact-without-account',
			},
		],
	},
} );
