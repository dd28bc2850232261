import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-crm-server-fault',
	system: 'catalyst-connect',
	title: 'Zoho CRM had a fault of its own',
	meaning:
		'Zoho CRM answered the portal with a fault, or with something that is no answer at all, such as a maintenance page. The portal then refuses as if the contact were not there. Nothing on this site is wrong.',
	when: { any: [ { finding: 'portal-call.server-fault', is: true }, { finding: 'portal-call.malformed', is: true } ] },
	shows: [ 'contact-your-administrator' ],
	outranks: [ 'portal-subscription-calls-used-up', 'zoho-crm/username-field-deleted', 'zoho-crm/username-value-empty', 'zoho-crm/contact-email-differs' ],
	rivals: [ 'portal-crm-unreachable' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. A service that the portal needs has a fault at the moment. Try again in half an hour. If it happens again, give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. A service that the portal needs had a fault. Try again in half an hour. If it happens again, give the reference to whoever runs this site.',
		admin: 'Zoho CRM answered the portal with a fault of its own.',
	},
	fixPath: [
		{
			id: 'wait-for-vendor',
			title: 'Wait until Zoho has repaired it',
			body: 'Faults of this kind mostly end within the hour. Causeway looks again by itself.',
			applicability: 'wait',
			waitMinutes: 30,
		},
		{
			id: 'ask-vendor',
			title: 'If it stays, ask Zoho',
			body: 'Look at Zoho’s status page for your data centre. If it shows nothing, open a request with Zoho’s support and give the time and the answer code from the evidence.',
			applicability: 'escalate',
		},
	],
	verification: { finding: 'portal-call.ok', is: true },
	prevention: [ 'Subscribe to Zoho’s status page for your data centre.' ],
	examples: {
		fits: [
			{
				name: 'Zoho answered with an internal fault',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.ok': false, 'portal-call.server-fault': true, 'portal-call.unreachable': false },
				confidence: 'certain',
			},
			{
				name: 'a maintenance page came instead of an answer',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.malformed': true, 'portal-call.server-fault': false, 'portal-call.unreachable': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'no answer came at all',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.server-fault': false, 'portal-call.malformed': false, 'portal-call.unreachable': true },
				not: 'portal-crm-unreachable',
			},
		],
	},
} );
