import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-missing',
	system: 'salesforce',
	title: 'No contact in Salesforce has the person’s e-mail address',
	meaning:
		'Neither among the contacts nor in the recycle bin is there one with the address that this site knows. It was never made, it has another address, or it was deleted so long ago that Salesforce no longer tells. Portals let customers and partners in only with a contact.',
	when: { all: [ { finding: 'contact.linked', is: false }, { finding: 'contact.exists', is: false } ] },
	shows: [ 'magentrix:account-may-be-disabled', 'login-failed' ],
	outranks: [ 'user-missing', 'no-licence-free' ],
	rivals: [ 'contact-in-recycle-bin', 'contact-twice', 'api-calls-used-up' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but the portal finds no record of you under your e-mail address. Perhaps it is kept under another one. Tell whoever runs this site the reference below and which addresses you use.',
		mail: 'Your password was right, but there is no record of you under this e-mail address, and the portal needs one. Perhaps it is kept under another address of yours. Tell whoever runs this site the reference and which addresses you use.',
		admin: 'No contact in Salesforce has this e-mail address; correct it there, or make the contact.',
	},
	fixPath: [
		{
			id: 'search-by-name',
			title: 'Look for the person by name',
			body: 'Search the contacts for first and last name. If one is there with another or a misspelt e-mail address, ask the person which is right before you change anything.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'create-contact',
			title: 'If there is none, make a new contact',
			body: 'Choose New. Fill in the names, exactly the e-mail address that the portal user has, and as Account Name the company whose records the person may see: it decides what they see.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'link-in-magentrix',
			title: 'In Magentrix: choose the contact for the user',
			body: 'Wait up to ten minutes. Then Setup, Security, Manage Users: open the person, choose Edit, look the contact up in the field Contact and save. If it cannot be found, refresh Contact under Extend, Salesforce.',
			applicability: 'guided',
		},
		{
			id: 'enable-in-site',
			title: 'In an Experience Cloud site: give the contact a user',
			body: 'Open the contact and choose Enable Customer User or Enable Partner User. Salesforce sends the person a welcome mail with a link to set a password.',
			applicability: 'guided',
			link: 'contacts',
			onlyIf: { finding: 'user.exists', is: false },
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [ 'Go through the portal’s users regularly and look for those without a contact.', 'Write down which contact belongs to which portal user, at least for important customers.' ],
	examples: {
		fits: [
			{
				name: 'the address is neither among the contacts nor in the bin',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': false, 'contact.single': 'unknown', 'contact.exists': false, 'contact.in-recycle-bin': false },
				confidence: 'likely',
			},
			{
				name: 'found before anybody was refused, and there is no user either',
				findings: { 'quota.available': true, 'contact.linked': false, 'contact.exists': false, 'contact.in-recycle-bin': false, 'contact.single': true, 'user.exists': false, 'licence.available': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the bin holds the only one with that address',
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false, 'deletions.many': false },
				not: 'contact-in-recycle-bin',
			},
			{
				name: 'two contacts have it',
				findings: { 'contact.linked': 'unknown', 'contact.single': false, 'contact.exists': 'unknown' },
				not: 'contact-twice',
			},
			{
				name: 'no call goes through, so nobody could look',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': false, 'contact.linked': 'unknown', 'contact.exists': 'unknown' },
				not: 'api-calls-used-up',
			},
		],
	},
} );
