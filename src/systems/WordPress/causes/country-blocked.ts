import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'country-blocked',
	system: 'wordpress',
	title: 'Logins from this country are blocked',
	saidAs: [ 'access from the country where I travel is blocked' ],
	meaning: 'A security plugin takes no logins from the country in which the person’s internet address is registered. It hits people who travel, who use a VPN, or whose mobile provider leads them over another country. The address decides, not where the person really is.',
	when: { any: [ { symptom: 'wordfence-reason-country' }, { symptom: 'wordfence-access-limited' }, { symptom: 'cerber-refused' } ] },
	shows: [ 'wordfence-reason-country', 'wordfence-access-limited', 'cerber-refused' ],
	rivals: [ 'address-on-deny-list', 'address-on-threat-list' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'This site takes no logins from the country that your connection seems to come from. Switch a VPN off, or try another network, such as your phone without Wi-Fi. If you are travelling, give the reference below to whoever runs this site.',
		mail: 'The site takes no logins from the country that your connection seemed to come from. Switch a VPN off or try another network. If you are travelling, give the reference to whoever runs this site and tell them where you are.',
		admin: 'Country block refused the login.',
	},
	fixPath: [
		{
			id: 'ask-address',
			title: 'Ask the person for their internet address',
			body: 'Let them search the web for “what is my IP” on the device that is refused, and read out the number. You need it to find the right line in the lists below.',
			applicability: 'guided',
		},
		{
			id: 'open-in-wordfence',
			title: 'Open the country in Wordfence',
			body: 'Open Wordfence → Firewall → Blocking and choose the country block. Take the country off, or let it stand and add the person’s address to the allowlisted addresses under All Firewall Options.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'wordfence-reason-country' }, { symptom: 'wordfence-access-limited' } ] },
		},
		{
			id: 'open-in-cerber',
			title: 'Open the country in WP Cerber',
			body: 'Open WP Cerber → Activity and look for the person’s refusal: it names the country. The rule stands under WP Cerber → Security Rules → Countries → Log in. Add the country, or put the address on the white list.',
			applicability: 'guided',
			onlyIf: { symptom: 'cerber-refused' },
		},
		{
			id: 'check-host',
			title: 'If neither plugin blocks it, ask your host',
			body: 'Hosts and content networks block countries too. Name the address and the time of the refusal to them.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Before you block a country, look where last month’s good logins came from.' ],
	examples: {
		fits: [
			{ name: 'Wordfence’s record names the country block', symptoms: [ 'wordfence-reason-country' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the address was blocked by hand', symptoms: [ 'wordfence-reason-manual' ], findings: {}, not: 'address-on-deny-list' },
			{ name: 'the address is on the list of attackers', symptoms: [ 'wordfence-reason-network' ], findings: {}, not: 'address-on-threat-list' },
		],
	},
} );
