import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'user-missing',
	system: 'salesforce',
	title: 'The contact has no user for the site',
	meaning:
		'A contact alone cannot log in to an Experience Cloud site: somebody has to enable a user for it, which sends the welcome mail. For this contact that was never done, or the user belongs to another contact.',
	when: { all: [ { finding: 'user.exists', is: false }, { finding: 'contact.exists', is: true } ] },
	shows: [ 'login-failed' ],
	rivals: [ 'no-licence-free', 'contact-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'You are known to us, but you have no access to this site yet. The people who run it can give you one. Give the reference below to whoever runs this site; then a welcome mail arrives.',
		mail: 'You are known to us, but have no access to this site yet. Whoever runs it can give you one; then a welcome mail with a link to set your password arrives. Give them the reference, so that they find your case.',
		admin: 'The contact has no user in Salesforce; enable one for the site.',
	},
	fixPath: [
		{
			id: 'look-for-other-name',
			title: 'Look whether there is a user under another name',
			body: 'Search the users for the person’s name. A user with another address or user name may be theirs: then tell them which name to use.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'enable-user',
			title: 'Enable a user for the contact',
			body: 'Open the contact and choose Enable Customer User or Enable Partner User. Choose the licence and a profile that is a member of the site, check the e-mail address, and save: Salesforce sends the welcome mail.',
			applicability: 'guided',
			link: 'contact',
		},
	],
	verification: { finding: 'user.exists', is: true },
	prevention: [ 'Enable the user in the same step in which you tell somebody about the site.' ],
	examples: {
		fits: [
			{
				name: 'a contact without a user',
				symptoms: [ 'login-failed' ],
				findings: {
					'quota.available': true,
					'contact.linked': true,
					'contact.exists': true,
					'contact.in-recycle-bin': false,
					'user.exists': false,
					'licence.available': true,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'no licence is left to give',
				symptoms: [ 'login-failed' ],
				findings: {
					'quota.available': true,
					'contact.linked': true,
					'contact.exists': true,
					'contact.in-recycle-bin': false,
					'user.exists': false,
					'licence.available': false,
				},
				not: 'no-licence-free',
			},
			{
				name: 'there is no contact either',
				symptoms: [ 'login-failed' ],
				findings: {
					'quota.available': true,
					'contact.linked': false,
					'contact.exists': false,
					'contact.in-recycle-bin': false,
					'user.exists': false,
					'licence.available': true,
					'contact.single': true,
				},
				not: 'contact-missing',
			},
		],
	},
} );
