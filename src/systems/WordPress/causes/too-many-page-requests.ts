import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'too-many-page-requests',
	system: 'wordpress',
	title: 'Too many pages a minute were asked for from this address',
	meaning: 'Wordfence counts how many pages an address asks for in a minute and refuses more than its limit. That hits people behind a shared address, pages that reload themselves, and browser extensions that open many pages at once. It has nothing to do with the account or the password.',
	when: { any: [ { symptom: 'wordfence-reason-requests' }, { symptom: 'wordfence-access-limited' } ] },
	shows: [ 'wordfence-reason-requests', 'wordfence-access-limited' ],
	prior: 'rare',
	rivals: [ 'too-many-failed-logins' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'Many pages of this site were asked for from your connection within a minute, so it is closed to you for a moment. Close other windows of this site, wait for ten minutes and log in again. If it happens often, give the reference below to whoever runs this site.',
		proven: 'Many pages of this site were asked for from your connection within a minute, so it is closed to you for a moment. Close other windows of this site, wait for ten minutes and log in again. If it happens often, give the reference below to whoever runs this site.',
		mail: 'Many pages of the site were asked for from your connection within a minute, so it was closed to you for a while. Close other windows of the site and log in again. If it happens often, give the reference to whoever runs this site.',
		admin: 'Wordfence rate limit: too many page requests a minute.',
	},
	fixPath: [
		{
			id: 'unblock-address',
			title: 'Lift the block',
			body: 'Open Wordfence → Firewall → Blocking, tick the address and choose Unblock.',
			applicability: 'guided',
		},
		{
			id: 'raise-limit',
			title: 'Raise the limit',
			body: 'Open Wordfence → Firewall → All Firewall Options → Rate Limiting. The limits for human visitors should not be below 120 pages a minute; choose “throttle it” rather than “block it”.',
			applicability: 'guided',
		},
		{
			id: 'allow-office',
			title: 'Allow a shared address',
			body: 'If the address belongs to a customer’s office, add it to the allowlisted addresses on the same page.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Keep the limits for people well above what one busy office needs.' ],
	examples: {
		fits: [
			{ name: 'Wordfence’s record names the page limit', symptoms: [ 'wordfence-reason-requests' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'Wordfence counted failed logins', symptoms: [ 'wordfence-reason-failures' ], findings: {}, not: 'too-many-failed-logins' },
		],
	},
} );
