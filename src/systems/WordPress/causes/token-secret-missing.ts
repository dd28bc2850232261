import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'token-secret-missing',
	system: 'wordpress',
	title: 'The site has no secret to make its login tokens with',
	meaning: 'Apps and separate front ends log in by a signed token. To sign it, the plugin needs a secret in wp-config.php, and there is none, it is not accepted, or the way of signing is one that it does not know. Every login by token fails; wp-login.php works as before.',
	when: {
		any: [
			{ symptom: 'jwt-auth-not-configured' },
			{ symptom: 'jwt-auth-algorithm-unknown' },
			{ symptom: 'wpgraphql-jwt-not-configured' },
			{ symptom: 'wpgraphql-jwt-secret-problem' },
			{ symptom: 'headless-secret-missing' },
		],
	},
	shows: [
		'jwt-auth-not-configured',
		'jwt-auth-algorithm-unknown',
		'wpgraphql-jwt-not-configured',
		'wpgraphql-jwt-secret-problem',
		'headless-secret-missing',
	],
	rivals: [ 'login-token-outdated', 'authorization-header-lost' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Logging in from this app or page is not set up completely on the site. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'Logging in from this app or page is not set up completely on the site. Your password is not the reason, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'Logging in from the app or page is not set up completely on the site. Your password is not the reason. Try the site’s own login page, or give the reference to whoever runs this site.',
		admin: 'JWT secret or algorithm is missing or wrong; token logins fail for everybody.',
	},
	fixPath: [
		{
			id: 'make-secret',
			title: 'Make a long random secret',
			body: 'A password manager makes one: 64 letters, digits and signs without quotation marks. Changing it later ends all logins by token, nothing else.',
			applicability: 'guided',
		},
		{
			id: 'enter-for-jwt-auth',
			title: 'Enter it for JWT Authentication',
			body: 'In wp-config.php, above the line about happy blogging: define( \'JWT_AUTH_SECRET_KEY\', \'your secret\' ); Save a copy of the file first, or ask your host.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'jwt-auth-not-configured' }, { symptom: 'jwt-auth-algorithm-unknown' } ] },
		},
		{
			id: 'correct-algorithm',
			title: 'Put the way of signing right',
			body: 'A developer set the filter jwt_auth_algorithm to something that the plugin does not know. Remove it, or let it give HS256.',
			applicability: 'guided',
			onlyIf: { symptom: 'jwt-auth-algorithm-unknown' },
		},
		{
			id: 'enter-for-wpgraphql-jwt',
			title: 'Enter it for WPGraphQL JWT',
			body: 'In wp-config.php, above the line about happy blogging: define( \'GRAPHQL_JWT_AUTH_SECRET_KEY\', \'your secret\' ); Save a copy of the file first, or ask your host.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'wpgraphql-jwt-not-configured' }, { symptom: 'wpgraphql-jwt-secret-problem' } ] },
		},
		{
			id: 'regenerate-in-headless-login',
			title: 'Make it anew in Headless Login',
			body: 'GraphQL → Settings → Headless Login: Regenerate JWT Secret. If wp-config.php sets WPGRAPHQL_LOGIN_JWT_SECRET_KEY, that line counts instead: it must not be empty.',
			applicability: 'guided',
			onlyIf: { symptom: 'headless-secret-missing' },
		},
		{
			id: 'test-login',
			title: 'Log in once from the app',
			body: 'If the same comes back, an old copy of wp-config.php or a cache of PHP is in use; ask the host to restart PHP.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'When a site moves, take its secrets along: they stand in wp-config.php, not in the database.' ],
	examples: {
		fits: [
			{ name: 'JWT Authentication has no secret', symptoms: [ 'jwt-auth-not-configured' ], findings: {}, confidence: 'likely' },
			{ name: 'WPGraphQL JWT has no secret', symptoms: [ 'wpgraphql-jwt-not-configured' ], findings: {}, confidence: 'likely' },
			{ name: 'Headless Login has no secret', symptoms: [ 'headless-secret-missing' ], findings: {}, confidence: 'likely' },
			{ name: 'the way of signing is not known', symptoms: [ 'jwt-auth-algorithm-unknown' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'there is a secret, the token is too old', symptoms: [ 'jwt-auth-token-outdated' ], findings: {}, not: 'login-token-outdated' },
			{ name: 'there is a secret, the token does not arrive', symptoms: [ 'jwt-auth-header-missing' ], findings: {}, not: 'authorization-header-lost' },
		],
	},
} );
