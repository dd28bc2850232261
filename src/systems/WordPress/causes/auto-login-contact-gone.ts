import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'auto-login-contact-gone',
	system: 'wordpress',
	title: 'A login link points to a contact that the CRM no longer has',
	meaning: 'WP Fusion can log people in by a link in a mail. It names a contact by its number in the CRM. That contact was deleted or merged into another one, so the link leads to nobody. The person’s account and password may be fine.',
	when: { symptom: 'wp-fusion-contact-not-found' },
	shows: [ 'wp-fusion-contact-not-found' ],
	prior: 'rare',
	rivals: [ 'unknown-login-name' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The link in the mail no longer fits your record. Log in on the login page instead, with your e-mail address. If that does not work, give the reference below to whoever runs this site.',
		mail: 'The link in an earlier mail no longer fits your record. Log in on the login page instead. If that does not work, give the reference to whoever runs this site.',
		admin: 'A WP Fusion login link names a contact that is not there.',
	},
	fixPath: [
		{
			id: 'look-in-crm',
			title: 'Look for the contact in the CRM',
			body: 'Search by e-mail address, also in the recycle bin and among merged contacts. Restore it if it was deleted by mistake.',
			applicability: 'guided',
		},
		{
			id: 'resync-contact',
			title: 'Connect the user with the right contact',
			body: 'Open the user: in the section of WP Fusion, look the contact up again, so that the new number is stored.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'send-new-link',
			title: 'Send a fresh link',
			body: 'From the CRM, after the contact is right. Until then the person logs in with their password.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Send login links from living contact lists only, and merge into the older contact.' ],
	examples: {
		fits: [ { name: 'the link’s contact is not there', symptoms: [ 'wp-fusion-contact-not-found' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the typed name belongs to nobody', symptoms: [ 'unknown-user-name' ], findings: { 'login-name.is-known': false }, not: 'unknown-login-name' } ],
	},
} );
