import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-subscription-calls-used-up',
	system: 'catalyst-connect',
	title: 'The portal subscription has no API calls left',
	meaning:
		'The portal vendor counts calls on a meter of its own, apart from Zoho CRM’s: each login costs two. When the month’s calls are used up, nobody gets in until the 1st or an upgrade. No program can read that meter, so Causeway suspects it only when everything else is in order.',
	when: {
		all: [
			{ symptom: 'contact-your-administrator' },
			{ finding: 'portal.connected', is: true },
			{ finding: 'portal-call.seen', is: false },
			{ finding: 'zoho-crm:quota.available', is: true },
			{ finding: 'zoho-crm:contact.exists', is: true },
			{ finding: 'zoho-crm:contact.has-account', is: true },
		],
	},
	shows: [ 'contact-your-administrator' ],
	prior: 'common',
	ceiling: 'likely',
	rivals: [ 'zoho-crm/crm-credits-exhausted', 'zoho-crm/contact-without-account' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal has probably reached a limit, which keeps everybody out. You have nothing to change: try again later today, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal has probably reached a limit; this concerns everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'Probably the portal subscription’s calls are used up; look at its licence page.',
	},
	fixPath: [
		{
			id: 'read-meter',
			title: 'Look at the portal’s licence page',
			body: 'It shows how many calls the subscription has and how many are used. The portal also writes to its administrator at 80, 90 and 100 percent: search your mail for that.',
			applicability: 'guided',
			link: 'licence',
		},
		{
			id: 'upgrade-subscription',
			title: 'If none are left, upgrade the subscription',
			body: 'Choose the upgrade on the licence page, or log in to the portal vendor’s customer area. More calls count at once.',
			applicability: 'guided',
			link: 'licence',
		},
		{
			id: 'wait-for-month',
			title: 'Or wait for the 1st of the month',
			body: 'The counter starts again on the 1st, whatever the day on which the subscription is billed.',
			applicability: 'wait',
		},
	],
	verification: { finding: 'portal-call.ok', is: true },
	prevention: [ 'Act on the 80 percent mail: two calls a login tell how many logins are left.' ],
	examples: {
		fits: [
			{
				name: 'everything is in order, and the portal did not even call',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal.present': true,
					'portal.connected': true,
					'portal-call.seen': false,
					'portal-call.throttled': false,
					'zoho-crm:quota.available': true,
					'zoho-crm:contact.exists': true,
					'zoho-crm:contact.has-email': true,
					'zoho-crm:contact.has-account': true,
				},
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'it is Zoho CRM whose credits are gone',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal.connected': true, 'portal-call.seen': false, 'zoho-crm:quota.available': false },
				not: 'zoho-crm/crm-credits-exhausted',
			},
			{
				name: 'the contact has no company',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal.connected': true,
					'portal-call.seen': false,
					'zoho-crm:quota.available': true,
					'zoho-crm:contact.exists': true,
					'zoho-crm:contact.has-email': true,
					'zoho-crm:contact.has-account': false,
				},
				not: 'zoho-crm/contact-without-account',
			},
		],
	},
} );
