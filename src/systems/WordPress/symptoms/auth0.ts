import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'auth0-exchange-failed',
		title: 'Auth0’s plugin could not redeem the provider’s answer',
		source: 'Auth0 for WordPress',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		// A blank page with a line of the library; the code is ours.
		code: 'auth0_token_exchange_failed',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [], misses: [] },
	},
	{
		id: 'auth0-refused-silently',
		title: 'Auth0 refused, and the person landed on the home page without a word',
		source: 'Auth0 for WordPress',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'auth0_callback_error',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'auth0-account-missing',
		title: 'Auth0’s plugin found no WordPress user, and the person landed on the home page without a word',
		source: 'Auth0 for WordPress',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'auth0_unknown_identity',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
] );
