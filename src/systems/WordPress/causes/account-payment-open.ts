import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'account-payment-open',
	system: 'wordpress',
	title: 'The account is not paid for yet',
	meaning: 'The registration includes a payment, and it was never completed: the window was closed, the card was refused, or the payment service did not report back. User Registration keeps the account closed until its status is “completed”. Its message holds a payment link; treat that as private.',
	when: { symptom: 'user-registration-payment-open' },
	shows: [ 'user-registration-payment-open' ],
	rivals: [ 'subscription-not-active', 'account-awaiting-approval' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is made, but its payment is not completed. Look for a mail with the payment link, or at your bank whether it was paid. If you have paid, give the reference below to whoever runs this site.',
		mail: 'Your account is made, but its payment is not completed as far as the site knows. If you have paid, tell whoever runs this site when and how, and name the reference. Do not pay twice.',
		admin: 'First payment of the account is not completed.',
	},
	fixPath: [
		{
			id: 'look-at-payment',
			title: 'Look whether the money came',
			body: 'Open the payment service (PayPal, Stripe or your bank) and look for the person. Only there can you see it for certain.',
			applicability: 'guided',
		},
		{
			id: 'set-completed',
			title: 'If it was paid, set the status',
			body: 'Open the user and set the payment status of User Registration to completed. Then find out why the payment service did not report back: its address for notices is often an old one.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'send-payment-link',
			title: 'If it was not paid, send the link',
			body: 'Send it to the e-mail address on record, not to whoever asks on the phone.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Test one payment after each change of the site’s address or of the payment service.' ],
	examples: {
		fits: [
			{ name: 'User Registration says so', symptoms: [ 'user-registration-payment-open' ], findings: { 'user.exists': true }, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it was paid before and ended', symptoms: [ 'user-registration-subscription-ended' ], findings: {}, not: 'subscription-not-active' },
			{ name: 'it only waits for approval', symptoms: [ 'user-registration-pending' ], findings: {}, not: 'account-awaiting-approval' },
		],
	},
} );
