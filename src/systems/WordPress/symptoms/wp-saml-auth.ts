import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'wp-saml-auth-unauthenticated',
		title: 'WP SAML Auth did not accept the provider’s answer',
		source: 'WP SAML Auth (Pantheon)',
		entry: [ 'wp-login', 'paste' ],
		code: 'wp_saml_auth_unauthenticated',
		pattern: 'user is not authenticated with saml idp',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'User is not authenticated with SAML IdP. Reason: The status code of the Response was not Success' ], misses: [ 'The user is authenticated.' ] },
	},
	{
		id: 'wp-saml-auth-attribute-missing',
		title: 'WP SAML Auth did not find the details that it needs in the answer',
		source: 'WP SAML Auth (Pantheon)',
		entry: [ 'wp-login', 'paste' ],
		code: [ 'wp_saml_auth_no_attributes', 'wp_saml_auth_missing_attribute' ],
		pattern: 'no attributes were present in saml response|attribute (is expected, but )?missing,? in (saml|simplesamlphp) response',
		proves: 'nothing',
		examples: {
			matches: [
				'No attributes were present in SAML response. Attributes are used to create and fetch users. Please contact your administrator',
				'"mail" attribute is expected, but missing, in SAML response. Attribute is used to fetch existing user by "email". Please contact your administrator.',
			],
			misses: [ 'No WordPress user exists for your account. Please contact your administrator.' ],
		},
	},
	{
		id: 'wp-saml-auth-account-missing',
		title: 'WP SAML Auth found no WordPress user for the person',
		source: 'WP SAML Auth (Pantheon)',
		entry: [ 'wp-login', 'paste' ],
		code: 'wp_saml_auth_auto_provision_disabled',
		pattern: 'no wordpress user exists for your account',
		proves: 'nothing',
		examples: { matches: [ 'No WordPress user exists for your account. Please contact your administrator.' ], misses: [ 'A WordPress user exists for your account.' ] },
	},
	{
		id: 'wp-saml-auth-provider-unknown',
		title: 'WP SAML Auth found no way set up to reach the provider',
		source: 'WP SAML Auth (Pantheon)',
		entry: [ 'wp-login', 'paste' ],
		code: 'wp_saml_auth_invalid_provider',
		pattern: 'invalid provider specified for saml authentication',
		proves: 'nothing',
		examples: { matches: [ 'Invalid provider specified for SAML authentication' ], misses: [ 'Choose a provider for SAML authentication.' ] },
	},
	{
		id: 'wp-saml-auth-library-unsafe',
		title: 'WP SAML Auth refuses because SimpleSAMLphp is too old to be safe',
		source: 'WP SAML Auth (Pantheon)',
		entry: [ 'wp-login', 'paste' ],
		code: 'wp_saml_auth_vulnerable_simplesamlphp',
		pattern: 'simplesamlphp version .{1,60} has a critical security vulnerability|wp_saml_auth_vulnerable_simplesamlphp',
		proves: 'nothing',
		examples: {
			matches: [
				'Authentication blocked: Your SimpleSAMLphp version (1.18.0) has a critical security vulnerability. Please update to version 2.0.0 or later.',
			],
			misses: [ 'SimpleSAMLphp is up to date.' ],
		},
	},
] );
