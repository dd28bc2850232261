import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'login-fields-empty',
		title: 'WordPress said that a field was left empty',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: [ 'empty_username', 'empty_password', 'empty_email' ],
		pattern: 'the (username|email|password) field is empty|please enter a username( or email address|\\.)|please type your email address',
		proves: 'nothing',
		examples: { matches: [ 'Error: The username field is empty.', 'Error: The email field is empty.', 'Error: The password field is empty.', 'Error: Please enter a username or email address.', 'Error: Please enter a username.', 'Error: Please type your email address.' ], misses: [ 'Please enter your name.', 'The username jane is not registered on this site.' ] },
	},
	{
		id: 'new-password-blank',
		title: 'WordPress did not take a new password of blanks',
		entry: [ 'wp-login', 'paste' ],
		code: 'password_reset_empty_space',
		pattern: 'the password cannot be a space or all spaces',
		proves: 'nothing',
		examples: { matches: [ 'The password cannot be a space or all spaces.' ], misses: [ 'The password field is empty.' ] },
	},
	{
		id: 'new-passwords-differ',
		title: 'The new password was typed in two ways',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'password_reset_mismatch',
		pattern: '(the|new) passwords do not match',
		proves: 'nothing',
		examples: { matches: [ 'Error: The passwords do not match.', 'New passwords do not match.' ], misses: [ 'The password you entered is incorrect.' ] },
	},
] );
