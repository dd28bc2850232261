import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'generic-account-closed',
		title: 'The login page hints at a closed account and names the administrator',
		source: 'Generic portal text',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		pattern: '((your|this|the) )?((user )?account .{0,40})?(temporarily|may be) (disabled|locked|suspended|unavailable).{0,40}(contact|administrator).{0,60}?',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'Your account may be temporarily disabled, please contact the administrator.', 'Account temporarily locked. Contact your administrator' ], misses: [ 'This product may be unavailable in your country.' ] },
	},
	{
		id: 'generic-contact-administrator',
		title: 'The login page only says to contact the administrator',
		source: 'Generic portal text',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		pattern: '(please )?contact (your|the|a) (site |system )?administrator',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'Please contact the site administrator.', 'Contact a system administrator' ], misses: [ 'Please contact your account manager' ] },
	},
] );
