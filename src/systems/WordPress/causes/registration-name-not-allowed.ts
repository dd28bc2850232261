import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'registration-name-not-allowed',
	system: 'wordpress',
	title: 'The user name is not one that this site takes',
	meaning: 'While registering, the person chose a user name with letters, signs or a length that WordPress does not accept, or one that stands on a list of names nobody may have. In a network of sites only small letters and digits count, four to sixty of them, with at least one letter.',
	when: { any: [ { symptom: 'registration-name-refused' }, { symptom: 'registration-name-banned' } ] },
	shows: [ 'registration-name-refused', 'registration-name-banned' ],
	outranks: [ 'fields-left-empty' ],
	rivals: [ 'fields-left-empty' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This user name cannot be used here. Choose another one: at least four small letters or digits, without blanks, accents or signs. If none is accepted, give the reference below to whoever runs this site.',
		proven: 'This user name cannot be used here. Choose another one: at least four small letters or digits, without blanks, accents or signs. If none is accepted, give the reference below to whoever runs this site.',
		mail: 'The user name that you chose cannot be used on that site. Choose another one: at least four small letters or digits. If none is accepted, give the reference to whoever runs this site.',
		admin: 'A registration failed because of the chosen user name.',
	},
	fixPath: [
		{
			id: 'choose-other-name',
			title: 'Ask the person to choose another name',
			body: 'At least four small letters or digits, at least one letter, no blanks, accents or signs. The e-mail address is entered separately.',
			applicability: 'guided',
		},
		{
			id: 'look-at-banned-names',
			title: 'Look at the list of banned names',
			body: 'In a network: Network Admin → Settings, Banned Names. On a single site the list comes from a plugin, mostly one for security.',
			applicability: 'guided',
			link: 'network-settings',
			onlyIf: { symptom: 'registration-name-banned' },
		},
		{
			id: 'add-user-yourself',
			title: 'Or add the user yourself',
			body: 'With a name that fits. The person can show any other name on the site, and log in by e-mail address.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Say beside the field which names are accepted.' ],
	examples: {
		fits: [ { name: 'signs that are not taken', symptoms: [ 'registration-name-refused' ], findings: {}, confidence: 'likely' }, { name: 'a banned name', symptoms: [ 'registration-name-banned' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'no name at all', symptoms: [ 'login-fields-empty' ], findings: {}, not: 'fields-left-empty' } ],
	},
} );
