import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'personal-data-link-refused',
		title: 'The link that confirms a request about personal data was not accepted',
		entry: [ 'wp-login', 'paste' ],
		code: [ 'invalid_request', 'expired_request', 'missing_key', 'invalid_key', 'expired_key' ],
		pattern: 'invalid personal data request|this personal data request has expired|the confirmation key (is missing from|is invalid for|has expired for) this personal data request',
		proves: 'nothing',
		examples: { matches: [ 'Invalid personal data request.', 'This personal data request has expired.', 'The confirmation key is missing from this personal data request.', 'The confirmation key is invalid for this personal data request.', 'The confirmation key has expired for this personal data request.' ], misses: [ 'Invalid activation key.', 'Your password reset link has expired.' ] },
	},
] );
