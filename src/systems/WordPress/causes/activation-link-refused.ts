import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'activation-link-refused',
	system: 'wordpress',
	title: 'The activation link is not one that WordPress knows',
	meaning: 'The link from the registration mail was cut in two, belongs to a registration that has lapsed, or was replaced by a later one. Behind it there is no waiting registration.',
	when: { any: [ { symptom: 'activation-key-unknown' }, { symptom: 'mailed-link-refused' } ] },
	shows: [ 'activation-key-unknown', 'mailed-link-refused' ],
	rivals: [ 'activation-link-expired' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This link is not known here. Open the newest mail and copy the whole link into the browser’s bar, also what stands on a second line. If that does not help, register again or give the reference below to whoever runs this site.',
		proven: 'This link is not known here. Open the newest mail and copy the whole link into the browser’s bar, also what stands on a second line. If that does not help, register again or give the reference below to whoever runs this site.',
		mail: 'The link that you opened is not known on the site. Copy the whole link from the newest mail into the browser’s bar. If that does not help, register again or give the reference to whoever runs this site.',
		admin: 'An activation link was not known.',
	},
	fixPath: [
		{
			id: 'copy-whole-link',
			title: 'Ask the person to copy the whole link',
			body: 'From the newest mail. Mail programs break long links; the rest stands on the next line.',
			applicability: 'guided',
		},
		{
			id: 'see-if-account-is-there',
			title: 'See whether the account is there already',
			body: 'Search the users for the address. If it is there, send a reset link: activation is over and done.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'add-user-instead',
			title: 'Otherwise add the user yourself',
			body: 'Or ask the person to register once more.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Send mails with links as HTML, so that long links are not broken.' ],
	examples: {
		fits: [ { name: 'the key is not known', symptoms: [ 'activation-key-unknown' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the key is too old', symptoms: [ 'activation-key-too-old' ], findings: {}, not: 'activation-link-expired' } ],
	},
} );
