import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'activation-link-expired',
	system: 'wordpress',
	title: 'The activation link was too old',
	meaning: 'The link in the registration mail counts for a day. This one was opened later, so no account was made of it. The registration itself lapses after two days; then the person can register again.',
	when: { any: [ { symptom: 'activation-key-too-old' }, { symptom: 'mailed-link-refused' } ] },
	shows: [ 'activation-key-too-old', 'mailed-link-refused' ],
	rivals: [ 'activation-link-refused' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This link is too old, so your account was not made yet. Register again, and open the link in the new mail on the same day. If your name is still taken, wait two days or give the reference below to whoever runs this site.',
		proven: 'This link is too old, so your account was not made yet. Register again, and open the link in the new mail on the same day. If your name is still taken, wait two days or give the reference below to whoever runs this site.',
		mail: 'The link that you opened was too old, so your account was not made yet. Register again and open the new link on the same day. If your name is still taken, give the reference to whoever runs this site.',
		admin: 'An activation link was older than a day.',
	},
	fixPath: [
		{
			id: 'add-person-now',
			title: 'Add the person at once',
			body: 'With the same address and the role that they need; in a network tick that no confirmation mail is needed. Then send a reset link from the profile.',
			applicability: 'guided',
			link: 'add-user',
		},
		{
			id: 'let-them-register-again',
			title: 'Or let them register again',
			body: 'Two days after the first registration name and address are free once more.',
			applicability: 'wait',
			waitMinutes: 2880,
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Say in the registration mail that its link counts for one day.' ],
	examples: {
		fits: [ { name: 'the link is too old', symptoms: [ 'activation-key-too-old' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the link is not known', symptoms: [ 'activation-key-unknown' ], findings: {}, not: 'activation-link-refused' } ],
	},
} );
