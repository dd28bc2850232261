import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-crm-unreachable',
	system: 'catalyst-connect',
	title: 'The portal could not reach Zoho CRM',
	meaning:
		'The portal’s call did not arrive: the name did not resolve, the connection was cut, or a firewall stopped it. The portal then refuses as if the contact were not there. It concerns everybody who logs in at that time.',
	when: { finding: 'portal-call.unreachable', is: true },
	shows: [ 'contact-your-administrator' ],
	outranks: [ 'portal-subscription-calls-used-up', 'zoho-crm/username-field-deleted', 'zoho-crm/username-value-empty', 'zoho-crm/contact-email-differs' ],
	rivals: [ 'portal-call-timed-out' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal could not reach the place where your record is kept. Try again in a few minutes. If it happens again, give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal could not reach the place where your record is kept. Try again in a while. If it happens again, give the reference to whoever runs this site.',
		admin: 'The portal could not reach Zoho CRM from this server.',
	},
	fixPath: [
		{
			id: 'wait-for-network',
			title: 'Wait a few minutes',
			body: 'Short interruptions pass by themselves. Ask the person to try again.',
			applicability: 'wait',
			waitMinutes: 5,
		},
		{
			id: 'check-way-out',
			title: 'If it stays, let your host check outgoing connections',
			body: 'Give your host the time of the refusal and the host name from the evidence, and ask whether a firewall, a proxy or name resolution stops calls to it.',
			applicability: 'guided',
			link: 'wordpress:site-health',
		},
	],
	verification: { finding: 'portal-call.ok', is: true },
	prevention: [ 'Allow Zoho’s host names in firewalls by name, not by address: the addresses change.' ],
	examples: {
		fits: [
			{
				name: 'the connection was cut',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.ok': false, 'portal-call.unreachable': true, 'portal-call.timed-out': false },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'the connection stood, the answer came too late',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.unreachable': false, 'portal-call.timed-out': true },
				not: 'portal-call-timed-out',
			},
		],
	},
} );
