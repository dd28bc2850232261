import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-person-not-allowed',
	system: 'wordpress',
	title: 'A rule of this site refuses whom the login service let in',
	meaning: 'The login service confirmed the person, and then a rule here said no: a list of allowed or blocked e-mail domains, or a few lines of code that ask for a group or a role. The rule may be right, or older than the person’s new address.',
	when: {
		any: [
			{ symptom: 'oidc-person-not-allowed' },
			{ symptom: 'miniorange-saml-person-not-allowed' },
			{ symptom: 'miniorange-saml-masked' },
		],
	},
	shows: [ 'oidc-person-not-allowed', 'miniorange-saml-person-not-allowed', 'miniorange-saml-masked' ],
	rivals: [ 'sso-account-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The login service let you in, but a rule of this site keeps your account out. You cannot change that yourself. If you should have access, give the reference below to whoever runs this site.',
		mail: 'Your login at the login service worked, but a rule of the site keeps your account out. You cannot change that yourself. If you should have access, give the reference to whoever runs the site.',
		admin: 'A site rule refused an SSO person (domain list or own code).',
	},
	fixPath: [
		{
			id: 'decide',
			title: 'Decide whether the person may come in',
			body: 'Ask the one who is responsible for the portal. If not, stop here.',
			applicability: 'guided',
		},
		{
			id: 'change-lists-in-miniorange',
			title: 'Change the lists in miniOrange',
			body: 'miniOrange SAML: look for the restriction by domain among its settings, and add the person’s e-mail domain, or take it out of the blocked ones.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'miniorange-saml-person-not-allowed' }, { symptom: 'miniorange-saml-masked' } ] },
		},
		{
			id: 'read-rule-in-oidc',
			title: 'Find the rule beside OpenID Connect Generic',
			body: 'It is code in the theme or in a small plugin, by the filter openid-connect-generic-user-login-test or openid-connect-generic-user-creation-test. A developer sees there which group or claim is asked for.',
			applicability: 'guided',
			onlyIf: { symptom: 'oidc-person-not-allowed' },
		},
		{
			id: 'give-group',
			title: 'Or give the person what the rule asks for',
			body: 'Mostly that is a group at the login service. Add the person there and let them log in anew.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Write down, beside the rule, whom it shall keep out and who may change it.' ],
	examples: {
		fits: [
			{ name: 'the site’s own code refuses the person', symptoms: [ 'oidc-person-not-allowed' ], findings: {}, confidence: 'likely' },
			{ name: 'the e-mail domain is on the wrong list', symptoms: [ 'miniorange-saml-person-not-allowed' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'there is no rule, only no user', symptoms: [ 'wp-saml-auth-account-missing' ], findings: {}, not: 'sso-account-missing' },
		],
	},
} );
