import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'wpgraphql-reset-link-expired',
		title: 'WPGraphQL said that the password reset link had expired',
		source: 'WPGraphQL core',
		entry: [ 'rest', 'paste' ],
		pattern: 'password reset link has expired',
		proves: 'nothing',
		examples: { matches: [ '{"errors":[{"message":"Password reset link has expired."}]}' ], misses: [ 'Your reset password key is expired.' ] },
	},
	{
		id: 'wpgraphql-reset-unknown-email',
		title: 'WPGraphQL knows nobody with the e-mail address that a reset was asked for',
		source: 'WPGraphQL core',
		entry: [ 'rest', 'paste' ],
		pattern: 'there is no user registered with that email address',
		proves: 'nothing',
		examples: {
			matches: [
				'{"errors":[{"message":"There is no user registered with that email address."}]}',
			],
			misses: [ 'There is no account with that username or email address.' ],
		},
	},
] );
