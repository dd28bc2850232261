import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'spammer-account',
	system: 'wordpress',
	title: 'The user is marked as a spammer',
	saidAs: [ 'the account was marked as spam', 'my account is flagged as spam' ],
	meaning: 'In a network of sites a user can be marked as a spammer. WordPress then refuses the login after the right password. The mark was set by hand or by a plugin, sometimes by mistake.',
	when: { any: [ { finding: 'user.is-spam', is: true }, { all: [ { any: [ { symptom: 'marked-as-spammer' }, { symptom: 'buddypress-spammer' } ] }, { finding: 'user.is-spam', is: 'unknown' } ] } ] },
	shows: [ 'marked-as-spammer', 'buddypress-spammer', 'reset-not-allowed' ],
	prior: 'rare',
	rivals: [ 'no-role-on-site' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your account is blocked on this site, perhaps by mistake. You cannot change that yourself. Give the reference below to whoever runs this site and ask them to look at it.',
		mail: 'Your password was right, but your account is blocked on this site, perhaps by mistake. Tell whoever runs this site who you are, and name the reference.',
		admin: 'User is marked as a spammer in the network.',
	},
	fixPath: [
		{
			id: 'decide-spam',
			title: 'Decide whether the mark is right',
			body: 'Look at what the user has posted and when the mark may have been set. If you do not know the person, leave it.',
			applicability: 'guided',
			link: 'network-users',
		},
		{
			id: 'unmark-spam',
			title: 'Take the mark away',
			body: 'Open the network’s users as a network administrator, find the user, and choose Not Spam.',
			applicability: 'guided',
			link: 'network-users',
		},
	],
	verification: { finding: 'user.is-spam', is: false },
	prevention: [ 'Check which plugins may mark users as spammers by themselves.' ],
	examples: {
		fits: [
			{ name: 'the mark is there', symptoms: [ 'marked-as-spammer' ], findings: { 'user.exists': true, 'user.is-spam': true, 'user.is-member': true }, confidence: 'certain' },
			{ name: 'only the sentence is known', symptoms: [ 'marked-as-spammer' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [ { name: 'the user has no role here', findings: { 'user.exists': true, 'user.is-spam': false, 'user.is-member': false }, not: 'no-role-on-site' } ],
	},
} );
