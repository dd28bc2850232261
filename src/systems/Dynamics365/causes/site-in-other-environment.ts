import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'site-in-other-environment',
	system: 'dynamics-365',
	title: 'The site’s logins are not kept in this environment',
	meaning:
		'The refusal comes from a Power Pages site, but this environment holds no settings of one, or the connection says that people log in elsewhere. So the connection looks at another environment than the site, and what it finds says little about this login.',
	when: {
		all: [
			{ finding: 'portal.used', is: false },
			{ any: [ { symptom: 'attempt-refused' }, { symptom: 'account-locked' }, { symptom: 'invitation-refused' } ] },
		],
	},
	shows: [ 'attempt-refused', 'account-locked', 'invitation-refused' ],
	prior: 'rare',
	ceiling: 'possible',
	rivals: [ 'followed-another-way' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'What keeps you out could not be looked up yet. Try again in a while; if it does not help, give the reference below to whoever runs this site.',
		mail: 'What keeps you out could not be looked up yet. Try again in a while. If it still does not work, give the reference to whoever runs this site.',
		admin: 'The connection and the Power Pages site belong to different environments.',
	},
	fixPath: [
		{
			id: 'compare-environment',
			title: 'Compare the environments',
			body: 'The admin centre for Power Pages lists each site with its environment. Enter the address of that environment in the connection.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'check-choice',
			title: 'Check “Where people log in”',
			body: 'If it says “Another portal” although people use Power Pages, choose “Find out from the environment”.',
			applicability: 'guided',
			link: 'connection',
		},
	],
	verification: { finding: 'portal.used', is: true },
	prevention: [ 'Name test and live environments so that nobody can mix them up.' ],
	examples: {
		fits: [
			{
				name: 'no site keeps its settings here',
				symptoms: [ 'attempt-refused' ],
				findings: { 'connection.authorised': true, 'contact.exists': true, 'contact.active': true, 'portal.used': false },
				confidence: 'possible',
			},
			{
				name: 'an invitation is refused, and no site keeps its settings here',
				symptoms: [ 'invitation-refused' ],
				findings: { 'connection.authorised': true, 'contact.exists': true, 'contact.active': true, 'portal.used': false },
				confidence: 'possible',
			},
		],
		nearMisses: [
			{
				name: 'the site is here, and all is in order',
				symptoms: [ 'attempt-refused' ],
				findings: {
					'portal.used': true,
					'contact.exists': true,
					'contact.active': true,
					'contact.merged': false,
					'contact.single': true,
					'contact.has-email': true,
					'contact.email-matches': true,
					'user.exists': true,
					'user.active': true,
					'user.locked': false,
					'user.password-failing': false,
				},
				not: 'followed-another-way',
			},
		],
	},
} );
