import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'cookies-blocked-by-output',
	system: 'wordpress',
	title: 'Something prints text before WordPress can set its cookies',
	meaning:
		'A plugin, a theme or a changed file prints something before the page starts: a notice, an empty line, an invisible mark at the start of a file. After that WordPress cannot set cookies any more, and nobody can log in.',
	when: { any: [ { symptom: 'cookies-blocked-by-output' }, { symptom: 'cookies-blocked' } ] },
	shows: [ 'cookies-blocked-by-output', 'cookies-blocked' ],
	rivals: [ 'cookies-blocked-by-browser' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site could not remember your login; most likely that is a fault of the site and not of your browser. Try once more in a few minutes. If it stays, give the reference below to whoever runs this site.',
		proven: 'This site could not remember your login; most likely that is a fault of the site and not of your browser. Try once more in a few minutes. If it stays, give the reference below to whoever runs this site.',
		mail: 'The site could not remember your login because of a fault of its own. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'Output before the login cookies; everybody is affected.',
	},
	fixPath: [
		{
			id: 'find-output',
			title: 'Find what was changed last',
			body: 'Think of the plugin, theme or snippet that was added or edited last, and switch it off. Try to log in from a private window each time.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'read-log',
			title: 'If that does not tell, read the error log',
			body: 'The line with "headers already sent" names the file and the line number that printed something. Your host shows you where the log is.',
			applicability: 'guided',
			link: 'site-health',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Edit files with a plain text editor that saves UTF-8 without a byte order mark.' ],
	examples: {
		fits: [ { name: 'WordPress names unexpected output', symptoms: [ 'cookies-blocked-by-output' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'WordPress names the browser', symptoms: [ 'cookies-blocked-by-browser' ], findings: {}, not: 'cookies-blocked-by-browser' } ],
	},
} );
