import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-never-connected',
	system: 'catalyst-connect',
	title: 'The portal was never connected to Zoho CRM',
	meaning: 'The portal looks every person up in Zoho CRM. It never got an access token, so it cannot ask and refuses everybody, whatever their password.',
	when: { all: [ { finding: 'portal.present', is: true }, { finding: 'portal.connected', is: false } ] },
	shows: [ 'contact-your-administrator' ],
	outranks: [ 'portal-token-revoked', 'portal-subscription-calls-used-up', 'zoho-crm/contact-in-recycle-bin', 'zoho-crm/contact-without-account' ],
	rivals: [ 'portal-token-revoked' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right. The portal is not set up to the end yet, which keeps everybody out. You have nothing to change: try again later, or give the reference below to whoever runs this site.',
		mail: 'Your password was right. The portal is not set up to the end yet; this concerns everybody, not only you. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'The portal was never connected to Zoho CRM; everybody is refused.',
	},
	fixPath: [
		{
			id: 'connect-portal',
			title: 'Connect the portal to Zoho CRM',
			body: 'Open the portal’s Zoho connection, follow it to Zoho, log in there as the user who shall own the connection, and agree. You come back to the page, which then shows the organisation.',
			applicability: 'guided',
			link: 'zoho-connection',
		},
		{
			id: 'log-in-once',
			title: 'Log in to the portal once yourself',
			body: 'Use a portal user whose contact you know to be in order. If you get in, the connection works.',
			applicability: 'guided',
			link: 'portal-users',
		},
	],
	verification: { finding: 'portal.connected', is: true },
	prevention: [ 'After moving or copying a site, log in to its portal once before you hand it over.' ],
	examples: {
		fits: [
			{
				name: 'there is no token at all',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal.present': true,
					'portal.connected': false,
					'portal-call.seen': false,
					'portal-call.token-refused': false,
					'portal-call.unauthorised': false,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'it was connected once, and Zoho does not renew the access',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal.present': true,
					'portal.connected': true,
					'portal-call.seen': true,
					'portal-call.token-refused': true,
					'portal-call.token-rate-limited': false,
				},
				not: 'portal-token-revoked',
			},
		],
	},
} );
