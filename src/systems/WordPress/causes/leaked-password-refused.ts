import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'leaked-password-refused',
	system: 'wordpress',
	title: 'The password is right, but it is in a list of leaked ones',
	meaning: 'Wordfence compared the password with lists of passwords that were stolen from other sites, found it there, and let nobody in with it. The account is not broken into by that. The person needs a new password, which no other site has.',
	when: { symptom: 'wordfence-password-leaked' },
	shows: [ 'wordfence-password-leaked' ],
	rivals: [ 'wrong-password' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password became known when another site was broken into, so it is not safe here any more. Choose a new one with the link for a lost password, one that you use nowhere else. If no mail comes, give the reference below to whoever runs this site.',
		mail: 'Your password became known when another site was broken into, so it is not safe any more. Choose a new one with the link for a lost password, and change it wherever else you use it. If no mail comes, give the reference to whoever runs this site.',
		admin: 'Right password, but known from leaks; a reset is needed.',
	},
	fixPath: [
		{
			id: 'send-reset-link',
			title: 'Have a new password set',
			body: 'Point to the lost-password link, or open the user and choose Send Reset Link. A password manager makes one that no list knows.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'look-for-strangers',
			title: 'Look whether somebody else was there',
			body: 'Ask the person whether something in their account looks strange, and look at their last logins under Wordfence → Tools → Live Traffic.',
			applicability: 'guided',
		},
		{
			id: 'know-the-rule',
			title: 'Know where the rule stands',
			body: 'Wordfence → Firewall → All Firewall Options → Brute Force Protection: “Prevent the use of passwords leaked in data breaches”, for administrators or for all who may publish.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Recommend a password manager, and one password for each site.' ],
	examples: {
		fits: [
			{ name: 'Wordfence names the leaked password', symptoms: [ 'wordfence-password-leaked' ], findings: { 'user.exists': true }, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the password is wrong', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true }, not: 'wrong-password' },
		],
	},
} );
