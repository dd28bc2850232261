import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'subscription-not-active',
	system: 'wordpress',
	title: 'The person’s subscription has ended or was stopped',
	meaning: 'The account belongs to a subscription that ran out, was cancelled, or could not be charged any more, for example because a card expired. User Registration closes the login with it. Its code is that of a denied account; only the sentence tells the difference.',
	when: { symptom: 'user-registration-subscription-ended' },
	shows: [ 'user-registration-subscription-ended' ],
	rivals: [ 'account-denied', 'account-payment-open' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account belongs to a subscription that is not active at the moment. Look whether a payment failed, for example because of a new card. To go on, give the reference below to whoever runs this site.',
		mail: 'Your account belongs to a subscription that is not active at the moment. Look whether a payment failed, for example because of a new card, and tell whoever runs this site the reference.',
		admin: 'Subscription is not active, so the login is closed.',
	},
	fixPath: [
		{
			id: 'look-at-subscription',
			title: 'Look at the subscription',
			body: 'Open User Registration → Members (or Membership), find the person, and see whether it expired, was cancelled, or failed to be charged.',
			applicability: 'guided',
		},
		{
			id: 'renew-it',
			title: 'Renew it, or give a few days',
			body: 'Set a new end or activate it in the same place. If the person paid, compare with the payment service first.',
			applicability: 'guided',
		},
		{
			id: 'let-them-renew',
			title: 'Let people renew without a login',
			body: 'Send the renewal link to the e-mail address on record. Whoever cannot log in cannot renew in the account.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Send a reminder two weeks before a subscription or a card runs out.' ],
	examples: {
		fits: [
			{ name: 'User Registration says so', symptoms: [ 'user-registration-subscription-ended' ], findings: { 'user.exists': true }, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the account itself was denied', symptoms: [ 'user-registration-denied' ], findings: {}, not: 'account-denied' },
			{ name: 'it was never paid at all', symptoms: [ 'user-registration-payment-open' ], findings: {}, not: 'account-payment-open' },
		],
	},
} );
