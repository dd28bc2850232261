import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-scope-missing',
	system: 'catalyst-connect',
	title: 'The portal’s connection may not read contacts',
	meaning:
		'Zoho knows the portal’s connection but does not let it read the contact: a scope is missing, or the profile of the Zoho user who connected the portal lost the right. The portal refuses everybody.',
	when: { any: [ { finding: 'portal-call.scope-missing', is: true }, { finding: 'portal-call.forbidden', is: true } ] },
	shows: [ 'contact-your-administrator', 'zoho-crm:scope-mismatch' ],
	outranks: [ 'portal-token-revoked', 'zoho-crm/contact-in-recycle-bin', 'zoho-crm/contact-without-account' ],
	rivals: [ 'portal-token-revoked' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal lost the right to look you up, which keeps everybody out. You have nothing to change: try again later today, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal lost the right to look people up; this concerns everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'The portal’s Zoho connection may not read contacts; everybody is affected.',
	},
	fixPath: [
		{
			id: 'check-profile',
			title: 'Check the profile of the portal’s Zoho user',
			body: 'In Zoho CRM find the user who connected the portal, open its profile, and see that it may view Contacts and Accounts and may use the API.',
			applicability: 'guided',
			link: 'zoho-crm:profiles',
		},
		{
			id: 'reconnect-portal',
			title: 'Connect the portal again, with all rights',
			body: 'Open the portal’s Zoho connection, disconnect, and connect again. Zoho lists what the portal asks for; agree to all of it.',
			applicability: 'guided',
			link: 'zoho-connection',
		},
	],
	verification: { finding: 'portal-call.ok', is: true },
	prevention: [ 'Use a Zoho user made for connections, with a profile of its own that nobody edits in passing.' ],
	examples: {
		fits: [
			{
				name: 'Zoho names a missing scope',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.seen': true,
					'portal-call.ok': false,
					'portal-call.scope-missing': true,
					'portal-call.unauthorised': false,
					'portal-call.token-refused': false,
				},
				confidence: 'certain',
			},
			{
				name: 'the profile lacks the right',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.seen': true,
					'portal-call.ok': false,
					'portal-call.forbidden': true,
					'portal-call.unauthorised': false,
					'portal-call.token-refused': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the token itself is refused',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.unauthorised': true, 'portal-call.scope-missing': false, 'portal-call.forbidden': false },
				not: 'portal-token-revoked',
			},
		],
	},
} );
