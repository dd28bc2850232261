import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'wrong-login-address',
	system: 'magentrix',
	title: 'The person tried at Magentrix’s own site',
	meaning:
		'Each portal has an address of its own. At the vendor’s site nobody of your partners has an account, so every name and password is refused there.',
	when: { symptom: 'vendor-login-page' },
	shows: [ 'vendor-login-page' ],
	prior: 'occasional',
	ceiling: 'likely',
	rivals: [ 'user-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account may be fine: log in at the address of the portal itself, which stands in your invitation, not at the site of the company that made it. If you lost it, ask whoever runs this site and give the reference below.',
		mail: 'Your account may be fine: log in at the address of the portal itself, which stood in your invitation, not at the site of the company that made it. If you lost it, ask whoever runs this site and give the reference.',
		admin: 'The person used magentrix.com; send them the portal’s own address.',
	},
	fixPath: [
		{
			id: 'send-address',
			title: 'Send the person the portal’s address',
			body: 'Copy the address at which your portal answers, and ask the person to make a bookmark of it.',
			applicability: 'guided',
			link: 'portal',
		},
		{
			id: 'link-it',
			title: 'Put a link on your own site',
			body: 'Many people search for the product’s name. A visible link “Partner login” on your own pages spares them that.',
			applicability: 'guided',
		},
	],
	verification: { all: [ { finding: 'user.exists', is: true }, { finding: 'user.active', is: true } ] },
	prevention: [ 'Write the portal’s address into each mail and into the signature of partner managers.' ],
	examples: {
		fits: [
			{
				name: 'tried at the vendor’s site',
				symptoms: [ 'vendor-login-page' ],
				findings: {
					'connection.scopes': true,
					'user.exists': true,
					'user.single': true,
					'user.active': true,
					'user.has-role': true,
					'user.needs-contact': true,
					'user.linked': true,
					'user.logged-in-before': true,
					'contact.exists': true,
					'contact.email-matches': true,
					'contact.has-account': true,
					'contact.community-user': true,
					'change.recent': false,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the person has no user at all',
				symptoms: [ 'vendor-login-page', 'account-may-be-disabled' ],
				findings: { 'connection.scopes': true, 'user.exists': false },
				not: 'user-missing',
			},
		],
	},
} );
