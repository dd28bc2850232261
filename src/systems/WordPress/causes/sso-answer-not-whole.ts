import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-answer-not-whole',
	system: 'wordpress',
	title: 'The login service’s answer did not arrive whole',
	meaning: 'The login service sends its answer as a long form field. On its way to WordPress it was lost, cut or changed: by a redirect, by a firewall that takes it for an attack, or by a limit of the server. Or the service answers with something else than SAML, for example an error page.',
	when: { any: [ { symptom: 'miniorange-saml-unreadable' }, { symptom: 'onelogin-saml-nothing-received' } ] },
	shows: [ 'miniorange-saml-unreadable', 'onelogin-saml-nothing-received' ],
	rivals: [ 'sso-answer-not-fresh' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The answer of the login service did not reach this site in one piece. Your password is not the reason. Go back to the login page of this site and try once more. If it happens again, give the reference below to whoever runs this site.',
		proven: 'The answer of the login service did not reach this site in one piece. Your password is not the reason. Go back to the login page of this site and try once more. If it happens again, give the reference below to whoever runs this site.',
		mail: 'The answer of the login service did not reach the site in one piece. Your password is not the reason. Open the login page of the site and try once more. If it happens again, give the reference to whoever runs this site.',
		admin: 'The SAML answer arrived empty or damaged.',
	},
	fixPath: [
		{
			id: 'try-once-more',
			title: 'Try it yourself from a private window',
			body: 'If it works, the person had reloaded an old page. If it does not, go on.',
			applicability: 'guided',
		},
		{
			id: 'enter-final-address',
			title: 'Enter the final return address at the login service',
			body: 'With https and with or without www, exactly as the site is reached, so that nothing is redirected. The SAML plugin shows the address: miniOrange under “Service Provider Metadata”, the OneLogin plugin by its link to the metadata.',
			applicability: 'guided',
			link: 'general-settings',
		},
		{
			id: 'look-into-firewall',
			title: 'Look whether a firewall drops the form',
			body: 'Security plugins and hosts write what they block: in Wordfence under Tools → Live Traffic, at Cloudflare under Security → Events. Allow the return address there for forms (POST).',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'look-at-answer',
			title: 'Look at what the service really sends',
			body: 'The test of the SAML plugin shows the answer. If it is an error page of the service, go by what that page says. If it is SAML and cut off, ask your host about the limits for form fields (post_max_size, max_input_vars).',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'After changing a firewall or the site’s address, log in once through the login service.' ],
	examples: {
		fits: [
			{ name: 'miniOrange cannot read the answer', symptoms: [ 'miniorange-saml-unreadable' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the page was opened without any login', symptoms: [ 'oidc-code-missing' ], findings: {}, not: 'sso-answer-not-fresh' },
		],
	},
} );
