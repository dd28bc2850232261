import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'site-in-recovery-mode',
	system: 'wordpress',
	title: 'A plugin or theme has crashed, and WordPress waits for an administrator',
	meaning: 'A fatal error broke the site, and somebody opened the recovery link from WordPress’s mail. Who logs in now as an administrator sees the site with the broken part paused. The account is not concerned.',
	when: { symptom: 'recovery-mode-started' },
	shows: [ 'recovery-mode-started' ],
	rivals: [ 'recovery-link-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'This site is being repaired. If you look after it, log in below to go on. If you do not, come back in an hour; if it still says so then, give the reference below to whoever runs this site.',
		proven: 'This site is being repaired. If you look after it, log in below to go on. If you do not, come back in an hour; if it still says so then, give the reference below to whoever runs this site.',
		mail: 'The site was being repaired when you tried. Try again. If it still does not work, give the reference to whoever runs this site.',
		admin: 'The site is in recovery mode after a fatal error.',
	},
	fixPath: [
		{
			id: 'log-in-as-administrator',
			title: 'Log in as an administrator',
			body: 'A bar at the top says that recovery mode is on and names what is paused.',
			applicability: 'guided',
		},
		{
			id: 'repair-broken-part',
			title: 'Repair or remove what is paused',
			body: 'Under Plugins, or Appearance → Themes: update it, switch it off or delete it. The mail names the file and the line for whoever made it.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'leave-recovery-mode',
			title: 'Leave recovery mode',
			body: 'Choose Exit Recovery Mode in the bar at the top, then open the site in a private window.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Update plugins on a copy of the site first.' ],
	examples: {
		fits: [ { name: 'recovery mode has begun', symptoms: [ 'recovery-mode-started' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the link was not accepted', symptoms: [ 'recovery-link-refused' ], findings: {}, not: 'recovery-link-refused' } ],
	},
} );
