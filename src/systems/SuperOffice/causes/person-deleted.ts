import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'person-deleted',
	system: 'superoffice',
	title: 'The person’s contact card was deleted',
	meaning: 'The contact card that this site knows is gone, and no other one bears the address. SuperOffice has no recycle bin for contacts, so the card cannot be put back; it has to be made again.',
	when: { all: [ { finding: 'contact.exists', is: false }, { finding: 'contact.merged', is: false } ] },
	shows: [ 'cannot-log-in', 'unknown-user', 'no-licence', 'password-refused' ],
	prior: 'rare',
	outranks: [ 'user-missing', 'user-without-card', 'other-login-way', 'password-refused' ],
	rivals: [ 'person-merged-away' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your record in the system was removed and has to be made again. You have nothing to change: give the reference below to whoever runs this site.',
		mail: 'Your password was right. Your record in the system was removed and has to be made again. You have nothing to change; if you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'The contact card was deleted; make it again and connect the user.',
	},
	fixPath: [
		{
			id: 'ask-why',
			title: 'Ask whether it was meant',
			body: 'Somebody may have deleted the card because the person has left. Ask before you go on.',
			applicability: 'guided',
		},
		{
			id: 'make-card',
			title: 'Make the card again',
			body: 'Create the contact at the right company, with the e-mail address.',
			applicability: 'guided',
			link: 'contact',
		},
		{
			id: 'connect-user',
			title: 'Connect the user with the new card',
			body: 'Open the user, choose the new card as its contact, check the user plan, and save. If the user is gone as well, make a new one.',
			applicability: 'guided',
			link: 'users',
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [ 'Mark people who leave as former employees instead of deleting them: that can be taken back.' ],
	examples: {
		fits: [
			{
				name: 'the known card is gone, and nobody else has the address',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'user.exists': true, 'user.linked': false, 'contact.exists': false, 'contact.merged': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'another card took over the address',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'user.exists': true, 'contact.exists': false, 'contact.merged': true },
				not: 'person-merged-away',
			},
		],
	},
} );
