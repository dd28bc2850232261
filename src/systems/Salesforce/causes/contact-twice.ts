import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-twice',
	system: 'salesforce',
	title: 'More than one contact has the person’s e-mail address',
	meaning:
		'Several live contacts carry the same address. A portal that goes by the address cannot tell which of them is the person, refuses, or takes one that belongs to another company. Which contact is the right one only somebody who knows the customer can say.',
	when: { finding: 'contact.single', is: false },
	shows: [ 'magentrix:account-may-be-disabled' ],
	ceiling: 'likely',
	rivals: [ 'contact-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but there is more than one record of you with us, and the portal cannot tell which to use. Whoever runs this site has to put that straight. Give them the reference below so that they find your case at once.',
		mail: 'Your password was right, but there is more than one record of you with us, and the portal cannot tell which to use. It has to be put straight; you have nothing to change. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Several contacts in Salesforce share this e-mail address; keep the one that the portal uses.',
	},
	fixPath: [
		{
			id: 'find-the-right-one',
			title: 'Find out which contact the portal uses',
			body: 'The evidence names the contacts. In Magentrix, Setup, Security, Manage Users shows which of them the user points to. In Salesforce, look which one belongs to the right company and has the newer activities.',
			applicability: 'guided',
			link: 'contacts',
		},
		{
			id: 'merge-into-it',
			title: 'Merge the others into it, or correct their address',
			body: 'If they are the same person, open the right contact, choose Check for Duplicates or Merge, and keep the one that the portal uses. If they are different people, give each its own address.',
			applicability: 'guided',
			link: 'contacts',
		},
	],
	verification: { any: [ { finding: 'contact.single', is: true }, { finding: 'contact.exists', is: true } ] },
	prevention: [ 'Switch on a duplicate rule for contacts that compares e-mail addresses.', 'When you merge, keep the contact that the portal user belongs to.' ],
	examples: {
		fits: [
			{
				name: 'two live contacts share the address',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': 'unknown', 'contact.single': false, 'contact.exists': 'unknown', 'contact.in-recycle-bin': 'unknown' },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'no contact has it',
				findings: { 'quota.available': true, 'contact.linked': false, 'contact.single': true, 'contact.exists': false, 'contact.in-recycle-bin': false },
				not: 'contact-missing',
			},
		],
	},
} );
