import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'disable-user-login-disabled',
		title: 'Disable User Login has switched the account off',
		source: 'Disable User Login',
		entry: [ 'wp-login', 'rest', 'xml-rpc', 'paste' ],
		code: 'disable_user_login_user_disabled',
		pattern: 'account disabled\\.',
		proves: 'password',
		examples: { matches: [ 'ERROR: Account disabled.' ], misses: [ 'Your account can be disabled.' ] },
	},
] );
