import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'portal-contact-not-found',
	system: 'catalyst-connect',
	title: 'Zoho CRM told the portal that the contact is not there',
	meaning:
		'The portal asked for the contact whose id it stores, and Zoho CRM found none. This site could not confirm a deletion: either it could not look, or the contact is there now, because it was restored meanwhile or because the portal user points to another id.',
	when: {
		all: [
			{ finding: 'portal-call.not-found', is: true },
			{ any: [ { finding: 'zoho-crm:contact.exists', is: true }, { finding: 'zoho-crm:contact.exists', is: 'unknown' } ] },
		],
	},
	shows: [ 'contact-your-administrator' ],
	rivals: [ 'zoho-crm/contact-in-recycle-bin', 'zoho-crm/contact-permanently-deleted' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but the portal did not find your record. Try again in a few minutes. If it stays, give the reference below to whoever runs this site: your record has to be put back or linked anew.',
		mail: 'Your password was right, but the portal did not find your record. It has to be put back or linked anew; you cannot do that yourself. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Zoho CRM did not find the contact that the portal asked for.',
	},
	fixPath: [
		{
			id: 'look-in-bin',
			title: 'Look for the contact',
			body: 'Search Zoho CRM’s contacts for the person. If there is none, look in the recycle bin and restore it there.',
			applicability: 'guided',
			link: 'zoho-crm:recycle-bin',
		},
		{
			id: 'compare-ids',
			title: 'Compare the ids',
			body: 'Open the portal user and compare the contact id that it stores with the number at the end of the contact’s address in Zoho CRM. If they differ, remove the portal user and invite the contact again.',
			applicability: 'guided',
			link: 'portal-user',
		},
	],
	verification: { finding: 'portal-call.ok', is: true },
	prevention: [ 'After a merge or a clean-up of contacts, run through the portal’s users once.' ],
	examples: {
		fits: [
			{
				name: 'the contact is there for this site and was not for the portal',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.seen': true,
					'portal-call.not-found': true,
					'zoho-crm:contact.linked': true,
					'zoho-crm:contact.exists': true,
					'zoho-crm:contact.in-recycle-bin': false,
					'zoho-crm:contact.permanently-deleted': false,
				},
				confidence: 'certain',
			},
			{
				name: 'this site could not look',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.seen': true, 'portal-call.not-found': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the bin holds the contact',
				symptoms: [ 'contact-your-administrator' ],
				findings: { 'portal-call.not-found': true, 'zoho-crm:contact.exists': false, 'zoho-crm:contact.in-recycle-bin': true, 'zoho-crm:contact.merged': false },
				not: 'zoho-crm/contact-in-recycle-bin',
			},
			{
				name: 'the contact is gone for good',
				symptoms: [ 'contact-your-administrator' ],
				findings: {
					'portal-call.not-found': true,
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
