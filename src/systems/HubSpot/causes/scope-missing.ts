import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'scope-missing',
	system: 'hubspot',
	title: 'An app may not read what it asks HubSpot for',
	meaning: 'HubSpot knows the app, but the app was not given the right that the call needs, called a scope. Where it is the portal’s app, people are refused; where it is Causeway’s, it can only not look. The scope that HubSpot names is not always the one that is missing.',
	when: { any: [ { symptom: 'scope-missing' }, { finding: 'connection.scopes', is: false } ] },
	shows: [ 'scope-missing' ],
	ceiling: 'likely',
	rivals: [ 'portal-credential-refused', 'connection-refused' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right and your account is fine. The portal may not read its records at the moment; this concerns everybody. Try again later, or give the reference below to whoever runs this site.',
		mail: 'Your password was right and your account is fine. The portal could not read its records; this concerns everybody. Try again later. If it still does not work tomorrow, give the reference to whoever runs this site.',
		admin: 'An app lacks a scope in HubSpot; add it.',
	},
	fixPath: [
		{
			id: 'find-owner',
			title: 'Find out whose call it was',
			body: 'Test this site’s own connection first: it says what it may not read. If all is well there, the message is about the portal’s app.',
			applicability: 'guided',
			link: 'connection',
		},
		{
			id: 'add-scope',
			title: 'Add the scopes',
			body: 'Open the app in HubSpot and add crm.objects.contacts.read, crm.objects.companies.read and crm.schemas.contacts.read; for fixes by Causeway also the two that end in contacts.write. Save; the token stays the same.',
			applicability: 'guided',
			link: 'private-apps',
		},
		{
			id: 'reinstall',
			title: 'With a public app: install it again',
			body: 'New scopes count only once a user who may install apps has agreed to them. Connect the portal with HubSpot anew.',
			applicability: 'guided',
			link: 'portal-connection',
		},
	],
	verification: { finding: 'connection.scopes', is: true },
	prevention: [ 'Write down which scopes the portal needs before you tidy up the apps.' ],
	examples: {
		fits: [
			{
				name: 'the portal’s log says so',
				symptoms: [ 'scope-missing' ],
				findings: { 'connection.authorised': true },
				confidence: 'likely',
			},
			{
				name: 'our own app may not read contacts',
				findings: { 'connection.reachable': true, 'connection.authorised': true, 'connection.scopes': false, 'contact.exists': 'unknown' },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'the app is not known at all',
				symptoms: [ 'token-refused' ],
				findings: { 'connection.authorised': true },
				not: 'portal-credential-refused',
			},
			{
				name: 'our own app is not known at all',
				findings: { 'connection.reachable': true, 'connection.authorised': false, 'connection.scopes': 'unknown' },
				not: 'connection-refused',
			},
		],
	},
} );
