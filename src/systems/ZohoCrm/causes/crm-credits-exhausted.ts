import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'crm-credits-exhausted',
	system: 'zoho-crm',
	title: 'Zoho CRM’s API credits are used up',
	meaning:
		'Every call to Zoho CRM costs credits out of the organisation’s allowance for 24 hours. It is used up, so Zoho turns the portal’s calls away and nobody can log in. Credits come back by themselves as the oldest calls drop out of the 24 hours. This is not the portal vendor’s own monthly meter.',
	when: {
		any: [
			{ finding: 'quota.available', is: false },
			{ all: [ { finding: 'catalyst-connect:portal-call.throttled', is: true }, { finding: 'quota.available', is: 'unknown' } ] },
		],
	},
	shows: [ 'catalyst-connect:contact-your-administrator', 'too-many-requests' ],
	prior: 'common',
	rivals: [ 'catalyst-connect/portal-crm-busy', 'catalyst-connect/portal-subscription-calls-used-up' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal has reached its limit for today, which keeps everybody out for a while. You have nothing to change: try again in a few hours, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal has reached its limit for today; this concerns everybody, not only you. Try again in a few hours. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'Zoho CRM’s API credits are used up; everybody is locked out until some come back.',
	},
	fixPath: [
		{
			id: 'wait-for-credits',
			title: 'Wait until credits come back',
			body: 'The allowance counts the last 24 hours, so credits return little by little and not at midnight. Causeway looks again by itself and spends hardly any calls meanwhile.',
			applicability: 'wait',
			waitMinutes: 60,
		},
		{
			id: 'find-consumer',
			title: 'Find out what spends the credits',
			body: 'The usage page of Zoho CRM shows calls by application. Look for a connection that spends far more than the others, such as a synchronisation that runs too often, and slow it down.',
			applicability: 'guided',
			link: 'api-usage',
		},
		{
			id: 'buy-credits',
			title: 'Or buy more credits',
			body: 'If the need is real, raise the edition, add users or buy additional API credits on the subscription page. They count at once.',
			applicability: 'guided',
			link: 'subscription',
		},
	],
	verification: { finding: 'quota.available', is: true },
	prevention: [ 'Look at the API usage page once a week and after each new integration.', 'Let other integrations read in batches instead of record by record.' ],
	examples: {
		fits: [
			{
				name: 'this site is turned away as well',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'quota.available': false, 'catalyst-connect:portal-call.throttled': true },
				confidence: 'certain',
			},
			{
				name: 'only the portal’s call was seen',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: { 'quota.available': 'unknown', 'catalyst-connect:portal-call.seen': true, 'catalyst-connect:portal-call.throttled': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'credits are left, so there were only too many calls at one moment',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: { 'quota.available': true, 'catalyst-connect:portal-call.seen': true, 'catalyst-connect:portal-call.throttled': true },
				not: 'catalyst-connect/portal-crm-busy',
			},
			{
				name: 'credits are left, and the portal did not even call',
				symptoms: [ 'catalyst-connect:contact-your-administrator' ],
				findings: {
					'quota.available': true,
					'contact.exists': true,
					'contact.has-account': true,
					'catalyst-connect:portal.connected': true,
					'catalyst-connect:portal-call.seen': false,
					'catalyst-connect:portal-call.throttled': false,
				},
				not: 'catalyst-connect/portal-subscription-calls-used-up',
			},
		],
	},
} );
