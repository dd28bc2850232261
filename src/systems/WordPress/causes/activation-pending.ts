import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'activation-pending',
	system: 'wordpress',
	title: 'A registration was begun and never confirmed',
	saidAs: [ 'my registration waits for activation', 'registered before and not activated yet' ],
	meaning: 'Name or address are held by an earlier registration in this network. The person never opened the link in its mail, so there is no account yet: they can neither log in nor register again. After two days WordPress lets go of it.',
	when: { symptom: 'registration-waiting' },
	shows: [ 'registration-waiting' ],
	rivals: [ 'account-exists-already' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your registration is not finished: open the link in the mail that was sent to you then. Look among unwanted mail too. After two days you can register again. If you need it sooner, give the reference below to whoever runs this site.',
		mail: 'Your registration is not finished. Look for an earlier mail with a link and open it, also among unwanted mail. After two days you can register again. If you need it sooner, give the reference to whoever runs this site.',
		admin: 'An unconfirmed registration holds the name or the address.',
	},
	fixPath: [
		{
			id: 'find-activation-mail',
			title: 'Ask the person to look for the mail',
			body: 'It came when they registered first; its link counts for a day. Search for the site’s name, also among unwanted mail.',
			applicability: 'guided',
		},
		{
			id: 'add-without-mail',
			title: 'Or add the user at once',
			body: 'Choose the same e-mail address and tick that no confirmation mail is needed; only network administrators see that box. Then send a reset link from the user’s profile.',
			applicability: 'guided',
			link: 'add-user',
		},
		{
			id: 'wait-two-days',
			title: 'Or let two days pass',
			body: 'Then name and address are free, and the person can register again.',
			applicability: 'wait',
			waitMinutes: 2880,
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Say after the registration that the account begins with the click in the mail.' ],
	examples: {
		fits: [ { name: 'an earlier registration waits', symptoms: [ 'registration-waiting' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the account is there', symptoms: [ 'registration-account-exists' ], findings: {}, not: 'account-exists-already' } ],
	},
} );
