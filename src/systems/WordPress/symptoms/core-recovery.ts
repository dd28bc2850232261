import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'recovery-mode-started',
		title: 'WordPress said that recovery mode has begun',
		entry: [ 'wp-login', 'paste' ],
		code: 'enter_recovery_mode',
		pattern: 'recovery mode initialized\\. please log in',
		proves: 'nothing',
		examples: { matches: [ 'Recovery Mode Initialized. Please log in to continue.' ], misses: [ 'Recovery Mode not initialized.' ] },
	},
	{
		id: 'recovery-link-refused',
		title: 'The recovery link was not accepted',
		entry: [ 'wp-login', 'paste' ],
		code: [ 'token_not_found', 'invalid_recovery_key_format', 'hash_mismatch', 'key_expired' ],
		pattern: 'recovery mode not initialized|invalid recovery key|recovery key expired',
		proves: 'nothing',
		examples: { matches: [ 'Recovery Mode not initialized.', 'Invalid recovery key format.', 'Invalid recovery key.', 'Recovery key expired.' ], misses: [ 'Recovery Mode Initialized. Please log in to continue.' ] },
	},
	{
		id: 'recovery-session-over',
		title: 'The recovery cookie was not accepted',
		entry: [ 'wp-login', 'paste' ],
		code: [ 'no_cookie', 'invalid_created_at', 'expired', 'signature_mismatch' ],
		pattern: 'no cookie present|invalid cookie format|cookie expired|invalid cookie\\.',
		proves: 'nothing',
		examples: { matches: [ 'No cookie present.', 'Invalid cookie format.', 'Cookie expired.', 'Invalid cookie.' ], misses: [ 'Cookies are blocked or not supported by your browser.', 'Cookie check failed' ] },
	},
	{
		id: 'recovery-mail-sent-before',
		title: 'WordPress sent no second recovery mail',
		entry: [ 'paste' ],
		code: 'email_sent_already',
		pattern: 'a recovery link was already sent',
		proves: 'nothing',
		examples: { matches: [ 'A recovery link was already sent 5 minutes ago. Please wait another 1 day before requesting a new email.' ], misses: [ 'Check your email for the confirmation link.' ] },
	},
] );
