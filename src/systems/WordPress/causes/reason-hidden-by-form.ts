import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'reason-hidden-by-form',
	system: 'wordpress',
	title: 'The form hides why it refused',
	meaning: 'Another part of the site refused, and the form shows its one sentence for everything, or nothing at all. The password may well be right. The true reason can be read where the form does not stand in between: on wp-login.php, in this case, and in the security plugin’s log.',
	when: { any: [ { symptom: 'pmpro-silent-refusal' }, { symptom: 'memberpress-silent-refusal' }, { symptom: 'plugins-own-message' }, { symptom: 'edd-login-refused' }, { symptom: 'pmpro-login-problem' }, { symptom: 'xml-rpc-refused' }, { symptom: 'incorrect-password-in-other-words' } ] },
	shows: [ 'pmpro-silent-refusal', 'memberpress-silent-refusal', 'plugins-own-message', 'edd-login-refused', 'pmpro-login-problem', 'xml-rpc-refused', 'incorrect-password-in-other-words' ],
	rivals: [ 'wrong-password' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The form did not say why you were not let in. Your password may be right. Try the site’s other login page, if you know one, or give the reference below to whoever runs this site.',
		mail: 'The form did not say why you were not let in. Your password may be right. Try once more; if it stays, give the reference to whoever runs this site.',
		admin: 'The login form hides the reason of the refusal.',
	},
	fixPath: [
		{
			id: 'try-plain-login',
			title: 'Let the person try the plain login page',
			body: 'That is the site’s address followed by /wp-login.php. WordPress and most plugins say there what the form keeps to itself.',
			applicability: 'guided',
		},
		{
			id: 'read-address-bar',
			title: 'Read the browser’s address bar',
			body: 'After a refusal Paid Memberships Pro puts the reason there, behind action=. Paste that word into Causeway → Explain.',
			applicability: 'guided',
			onlyIf: { symptom: 'pmpro-silent-refusal' },
		},
		{
			id: 'check-security-plugins',
			title: 'Look for the person in plugins that may refuse',
			body: 'Security plugins list lockouts; membership plugins list people who wait for approval or are switched off; second-step plugins list who has one. One of these is it.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'pause-suspect',
			title: 'If none tells, pause them one at a time',
			body: 'Switch off one plugin that takes part in the login, try in a private window, and switch it on again. Begin with the newest.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Choose login forms that pass on the messages of other plugins.' ],
	examples: {
		fits: [ { name: 'the form said nothing', symptoms: [ 'pmpro-silent-refusal' ], findings: {}, confidence: 'likely' }, { name: 'the form went on after a refusal', symptoms: [ 'memberpress-silent-refusal' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'WordPress itself names the password', symptoms: [ 'incorrect-password' ], findings: { 'user.exists': true, 'login-name.is-known': true }, not: 'wrong-password' } ],
	},
} );
