import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'loginpress-email-only',
		title: 'LoginPress lets people in by e-mail address only',
		source: 'LoginPress',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'loginpress_use_email',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'loginpress-rewritten',
		title: 'LoginPress showed the site’s own words instead of the reason',
		source: 'LoginPress',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'invalid (username|password)\\.',
		proves: 'nothing',
		opaque: true,
		examples: {
			matches: [ 'Error: Invalid Username.', 'Error: Invalid Password.' ],
			misses: [ 'Invalid User Name / Password', 'The password you entered for the username jane is incorrect.' ],
		},
	},
	{
		id: 'loginpress-domain-refused',
		title: 'LoginPress takes no registration from this mail domain',
		source: 'LoginPress',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'restricted_domain',
		pattern: 'registration from this domain is not allowed',
		proves: 'nothing',
		examples: { matches: [ 'ERROR: Registration from this domain is not allowed.' ], misses: [ 'Registration is open.' ] },
	},
	{
		id: 'loginpress-consent-missing',
		title: 'LoginPress wants the privacy policy accepted first',
		source: 'LoginPress',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'policy_error',
		pattern: 'please accept the privacy policy',
		proves: 'nothing',
		examples: { matches: [ 'Error: Please accept the privacy policy.' ], misses: [ 'Read the privacy policy.' ] },
	},
] );
