import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'registration-email-malformed',
	system: 'wordpress',
	title: 'The e-mail address was not complete',
	meaning: 'While registering, what was typed is not an e-mail address: a blank, a comma for a full stop, a missing end. WordPress cannot send anything there, so it made no account.',
	when: { symptom: 'registration-email-malformed' },
	shows: [ 'registration-email-malformed' ],
	rivals: [ 'registration-email-domain-refused' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The e-mail address does not look complete. Check it for blanks and commas and for its end, such as .com, and send the form again. If it is right as it is, give the reference below to whoever runs this site.',
		proven: 'The e-mail address does not look complete. Check it for blanks and commas and for its end, such as .com, and send the form again. If it is right as it is, give the reference below to whoever runs this site.',
		mail: 'The e-mail address that you typed did not look complete. Check it and send the form again. If it was right as it is, give the reference to whoever runs this site.',
		admin: 'A registration failed because the e-mail address was not complete.',
	},
	fixPath: [
		{
			id: 'read-address-aloud',
			title: 'Go through the address with the person',
			body: 'Letter by letter on the phone. Copied addresses often bring a blank or a bracket along.',
			applicability: 'guided',
		},
		{
			id: 'add-with-right-address',
			title: 'Or add the user yourself',
			body: 'With the right address; WordPress mails them a link.',
			applicability: 'guided',
			link: 'add-user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Let the form ask for the address twice, or show it once more before it is sent.' ],
	examples: {
		fits: [ { name: 'no complete address', symptoms: [ 'registration-email-malformed' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the address is complete, its domain is not welcome', symptoms: [ 'registration-email-not-welcome' ], findings: {}, not: 'registration-email-domain-refused' } ],
	},
} );
