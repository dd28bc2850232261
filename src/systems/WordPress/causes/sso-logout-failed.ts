import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-logout-failed',
	system: 'wordpress',
	title: 'Logging out at the login service failed',
	meaning: 'The person logged out here, and the plugin wanted to end the login at the login service too. That did not work: the service does not know the log-out address, does not support it, or had ended its login before. Nobody is kept out; on a shared computer the login at the service may still be open.',
	when: { symptom: 'onelogin-saml-logout-failed' },
	shows: [ 'onelogin-saml-logout-failed' ],
	prior: 'rare',
	rivals: [ 'sso-not-configured' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'You are logged out of this site, but perhaps not of the login service. On a computer that others use as well, close all windows of the browser. If you want to come back, open the login page of this site. If it does not let you in, give the reference below to whoever runs this site.',
		proven: 'You are logged out of this site, but perhaps not of the login service. On a computer that others use as well, close all windows of the browser. If you want to come back, open the login page of this site. If it does not let you in, give the reference below to whoever runs this site.',
		mail: 'You are logged out of the site, but perhaps not of the login service. On a computer that others use as well, close all windows of the browser. If the site does not let you in again, give the reference to whoever runs this site.',
		admin: 'Single log-out at the login service failed; nobody is kept out.',
	},
	fixPath: [
		{
			id: 'enter-logout-address',
			title: 'Enter the log-out address at the login service',
			body: 'Its name is single log-out or SLS URL; the OneLogin plugin’s metadata shows this site’s. In the plugin, Single Log Out Service Url must be the service’s.',
			applicability: 'guided',
		},
		{
			id: 'or-switch-off',
			title: 'Or switch it off',
			body: 'Settings → SSO/SAML Settings → Single Log Out. Then people leave this site only, which is what most of them expect.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Test logging out, too, when you set up a login service.' ],
	examples: {
		fits: [
			{ name: 'the OneLogin plugin names the log-out', symptoms: [ 'onelogin-saml-logout-failed' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the plugin is not set up at all', symptoms: [ 'onelogin-saml-not-configured' ], findings: {}, not: 'sso-not-configured' },
		],
	},
} );
