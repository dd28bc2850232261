import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'loggedin-too-many-sessions',
		title: 'The account is logged in on as many devices as it may be',
		source: 'Loggedin, User Registration',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		pattern: '(you.{0,3}ve reached the maximum number of active logins|maximum no\\. of active logins found) for this account(\\. please logout from another device to continue)?(\\. force logout)?',
		proves: 'nothing',
		examples: {
			matches: [
				'Maximum no. of active logins found for this account. Please logout from another device to continue.',
				"You've reached the maximum number of active logins for this account.",
			],
			misses: [ 'Maximum number of items reached.' ],
		},
	},
] );
