import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'provider-password-wrong',
	system: 'wordpress',
	title: 'The password was wrong at the login service',
	meaning: 'The login service does not accept the name and password. Their home is there, not here: the WordPress password, if there is one at all, is another. Keycloak uses the same sentence for an account that is locked for a while.',
	when: { any: [ { symptom: 'entra-password-wrong' }, { symptom: 'keycloak-password-wrong' } ] },
	shows: [ 'entra-password-wrong', 'keycloak-password-wrong' ],
	prior: 'common',
	rivals: [ 'wrong-password', 'provider-account-locked' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The name or password did not fit at the login service. It is the password of your company’s account, not one of this site; reset it there. If it does not help, give the reference below to whoever runs this site.',
		mail: 'The name or password did not fit at the login service. It is the password of your company’s account, not one of the site. Reset it there, where you log in to your mail. If it does not help, give the reference to whoever runs the site.',
		admin: 'Wrong name or password at the login service.',
	},
	fixPath: [
		{
			id: 'use-right-password',
			title: 'Make sure that it is the right password',
			body: 'The person needs the one of the login service, as for their mail at work. Let them type it by hand: password managers fill in the one of WordPress.',
			applicability: 'guided',
		},
		{
			id: 'reset-there',
			title: 'Have it reset at the login service',
			body: 'By the link on the service’s own login page, or by whoever looks after the accounts. A reset in WordPress changes nothing.',
			applicability: 'guided',
		},
		{
			id: 'look-for-lock',
			title: 'In Keycloak, look for a lock',
			body: 'Open the realm → Users → the person: “Temporarily locked” is shown there, and Events tells the true reason. Newer versions hide the lock behind this sentence.',
			applicability: 'guided',
			onlyIf: { symptom: 'keycloak-password-wrong' },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Say on the login page whose password is wanted: “Log in with your company account”.' ],
	examples: {
		fits: [
			{ name: 'Microsoft does not accept it', symptoms: [ 'entra-password-wrong' ], findings: {}, confidence: 'likely' },
			{ name: 'Keycloak does not accept it', symptoms: [ 'keycloak-password-wrong' ], findings: {}, confidence: 'possible' },
		],
		nearMisses: [
			{ name: 'WordPress itself compared it', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true }, not: 'wrong-password' },
			{ name: 'the account is locked', symptoms: [ 'entra-account-locked' ], findings: {}, not: 'provider-account-locked' },
		],
	},
} );
