import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'activation-key-unknown',
		title: 'The activation link was not accepted',
		entry: [ 'wp-login', 'paste' ],
		code: 'invalid_key',
		pattern: 'invalid activation key',
		proves: 'nothing',
		examples: { matches: [ 'Invalid activation key.' ], misses: [ 'Your password reset link appears to be invalid.' ] },
	},
	{
		id: 'activation-key-too-old',
		title: 'The activation link was too old',
		entry: [ 'wp-login', 'paste' ],
		code: 'expired_key',
		// Without a full stop at its end, which tells it from the reset link’s sentence where the code came along.
		pattern: 'invalid key',
		proves: 'nothing',
		examples: { matches: [ 'Invalid key' ], misses: [ 'Invalid activation key.' ] },
	},
	{
		id: 'activation-done-before',
		title: 'The account was activated before',
		entry: [ 'wp-login', 'paste' ],
		code: [ 'already_active', 'user_already_exists' ],
		pattern: 'the (user|site) is already active|that username is already activated',
		proves: 'nothing',
		examples: { matches: [ 'The user is already active.', 'The site is already active.', 'That username is already activated.' ], misses: [ 'This username is already registered.' ] },
	},
	{
		id: 'activation-keys-differ',
		title: 'The activation page got two different keys',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'a key value mismatch has been detected',
		proves: 'nothing',
		examples: { matches: [ 'A key value mismatch has been detected. Please follow the link provided in your activation email.' ], misses: [ 'Invalid activation key.' ] },
	},
	{
		id: 'site-address-taken',
		title: 'The wanted address of a new site is taken',
		entry: [ 'wp-login', 'paste' ],
		code: 'blog_taken',
		pattern: 'sorry, that site already exists',
		proves: 'nothing',
		examples: { matches: [ 'Sorry, that site already exists!' ], misses: [ 'Sorry, that username already exists!' ] },
	},
] );
