import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'crm-tag-locks-out',
	system: 'wordpress',
	title: 'A tag of the CRM keeps the person out',
	meaning: 'WP Fusion lets people in by tags that come from the CRM. The password was right, and then a lockout tag, or the lack of a tag, led the person away to another page. Nothing was shown, so to them the login seems to do nothing.',
	when: { symptom: 'wp-fusion-locked-out' },
	shows: [ 'wp-fusion-locked-out' ],
	rivals: [ 'no-role-on-site' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your access to this part is closed at the moment, perhaps by mistake or because something lapsed. You cannot change that yourself: give the reference below to whoever runs this site.',
		mail: 'Your password was right, but your access to that part is closed at the moment, perhaps by mistake. You cannot change that yourself: give the reference to whoever runs this site.',
		admin: 'WP Fusion led the person away after login because of a tag.',
	},
	fixPath: [
		{
			id: 'see-tags',
			title: 'See which tags the person has',
			body: 'Open the user: the section of WP Fusion lists them. Compare them with the lockout tags in WP Fusion’s settings.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'correct-tag-in-crm',
			title: 'Correct the tag in the CRM',
			body: 'Take the lockout tag away from the contact, or add the one that is missing. Ask first who set it: often a bill or a contract is behind it.',
			applicability: 'guided',
		},
		{
			id: 'sync-tags',
			title: 'Fetch the tags anew',
			body: 'In the same section of the user, resynchronise the tags. Then ask the person to log in again.',
			applicability: 'guided',
			link: 'user',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Lead people who are locked out to a page that says why and whom to ask.' ],
	examples: {
		fits: [ { name: 'a tag led the person away', symptoms: [ 'wp-fusion-locked-out' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the user has no role', symptoms: [ 'no-role-redirect' ], findings: { 'user.exists': true, 'user.is-member': false, 'user.is-spam': false }, not: 'no-role-on-site' } ],
	},
} );
