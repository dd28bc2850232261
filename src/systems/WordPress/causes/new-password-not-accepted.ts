import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'new-password-not-accepted',
	system: 'wordpress',
	title: 'The new password was not taken',
	meaning: 'While a new password was chosen, the two fields differed, held only blanks, or held a backslash, which some forms do not take. The old password still counts, and the link in the mail stays good for the next try.',
	when: { any: [ { symptom: 'new-password-blank' }, { symptom: 'new-passwords-differ' }, { symptom: 'theme-my-login-new-password-refused' } ] },
	shows: [ 'new-password-blank', 'new-passwords-differ', 'theme-my-login-new-password-refused' ],
	rivals: [ 'fields-left-empty' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The new password was not taken. Type the same password into both fields, without blanks around it and without a backslash. If the page is gone, open the link in the mail again. If it still does not work, give the reference below to whoever runs this site.',
		proven: 'The new password was not taken. Type the same password into both fields, without blanks around it and without a backslash. If the page is gone, open the link in the mail again. If it still does not work, give the reference below to whoever runs this site.',
		mail: 'Your new password was not taken, so the old one still counts. Open the link in the mail again and type the same password into both fields. If it still does not work, give the reference to whoever runs this site.',
		admin: 'The new password was not taken; the old one still counts.',
	},
	fixPath: [
		{
			id: 'choose-again',
			title: 'Ask the person to choose again',
			body: 'The same in both fields, typed rather than copied, because copying often takes a blank along. No backslash.',
			applicability: 'guided',
		},
		{
			id: 'set-one-by-hand',
			title: 'Or set one for them',
			body: 'Open the user, choose Set New Password, and tell it on the phone once you are sure who is calling.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Leave the password that WordPress proposes in the field: it fits at once.' ],
	examples: {
		fits: [ { name: 'the two fields differ', symptoms: [ 'new-passwords-differ' ], findings: {}, confidence: 'likely' }, { name: 'a backslash', symptoms: [ 'theme-my-login-new-password-refused' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'a field was empty', symptoms: [ 'pmpro-field-empty' ], findings: {}, not: 'fields-left-empty' } ],
	},
} );
