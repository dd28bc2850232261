import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'front-end-not-trusted',
	system: 'wordpress',
	title: 'WordPress does not trust the front end that the login came from',
	meaning: 'The separate front end has to show a site token, or come from an address that is on a list. It did not: the token is missing or another one, its name is not set, or the front end runs under a new address. Nobody gets in from there; names and passwords are not even looked at.',
	when: { any: [ { symptom: 'headless-site-token-refused' }, { symptom: 'headless-origin-refused' } ] },
	shows: [ 'headless-site-token-refused', 'headless-origin-refused' ],
	rivals: [ 'token-secret-missing' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This page is not allowed to log you in at the moment. Your account is fine, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'This page is not allowed to log you in at the moment. Your account is fine, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'The page that you used is not allowed to log you in at the moment. Your account is fine. Give the reference to whoever runs this site.',
		admin: 'The headless front end’s origin or site token is not accepted.',
	},
	fixPath: [
		{
			id: 'compare-site-token',
			title: 'Compare the site token at both ends',
			body: 'GraphQL → Settings → Headless Login → Site Token: the header’s name and the secret must be exactly those in the settings of the front end. If the name is empty, enter one, such as X-Site-Token. Block Unauthorized Domains must be on as well.',
			applicability: 'guided',
			onlyIf: { symptom: 'headless-site-token-refused' },
		},
		{
			id: 'add-address',
			title: 'Add the front end’s address',
			body: 'GraphQL → Settings → Headless Login → Access Control → Additional Authorized Domains: add the address with https and without a slash at the end. Preview addresses change with each build and need their own.',
			applicability: 'guided',
			onlyIf: { symptom: 'headless-origin-refused' },
		},
		{
			id: 'check-header-on-its-way',
			title: 'See that the line arrives',
			body: 'A proxy or CDN may drop lines of requests that it does not know. The token must be sent by the front end’s server, never by the browser: whoever has it can log in as anybody.',
			applicability: 'guided',
		},
		{
			id: 'publish-front-end',
			title: 'Publish the front end anew',
			body: 'Settings of a front end mostly count only after it was built and published once more.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Keep the list of addresses and tokens with the instructions for publishing the front end.' ],
	examples: {
		fits: [
			{ name: 'the site token is not accepted', symptoms: [ 'headless-site-token-refused' ], findings: {}, confidence: 'likely' },
			{ name: 'the address is not on the list', symptoms: [ 'headless-origin-refused' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the front end is trusted, the secret is missing', symptoms: [ 'headless-secret-missing' ], findings: {}, not: 'token-secret-missing' },
		],
	},
} );
