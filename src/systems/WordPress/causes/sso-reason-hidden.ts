import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-reason-hidden',
	system: 'wordpress',
	title: 'miniOrange SAML hides why it refused',
	meaning: 'miniOrange SAML shows visitors one sentence for about ten different reasons. The true one stands in the title of the page, that is in the browser’s tab, and in the plugin’s own test, which only administrators see.',
	when: { symptom: 'miniorange-saml-masked' },
	shows: [ 'miniorange-saml-masked' ],
	prior: 'common',
	rivals: [ 'sso-certificate-differs', 'sso-account-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This site did not say why you were not let in after the login service. Trying again will hardly change it. Give the reference below to whoever runs this site; they can see the reason.',
		mail: 'The site did not say why you were not let in after the login service. Trying again will hardly change it. Give the reference to whoever runs the site; they can see the reason.',
		admin: 'miniOrange SAML hides the reason; read the page title.',
	},
	fixPath: [
		{
			id: 'read-title',
			title: 'Read the title of the page',
			body: 'Ask the person for the words in the browser’s tab, such as “Certificate not found” or “Not a WordPress Member”. Paste them into Causeway → Explain: it tells the cause and the way out.',
			applicability: 'guided',
		},
		{
			id: 'run-test',
			title: 'Or run the plugin’s own test',
			body: 'miniOrange SAML → Service Provider Setup → Test Configuration. Log in there; it shows the code (WPSAMLERR…) and the reason. Paste the code into Causeway → Explain.',
			applicability: 'guided',
		},
		{
			id: 'one-or-all',
			title: 'Find out whether it is one person or everybody',
			body: 'Everybody: certificate, entity ID or clock. One person: no user here, an e-mail domain that is not allowed, or a name that is too long.',
			applicability: 'guided',
		},
		{
			id: 'let-in-meanwhile',
			title: 'Let the person in another way meanwhile',
			body: 'If your site allows it, with a password on wp-login.php: send them a reset link.',
			applicability: 'guided',
			link: 'users',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Run the plugin’s test after each change at the login service.' ],
	examples: {
		fits: [
			{ name: 'only the one sentence is known', symptoms: [ 'miniorange-saml-masked' ], findings: {}, confidence: 'possible' },
		],
		nearMisses: [
			{ name: 'the title names the certificate', symptoms: [ 'miniorange-saml-certificate-missing' ], findings: {}, not: 'sso-certificate-differs' },
			{ name: 'the title says that there is no user', symptoms: [ 'miniorange-saml-account-missing' ], findings: {}, not: 'sso-account-missing' },
		],
	},
} );
