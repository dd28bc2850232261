import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'registration-email-domain-refused',
	system: 'wordpress',
	title: 'Addresses of that domain may not register',
	meaning: 'The network of sites takes new people only from certain domains, or turns certain domains away. The address of this person is among those. Registering with it will never work until a network administrator changes the list.',
	when: { symptom: 'registration-email-not-welcome' },
	shows: [ 'registration-email-not-welcome' ],
	rivals: [ 'registration-email-malformed' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site does not accept e-mail addresses of that kind. Use the address of your company, if you have one. If you have no other, give the reference below to whoever runs this site.',
		proven: 'This site does not accept e-mail addresses of that kind. Use the address of your company, if you have one. If you have no other, give the reference below to whoever runs this site.',
		mail: 'The site does not accept e-mail addresses of that kind. Use the address of your company, if you have one. If you have no other, give the reference to whoever runs this site.',
		admin: 'A registration failed because the network does not take that e-mail domain.',
	},
	fixPath: [
		{
			id: 'use-company-address',
			title: 'Ask for the person’s company address',
			body: 'If only staff shall register, that is what the list is for.',
			applicability: 'guided',
		},
		{
			id: 'change-domain-lists',
			title: 'Or change the lists',
			body: 'Network Admin → Settings: add the domain to Limited Email Registrations, or take it out of Banned Email Domains. One domain a line.',
			applicability: 'guided',
			link: 'network-settings',
		},
		{
			id: 'add-past-the-list',
			title: 'Or add the user yourself',
			body: 'An administrator may add anybody, whatever the lists say.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Say on the registration page which addresses are accepted.' ],
	examples: {
		fits: [ { name: 'the domain is not welcome', symptoms: [ 'registration-email-not-welcome' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the address is not complete', symptoms: [ 'registration-email-malformed' ], findings: {}, not: 'registration-email-malformed' } ],
	},
} );
