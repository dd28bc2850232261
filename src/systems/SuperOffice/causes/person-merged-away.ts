import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'person-merged-away',
	system: 'superoffice',
	title: 'The person’s contact card was merged into another one',
	meaning: 'The contact card that this site knows is gone, and another card bears the same e-mail address: two cards were merged, or a new one was made. The user now belongs to the other card, or to none.',
	when: { all: [ { finding: 'contact.exists', is: false }, { finding: 'contact.merged', is: true } ] },
	shows: [ 'cannot-log-in', 'unknown-user', 'no-licence', 'password-refused' ],
	prior: 'occasional',
	outranks: [ 'user-missing', 'person-deleted', 'user-without-card', 'other-login-way', 'password-refused' ],
	rivals: [ 'person-deleted' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but two records about you were put together and your account still points to the old one. You have nothing to change: give the reference below to whoever runs this site.',
		mail: 'Your password was right. Two records about you were put together, and your account still points to the old one. You have nothing to change; if you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'The card was merged away; connect the user with the card that is left.',
	},
	fixPath: [
		{
			id: 'look-at-cards',
			title: 'Look at the card that is left',
			body: 'Find the person, and see that name, company and e-mail address on the remaining card are right.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'connect-user',
			title: 'Connect the user with that card',
			body: 'Open the user and see which contact it belongs to. If it belongs to none, choose the remaining card and save; if there is no user, make one for it.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'connect-here',
			title: 'Let this site learn the new card',
			body: 'Run the check of this person once more: this site then remembers the new card.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [ 'When you merge, keep the card that has a user.' ],
	examples: {
		fits: [
			{
				name: 'the known card is gone, another has the address',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'user.exists': true, 'contact.exists': false, 'contact.merged': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'no other card has the address',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'user.exists': false, 'contact.exists': false, 'contact.merged': false },
				not: 'person-deleted',
			},
		],
	},
} );
