import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-library-unsafe',
	system: 'wordpress',
	title: 'The SAML library on this server is too old to be safe',
	meaning: 'WP SAML Auth found a SimpleSAMLphp with a known hole through which strangers could log in under any name, and so it refuses everybody. It stays shut until the library is updated; that is the right thing to do.',
	when: { symptom: 'wp-saml-auth-library-unsafe' },
	shows: [ 'wp-saml-auth-library-unsafe' ],
	prior: 'rare',
	rivals: [ 'sso-not-configured' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Logging in through the login service is shut on this site for safety until it is updated. Your account is fine, and trying again does not help. Give the reference below to whoever runs this site.',
		proven: 'Logging in through the login service is shut on this site for safety until it is updated. Your account is fine, and trying again does not help. Give the reference below to whoever runs this site.',
		mail: 'Logging in through the login service is shut on the site for safety until it is updated. Your account is fine, and trying again does not help. Give the reference to whoever runs this site.',
		admin: 'SimpleSAMLphp is too old; WP SAML Auth refuses all logins.',
	},
	fixPath: [
		{
			id: 'update-library',
			title: 'Have SimpleSAMLphp updated',
			body: 'It lies on the server, not among the plugins. Ask your host or developer to update it to the version that the message names, or later.',
			applicability: 'escalate',
		},
		{
			id: 'or-use-internal',
			title: 'Or do without it',
			body: 'Settings → WP SAML Auth: with the connection type “internal” the plugin brings its own library. Then enter the login service’s entity ID, address and certificate there.',
			applicability: 'guided',
		},
		{
			id: 'do-not-force',
			title: 'Do not switch the check off',
			body: 'A way round the refusal would open the site to everybody who knows the hole.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Have somebody read the security notes of SimpleSAMLphp, or use the plugin’s own library.' ],
	examples: {
		fits: [
			{ name: 'WP SAML Auth refuses because of the library', symptoms: [ 'wp-saml-auth-library-unsafe' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the library is not set up at all', symptoms: [ 'wp-saml-auth-provider-unknown' ], findings: {}, not: 'sso-not-configured' },
		],
	},
} );
