import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'wp-2fa-not-verified',
		title: 'WP 2FA said that a fault of the server kept the login from being verified',
		source: 'WP 2FA',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'a server error prevented your login from being verified',
		proves: 'password',
		examples: {
			matches: [ 'WP 2FA: A server error prevented your login from being verified. Please contact the website administrator.' ],
			misses: [ 'A server error occurred.' ],
		},
	},
	{
		id: 'wp-2fa-refused',
		title: 'WP 2FA refused the second step',
		source: 'WP 2FA',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'authentication failed\\.',
		proves: 'password',
		opaque: true,
		examples: { matches: [ 'Authentication failed.' ], misses: [ 'Authentication is needed.' ] },
	},
] );
