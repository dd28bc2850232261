import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-wrong-data-centre',
	system: 'catalyst-connect',
	title: 'The portal asks in the wrong Zoho data centre',
	meaning:
		'Zoho keeps each organisation in one data centre. The portal calls another one than this site’s own connection, where your organisation answers. There Zoho knows neither the portal’s connection nor the contacts, so the portal refuses everybody. The free portal plugin always calls the United States.',
	when: { all: [ { finding: 'portal-data-centre.matches', is: false }, { finding: 'portal-call.ok', is: false } ] },
	shows: [ 'contact-your-administrator', 'zoho-crm:token-not-renewed' ],
	outranks: [ 'portal-token-revoked', 'portal-contact-not-found', 'zoho-crm/contact-permanently-deleted', 'zoho-crm/contact-in-recycle-bin', 'zoho-crm/contact-without-account' ],
	rivals: [ 'portal-token-revoked', 'zoho-crm/contact-permanently-deleted' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal looks for your record in the wrong place, which keeps everybody out. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal looks for your record in the wrong place; this concerns everybody, not only you. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'The portal calls another Zoho data centre than your organisation’s.',
	},
	fixPath: [
		{
			id: 'compare-addresses',
			title: 'Compare the addresses',
			body: 'Log in to Zoho CRM and look at the end of its address, such as .com, .eu or .in. The portal’s Zoho connection and this site’s own connection must name the same one.',
			applicability: 'guided',
			link: 'zoho-connection',
		},
		{
			id: 'change-data-centre',
			title: 'Connect the portal in the right data centre',
			body: 'Choose the right data centre in the portal’s Zoho connection and connect again. The free portal plugin offers no choice; there the portal vendor’s current edition is needed.',
			applicability: 'guided',
			link: 'zoho-connection',
		},
	],
	verification: { any: [ { finding: 'portal-data-centre.matches', is: true }, { finding: 'portal-call.ok', is: true } ] },
	prevention: [ 'Note the data centre of your organisation beside the portal’s settings.' ],
	examples: {
		fits: [
			{
				name: 'Zoho does not know the portal’s connection there',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.seen': true,
					'portal-call.ok': false,
					'portal-call.token-refused': true,
					'portal-call.token-rate-limited': false,
					'portal-data-centre.matches': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the place is right, the connection is not',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.seen': true,
					'portal-call.ok': false,
					'portal-call.token-refused': true,
					'portal-call.token-rate-limited': false,
					'portal-data-centre.matches': true,
				},
				not: 'portal-token-revoked',
			},
			{
				name: 'the place is right, the contact is gone',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.ok': false,
					'portal-call.not-found': true,
					'portal-data-centre.matches': true,
					'zoho-crm:contact.linked': true,
					'zoho-crm:contact.exists': false,
					'zoho-crm:contact.in-recycle-bin': false,
					'zoho-crm:contact.permanently-deleted': true,
					'zoho-crm:contact.merged': false,
				},
				not: 'zoho-crm/contact-permanently-deleted',
			},
		],
	},
} );
