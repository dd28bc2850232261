import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'personal-data-link-refused',
	system: 'wordpress',
	title: 'A link about personal data was not accepted',
	meaning: 'This is not a login. Somebody asked for their personal data, or for its deletion, and has to confirm it by a mailed link. The link counts for a day and only once; this one was older, used up or damaged.',
	when: { any: [ { symptom: 'personal-data-link-refused' }, { symptom: 'mailed-link-refused' } ] },
	shows: [ 'personal-data-link-refused', 'mailed-link-refused' ],
	rivals: [ 'reset-key-invalid' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'This link confirms a request about your personal data and no longer works. Ask for a new one; your login is not concerned. To do that, give the reference below to whoever runs this site.',
		proven: 'This link confirms a request about your personal data and no longer works. Ask for a new one; your login is not concerned. To do that, give the reference below to whoever runs this site.',
		mail: 'The link was to confirm a request about your personal data and no longer works. Your login is not concerned. To get a new one, give the reference to whoever runs this site.',
		admin: 'A link that confirms a personal data request was not accepted.',
	},
	fixPath: [
		{
			id: 'resend-request',
			title: 'Send the request again',
			body: 'Tools → Export Personal Data, or Erase Personal Data: tick the request and choose to resend the confirmation. The new link counts for a day.',
			applicability: 'guided',
		},
		{
			id: 'start-request-anew',
			title: 'If it is not listed, start anew',
			body: 'Enter the person’s e-mail address on the same screen.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Say in your answer to such requests that the mail must be confirmed within a day.' ],
	examples: {
		fits: [ { name: 'the link was not accepted', symptoms: [ 'personal-data-link-refused' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'it was a link for a new password', symptoms: [ 'reset-link-invalid' ], findings: {}, not: 'reset-key-invalid' } ],
	},
} );
