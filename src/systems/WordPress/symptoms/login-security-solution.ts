import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'lss-idle',
		title: 'Login Security Solution logged the person out after a while without a click',
		source: 'Login Security Solution',
		entry: [ 'wp-login', 'paste' ],
		code: 'idle',
		pattern: 'it has been over \\d{1,5} minutes since your last action',
		proves: 'nothing',
		examples: { matches: [ 'It has been over 15 minutes since your last action. Please log back in.' ], misses: [ 'You were away for 15 minutes.' ] },
	},
	{
		id: 'lss-password-reset-first',
		title: 'Login Security Solution lets the person in only after a password reset',
		source: 'Login Security Solution',
		entry: [ 'wp-login', 'paste' ],
		code: [ 'pw_expired', 'pw_force' ],
		pattern: 'the grace period for changing your password has expired|your password must be reset',
		proves: 'nothing',
		examples: {
			matches: [
				'The grace period for changing your password has expired. Please submit this form to reset your password.',
				'Your password must be reset. Please submit this form to reset it.',
			],
			misses: [ 'Your password has been reset.' ],
		},
	},
	{
		id: 'lss-password-change-soon',
		title: 'Login Security Solution gives a few minutes to log in and change the password',
		source: 'Login Security Solution',
		entry: [ 'wp-login', 'paste' ],
		code: [ 'pw_grace', 'pw_reset_bad' ],
		pattern: 'your password has expired\\. please log|the password you just created is not secure',
		proves: 'nothing',
		examples: {
			matches: [
				'Your password has expired. Please log and change it. We provide a 15 minute grace period to do so.',
				'The password you just created is not secure so must be changed. Use it now to log in then go to your profile page and create a new password.',
			],
			misses: [ 'Your password reset link has expired.' ],
		},
	},
	{
		id: 'lss-maintenance',
		title: 'Login Security Solution has switched all logins off for maintenance',
		source: 'Login Security Solution',
		entry: [ 'wp-login', 'paste' ],
		code: 'maintenance',
		pattern: 'the site is undergoing maintenance',
		proves: 'nothing',
		examples: { matches: [ 'The site is undergoing maintenance. Please try again later.' ], misses: [ 'Maintenance plans for your car' ] },
	},
] );
