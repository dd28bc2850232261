import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'account-changed',
	system: 'dynamics-365',
	title: 'The contact belongs to another Account than before',
	meaning:
		'When this site last looked, while things worked, the contact belonged to another Account. Portals show the data of the Account, so the person sees nothing, or what is not theirs. Whether the change is right only somebody who knows the person can say.',
	when: { all: [ { finding: 'contact.has-account', is: true }, { finding: 'contact.account-unchanged', is: false } ] },
	shows: [ 'sees-nothing', 'magentrix:account-may-be-disabled' ],
	prior: 'rare',
	ceiling: 'likely',
	rivals: [ 'contact-without-account' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your account was linked to another company, so the portal may show you nothing, or not what you expect. If that is not right, give the reference below to whoever runs this site.',
		mail: 'Your account was linked to another company, so the portal may show you nothing, or not what you expect. If that is not right, tell whoever runs this site the exact name of your company, and give the reference.',
		admin: 'The contact’s Account changed; ask whether that is right.',
	},
	fixPath: [
		{
			id: 'ask-why',
			title: 'Ask whether the change is right',
			body: 'People move, and companies merge. Compare the Account with the domain of the e-mail address and ask whoever changed it; the contact’s audit history names them where auditing is on.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'set-account',
			title: 'If it is not, set the former Account',
			body: 'Writes the Account that this site noted while things worked. You see both names before anything happens.',
			applicability: 'confirm',
			action: 'set-account',
			link: 'contact',
		},
		{
			id: 'check-permissions',
			title: 'If it is right, look whether the new company has data',
			body: 'The person sees what belongs to the new Account. Open it and see whether orders, cases or what your portal shows are there.',
			applicability: 'guided',
			link: 'account',
		},
	],
	verification: { finding: 'contact.account-unchanged', is: true },
	prevention: [ 'Let only a few people change Company Name of contacts that log in to the portal.' ],
	examples: {
		fits: [
			{
				name: 'the person logs in and sees nothing',
				symptoms: [ 'sees-nothing' ],
				findings: {
					'contact.linked': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.has-account': true,
					'contact.parent-is-contact': false,
					'contact.account-unchanged': false,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'there is no Account at all any more',
				symptoms: [ 'sees-nothing' ],
				findings: { 'contact.exists': true, 'contact.has-account': false, 'contact.parent-is-contact': false, 'contact.account-unchanged': 'unknown' },
				not: 'contact-without-account',
			},
		],
	},
} );
