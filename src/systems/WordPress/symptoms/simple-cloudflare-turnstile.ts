import { defineSymptoms } from '../../../catalog/types';

/** Codes with hyphens come from the service that checks a captcha; other captchas use the same words. */
export default defineSymptoms( [
	{
		id: 'turnstile-refused',
		title: 'Turnstile was not passed',
		source: 'Simple Cloudflare Turnstile',
		entry: [ 'wp-login', 'portal-page', 'paste' ],
		code: 'cfturnstile_error',
		pattern: 'please verify that you are human',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'Please verify that you are human.' ], misses: [ 'We verify that you are human before the form is sent.' ] },
	},
	{
		id: 'captcha-without-answer',
		title: 'The captcha’s service got no usable answer from the form',
		source: 'Simple Cloudflare Turnstile',
		entry: [ 'paste' ],
		code: [ 'missing-input-response', 'invalid-input-response' ],
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'captcha-answer-too-old',
		title: 'The captcha’s service said that its answer is too old or was used before',
		source: 'Simple Cloudflare Turnstile',
		entry: [ 'paste' ],
		code: 'timeout-or-duplicate',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'captcha-secret-refused',
		title: 'The captcha’s service did not accept this site’s secret key',
		source: 'Simple Cloudflare Turnstile',
		entry: [ 'paste' ],
		code: [ 'invalid-input-secret', 'missing-input-secret' ],
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
] );
