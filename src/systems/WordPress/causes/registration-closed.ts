import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'registration-closed',
	system: 'wordpress',
	title: 'Nobody can register on this site',
	saidAs: [ 'there is no way to register', 'registration is disabled on this site' ],
	meaning: 'The person wanted to make an account and the site does not allow it. That is a setting. They need an invitation, or already have an account and took the wrong link.',
	when: { any: [ { symptom: 'registration-closed' }, { symptom: 'ultimate-member-registration-off' } ] },
	shows: [ 'registration-closed', 'ultimate-member-registration-off' ],
	rivals: [ 'registration-name-not-allowed' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'You cannot make an account here yourself. If you have one already, log in or ask for a new password. If you need one, give the reference below to whoever runs this site.',
		proven: 'You cannot make an account here yourself. If you have one already, log in or ask for a new password. If you need one, give the reference below to whoever runs this site.',
		mail: 'On that site you cannot make an account yourself. If you have one already, log in or ask for a new password. If you need one, give the reference to whoever runs this site.',
		admin: 'Somebody tried to register; registration is switched off.',
	},
	fixPath: [
		{
			id: 'invite-person',
			title: 'Add the person yourself',
			body: 'Enter their e-mail address and role; WordPress mails them a link. In a portal that makes its users itself, send its invitation instead.',
			applicability: 'guided',
			link: 'add-user',
		},
		{
			id: 'open-registration',
			title: 'Or open the registration',
			body: 'Under Settings → General, Membership: tick that anyone can register, and choose a role with few rights below it. In a network the choice is under Network Admin → Settings.',
			applicability: 'guided',
			link: 'general-settings',
		},
		{
			id: 'open-in-um',
			title: 'Open it in Ultimate Member as well',
			body: 'Check there that the registration form and the role that it gives are switched on.',
			applicability: 'guided',
			onlyIf: { symptom: 'ultimate-member-registration-off' },
		},
		{
			id: 'remove-register-links',
			title: 'Or take the links to it away',
			body: 'If nobody shall register, remove Register from menus and pages.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Say on the login page how one gets an account.' ],
	examples: {
		fits: [ { name: 'registration is off', symptoms: [ 'registration-closed' ], findings: {}, confidence: 'likely' }, { name: 'Ultimate Member says so', symptoms: [ 'ultimate-member-registration-off' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the chosen name is not taken', symptoms: [ 'registration-name-refused' ], findings: {}, not: 'registration-name-not-allowed' } ],
	},
} );
