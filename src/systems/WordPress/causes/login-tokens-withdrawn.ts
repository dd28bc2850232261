import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'login-tokens-withdrawn',
	system: 'wordpress',
	title: 'An administrator withdrew this person’s login tokens',
	meaning: 'For each person the site keeps a secret by which tokens are made. It was withdrawn: a device was lost, the person left, or somebody did it by mistake. Until it is given back, this person cannot log in from the app or the separate front end, whatever the password.',
	when: { any: [ { symptom: 'headless-token-revoked' }, { symptom: 'headless-token-not-issued' } ] },
	shows: [ 'headless-token-revoked', 'headless-token-not-issued' ],
	rivals: [ 'login-token-outdated' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your access from this app or page was withdrawn, perhaps because a device was reported lost. Your password is not the reason. Give the reference below to whoever runs this site; they can give it back.',
		mail: 'Your access from the app or page was withdrawn, perhaps because a device was reported lost. Your password is not the reason. Tell whoever runs the site the reference; they can give it back.',
		admin: 'Person’s JWT user secret is revoked.',
	},
	fixPath: [
		{
			id: 'ask-why',
			title: 'Ask who withdrew it and why',
			body: 'A lost phone or a person who left are good reasons to leave it so. Then have the password changed as well.',
			applicability: 'guided',
		},
		{
			id: 'give-back',
			title: 'Give it back',
			body: 'It is undone where it was done: in the user’s profile, if your version shows it there, or by GraphQL with the mutation refreshUserSecret; its revokeUserSecret is what withdrew it. A developer does it in a minute.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'look-for-rule',
			title: 'If nobody withdrew it, look for a rule',
			body: 'A plugin or the theme may refuse tokens to some roles. Search the code for graphql_login_, or compare with a person of another role.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'log-in-anew',
			title: 'Let the person log in anew',
			body: 'All earlier tokens stay void; that is intended.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Note in the user’s profile when and why you withdraw an access.' ],
	examples: {
		fits: [
			{ name: 'Headless Login says that it was withdrawn', symptoms: [ 'headless-token-revoked' ], findings: {}, confidence: 'likely' },
			{ name: 'Headless Login issues none', symptoms: [ 'headless-token-not-issued' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it only ran out', symptoms: [ 'headless-token-outdated' ], findings: {}, not: 'login-token-outdated' },
		],
	},
} );
