import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'application-passwords-off',
	system: 'wordpress',
	title: 'Application passwords are switched off on this site',
	meaning: 'A program tried to log in with an application password, and the site offers none: it is not reached by https, or a security plugin switched them off. The program’s password may be right; it is not even looked at.',
	when: { symptom: 'application-passwords-off' },
	shows: [ 'application-passwords-off' ],
	rivals: [ 'application-password-wrong' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'This site does not let programs log in with application passwords at the moment. Your own password is not concerned. If a program needs it, give the reference below to whoever runs this site.',
		proven: 'This site does not let programs log in with application passwords at the moment. Your own password is not concerned. If a program needs it, give the reference below to whoever runs this site.',
		mail: 'The site does not let programs log in with application passwords at the moment. Your own password is not concerned. If a program needs it, give the reference to whoever runs this site.',
		admin: 'Application passwords are switched off on this site.',
	},
	fixPath: [
		{
			id: 'check-https',
			title: 'Check that the site runs under https',
			body: 'WordPress offers application passwords only then. Both addresses under Settings → General must begin with https.',
			applicability: 'guided',
			link: 'general-settings',
		},
		{
			id: 'allow-in-security-plugin',
			title: 'Look at the security plugins',
			body: 'Wordfence has a switch among its brute-force options that disables application passwords; Solid Security and others have one too. Allow them, if programs shall log in.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'see-profile',
			title: 'See whether they are back',
			body: 'In your own profile the section Application Passwords appears again. Then let the program try once more.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Before switching application passwords off, list the programs that use them.' ],
	examples: {
		fits: [ { name: 'the site offers none', symptoms: [ 'application-passwords-off' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'they are on, and this one is wrong', symptoms: [ 'application-password-refused' ], findings: {}, not: 'application-password-wrong' } ],
	},
} );
