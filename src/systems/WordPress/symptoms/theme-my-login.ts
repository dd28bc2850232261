import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'theme-my-login-password-reset',
		title: 'Theme My Login said that the new password is set',
		source: 'Theme My Login',
		entry: [ 'portal-page', 'paste' ],
		code: 'password_reset',
		pattern: 'your password has been reset\\.',
		proves: 'nothing',
		examples: { matches: [ 'Your password has been reset.' ], misses: [ 'Your password reset link has expired.' ] },
	},
	{
		id: 'theme-my-login-new-password-refused',
		title: 'Theme My Login did not take the new password',
		source: 'Theme My Login',
		entry: [ 'portal-page', 'paste' ],
		code: [ 'password_backslash', 'password_mismatch' ],
		pattern: 'passwords may not contain the character.{0,12}|passwords don.{1,8}t match\\. please enter the same password in both.{0,24}',
		proves: 'nothing',
		examples: { matches: [ 'Error: Passwords may not contain the character "\\".', 'Error: Passwords don’t match. Please enter the same password in both password fields.' ], misses: [ 'The passwords do not match.' ] },
	},
] );
