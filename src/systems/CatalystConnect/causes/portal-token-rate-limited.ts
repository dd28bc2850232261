import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-token-rate-limited',
	system: 'catalyst-connect',
	title: 'The portal asked Zoho for new access too often',
	meaning:
		'Zoho gives out ten access tokens in ten minutes for one connection. The portal asked for more and is turned away for a while. While its stored token cannot be used, every view of the portal page asks again, which keeps the limit reached.',
	when: { finding: 'portal-call.token-rate-limited', is: true },
	shows: [ 'contact-your-administrator', 'zoho-crm:token-requests-limited' ],
	outranks: [ 'portal-token-revoked', 'zoho-crm/contact-in-recycle-bin', 'zoho-crm/contact-without-account' ],
	rivals: [ 'portal-token-revoked' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal is busy for some minutes, which keeps everybody out. Wait a quarter of an hour without reloading the page, then try again. If that does not help, give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal was busy for some minutes. Wait a quarter of an hour and try again. If that does not help, give the reference to whoever runs this site.',
		admin: 'The portal asked Zoho for access tokens too often; wait ten minutes.',
	},
	fixPath: [
		{
			id: 'wait-for-tokens',
			title: 'Wait ten minutes',
			body: 'Keep the portal page closed as far as you can: each view asks Zoho again. After ten minutes without a question the limit is over.',
			applicability: 'wait',
			waitMinutes: 10,
		},
		{
			id: 'find-reason',
			title: 'Look why the portal keeps asking',
			body: 'A portal that asks at every view has a stored token that does not work. If the refusal comes back after the wait, connect the portal to Zoho CRM again.',
			applicability: 'guided',
			link: 'zoho-connection',
		},
	],
	verification: { finding: 'portal-call.ok', is: true },
	prevention: [ 'Keep uptime monitors and page-cache warmers away from the portal’s login page.' ],
	examples: {
		fits: [
			{
				name: 'Zoho says that there were too many token requests',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.ok': false, 'portal-call.token-refused': true, 'portal-call.token-rate-limited': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'Zoho refuses for good',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.token-refused': true, 'portal-call.token-rate-limited': false },
				not: 'portal-token-revoked',
			},
		],
	},
} );
