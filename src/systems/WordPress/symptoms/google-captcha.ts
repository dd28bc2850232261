import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'google-captcha-authentication-failed',
		title: 'The captcha of BestWebSoft refused under the code of a wrong password',
		source: 'Google Captcha',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'incorrect_password',
		pattern: 'authentication failed\\.',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'Authentication failed.' ], misses: [ 'Authentication is needed.' ] },
	},
	{
		id: 'google-captcha-refused',
		title: 'A captcha said that its answer is not right',
		source: 'Google Captcha',
		entry: [ 'wp-login', 'paste' ],
		code: 'gglcptch_error',
		pattern: '(incorrect|wrong|invalid|failed).{0,40}captcha|captcha.{0,60}(incorrect|wrong|failed|not passed)',
		proves: 'nothing',
		examples: {
			matches: [ 'Error: You have entered an incorrect reCAPTCHA value.', 'The captcha verification failed. Please try again.' ],
			misses: [ 'Protected by reCAPTCHA', 'CAPTCHA EXPIRED: The CAPTCHA verification for this login attempt has expired.' ],
		},
	},
] );
