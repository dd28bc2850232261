import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'password-change-required',
	system: 'wordpress',
	title: 'The site demands a new password first',
	meaning: 'A rule of the site lets passwords grow old, or an admin ordered new ones. Login Security Solution then leads people to a form for a new password. Within the minutes of grace the old one still works, so that it can be changed in the profile; afterwards only a reset helps.',
	when: { any: [ { symptom: 'lss-password-reset-first' }, { symptom: 'lss-password-change-soon' } ] },
	shows: [ 'lss-password-reset-first', 'lss-password-change-soon' ],
	rivals: [ 'wrong-password', 'leaked-password-refused' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This site wants you to choose a new password now. Type your user name into the form that is shown, open the mail and choose one that you use nowhere else. If no mail comes, give the reference below to whoever runs this site.',
		mail: 'The site wants you to choose a new password. Ask for one on the lost-password page, open the mail and choose one that you use nowhere else. If no mail comes, give the reference to whoever runs this site.',
		admin: 'Password is too old or must be changed; a reset is needed.',
	},
	fixPath: [
		{
			id: 'use-reset-form',
			title: 'Point the person to the form',
			body: 'They type their user name, open the mail, and choose a new password. It has to meet the rules of length and signs that the page names.',
			applicability: 'guided',
			onlyIf: { symptom: 'lss-password-reset-first' },
		},
		{
			id: 'change-in-profile',
			title: 'Have it changed in the profile at once',
			body: 'The person can still log in, but only for some minutes: log in, open the profile, type a new password, save.',
			applicability: 'guided',
			onlyIf: { symptom: 'lss-password-change-soon' },
		},
		{
			id: 'check-mail',
			title: 'If no mail comes',
			body: 'The site’s mail may be broken. Open the user and set a password yourself, tell it on the phone, and have it changed.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'soften-age',
			title: 'Consider dropping the age limit',
			body: 'Under Settings → Login Security Solution the age of passwords can be set to 0. Long passwords that stay are safer than short ones that change.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Tell people a week before passwords run out.' ],
	examples: {
		fits: [
			{ name: 'Login Security Solution wants a reset', symptoms: [ 'lss-password-reset-first' ], findings: {}, confidence: 'likely' },
			{ name: 'there are minutes of grace left', symptoms: [ 'lss-password-change-soon' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the password was wrong', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true }, not: 'wrong-password' },
			{ name: 'it is known from a leak', symptoms: [ 'wordfence-password-leaked' ], findings: {}, not: 'leaked-password-refused' },
		],
	},
} );
