import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'site-deactivated',
	system: 'wordpress',
	title: 'The whole site is switched off or not switched on yet',
	saidAs: [ 'it says that the site does not exist any more', 'the site of the network was removed' ],
	meaning: 'In the network this site is marked for deletion, or was registered and never activated. Its content is still there, but nobody can open or enter it. Accounts and passwords are not concerned.',
	when: { any: [ { symptom: 'network-site-deleted' }, { symptom: 'network-site-inactive' } ] },
	shows: [ 'network-site-deleted', 'network-site-inactive' ],
	rivals: [ 'site-archived' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This whole site is switched off at the moment; your account is not the reason. Trying again does not help. To learn more, give the reference below to whoever runs this site.',
		proven: 'This whole site is switched off at the moment; your account is not the reason. Trying again does not help. To learn more, give the reference below to whoever runs this site.',
		mail: 'The whole site is switched off at the moment; your account is not the reason. To learn more, give the reference to whoever runs this site.',
		admin: 'The site is marked for deletion, or was never activated, in the network.',
	},
	fixPath: [
		{
			id: 'ask-before-activating',
			title: 'Ask whether it was meant',
			body: 'A site can be marked for deletion by its own administrator, under Tools. Ask them first.',
			applicability: 'guided',
			onlyIf: { symptom: 'network-site-deleted' },
		},
		{
			id: 'activate-site',
			title: 'Switch it on',
			body: 'Network Admin → Sites: point at the site and choose Remove Deletion Flag, which older versions call Activate. A site that was never activated has the same link.',
			applicability: 'guided',
			link: 'network-sites',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Take a backup before a site is marked for deletion.' ],
	examples: {
		fits: [ { name: 'the site is marked for deletion', symptoms: [ 'network-site-deleted' ], findings: {}, confidence: 'likely' }, { name: 'the site was never activated', symptoms: [ 'network-site-inactive' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the site is archived', symptoms: [ 'network-site-archived' ], findings: {}, not: 'site-archived' } ],
	},
} );
