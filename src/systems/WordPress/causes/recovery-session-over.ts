import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'recovery-session-over',
	system: 'wordpress',
	title: 'The recovery mode of this browser is over',
	meaning: 'Recovery mode lives in a cookie of the administrator’s browser, for a week. It has lapsed, was deleted, or no longer fits because the site’s keys were exchanged. The broken plugin is no longer paused for this person.',
	when: { symptom: 'recovery-session-over' },
	shows: [ 'recovery-session-over' ],
	rivals: [ 'recovery-link-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The repair mode of this browser is over. If you look after this site, open the link in the newest mail about a technical problem again. Otherwise give the reference below to whoever runs this site.',
		proven: 'The repair mode of this browser is over. If you look after this site, open the link in the newest mail about a technical problem again. Otherwise give the reference below to whoever runs this site.',
		mail: 'The repair mode of your browser is over. Open the link in the newest mail about a technical problem. If there is none, give the reference to whoever runs this site.',
		admin: 'A recovery session has lapsed.',
	},
	fixPath: [
		{
			id: 'open-newest-link',
			title: 'Open the newest recovery link once more',
			body: 'In the same browser, with cookies allowed.',
			applicability: 'guided',
		},
		{
			id: 'rename-folder',
			title: 'Or switch the broken plugin off in the files',
			body: 'In your host’s file manager, in wp-content/plugins, rename the folder of the plugin that the mail names. Then log in as usual.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Repair the cause while recovery mode lasts, instead of working on in it.' ],
	examples: {
		fits: [ { name: 'the cookie is over', symptoms: [ 'recovery-session-over' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the link itself was refused', symptoms: [ 'recovery-link-refused' ], findings: {}, not: 'recovery-link-refused' } ],
	},
} );
