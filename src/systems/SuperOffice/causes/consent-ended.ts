import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'consent-ended',
	system: 'superoffice',
	title: 'The tenant no longer lets the application in',
	meaning: 'Applications that log people in with SuperOffice, or read from it, need the consent of an administrator of the tenant. SuperOffice says that this consent was taken back, has run out, was denied or has to be given anew, or that the application’s own settings do not fit.',
	when: { symptom: 'consent-error' },
	shows: [ 'consent-error' ],
	prior: 'rare',
	ceiling: 'likely',
	rivals: [ 'tenant-not-running' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Nothing is wrong with your account: the way in that you used needs to be allowed once more by an administrator of your company. Give the reference below to whoever runs this site, and try again when you hear from them.',
		mail: 'Nothing is wrong with your account. The way in that you used needs to be allowed once more by an administrator of your company. Give the reference to whoever runs this site, and try again when you hear from them.',
		admin: 'An application’s consent ended, or its settings do not fit.',
	},
	fixPath: [
		{
			id: 'read-word',
			title: 'Read the word after the colon',
			body: 'Revoked, Expired, Denied and NeedsReapproval are about the consent. InvalidRedirectUrl means that the return address is not registered with the application. InvalidTimestamp means that a server’s clock is off; InvalidSignature, that the key belongs to another application.',
			applicability: 'guided',
		},
		{
			id: 'approve-again',
			title: 'Give the consent anew',
			body: 'An administrator of the tenant opens the application’s approval address, logs in and approves. Whoever made the application knows that address.',
			applicability: 'guided',
			link: 'applications',
		},
		{
			id: 'fix-application',
			title: 'For the other words, correct the application',
			body: 'Whoever registered the application adds the return address, sets the server’s clock by a time service, or uses the key that belongs to the application.',
			applicability: 'guided',
		},
	],
	verification: { all: [ { finding: 'connection.reachable', is: true }, { finding: 'connection.authorised', is: true } ] },
	prevention: [ 'Note who may approve applications in your tenant, and tell them before they tidy up.' ],
	examples: {
		fits: [
			{
				name: 'the login page names the error',
				symptoms: [ 'consent-error' ],
				findings: { 'connection.reachable': true },
				confidence: 'likely',
			},
		],
		nearMisses: [
			{
				name: 'no error of that kind, but the tenant sleeps',
				symptoms: [ 'cannot-log-in' ],
				findings: { 'installation.online': true, 'installation.running': false, 'installation.passing': false },
				not: 'tenant-not-running',
			},
		],
	},
} );
