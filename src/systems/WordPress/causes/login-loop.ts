import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'login-loop',
	system: 'wordpress',
	title: 'WordPress asks for the login again and again',
	saidAs: [ 'the login form comes back again and again without an error', 'after the right password I am back at the login form' ],
	meaning: 'WordPress lets the person in and, with the next page, no longer knows them. The login cookie was set for another address than the one that is open: http instead of https, with and without www, or an old domain. A cache that swallows cookies does the same.',
	when: { any: [ { symptom: 'login-asked-again' }, { symptom: 'entra-redirect-loop' } ] },
	shows: [ 'login-asked-again', 'entra-redirect-loop' ],
	rivals: [ 'session-expired' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site asked you to log in again. Log in once more. If you are asked over and over, close all windows of this site, delete its cookies and try again. If that does not help, give the reference below to whoever runs this site.',
		proven: 'This site asked you to log in again. Log in once more. If you are asked over and over, close all windows of this site, delete its cookies and try again. If that does not help, give the reference below to whoever runs this site.',
		mail: 'The site asked you to log in again and again. Delete its cookies in your browser and try once more. If that does not help, give the reference to whoever runs this site.',
		admin: 'WordPress sends people back to the login form; look for a loop.',
	},
	fixPath: [
		{
			id: 'rule-out-one-browser',
			title: 'Find out whether it is one browser or everybody',
			body: 'Log in yourself from a private window. If that works, ask the person to delete this site’s cookies. If it does not, go on.',
			applicability: 'guided',
		},
		{
			id: 'align-addresses',
			title: 'Make the two addresses agree',
			body: 'Under Settings → General, WordPress Address and Site Address must begin alike: both with https, both with www or both without. If the fields are grey, the addresses stand in wp-config.php.',
			applicability: 'guided',
			link: 'general-settings',
		},
		{
			id: 'check-https-behind-proxy',
			title: 'Check that WordPress knows that it is reached by https',
			body: 'Behind a proxy or CDN WordPress may take the request for plain http. Site Health says whether https is recognised; your host can tell you the lines for wp-config.php.',
			applicability: 'guided',
			link: 'site-health',
		},
		{
			id: 'keep-out-of-cache',
			title: 'Keep the login out of caches',
			body: 'wp-login.php and everything below wp-admin must not be cached, neither by a plugin nor by the host or a CDN. Empty all caches afterwards.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'After moving a site or switching it to https, log in once from a private window.' ],
	examples: {
		fits: [ { name: 'WordPress sent the person back to the form', symptoms: [ 'login-asked-again' ], findings: {}, confidence: 'likely' }, { name: 'Microsoft saw the same request again and again', symptoms: [ 'entra-redirect-loop' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the login was simply over', symptoms: [ 'session-expired' ], findings: {}, not: 'session-expired' } ],
	},
} );
