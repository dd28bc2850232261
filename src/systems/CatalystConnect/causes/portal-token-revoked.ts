import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-token-revoked',
	system: 'catalyst-connect',
	title: 'Zoho no longer accepts the portal’s connection',
	meaning:
		'The portal’s permission to read Zoho CRM was revoked, pushed out by newer ones, or belongs to a user who was deactivated. Zoho refuses the portal’s token or does not renew it, so nobody can log in. The portal does not recover by itself: it has to be connected again.',
	when: {
		any: [
			{ all: [ { finding: 'portal-call.token-refused', is: true }, { finding: 'portal-call.token-rate-limited', is: false } ] },
			{ all: [ { finding: 'portal-call.token-refused', is: true }, { finding: 'portal-call.token-rate-limited', is: 'unknown' } ] },
			{ finding: 'portal-call.unauthorised', is: true },
		],
	},
	shows: [ 'contact-your-administrator', 'zoho-crm:invalid-token', 'zoho-crm:token-not-renewed' ],
	outranks: [
		'portal-subscription-calls-used-up',
		'zoho-crm/contact-in-recycle-bin',
		'zoho-crm/contact-without-account',
		'zoho-crm/contact-without-email',
		'zoho-crm/contact-email-differs',
		'zoho-crm/username-field-deleted',
		'zoho-crm/username-field-unused',
		'zoho-crm/username-field-hidden',
		'zoho-crm/username-value-empty',
	],
	rivals: [ 'portal-token-rate-limited', 'portal-scope-missing' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal has lost its connection, which keeps everybody out. You have nothing to change: try again later today, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal has lost its connection; this concerns everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'Zoho refuses the portal’s connection; connect it again. Everybody is affected.',
	},
	fixPath: [
		{
			id: 'reconnect-portal',
			title: 'Connect the portal to Zoho CRM again',
			body: 'Open the portal’s Zoho connection, disconnect, and connect again as a Zoho user who will stay with the company. Agree to everything that Zoho lists. If Zoho does not know the client there, the portal may ask in the wrong data centre.',
			applicability: 'guided',
			link: 'zoho-connection',
		},
		{
			id: 'log-in-once',
			title: 'Let one person log in',
			body: 'Ask the person to try again, or log in as a portal user of your own. Causeway reads from that login whether Zoho accepts the portal now.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'portal-call.ok', is: true },
	prevention: [
		'Connect the portal with a Zoho user made for connections, not with that of a colleague who may leave.',
		'Do not authorise the same client from several sites: Zoho keeps twenty permissions a user and client, and silently drops the oldest.',
	],
	examples: {
		fits: [
			{
				name: 'Zoho does not renew the portal’s access',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal.present': true,
					'portal.connected': true,
					'portal-call.seen': true,
					'portal-call.ok': false,
					'portal-call.token-refused': true,
					'portal-call.token-rate-limited': false,
					'portal-call.scope-missing': false,
					'portal-call.forbidden': false,
					'portal-data-centre.matches': true,
				},
				confidence: 'certain',
			},
			{
				name: 'the token that the portal kept is dead, although this site’s own connection sees a healthy contact',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.seen': true,
					'portal-call.ok': false,
					'portal-call.unauthorised': true,
					'portal-call.token-refused': false,
					'portal-call.token-rate-limited': false,
					'portal-call.scope-missing': false,
					'portal-call.forbidden': false,
					'portal-data-centre.matches': true,
					'zoho-crm:contact.exists': true,
					'zoho-crm:contact.has-account': true,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'Zoho only complains that the portal asks too often',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.token-refused': true, 'portal-call.token-rate-limited': true, 'portal-call.unauthorised': false },
				not: 'portal-token-rate-limited',
			},
			{
				name: 'the portal asks in the wrong data centre',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.seen': true,
					'portal-call.ok': false,
					'portal-call.token-refused': true,
					'portal-call.token-rate-limited': false,
					'portal-data-centre.matches': false,
				},
				not: 'portal-wrong-data-centre',
			},
			{
				name: 'Zoho names a missing scope',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.seen': true,
					'portal-call.ok': false,
					'portal-call.unauthorised': true,
					'portal-call.scope-missing': true,
					'portal-data-centre.matches': true,
				},
				not: 'portal-scope-missing',
			},
		],
	},
} );
