import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-email-differs',
	system: 'wordpress',
	title: 'The administrator’s e-mail address differs at the login service',
	meaning: 'miniOrange OAuth lets an administrator in only if the e-mail address of the WordPress user is the very one that the login service sends. The two differ, by a nickname, another domain or a changed name. Other roles are not concerned.',
	when: { symptom: 'miniorange-oauth-admin-email-differs' },
	shows: [ 'miniorange-oauth-admin-email-differs' ],
	prior: 'rare',
	rivals: [ 'sso-email-unconfirmed' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'The login service has another e-mail address for you than this site. For an account with so many rights both must be the same. Log in with user name and password, if you have one, or give the reference below to whoever runs this site.',
		mail: 'The login service has another e-mail address for you than the site. For accounts with so many rights both must be the same. Give the reference to whoever runs the site, or let another administrator change your address there.',
		admin: 'Administrator’s address at the login service is not the one here.',
	},
	fixPath: [
		{
			id: 'compare-addresses',
			title: 'Compare the two addresses',
			body: 'The one here stands in the user’s profile; the one at the login service in the person’s record there. “Test Configuration” in miniOrange OAuth shows what arrives.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'make-same',
			title: 'Make them the same',
			body: 'Change the address in WordPress, if the one at the service is right. WordPress sends a mail to the new address, whose link has to be opened first.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'get-in-meanwhile',
			title: 'Get in meanwhile',
			body: 'With user name and password on wp-login.php, or with the help of another administrator.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Give administrators the same address everywhere.' ],
	examples: {
		fits: [
			{ name: 'miniOrange finds another address', symptoms: [ 'miniorange-oauth-admin-email-differs' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the address is the same, but not confirmed', symptoms: [ 'miniorange-oauth-email-unconfirmed' ], findings: {}, not: 'sso-email-unconfirmed' },
		],
	},
} );
