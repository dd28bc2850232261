import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'user-missing',
	system: 'superoffice',
	title: 'The person is no user of SuperOffice yet',
	meaning: 'There is no user with this address, login name or contact card. A contact card alone lets nobody in: an administrator has to make a user for it, with a user plan.',
	when: { finding: 'user.exists', is: false },
	shows: [ 'cannot-log-in', 'unknown-user', 'no-licence', 'password-refused', 'activation-mail-missing', 'activation-link-expired' ],
	prior: 'common',
	outranks: [ 'other-login-way', 'password-refused', 'activation-not-done', 'licence-not-taken-over' ],
	rivals: [ 'person-merged-away', 'person-deleted' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'You can reach this page, but no account for that system has been made for you yet. Whoever runs it makes one; you then get a mail with the next step. Give the reference below to speed it up.',
		mail: 'No account for the system that you wanted to open has been made for you yet. Whoever runs it makes one, and you then get a mail with the next step. Give them the reference to speed it up.',
		admin: 'No user in SuperOffice: make one, with a user plan.',
	},
	fixPath: [
		{
			id: 'add-user',
			title: 'Make a user',
			body: 'In the Associates tab choose Add, enter name and e-mail address, pick the owner company, and choose a user plan. Online, take the e-mail address as user name. Then save.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'tell-person',
			title: 'Online: tell the person about the activation mail',
			body: 'The mail with the activation link goes out when you save. It is good for 48 hours, so ask the person to look for it now, in the junk folder too.',
			applicability: 'guided',
			onlyIf: { finding: 'installation.online', is: true },
		},
	],
	verification: { finding: 'user.exists', is: true },
	prevention: [ 'Put “make a user, with a plan” on the list for a colleague’s first day.' ],
	examples: {
		fits: [
			{
				name: 'a card, but no user',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'installation.online': true, 'user.exists': false, 'contact.exists': true, 'contact.merged': false },
				confidence: 'certain',
			},
			{
				name: 'nothing at all under that address',
				symptoms: [ 'unknown-user' ],
				findings: { 'installation.online': false, 'user.exists': false, 'contact.exists': false, 'contact.merged': 'unknown' },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the card was merged into another',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'user.exists': false, 'contact.exists': false, 'contact.merged': true },
				not: 'person-merged-away',
			},
			{
				name: 'the card was deleted',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'user.exists': false, 'contact.exists': false, 'contact.merged': false },
				not: 'person-deleted',
			},
		],
	},
} );
