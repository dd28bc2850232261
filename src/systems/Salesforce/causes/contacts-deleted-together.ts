import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'contacts-deleted-together',
	system: 'salesforce',
	title: 'Many contacts were deleted at once, this one among them',
	meaning:
		'Within half an hour at least ten contacts went to the recycle bin, as happens with a clean-up, an import or a run that removes duplicates. Everybody among them who uses the portal is locked out, so they are better put back together than one by one.',
	when: { all: [ { finding: 'contact.in-recycle-bin', is: true }, { finding: 'deletions.many', is: true } ] },
	shows: [ 'magentrix:account-may-be-disabled', 'login-failed', 'login-user-inactive', 'record-deleted' ],
	outranks: [ 'contact-in-recycle-bin', 'contact-email-differs', 'user-missing', 'no-licence-free', 'user-inactive', 'user-frozen', 'user-locked', 'activation-not-done', 'password-refused' ],
	rivals: [ 'contact-in-recycle-bin', 'contact-merged-away' ],
	scope: 'everybody',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but a number of records with us were removed by mistake, and yours is one of them. You have nothing to change: try again once they have been put back. The reference below helps whoever runs this site to find your case.',
		mail: 'Your password was right. A number of records with us were removed by mistake, and yours is one of them. They can be put back; after that you log in as before. If you hear nothing within a working day, give the reference to whoever runs this site.',
		admin: 'Many contacts deleted at once in Salesforce; restore them together from the recycle bin.',
	},
	fixPath: [
		{
			id: 'stop-the-cleanup',
			title: 'Find out who or what deletes',
			body: 'The evidence names the time and the user. If it was an automation or an import, stop it before you restore anything, or it deletes the contacts again.',
			applicability: 'guided',
			link: 'recycle-bin',
		},
		{
			id: 'restore-contact',
			title: 'Restore this contact first',
			body: 'Brings this person’s contact back, so that they get in at once. You see the record before anything happens.',
			applicability: 'confirm',
			action: 'restore-contact',
			link: 'recycle-bin',
		},
		{
			id: 'restore-the-others',
			title: 'Restore the others together',
			body: 'Open the recycle bin of the whole organisation, sort by the date of deletion, tick the rows of that time and choose Restore. You can tick up to 200 rows at a time. A portal with a copy of the contacts, as Magentrix has, follows within ten minutes.',
			applicability: 'guided',
			link: 'recycle-bin',
		},
		{
			id: 'ask-for-help',
			title: 'If it is too many for you, ask for help',
			body: 'Magentrix’s support helps when many portal users are locked out at once. Do not wait for the answer before you restore: after about 15 days the recycle bin lets go of the contacts.',
			applicability: 'escalate',
		},
	],
	verification: { finding: 'contact.exists', is: true },
	prevention: [
		'Run clean-ups on a list that leaves out contacts with a portal user, and try them on ten records first.',
		'Let a second person approve every deletion of many contacts.',
	],
	examples: {
		fits: [
			{
				name: 'this contact and thirty others went within minutes',
				symptoms: [ 'magentrix:account-may-be-disabled' ],
				findings: { 'quota.available': true, 'contact.linked': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false, 'deletions.many': true },
				confidence: 'certain',
			},
		],
		nearMisses: [
			{
				name: 'only this one was deleted',
				findings: { 'quota.available': true, 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.permanently-deleted': false, 'contact.merged': false, 'deletions.many': false },
				not: 'contact-in-recycle-bin',
			},
			{
				name: 'duplicates were merged in bulk',
				findings: { 'contact.exists': false, 'contact.in-recycle-bin': true, 'contact.merged': true, 'deletions.many': true },
				not: 'contact-merged-away',
			},
		],
	},
} );
