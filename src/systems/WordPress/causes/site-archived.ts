import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'site-archived',
	system: 'wordpress',
	title: 'The whole site is archived or marked as spam in its network',
	meaning: 'A network administrator archived this site or marked it as spam. Until that is undone nobody but they can open or enter it. Accounts and passwords are not concerned.',
	when: { symptom: 'network-site-archived' },
	shows: [ 'network-site-archived' ],
	rivals: [ 'site-deactivated' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This whole site is closed at the moment; your account is not the reason. Trying again does not help. To learn when it opens, give the reference below to whoever runs this site.',
		proven: 'This whole site is closed at the moment; your account is not the reason. Trying again does not help. To learn when it opens, give the reference below to whoever runs this site.',
		mail: 'The whole site is closed at the moment; your account is not the reason. To learn when it opens, give the reference to whoever runs this site.',
		admin: 'The site is archived or marked as spam in the network.',
	},
	fixPath: [
		{
			id: 'ask-why-archived',
			title: 'Ask who closed it, and why',
			body: 'It is a decision of a network administrator: an ended contract, an unpaid bill, a hacked site. Undo it only with their consent.',
			applicability: 'guided',
		},
		{
			id: 'unarchive-site',
			title: 'Open it again',
			body: 'Network Admin → Sites: point at the site and choose Unarchive, or Not Spam, whichever is offered.',
			applicability: 'guided',
			link: 'network-sites',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Tell the people of a site before you archive it.' ],
	examples: {
		fits: [ { name: 'the site is archived', symptoms: [ 'network-site-archived' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the site is marked for deletion', symptoms: [ 'network-site-deleted' ], findings: {}, not: 'site-deactivated' } ],
	},
} );
