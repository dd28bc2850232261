import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-crm-busy',
	system: 'catalyst-connect',
	title: 'Too many calls to Zoho CRM at the same moment',
	meaning:
		'Zoho CRM turned the portal’s call away as one too many, although credits are left: it limits how many calls an organisation may have under way at once. It looks the same as spent credits, but clears within seconds.',
	when: { all: [ { finding: 'portal-call.throttled', is: true }, { finding: 'zoho-crm:quota.available', is: true } ] },
	shows: [ 'contact-your-administrator', 'zoho-crm:too-many-requests' ],
	outranks: [ 'portal-subscription-calls-used-up', 'zoho-crm/username-field-deleted', 'zoho-crm/username-value-empty', 'zoho-crm/contact-email-differs' ],
	rivals: [ 'zoho-crm/crm-credits-exhausted' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal was too busy at that moment. Try again in a minute. If it happens again, give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal was too busy at that moment. Try again. If it happens again, give the reference to whoever runs this site.',
		admin: 'Zoho CRM turned the portal’s call away: too many at once, credits are left.',
	},
	fixPath: [
		{
			id: 'wait-a-minute',
			title: 'Wait a minute',
			body: 'The limit counts calls that run at the same time. It is free again as soon as some of them are done.',
			applicability: 'wait',
			waitMinutes: 1,
		},
		{
			id: 'find-consumer',
			title: 'If it comes back, find out who calls so much',
			body: 'The usage page of Zoho CRM shows calls by application and time. Move large exports and synchronisations to the night.',
			applicability: 'guided',
			link: 'zoho-crm:api-usage',
		},
	],
	verification: { finding: 'portal-call.ok', is: true },
	prevention: [ 'Let large imports and exports run outside the hours in which people log in.' ],
	examples: {
		fits: [
			{
				name: 'turned away while credits are left',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.ok': false, 'portal-call.throttled': true, 'zoho-crm:quota.available': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'no credits are left',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.throttled': true, 'zoho-crm:quota.available': false },
				not: 'zoho-crm/crm-credits-exhausted',
			},
		],
	},
} );
