import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-licence-expired',
	system: 'wordpress',
	title: 'The licence of miniOrange SAML ran out',
	meaning: 'The paid edition of miniOrange SAML stops all logins through the login service when its licence ends. Accounts, passwords and the login service are fine; whoever can log in with a password still gets in.',
	when: { symptom: 'miniorange-saml-licence-expired' },
	shows: [ 'miniorange-saml-licence-expired' ],
	prior: 'rare',
	rivals: [ 'sso-certificate-differs' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Logging in through the login service is out of order on this site. Your account and your password are fine. If the login page offers user name and password as well, use them. Otherwise give the reference below to whoever runs this site.',
		proven: 'Logging in through the login service is out of order on this site. Your account and your password are fine. If the login page offers user name and password as well, use them. Otherwise give the reference below to whoever runs this site.',
		mail: 'Logging in through the login service is out of order on the site. Your account and your password are fine. If the login page offers user name and password as well, use them. Otherwise give the reference to whoever runs this site.',
		admin: 'miniOrange SAML’s licence has run out; SSO is off for everybody.',
	},
	fixPath: [
		{
			id: 'renew-licence',
			title: 'Renew the licence',
			body: 'Log in at miniOrange with the account that bought it, renew, and check the state on the account or licence page of the plugin.',
			applicability: 'guided',
		},
		{
			id: 'let-in-meanwhile',
			title: 'Open another way meanwhile',
			body: 'If the site sends everybody to the login service by itself, switch that off on the page “Redirection & SSO Links”, so that people can log in with a password, and send reset links to those who have none.',
			applicability: 'guided',
			link: 'users',
		},
		{
			id: 'if-renewed',
			title: 'If it was renewed already',
			body: 'Enter the licence key again, or ask miniOrange: a moved site counts as a new one.',
			applicability: 'escalate',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let the invoices for the licence go to an address that several people read.' ],
	examples: {
		fits: [
			{ name: 'miniOrange names its licence', symptoms: [ 'miniorange-saml-licence-expired' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'it is valid, a certificate is not', symptoms: [ 'miniorange-saml-certificate-differs' ], findings: {}, not: 'sso-certificate-differs' },
		],
	},
} );
