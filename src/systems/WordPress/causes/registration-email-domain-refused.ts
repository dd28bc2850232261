import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'registration-email-domain-refused',
	system: 'wordpress',
	title: 'Addresses of that domain may not register',
	meaning: 'The network of sites, or a plugin, takes new people only from certain domains, or turns certain domains away. The address of this person is among those. Registering with it will never work until an administrator changes the list.',
	when: { any: [ { symptom: 'registration-email-not-welcome' }, { symptom: 'ultimate-member-domain-blocked' }, { symptom: 'loginpress-domain-refused' } ] },
	shows: [ 'registration-email-not-welcome', 'ultimate-member-domain-blocked', 'loginpress-domain-refused' ],
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
			title: 'Or change the network’s lists',
			body: 'Network Admin → Settings: add the domain to Limited Email Registrations, or take it out of Banned Email Domains. One domain a line.',
			applicability: 'guided',
			link: 'network-settings',
			onlyIf: { symptom: 'registration-email-not-welcome' },
		},
		{
			id: 'change-rule-in-um',
			title: 'Or change the rule in Ultimate Member',
			body: 'Open Ultimate Member → Settings → Access → Other and look for the domain, written as *@ and the domain, among the blocked e-mail addresses.',
			applicability: 'guided',
			onlyIf: { symptom: 'ultimate-member-domain-blocked' },
		},
		{
			id: 'change-rule-in-loginpress',
			title: 'Or change the rule in LoginPress',
			body: 'Open LoginPress → Settings and look for the list of domains for registration.',
			applicability: 'guided',
			onlyIf: { symptom: 'loginpress-domain-refused' },
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
		fits: [ { name: 'the domain is not welcome', symptoms: [ 'registration-email-not-welcome' ], findings: {}, confidence: 'likely' }, { name: 'LoginPress names the domain', symptoms: [ 'loginpress-domain-refused' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the address is not complete', symptoms: [ 'registration-email-malformed' ], findings: {}, not: 'registration-email-malformed' } ],
	},
} );
