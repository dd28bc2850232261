import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'activation-key-mismatch',
	system: 'wordpress',
	title: 'The activation page got two keys that differ',
	meaning: 'The address and the form on the activation page held different keys, as happens when two activation links are open in two tabs, or an old form is sent from a restored tab. WordPress stops to be safe.',
	when: { symptom: 'activation-keys-differ' },
	shows: [ 'activation-keys-differ' ],
	prior: 'rare',
	rivals: [ 'activation-link-refused' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Two different links got mixed up. Close all windows of this site, open a private window, and open the link of the newest mail there. If that does not help, give the reference below to whoever runs this site.',
		proven: 'Two different links got mixed up. Close all windows of this site, open a private window, and open the link of the newest mail there. If that does not help, give the reference below to whoever runs this site.',
		mail: 'Two different links got mixed up in your browser. Open the link of the newest mail in a private window. If that does not help, give the reference to whoever runs this site.',
		admin: 'Two activation links got mixed up in one browser.',
	},
	fixPath: [
		{
			id: 'open-in-private-window',
			title: 'Ask the person to use a private window',
			body: 'And there the link of the newest mail only. All other windows of the site should be closed.',
			applicability: 'guided',
		},
		{
			id: 'see-if-activated',
			title: 'If it does not help, see whether the account is there',
			body: 'If it is, send a reset link. If it is not, add the user yourself.',
			applicability: 'guided',
			link: 'users',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Send one registration mail only, and say that earlier ones no longer count.' ],
	examples: {
		fits: [ { name: 'two keys', symptoms: [ 'activation-keys-differ' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'one key that is not known', symptoms: [ 'activation-key-unknown' ], findings: {}, not: 'activation-link-refused' } ],
	},
} );
