import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'onelogin-saml-response-rejected',
		title: 'OneLogin SAML rejected the provider’s answer',
		source: 'OneLogin SAML (SAML-Toolkits/wordpress-saml)',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'there was at least one error processing the saml response',
		proves: 'nothing',
		opaque: true,
		examples: {
			matches: [
				'There was at least one error processing the SAML Response: invalid_response',
				'There was at least one error processing the SAML Response: invalid_response Contact the administrator',
			],
			misses: [ 'The SAML Response was processed.' ],
		},
	},
	{
		id: 'onelogin-saml-nothing-received',
		title: 'OneLogin SAML was opened at its return address without an answer',
		source: 'OneLogin SAML (SAML-Toolkits/wordpress-saml)',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'that acs endpoint expects a samlresponse value',
		proves: 'nothing',
		examples: { matches: [ 'That ACS endpoint expects a SAMLResponse value sent using HTTP-POST binding. Nothing was found' ], misses: [ 'The ACS endpoint is fine.' ] },
	},
	{
		id: 'onelogin-saml-identity-missing',
		title: 'OneLogin SAML found no user name or e-mail address in the answer',
		source: 'OneLogin SAML (SAML-Toolkits/wordpress-saml)',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'the samlresponse may contain nameid or attributestatement|the (username|email) could not be retrieved from the idp and is required',
		proves: 'nothing',
		examples: {
			matches: [
				'The SAMLResponse may contain NameID or AttributeStatement',
				'The username could not be retrieved from the IdP and is required',
				'The email could not be retrieved from the IdP and is required',
			],
			misses: [ 'The email provided is invalid' ],
		},
	},
	{
		id: 'onelogin-saml-identity-unusable',
		title: 'OneLogin SAML could not use the user name or e-mail address in the answer',
		source: 'OneLogin SAML (SAML-Toolkits/wordpress-saml)',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'the email provided is invalid|the username provided by the idp .{1,120} is not valid and can\'t create the user',
		proves: 'nothing',
		examples: {
			matches: [
				'The email provided is invalid',
				'The username provided by the IdP "a*b" is not valid and can\'t create the user at wordpress',
			],
			misses: [ 'The email could not be retrieved from the IdP and is required' ],
		},
	},
	{
		id: 'onelogin-saml-not-on-this-site',
		title: 'OneLogin SAML knows the user in the network, but not on this site',
		source: 'OneLogin SAML (SAML-Toolkits/wordpress-saml)',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'does not exist in this wordpress site and auto-provisioning is disabled',
		proves: 'nothing',
		examples: {
			matches: [
				'User provided by the IdP "jane@customer.example" does not exist in this wordpress site and auto-provisioning is disabled.',
			],
			misses: [ 'User provided by the IdP "jane" does not exist in wordpress and auto-provisioning is disabled.' ],
		},
	},
	{
		id: 'onelogin-saml-account-missing',
		title: 'OneLogin SAML found no WordPress user for the person',
		source: 'OneLogin SAML (SAML-Toolkits/wordpress-saml)',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'does not exist in wordpress and auto-provisioning is disabled',
		proves: 'nothing',
		examples: {
			matches: [
				'User provided by the IdP "jane@customer.example" does not exist in wordpress and auto-provisioning is disabled.',
			],
			misses: [ 'User provided by the IdP "jane" does not exist in this wordpress site and auto-provisioning is disabled.' ],
		},
	},
	{
		id: 'onelogin-saml-logout-failed',
		title: 'OneLogin SAML could not log out at the provider',
		source: 'OneLogin SAML (SAML-Toolkits/wordpress-saml)',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'sls endpoint found an error',
		proves: 'nothing',
		examples: { matches: [ 'SLS endpoint found an error.logout_not_success' ], misses: [ 'The ACS endpoint found an error.' ] },
	},
	{
		id: 'onelogin-saml-not-configured',
		title: 'OneLogin SAML said that it is not set up right',
		source: 'OneLogin SAML (SAML-Toolkits/wordpress-saml)',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'the onelogin sso/saml plugin is not correctly configured',
		proves: 'nothing',
		examples: {
			matches: [
				'The Onelogin SSO/SAML plugin is not correctly configured. Invalid array settings: idp_cert_or_fingerprint_not_found_and_required',
			],
			misses: [ 'The OneLogin plugin is active.' ],
		},
	},
] );
