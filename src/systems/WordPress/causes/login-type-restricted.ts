import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'login-type-restricted',
	system: 'wordpress',
	title: 'The form takes only the other kind of name',
	meaning: 'The name that was typed belongs to an account, and still the form says that it does not know it. A plugin lets people log in by e-mail address only, or by user name only, and answers everything else as if there were no such account.',
	when: { any: [ { symptom: 'loginpress-email-only' }, { all: [ { any: [ { symptom: 'unknown-user-name' }, { symptom: 'unknown-email' }, { symptom: 'unknown-name-in-other-words' } ] }, { finding: 'login-name.is-known', is: true } ] } ] },
	shows: [ 'unknown-user-name', 'unknown-email', 'unknown-name-in-other-words', 'loginpress-email-only' ],
	prior: 'rare',
	ceiling: 'likely',
	rivals: [ 'unknown-login-name' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your account is there, but this form takes only one kind of name. If you typed a user name, log in with your e-mail address; if you typed the address, use the user name. If neither works, give the reference below to whoever runs this site.',
		mail: 'Your account is there, but the form takes only one kind of name. If you typed a user name, log in with the address that this message was sent to; otherwise use the user name. If neither works, give the reference to whoever runs this site.',
		admin: 'The account exists; the form takes only e-mail addresses, or only user names.',
	},
	fixPath: [
		{
			id: 'name-the-right-kind',
			title: 'Tell the person which name to use',
			body: 'Open the user: user name and e-mail address stand there. Read out the one that was not typed.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'allow-both-kinds',
			title: 'Let the form take both',
			body: 'Look for the setting in the plugin that draws your login form. Theme My Login names it Login Type on its settings page; LoginPress has a login order. Choose both name and address.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'If only one kind of name is taken, say so beside the field.' ],
	examples: {
		fits: [ { name: 'an address is asked for, and the typed user name is known', symptoms: [ 'unknown-email' ], findings: { 'login-name.is-known': true, 'user.exists': true }, confidence: 'likely' }, { name: 'LoginPress wants the e-mail address', symptoms: [ 'loginpress-email-only' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'nobody has that name', symptoms: [ 'unknown-email' ], findings: { 'login-name.is-known': false }, not: 'unknown-login-name' } ],
	},
} );
