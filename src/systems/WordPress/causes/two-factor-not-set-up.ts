import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-factor-not-set-up',
	system: 'wordpress',
	title: 'The account must have a second factor and has none',
	meaning: 'The site demands a second factor from this role, and the time to set one up is over, or there never was one. The password is right. The person cannot set it up, because that needs a login: a site admin has to open a new period of grace.',
	when: { any: [ { symptom: 'wordfence-second-factor-demanded' }, { symptom: 'wordfence-phone-factor-demanded' } ] },
	shows: [ 'wordfence-second-factor-demanded', 'wordfence-phone-factor-demanded' ],
	rivals: [ 'two-factor-method-gone', 'two-factor-code-missing' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but this site now demands a second step from you, and none is set up. You cannot do that yourself any more. Give the reference below to whoever runs this site and ask for a few days to set it up.',
		mail: 'Your password was right, but the site now demands a second step from you, and none is set up. Ask whoever runs this site for a few days to do so, and name the reference. Have a phone with an app for such codes at hand.',
		admin: 'Second factor demanded, none set up; grace period is over.',
	},
	fixPath: [
		{
			id: 'grant-grace',
			title: 'Give the person a new period of grace',
			body: 'In Wordfence: open Users, point at the person, choose 2FA, and allow a grace period there. It counts from now.',
			applicability: 'guided',
			link: 'users',
			onlyIf: { symptom: 'wordfence-second-factor-demanded' },
		},
		{
			id: 'replace-phone-codes',
			title: 'Replace the old codes by phone',
			body: 'The demand comes from Wordfence’s old way by text message. Under Wordfence → Login Security switch to codes by app, or take the demand for administrators away under All Options until everybody has one.',
			applicability: 'guided',
			onlyIf: { symptom: 'wordfence-phone-factor-demanded' },
		},
		{
			id: 'help-setting-up',
			title: 'Stay on the phone while it is set up',
			body: 'The person logs in, opens Login Security in their own menu, scans the square code with an app, types the six digits, and keeps the recovery codes.',
			applicability: 'guided',
		},
		{
			id: 'reconsider-roles',
			title: 'Consider whether this role needs it',
			body: 'Under Wordfence → Login Security → Settings the demand is set for each role. Customers who only read their papers may do without.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Announce a new demand twice by mail, with the date and a picture of how it is done.' ],
	examples: {
		fits: [
			{ name: 'Wordfence demands the second factor', symptoms: [ 'wordfence-second-factor-demanded' ], findings: { 'user.exists': true }, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'a method was set up and is gone', symptoms: [ 'two-factor-no-method-left' ], findings: {}, not: 'two-factor-method-gone' },
			{ name: 'it is set up, only the code is missing', symptoms: [ 'wordfence-code-wanted' ], findings: {}, not: 'two-factor-code-missing' },
		],
	},
} );
