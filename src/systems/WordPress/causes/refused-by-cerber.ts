import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'refused-by-cerber',
	system: 'wordpress',
	title: 'WP Cerber refused the login and names no reason',
	meaning: 'WP Cerber has one sentence for a blocked user, too many sessions, a country that is not allowed, an address on its black list, and a blocked network. What it was stands only in its own record, with the name and the minute. Start there; the fix is another for each.',
	when: { symptom: 'cerber-refused' },
	shows: [ 'cerber-refused' ],
	prior: 'common',
	rivals: [ 'too-many-failed-logins', 'account-disabled' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This site’s protection did not let you in, and the reason is known only to whoever runs it. Try another network, or switch a VPN off. If that does not help, give the reference below to whoever runs this site.',
		mail: 'The site’s protection did not let you in, and the reason is known only to whoever runs it. Try another network, or switch a VPN off. If that does not help, give them the reference.',
		admin: 'WP Cerber refused; its Activity page names the reason.',
	},
	fixPath: [
		{
			id: 'read-activity',
			title: 'Read the reason in WP Cerber',
			body: 'Open WP Cerber → Activity and filter by the user name or by the minute. The line says what was wrong: blocked user, sessions, country, access list, network.',
			applicability: 'guided',
		},
		{
			id: 'blocked-user',
			title: 'If the user is blocked',
			body: 'Open the user and untick “User is not permitted to log in”.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'too-many-sessions',
			title: 'If there are too many sessions',
			body: 'Open the user and choose Log Out Everywhere, or raise the number under WP Cerber → User Policies.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'country-or-address',
			title: 'If it is the country, the address or the network',
			body: 'Country: WP Cerber → Security Rules → Countries. Address or network: WP Cerber → Access Lists, where the white list wins over every other rule.',
			applicability: 'guided',
		},
		{
			id: 'change-sentence',
			title: 'Let it say more',
			body: 'Developers can change the sentence by the filter cerber_msg_blocked. A line with your phone number helps people more than a wall.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Put the fixed addresses of customers and of yourself on the white list.' ],
	examples: {
		fits: [
			{ name: 'only the sentence is known', symptoms: [ 'cerber-refused' ], findings: {}, confidence: 'possible' },
			{ name: 'the account exists', symptoms: [ 'cerber-refused' ], findings: { 'user.exists': true, 'login-name.is-known': true }, confidence: 'possible' },
		],
		nearMisses: [
			{ name: 'it names a time to wait', symptoms: [ 'cerber-locked-out' ], findings: {}, not: 'too-many-failed-logins' },
			{ name: 'another plugin says that the account is off', symptoms: [ 'ultimate-member-disabled' ], findings: {}, not: 'account-disabled' },
		],
	},
} );
