import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'aios-address-blocked',
		title: 'All-In-One Security has blocked the address',
		source: 'All-In-One Security',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'authentication_failed',
		pattern: '(access from )?your ip address has been blocked( for security reasons)?',
		proves: 'nothing',
		examples: { matches: [ 'ERROR: Access from your IP address has been blocked for security reasons.' ], misses: [ 'Your IP address has been saved.' ] },
	},
	{
		id: 'aios-captcha-wrong',
		title: 'All-In-One Security said that the sum was answered wrongly',
		source: 'All-In-One Security',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'authentication_failed',
		pattern: 'your answer was incorrect( ?- ?please try again)?',
		proves: 'nothing',
		examples: { matches: [ 'ERROR: Your answer was incorrect - please try again.' ], misses: [ 'Please enter an answer in digits.' ] },
	},
	{
		id: 'aios-masked',
		title: 'All-In-One Security put one sentence over a wrong name and a wrong password',
		source: 'All-In-One Security',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'authentication_failed',
		pattern: 'invalid login credentials',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'ERROR: Invalid login credentials.' ], misses: [ 'Enter your login credentials.' ] },
	},
	{
		id: 'aios-pending',
		title: 'All-In-One Security said that the account waits for approval',
		source: 'All-In-One Security',
		entry: [ 'wp-login', 'paste' ],
		code: 'authentication_failed',
		pattern: 'account pending',
		proves: 'nothing',
		examples: {
			matches: [ 'ACCOUNT PENDING: Your account is currently not active. An administrator needs to activate your account before you can log in.' ],
			misses: [ 'Your payment is pending.' ],
		},
	},
] );
