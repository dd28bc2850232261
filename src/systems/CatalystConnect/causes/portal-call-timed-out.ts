import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-call-timed-out',
	system: 'catalyst-connect',
	title: 'Zoho CRM answered the portal too late',
	meaning:
		'The portal waits five seconds for Zoho CRM, then gives up and refuses, as if the contact were not there. The person’s account is not the reason. It passes by itself unless the way from this server to Zoho is slow all the time.',
	when: { finding: 'portal-call.timed-out', is: true },
	shows: [ 'contact-your-administrator' ],
	outranks: [ 'portal-subscription-calls-used-up', 'zoho-crm/username-field-deleted', 'zoho-crm/username-value-empty', 'zoho-crm/contact-email-differs' ],
	rivals: [ 'portal-crm-unreachable' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal had to wait too long for an answer. Try again in a few minutes. If it happens again, give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal had to wait too long for an answer. Try again; it usually passes in a few minutes. If it happens again, give the reference to whoever runs this site.',
		admin: 'The portal’s call to Zoho CRM timed out.',
	},
	fixPath: [
		{
			id: 'wait-for-answer',
			title: 'Wait a few minutes',
			body: 'Most of the time Zoho answers again within minutes. Ask the person to try again then.',
			applicability: 'wait',
			waitMinutes: 5,
		},
		{
			id: 'measure-way-out',
			title: 'If it stays, measure the way from this server to Zoho',
			body: 'Site Health shows slow or failing connections of this server. If they are slow, ask your host about outgoing connections and name resolution.',
			applicability: 'guided',
			link: 'wordpress:site-health',
		},
	],
	verification: { finding: 'portal-call.ok', is: true },
	prevention: [ 'Subscribe to Zoho’s status page, so that you know of slow days before your customers do.' ],
	examples: {
		fits: [
			{
				name: 'the portal gave up waiting, the contact is fine',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.seen': true,
					'portal-call.ok': false,
					'portal-call.timed-out': true,
					'portal-call.unreachable': false,
					'zoho-crm:contact.exists': true,
					'zoho-crm:contact.has-account': true,
				},
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the connection was cut instead',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.timed-out': false, 'portal-call.unreachable': true },
				not: 'portal-crm-unreachable',
			},
		],
	},
} );
