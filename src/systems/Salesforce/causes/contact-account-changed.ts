import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contact-account-changed',
	system: 'salesforce',
	title: 'The contact belongs to another Account than before',
	meaning:
		'When the portal last worked for this person, the contact belonged to another company. People then often get in and see nothing, or see what is not theirs. The change may be right: somebody who moved to another firm should see that one’s records.',
	when: { all: [ { finding: 'contact.has-account', is: true }, { finding: 'contact.account-as-before', is: false } ] },
	shows: [ 'magentrix:account-may-be-disabled' ],
	ceiling: 'likely',
	rivals: [ 'contact-without-account' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is fine, but it is linked to another company than before, so the portal may show you nothing. If you did not move, give the reference below to whoever runs this site, and name your company.',
		mail: 'Your password was right. Your record with us is linked to another company than before, so the portal may refuse you or show you nothing. If you did not change company, give the reference to whoever runs this site, and name your company.',
		admin: 'The contact’s Account in Salesforce has changed; ask which company is right.',
	},
	fixPath: [
		{
			id: 'ask-which-company',
			title: 'Find out which company is right',
			body: 'The evidence names both. Ask the person or whoever changed it. If the new one is right, nothing is wrong with the contact: look at the person’s role in the portal instead.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'set-account',
			title: 'Set the Account that the contact had before',
			body: 'Only if the old company is right. You see both before anything is changed: the person sees that company’s records afterwards.',
			applicability: 'confirm',
			action: 'set-account',
			link: 'contact',
		},
		{
			id: 'check-security-role',
			title: 'If the company is right, look at the role in the portal',
			body: 'Somebody who gets in and sees nothing may lack rights. In Magentrix: Setup, Security, Manage Users, Security Role. In an Experience Cloud site: profile and permission sets of the user.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'contact.account-as-before', is: true },
	prevention: [ 'When somebody changes company, make a new contact and leave the old one as it is.' ],
	examples: {
		fits: [
			{
				name: 'another company than in the last good snapshot',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': true, 'contact.in-recycle-bin': false, 'contact.has-email': true, 'contact.email-matches': true, 'contact.has-account': true, 'contact.account-as-before': false },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'there is no company at all any more',
				findings: { 'contact.exists': true, 'contact.in-recycle-bin': false, 'contact.has-account': false, 'contact.account-as-before': false },
				not: 'contact-without-account',
			},
		],
	},
} );
