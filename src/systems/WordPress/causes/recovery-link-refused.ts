import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'recovery-link-refused',
	system: 'wordpress',
	title: 'The recovery link from WordPress’s mail no longer works',
	meaning: 'After a fatal error WordPress mails the administrator a link that works once and for a day. This one was used up, is older, or was damaged on the way. A new one is sent only after that day, so there is a second way in.',
	when: { symptom: 'recovery-link-refused' },
	shows: [ 'recovery-link-refused' ],
	rivals: [ 'recovery-session-over' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This link was used before or is too old. If you look after this site, look for a newer mail about a technical problem. Otherwise give the reference below to whoever runs this site.',
		proven: 'This link was used before or is too old. If you look after this site, look for a newer mail about a technical problem. Otherwise give the reference below to whoever runs this site.',
		mail: 'The link that you opened was used before or is too old. Look for a newer mail about a technical problem. If there is none, give the reference to whoever runs this site.',
		admin: 'A recovery link was used up or too old.',
	},
	fixPath: [
		{
			id: 'look-for-newer-mail',
			title: 'Look for a newer mail',
			body: 'Its subject speaks of a technical issue of your site. The newest one counts, and its link only once.',
			applicability: 'guided',
		},
		{
			id: 'rename-plugin-folder',
			title: 'Or switch the plugin off without WordPress',
			body: 'The mail names the plugin. In your host’s file manager, in wp-content/plugins, rename its folder, for instance by adding -off. Then log in as usual.',
			applicability: 'guided',
		},
		{
			id: 'wait-for-next-link',
			title: 'Or wait for the next link',
			body: 'WordPress sends one a day while the error lasts.',
			applicability: 'wait',
			waitMinutes: 1440,
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Keep the administrator’s e-mail address under Settings → General up to date.' ],
	examples: {
		fits: [ { name: 'the link is used up', symptoms: [ 'recovery-link-refused' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the link was good, the session is over', symptoms: [ 'recovery-session-over' ], findings: {}, not: 'recovery-session-over' } ],
	},
} );
