import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'login-locked',
	system: 'dynamics-365',
	title: 'The login is locked after too many wrong passwords',
	meaning:
		'Wrong passwords were typed so often that the site locked this login until the moment that the evidence names. Until then even the right password is refused. Old passwords kept by a browser or phone lock it again.',
	when: { all: [ { finding: 'user.exists', is: true }, { finding: 'user.locked', is: true } ] },
	shows: [ 'cannot-log-in', 'attempt-refused', 'account-locked' ],
	prior: 'common',
	outranks: [ 'wrong-password', 'user-name-not-email', 'followed-another-way', 'other-login-provider', 'contact-email-differs', 'two-contacts-one-address' ],
	rivals: [ 'login-switched-off' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your login is locked for a while because a wrong password was typed several times. Wait until the lock is over, then try once more, with Caps Lock off. If it does not help, give the reference below to whoever runs this site.',
		mail: 'Your login is locked for a while because a wrong password was typed several times. Wait until the lock is over, then choose the link for a new password. If that was not you, tell whoever runs this site and give the reference.',
		admin: 'Locked after wrong passwords; it ends by itself, or clear Lockout End Date.',
	},
	fixPath: [
		{
			id: 'wait',
			title: 'Wait until the lock is over',
			body: 'It ends by itself at the moment that the evidence names. Meanwhile the person should delete old passwords from browser and phone.',
			applicability: 'wait',
		},
		{
			id: 'unlock',
			title: 'Or unlock it',
			body: 'If you are sure who it is, open the contact with the form Portal Contact, tab Web Authentication, clear Lockout End Date, set Access Failed Count to 0 and save.',
			applicability: 'guided',
			link: 'portal-contact',
		},
		{
			id: 'new-password',
			title: 'Let the person set a new password',
			body: 'Once the lock is over, by the link on the login page. If the lock comes back without their doing, somebody else tries to get in.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'user.locked', is: false },
	prevention: [ 'Ask people to use a password manager.', 'Show on the login page how to get a new password, before the last try.' ],
	examples: {
		fits: [
			{
				name: 'the lock holds',
				symptoms: [ 'account-locked' ],
				findings: {
					'portal.used': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.merged': false,
					'contact.single': true,
					'contact.has-email': true,
					'contact.email-matches': true,
					'user.exists': true,
					'user.active': true,
					'user.locked': true,
					'user.password-failing': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the login is switched off as well',
				findings: {
					'portal.used': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.merged': false,
					'contact.single': true,
					'contact.has-email': true,
					'contact.email-matches': true,
					'user.exists': true,
					'user.active': false,
					'user.locked': true,
				},
				not: 'login-switched-off',
			},
		],
	},
} );
