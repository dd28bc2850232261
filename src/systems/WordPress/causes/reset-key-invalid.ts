import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'reset-key-invalid',
	system: 'wordpress',
	title: 'The password reset link was used up or replaced',
	meaning: 'A reset link works once, and asking again replaces it. Mail programs that open links to check them use it up before the person does. Links that were cut in two by a line break do not work either.',
	when: { any: [ { symptom: 'reset-link-invalid' }, { symptom: 'woocommerce-reset-link-refused' }, { symptom: 'mailed-link-refused' } ] },
	shows: [ 'reset-link-invalid', 'woocommerce-reset-link-refused', 'mailed-link-refused' ],
	prior: 'common',
	rivals: [ 'reset-key-expired' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This link was used before, or a newer one has replaced it. Ask for a new one on the lost-password page, and open only the newest mail. If that does not help, give the reference below to whoever runs this site.',
		proven: 'This link was used before, or a newer one has replaced it. Ask for a new one on the lost-password page, and open only the newest mail. If that does not help, give the reference below to whoever runs this site.',
		mail: 'The link that you opened was used before, or a newer one has replaced it. Ask for a new one and open only the newest mail. If that does not help, give the reference to whoever runs this site.',
		admin: 'Password reset link was used up or replaced.',
	},
	fixPath: [
		{
			id: 'ask-for-new-link',
			title: 'Let the person ask for one new link',
			body: 'Once, and then wait for that mail. If it fails again at once, a mail scanner opens the links first: send a reset link from the user’s profile while you are on the phone.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Ask customers with mail scanners to exempt mails of this site.' ],
	examples: {
		fits: [ { name: 'WordPress does not know the link', symptoms: [ 'reset-link-invalid' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'WordPress says that the link has expired', symptoms: [ 'reset-link-expired' ], findings: {}, not: 'reset-key-expired' } ],
	},
} );
