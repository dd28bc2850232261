import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'address-on-threat-list',
	system: 'wordpress',
	title: 'The internet address is on a list of known attackers',
	meaning: 'A security service counts the address among those from which sites are attacked now, and the plugin refuses it. Addresses of VPNs, of free Wi-Fi and of companies with an infected computer get onto such lists. The entry goes away some time after the attacks end.',
	when: { any: [ { symptom: 'wordfence-reason-network' }, { symptom: 'wordfence-access-limited' }, { symptom: 'cerber-refused' } ] },
	shows: [ 'wordfence-reason-network', 'wordfence-access-limited', 'cerber-refused' ],
	prior: 'rare',
	rivals: [ 'address-on-deny-list' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The connection that you use now is listed as unsafe, so this site refuses it. Switch a VPN off, leave a public Wi-Fi, or use your phone’s own network. If it is your office or your home, give the reference below to whoever runs this site.',
		mail: 'The connection that you used is listed as unsafe, so the site refused it. Switch a VPN off or use another network. If it was your office or your home, ask somebody to look for an infected device there, and give the reference to whoever runs this site.',
		admin: 'Address is on a security service’s list of attackers.',
	},
	fixPath: [
		{
			id: 'ask-address',
			title: 'Ask the person for their internet address',
			body: 'Let them search the web for “what is my IP” on the device that is refused, and read out the number. You need it to find the right line in the lists below.',
			applicability: 'guided',
		},
		{
			id: 'try-other-network',
			title: 'Ask the person to try another network',
			body: 'If it works without VPN or over the phone’s own network, the account is fine and you need not change anything.',
			applicability: 'guided',
		},
		{
			id: 'allow-address',
			title: 'Allow the address, if you know it',
			body: 'In Wordfence add it to the allowlisted addresses under Firewall → All Firewall Options; in WP Cerber to the white list under Access Lists. Do that only for a fixed address of a customer, never for a VPN.',
			applicability: 'guided',
		},
		{
			id: 'tell-customer',
			title: 'Tell the customer that a device may be infected',
			body: 'A company’s address gets onto such lists because something in its network attacks others. Their own technician should look at that; otherwise it comes back.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Do not switch the list off for all because of one customer.' ],
	examples: {
		fits: [
			{ name: 'Wordfence’s record names its network', symptoms: [ 'wordfence-reason-network' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the address was blocked by hand', symptoms: [ 'wordfence-reason-manual' ], findings: {}, not: 'address-on-deny-list' },
		],
	},
} );
