import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-answer-not-fresh',
	system: 'wordpress',
	title: 'The return address was opened without a fresh answer of the login service',
	meaning: 'The login service gives each answer once, good for a minute or so. Here none came, or the same came again: a reload, the back button, a bookmark of the return address, a double click, a search robot. If it hits everybody, something calls the address twice, or the answer is lost in a redirect.',
	when: {
		any: [
			{ symptom: 'oidc-code-missing' },
			{ symptom: 'oidc-code-refused' },
			{ symptom: 'miniorange-saml-answer-repeated' },
			{ symptom: 'onelogin-saml-nothing-received' },
		],
	},
	shows: [ 'oidc-code-missing', 'oidc-code-refused', 'miniorange-saml-answer-repeated', 'onelogin-saml-nothing-received' ],
	rivals: [ 'sso-state-lost', 'sso-answer-not-whole' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This page can only be reached by logging in, and each login opens it once. Do not reload it and do not keep it as a bookmark: go to the login page of this site and log in from there. If that ends here again, give the reference below to whoever runs this site.',
		proven: 'This page can only be reached by logging in, and each login opens it once. Do not reload it and do not keep it as a bookmark: go to the login page of this site and log in from there. If that ends here again, give the reference below to whoever runs this site.',
		mail: 'The page that you opened can only be reached by logging in, and each login opens it once. Do not reload it: go to the login page of the site and log in from there. If that ends there again, give the reference to whoever runs this site.',
		admin: 'The SSO return address was opened without a fresh answer.',
	},
	fixPath: [
		{
			id: 'start-anew',
			title: 'Let the person begin on the login page',
			body: 'Not from the browser’s history, not from a bookmark. Have them delete a bookmark of the return address. If it works and nobody else reports it, you are done.',
			applicability: 'guided',
		},
		{
			id: 'look-for-second-call',
			title: 'If it hits everybody, look for what opens the address twice',
			body: 'A redirect from http to https or to www, a page preloader of a cache plugin, or a second login plugin may use up the answer before the right one gets it. Pause them one at a time and try in a private window.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'compare-return-address',
			title: 'Compare the return address at both ends',
			body: 'A service that does not take its own code back (invalid_grant) also means a return address that differs by a slash, www or https, or a server clock that is wrong. Settings → OpenID Connect Client shows the address to enter, in its notes at the bottom.',
			applicability: 'guided',
			onlyIf: { symptom: 'oidc-code-refused' },
		},
		{
			id: 'check-request-kind',
			title: 'See that the service sends its answer as a form',
			body: 'At the login service the return address (ACS) must be set to HTTP-POST. A redirect on the way turns a form into a plain call and drops the answer, so enter the final address.',
			applicability: 'guided',
			onlyIf: { symptom: 'onelogin-saml-nothing-received' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Link to the login page everywhere, never to the return address.' ],
	examples: {
		fits: [
			{ name: 'the return address was opened without a code', symptoms: [ 'oidc-code-missing' ], findings: {}, confidence: 'likely' },
			{ name: 'the service does not take its code back', symptoms: [ 'oidc-code-refused' ], findings: {}, confidence: 'likely' },
			{ name: 'miniOrange got the same answer twice', symptoms: [ 'miniorange-saml-answer-repeated' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'an answer came, but its mark was gone', symptoms: [ 'oidc-state-lost' ], findings: {}, not: 'sso-state-lost' },
			{ name: 'an answer came, and it could not be read', symptoms: [ 'miniorange-saml-unreadable' ], findings: {}, not: 'sso-answer-not-whole' },
		],
	},
} );
