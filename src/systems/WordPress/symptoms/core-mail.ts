import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'reset-mail-announced',
		title: 'WordPress said that a password reset mail is on its way',
		entry: [ 'wp-login', 'paste' ],
		code: 'confirm',
		pattern: 'check your email for the confirmation link',
		proves: 'nothing',
		examples: { matches: [ 'Check your email for the confirmation link, then visit the login page.' ], misses: [ 'Check your email address.' ] },
	},
	{
		id: 'registration-mail-announced',
		title: 'WordPress said that the registration mail is on its way',
		entry: [ 'wp-login', 'paste' ],
		code: 'registered',
		pattern: 'registration complete\\. please check your email',
		proves: 'nothing',
		examples: { matches: [ 'Registration complete. Please check your email, then visit the login page.' ], misses: [ 'Registration is closed.' ] },
	},
	{
		id: 'mail-refused-by-mailer',
		title: 'The mailer of this site reported a failure',
		entry: [ 'wp-login', 'portal-page', 'rest', 'paste' ],
		code: 'wp_mail_failed',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'reset-not-allowed',
		title: 'The account may not reset its password here',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'no_password_reset',
		pattern: 'password reset is not allowed for this user',
		proves: 'nothing',
		examples: { matches: [ 'Error: Password reset is not allowed for this user.' ], misses: [ 'There is no account with that username or email address.' ] },
	},
] );
