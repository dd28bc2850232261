import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'keycloak-account-disabled',
		title: 'Keycloak said that the account is switched off',
		source: 'Keycloak (pass-through or own page)',
		entry: [ 'paste' ],
		code: 'accountDisabledMessage',
		pattern: 'account is disabled,? ?;? ?contact your administrator',
		proves: 'nothing',
		examples: {
			matches: [
				'Account is disabled, contact your administrator.',
				'Account is disabled; contact your administrator.',
			],
			misses: [ 'Account is temporarily disabled; contact your administrator or retry later.' ],
		},
	},
	{
		id: 'keycloak-account-locked',
		title: 'Keycloak locked the account for a while',
		source: 'Keycloak (pass-through or own page)',
		entry: [ 'paste' ],
		code: 'accountTemporarilyDisabledMessage',
		pattern: 'account is temporarily disabled[;,] contact your administrator or (re)?try (again )?later',
		proves: 'nothing',
		examples: {
			matches: [
				'Account is temporarily disabled; contact your administrator or retry later.',
				'Account is temporarily disabled, contact your administrator or try again later.',
			],
			misses: [ 'Account is disabled, contact your administrator.' ],
		},
	},
	{
		id: 'keycloak-password-wrong',
		title: 'Keycloak did not accept the user name or password',
		source: 'Keycloak (pass-through or own page)',
		entry: [ 'paste' ],
		// Newer versions say so of a locked account as well, and other products in the same words.
		code: 'invalidUserMessage',
		pattern: 'invalid username or password\\.',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'Invalid username or password.' ], misses: [ 'Invalid username, email address or incorrect password.' ] },
	},
] );
