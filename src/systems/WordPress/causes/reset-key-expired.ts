import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'reset-key-expired',
	system: 'wordpress',
	title: 'The password reset link was too old',
	meaning: 'A reset link is good for one day. This one was opened later. The account is not touched by that; a new link has to be asked for.',
	when: { any: [ { symptom: 'reset-link-expired' }, { symptom: 'wpgraphql-reset-link-expired' }, { symptom: 'woocommerce-reset-link-refused' }, { symptom: 'mailed-link-refused' } ] },
	shows: [ 'reset-link-expired', 'wpgraphql-reset-link-expired', 'woocommerce-reset-link-refused', 'mailed-link-refused' ],
	prior: 'common',
	rivals: [ 'reset-key-invalid' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This link is older than a day and no longer works. Ask for a new one on the lost-password page and open the newest mail. If that does not help, give the reference below to whoever runs this site.',
		proven: 'This link is older than a day and no longer works. Ask for a new one on the lost-password page and open the newest mail. If that does not help, give the reference below to whoever runs this site.',
		mail: 'The link that you opened was older than a day. Ask for a new one on the lost-password page and open the newest mail. If that does not help, give the reference to whoever runs this site.',
		admin: 'Password reset link was older than a day.',
	},
	fixPath: [
		{
			id: 'ask-for-new-link',
			title: 'Let the person ask for a new link',
			body: 'On the lost-password page. If mails arrive late, the link may be old when it is read; then send one yourself from the user’s profile and say so on the phone.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Send the site’s mail through a mail service, so that it arrives at once.' ],
	examples: {
		fits: [ { name: 'WordPress says that the link has expired', symptoms: [ 'reset-link-expired' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'WordPress does not know the link', symptoms: [ 'reset-link-invalid' ], findings: {}, not: 'reset-key-invalid' } ],
	},
} );
