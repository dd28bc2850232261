import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'miniorange-oauth-admin-email-differs',
		title: 'miniOrange OAuth found another e-mail address on the administrator’s account',
		source: 'miniOrange OAuth',
		entry: [ 'portal-page', 'paste' ],
		code: 'WPO01',
		pattern: '\\bWPO01\\b',
		proves: 'nothing',
		examples: { matches: [ 'Error code: WPO01' ], misses: [ 'Error code: WPO010' ] },
	},
	{
		id: 'miniorange-oauth-email-unconfirmed',
		title: 'miniOrange OAuth was not told that the e-mail address is confirmed',
		source: 'miniOrange OAuth',
		entry: [ 'portal-page', 'paste' ],
		code: 'WPOAUTH:002',
		pattern: '\\bWPOAUTH:002\\b',
		proves: 'nothing',
		examples: { matches: [ 'Error code: WPOAUTH:002' ], misses: [ 'Error code: WPO01' ] },
	},
] );
