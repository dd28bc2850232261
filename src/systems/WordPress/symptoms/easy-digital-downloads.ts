import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'edd-login-refused',
		title: 'Easy Digital Downloads gave its one answer for every refused login',
		source: 'Easy Digital Downloads',
		entry: [ 'portal-page', 'paste' ],
		code: 'edd_invalid_login',
		pattern: 'invalid username or password\\.?',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'Error: Invalid username or password' ], misses: [ 'Invalid username or email.', 'Incorrect username or password.' ] },
	},
	{
		id: 'edd-login-page-stale',
		title: 'Easy Digital Downloads’ login form was too old, and the page only reloaded',
		source: 'Easy Digital Downloads',
		entry: [ 'portal-page', 'paste' ],
		code: 'edd_login_nonce',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
] );
