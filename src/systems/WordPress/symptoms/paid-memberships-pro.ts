import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'pmpro-login-problem',
		title: 'Paid Memberships Pro only said that name or password has a problem',
		source: 'Paid Memberships Pro',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'failed',
		pattern: 'there was a problem with your username or password',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'There was a problem with your username or password.' ], misses: [ 'There was a problem with your card.' ] },
	},
	{
		id: 'pmpro-silent-refusal',
		title: 'Paid Memberships Pro showed nothing, because the refusal came from another plugin',
		source: 'Paid Memberships Pro',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'pmpro_any_other',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'pmpro-reset-unknown-address',
		title: 'Paid Memberships Pro’s lost-password page does not know the address',
		source: 'Paid Memberships Pro',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'invalid_email',
		pattern: 'you.ve entered an invalid email address',
		proves: 'nothing',
		examples: { matches: [ 'You\'ve entered an invalid email address.' ], misses: [ 'Please enter a valid email address.' ] },
	},
	{
		id: 'pmpro-field-empty',
		title: 'Paid Memberships Pro said that a field was left empty',
		source: 'Paid Memberships Pro',
		entry: [ 'portal-page', 'paste' ],
		code: [ 'empty_username', 'password_reset_empty' ],
		pattern: 'please enter a valid username|please complete all fields',
		proves: 'nothing',
		examples: { matches: [ 'Please enter a valid username.', 'Please complete all fields.' ], misses: [ 'Please complete all steps of the survey.' ] },
	},
] );
