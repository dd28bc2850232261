import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'site-address-taken',
	system: 'wordpress',
	title: 'The wanted site address is taken',
	meaning: 'Somebody registered a site of their own in this network, and its address belongs to another site by now. The account may be made, the site is not.',
	when: { symptom: 'site-address-taken' },
	shows: [ 'site-address-taken' ],
	prior: 'rare',
	rivals: [ 'account-exists-already' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'The address that you chose for your site is taken. Choose another one. If it is your own site from before, log in instead, or give the reference below to whoever runs this site.',
		proven: 'The address that you chose for your site is taken. Choose another one. If it is your own site from before, log in instead, or give the reference below to whoever runs this site.',
		mail: 'The address that you chose for your site is taken. Choose another one, or log in if it is your own site from before. If that does not help, give the reference to whoever runs this site.',
		admin: 'A new site in the network was refused because its address is taken.',
	},
	fixPath: [
		{
			id: 'find-site',
			title: 'See whose site it is',
			body: 'Network Admin → Sites: search for the address. A site marked for deletion or as archived holds its address too.',
			applicability: 'guided',
			link: 'network-sites',
		},
		{
			id: 'add-site',
			title: 'Give the person another address, or the site',
			body: 'Add a new site there under another address. Or, if the site is theirs, add them to it as an administrator.',
			applicability: 'guided',
			link: 'network-sites',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Delete sites for good once they are no longer needed.' ],
	examples: {
		fits: [ { name: 'the address is taken', symptoms: [ 'site-address-taken' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the account is there already', symptoms: [ 'registration-account-exists' ], findings: {}, not: 'account-exists-already' } ],
	},
} );
