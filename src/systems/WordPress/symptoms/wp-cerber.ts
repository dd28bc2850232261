import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'cerber-refused',
		title: 'WP Cerber refused the login without naming the reason',
		source: 'WP Cerber',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'cerber_wp_error',
		pattern: 'you are not allowed to log in\\. ask your administrator for assistance',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'You are not allowed to log in. Ask your administrator for assistance.' ], misses: [ 'You are allowed to log in.' ] },
	},
	{
		id: 'cerber-locked-out',
		title: 'WP Cerber has locked the address out',
		source: 'WP Cerber',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'cerber_wp_error',
		pattern: 'you have (exceeded the number of allowed login attempts|reached the login attempts limit)\\. please try again in \\d{1,5} minutes?',
		proves: 'nothing',
		examples: {
			matches: [
				'You have exceeded the number of allowed login attempts. Please try again in 60 minutes.',
				'You have reached the login attempts limit. Please try again in 30 minutes.',
			],
			misses: [ 'You are not allowed to log in. Ask your administrator for assistance.' ],
		},
	},
	{
		id: 'cerber-application-password-denied',
		title: 'WP Cerber allows the account no application passwords',
		source: 'WP Cerber',
		entry: [ 'rest', 'xml-rpc', 'paste' ],
		code: 'app_password_denied',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
] );
