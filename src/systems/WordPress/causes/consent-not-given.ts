import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'consent-not-given',
	system: 'wordpress',
	title: 'The box for the privacy policy was not ticked',
	meaning: 'LoginPress wants a tick before it lets anybody register or log in. It was overlooked, or the form on this page does not draw the box although the site demands it. Name and password were not looked at.',
	when: { symptom: 'loginpress-consent-missing' },
	shows: [ 'loginpress-consent-missing' ],
	rivals: [ 'fields-left-empty' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Tick the box for the privacy policy, then send the form again. If you see no such box on the page, give the reference below to whoever runs this site.',
		proven: 'Tick the box for the privacy policy, then send the form again. If you see no such box on the page, give the reference below to whoever runs this site.',
		mail: 'Tick the box for the privacy policy and send the form again. If there is no such box on the page, give the reference to whoever runs this site.',
		admin: 'Privacy box not ticked, or not drawn on this form.',
	},
	fixPath: [
		{
			id: 'look-for-box',
			title: 'Look at the form in a private window',
			body: 'If the box is there, ask the person to tick it. It can lie below the edge of a phone’s screen.',
			applicability: 'guided',
		},
		{
			id: 'draw-or-drop',
			title: 'If the box is missing, draw it or drop the demand',
			body: 'Open LoginPress → Settings and switch the privacy policy box off for forms on which it is not drawn.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'After a change of theme, look at the login form on a phone.' ],
	examples: {
		fits: [
			{ name: 'LoginPress asks for the tick', symptoms: [ 'loginpress-consent-missing' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'a field was empty', symptoms: [ 'ultimate-member-field-empty' ], findings: {}, not: 'fields-left-empty' },
		],
	},
} );
