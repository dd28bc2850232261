import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'server-asks-own-password',
	system: 'wordpress',
	title: 'The server asks for a password of its own before WordPress',
	meaning: 'The web server protects the site with a name and password of its own, as is usual for staging sites. A program can send only one of the two, so application passwords cannot work meanwhile.',
	when: { symptom: 'server-password-in-front' },
	shows: [ 'server-password-in-front' ],
	prior: 'rare',
	rivals: [ 'application-passwords-off' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'The server asks for a password of its own here, so programs cannot be let in. Your account is not concerned. If a program needs access, give the reference below to whoever runs this site.',
		proven: 'The server asks for a password of its own here, so programs cannot be let in. Your account is not concerned. If a program needs access, give the reference below to whoever runs this site.',
		mail: 'The server asks for a password of its own on that site, so programs cannot be let in. Your account is not concerned. If a program needs access, give the reference to whoever runs this site.',
		admin: 'The server’s own password stands in the way of application passwords.',
	},
	fixPath: [
		{
			id: 'decide-protection',
			title: 'Decide whether the server’s password is still needed',
			body: 'It is often left over from the time before the site went live. Your host’s control panel lists it under password-protected directories.',
			applicability: 'guided',
		},
		{
			id: 'exempt-rest',
			title: 'If it is, let programs pass by',
			body: 'Ask your host to leave the address of the site’s REST interface, below /wp-json/, out of the protection, or to allow the program by its network address.',
			applicability: 'escalate',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Take the server’s password away when a site goes live.' ],
	examples: {
		fits: [ { name: 'the server asks too', symptoms: [ 'server-password-in-front' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the site offers no application passwords', symptoms: [ 'application-passwords-off' ], findings: {}, not: 'application-passwords-off' } ],
	},
} );
