import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'application-password-unnamed',
	system: 'wordpress',
	title: 'A program asked for an application password without giving its name',
	meaning: 'Each application password needs a name, so that it can be told from others and revoked. The program that asked for one sent none. No password was made; the login of the person is not concerned.',
	when: { symptom: 'application-password-nameless' },
	shows: [ 'application-password-nameless' ],
	prior: 'rare',
	rivals: [ 'application-password-wrong' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'The program did not say its name, so it got no access. Your own login is not concerned. Start again from the program, or give the reference below to whoever runs this site.',
		proven: 'The program did not say its name, so it got no access. Your own login is not concerned. Start again from the program, or give the reference below to whoever runs this site.',
		mail: 'The program did not say its name, so it got no access. Your own login is not concerned. Start again from the program, or give the reference to whoever runs this site.',
		admin: 'A program asked for an application password without a name.',
	},
	fixPath: [
		{
			id: 'make-by-hand',
			title: 'Make the application password by hand',
			body: 'In the profile of the user, under Application Passwords: type a name for the program, add it, and copy the password into the program.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'tell-maker',
			title: 'Tell the maker of the program',
			body: 'Its request has to send a name for the password.',
			applicability: 'escalate',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Try a new program with a test account first.' ],
	examples: {
		fits: [ { name: 'no name was sent', symptoms: [ 'application-password-nameless' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the password is not accepted', symptoms: [ 'application-password-refused' ], findings: {}, not: 'application-password-wrong' } ],
	},
} );
