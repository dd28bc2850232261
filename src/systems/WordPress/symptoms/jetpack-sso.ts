import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'jetpack-account-required',
		title: 'Jetpack wants a login by WordPress.com',
		source: 'Jetpack SSO',
		entry: [ 'wp-login', 'paste' ],
		code: 'jetpack_sso_required',
		pattern: 'a wordpress\\.com account is required to access this site',
		proves: 'nothing',
		examples: {
			matches: [
				'A WordPress.com account is required to access this site. Click the button below to sign in or create a free WordPress.com account.',
			],
			misses: [ 'Create a WordPress.com account.' ],
		},
	},
	{
		id: 'jetpack-not-linked',
		title: 'Jetpack said that there is an account that is not linked to WordPress.com yet',
		source: 'Jetpack SSO',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'you already have an account on this site\\. .{0,20}sign in',
		proves: 'nothing',
		examples: {
			matches: [
				'You already have an account on this site. Please sign in with your username and password and then connect to WordPress.com.',
			],
			misses: [ 'You already have an account.' ],
		},
	},
	{
		id: 'jetpack-connection-problems',
		title: 'Jetpack said that the site’s connection to WordPress.com has problems',
		source: 'Jetpack SSO',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'wordpress\\.com is not currently available because this site is experiencing connection problems',
		proves: 'nothing',
		examples: {
			matches: [
				'Logging in with WordPress.com is not currently available because this site is experiencing connection problems.',
			],
			misses: [ 'We are experiencing connection problems.' ],
		},
	},
	{
		id: 'jetpack-login-failed',
		title: 'Jetpack could not verify the login at WordPress.com',
		source: 'Jetpack SSO',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'there was an error logging you in via wordpress\\.com',
		proves: 'nothing',
		examples: {
			matches: [
				'There was an error logging you in via WordPress.com, please try again or try logging in with your username and password.',
			],
			misses: [ 'There was an error creating a user for you.' ],
		},
	},
	{
		id: 'jetpack-account-not-made',
		title: 'Jetpack could not make a WordPress user',
		source: 'Jetpack SSO',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'there was an error creating a user for you',
		proves: 'nothing',
		examples: {
			matches: [
				'There was an error creating a user for you. Please contact the administrator of your site.',
			],
			misses: [ 'There was an error logging you in via WordPress.com.' ],
		},
	},
	{
		id: 'jetpack-account-missing',
		title: 'Jetpack found no WordPress user for the WordPress.com account',
		source: 'Jetpack SSO',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'we couldn.{1,8}t find your account\\. if you already have an account, make sure you have connected',
		proves: 'nothing',
		examples: {
			matches: [
				'We couldn\'t find your account. If you already have an account, make sure you have connected to WordPress.com.',
			],
			misses: [ 'We couldn\'t find your account number.' ],
		},
	},
	{
		id: 'jetpack-safe-mode',
		title: 'Jetpack allows no login by WordPress.com on a copy of the site',
		source: 'Jetpack SSO',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'logging in with wordpress\\.com is disabled for sites that are in (safe|staging) mode',
		proves: 'nothing',
		examples: {
			matches: [
				'Logging in with WordPress.com is disabled for sites that are in safe mode.',
				'Logging in with WordPress.com is disabled for sites that are in staging mode.',
			],
			misses: [ 'Logging in with WordPress.com is enabled.' ],
		},
	},
	{
		id: 'jetpack-second-factor-missing',
		title: 'Jetpack wants a WordPress.com account with a second factor',
		source: 'Jetpack SSO',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'two-step authentication is required to access this site|this site requires two-step authentication for added security',
		proves: 'nothing',
		examples: {
			matches: [
				'Two-Step Authentication is required to access this site. Please visit your Security Settings.',
				'You are logged in to WordPress.com as Jane, but this site requires two-step authentication for added security. Set it up for your account, then log in again.',
			],
			misses: [ 'Two-step authentication is recommended.' ],
		},
	},
] );
