import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'all-callbacks-silent',
	system: 'wordpress',
	title: 'No part of the login gave an answer',
	meaning:
		'WordPress asks a chain of parts who the person is. None of them answered, so it gave its fallback. Mostly a plugin took the usual check of name and password out, as sites do that log in by single sign-on only. Plugins that hide details show the same sentence for a wrong password.',
	when: { any: [ { symptom: 'nobody-answered' }, { symptom: 'fallback-in-other-words' } ] },
	shows: [ 'nobody-answered', 'fallback-in-other-words' ],
	rivals: [ 'wrong-password' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This form may not be the right way into this site. Look for another login button, such as one with your company’s name. If there is none, give the reference below to whoever runs this site.',
		mail: 'The form that you used may not be the right way into the site. Look for another login button, such as one with your company’s name. If there is none, give the reference to whoever runs this site.',
		admin: 'No part of the login answered; a plugin may have removed the password check.',
	},
	fixPath: [
		{
			id: 'check-login-plugins',
			title: 'Check the plugins that change the login',
			body: 'Look for plugins for single sign-on, security or hiding login errors. Ask whether people shall log in by password here at all. If so, switch that check on again in the plugin’s settings.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Hide the password form on sites where only single sign-on is meant to work.' ],
	examples: {
		fits: [ { name: 'WordPress gave its fallback', symptoms: [ 'nobody-answered' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'WordPress did compare the password', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true }, not: 'wrong-password' } ],
	},
} );
