import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'wp-fusion-locked-out',
		title: 'WP Fusion led the person away after the right password, because of a tag',
		source: 'WP Fusion Lite',
		entry: [ 'portal-page', 'paste' ],
		code: 'wp_fusion_lockout',
		proves: 'password',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'wp-fusion-contact-not-found',
		title: 'WP Fusion noted that the contact of a login link is not there',
		source: 'WP Fusion Lite',
		entry: [ 'paste' ],
		pattern: 'unable to determine contact id from provided url parameter',
		proves: 'nothing',
		examples: { matches: [ 'Unable to determine contact ID from provided URL parameter.' ], misses: [ 'Contact ID updated.' ] },
	},
] );
