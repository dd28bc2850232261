import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'refused-without-reason',
	system: 'wordpress',
	title: 'The login page gives no reason, only the administrator’s name',
	meaning: 'Somebody is known here, and the page tells them no more than to turn to the administrator. Portals say so when the record behind an account is missing, switched off or not connected; plugins say so for accounts that wait or are closed. Nothing that Causeway can read decides it.',
	when: { all: [ { any: [ { symptom: 'generic-account-closed' }, { symptom: 'generic-contact-administrator' } ] }, { finding: 'user.exists', is: true } ] },
	shows: [ 'generic-account-closed', 'generic-contact-administrator' ],
	prior: 'rare',
	ceiling: 'possible',
	rivals: [ 'no-role-on-site' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The page did not say why you were not let in, and trying again will not change it. Please give the reference below to whoever runs this site.',
		mail: 'The page did not say why you were not let in. Please give the reference to whoever runs this site.',
		admin: 'The login page gives no reason; look at the record behind the account.',
	},
	fixPath: [
		{
			id: 'find-author',
			title: 'Find out which product wrote the sentence',
			body: 'Ask for the address of the page where it stood. A portal’s page points to its system; wp-login.php points to a plugin of this site.',
			applicability: 'guided',
		},
		{
			id: 'check-state-here',
			title: 'Look at the account on this site',
			body: 'Does the user have a role? Then look through the lists of your plugins: who waits for approval (Users → Approve New Users, or the filter Pending), who is switched off, who is locked out (Limit Login Attempts → Logs, Wordfence → Firewall → Blocking).',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'check-record-behind',
			title: 'Then look at the record behind it',
			body: 'In the CRM or portal: is the contact there, is it active, does it belong to a company, has it the same e-mail address? Look in the recycle bin too. Connect the system to Causeway, and it looks by itself.',
			applicability: 'guided',
		},
		{
			id: 'ask-its-maker',
			title: 'If all is well there, ask the maker of the portal',
			body: 'Give the time of the refusal and the user name. Their log has what the page leaves out.',
			applicability: 'escalate',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Connect the system behind the portal, so that Causeway can look there.' ],
	examples: {
		fits: [ { name: 'only the administrator is named', symptoms: [ 'generic-contact-administrator' ], findings: { 'user.exists': true }, confidence: 'possible' } ],
		nearMisses: [ { name: 'the user has no role here', symptoms: [ 'no-role-here' ], findings: { 'user.exists': true, 'user.is-member': false, 'user.is-spam': false }, not: 'no-role-on-site' } ],
	},
} );
