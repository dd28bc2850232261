import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'llar-locked-out',
		title: 'Limit Login Attempts Reloaded has locked the address out',
		source: 'Limit Login Attempts Reloaded',
		entry: [ 'wp-login', 'portal-page', 'xml-rpc', 'paste' ],
		code: 'too_many_retries',
		pattern: 'too many failed login attempts\\.( ?please try again (later|in \\d{1,4} (minutes?|hours?|days?)))?',
		proves: 'nothing',
		examples: {
			matches: [
				'ERROR: Too many failed login attempts. Please try again in 20 minutes.',
				'Too many failed login attempts. Please try again later.',
				'Too many failed login attempts.',
			],
			misses: [ 'We count failed login attempts.' ],
		},
	},
	{
		id: 'llar-denied',
		title: 'Limit Login Attempts Reloaded has the name or the address on its deny list',
		source: 'Limit Login Attempts Reloaded',
		entry: [ 'wp-login', 'portal-page', 'xml-rpc', 'paste' ],
		// Its sentence is the lockout’s.
		code: 'username_blacklisted',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'llar-code-not-passed',
		title: 'The person came back from the code page of Limit Login Attempts Reloaded without passing it',
		source: 'Limit Login Attempts Reloaded',
		entry: [ 'wp-login', 'paste' ],
		// Its sentence speaks of a wrong password, which is not so.
		code: 'llar_mfa_return',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'llar-masked',
		title: 'Limit Login Attempts Reloaded put its own sentence over the reason',
		source: 'Limit Login Attempts Reloaded',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		pattern: 'incorrect (username|email address|username or email address) or password\\.',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'ERROR: Incorrect username or password.', 'Incorrect email address or password.' ], misses: [ 'Enter your username or password.' ] },
	},
	{
		id: 'llar-registration-refused',
		title: 'Limit Login Attempts Reloaded refused a registration',
		source: 'Limit Login Attempts Reloaded',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'user_blocking',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'llar-xml-rpc-refused',
		title: 'A program got 403 and an empty answer from XML-RPC',
		source: 'Limit Login Attempts Reloaded',
		entry: [ 'xml-rpc', 'paste' ],
		pattern: 'xml-?rpc.{1,80}\\b403\\b|\\b403\\b.{1,80}xml-?rpc',
		proves: 'nothing',
		opaque: true,
		examples: {
			matches: [ 'POST /xmlrpc.php HTTP/1.1 403', 'HTTP 403 Forbidden from https://shop.example/xmlrpc.php' ],
			misses: [ 'POST /xmlrpc.php HTTP/1.1 200', '403 Forbidden' ],
		},
	},
] );
