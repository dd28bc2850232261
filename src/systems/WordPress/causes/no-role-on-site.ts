import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'no-role-on-site',
	system: 'wordpress',
	title: 'The user has no role on this site',
	saidAs: [ 'I get in but may do nothing', 'I end up on the home page after logging in', 'no rights on this site of the network' ],
	meaning: 'The account exists and the password is right, but the user was never given a role on this site, or lost it. WordPress logs the person in and then leads them away, so to them it looks as if the login did nothing.',
	when: {
		any: [
			{ all: [ { finding: 'user.exists', is: true }, { finding: 'user.is-member', is: false } ] },
			{ all: [ { any: [ { symptom: 'no-role-here' }, { symptom: 'no-role-redirect' }, { symptom: 'onelogin-saml-not-on-this-site' } ] }, { finding: 'user.is-member', is: 'unknown' } ] },
		],
	},
	shows: [ 'no-role-here', 'no-role-redirect', 'not-added-to-site', 'onelogin-saml-not-on-this-site' ],
	rivals: [ 'spammer-account' ],
	scope: 'person',
	isPrivate: true,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but your account has no access to this site yet. Whoever runs this site has to give it. Tell them the reference below and what you need access for.',
		mail: 'Your password was right, but your account has no access to this site yet. Tell whoever runs this site the reference and what you need access for.',
		admin: 'User has no role on this site.',
	},
	fixPath: [
		{
			id: 'give-role',
			title: 'Give the user a role on this site',
			body: 'Open the user and choose the role that the portal’s people have, usually Client or Subscriber. In a network, add the existing user to this site.',
			applicability: 'guided',
			link: 'user',
		},
		{
			id: 'let-onelogin-add',
			title: 'Or let the OneLogin plugin add people by itself',
			body: 'Settings → SSO/SAML Settings → Create user if not exists, on this site. Then everybody whom the login service lets in gets the role that is set there.',
			applicability: 'guided',
			onlyIf: { symptom: 'onelogin-saml-not-on-this-site' },
		},
	],
	verification: { finding: 'user.is-member', is: true },
	prevention: [ 'Set the role for new users under Settings → General, and check it after changing a membership plugin.' ],
	examples: {
		fits: [
			{ name: 'the user has no role', symptoms: [ 'no-role-here' ], findings: { 'user.exists': true, 'user.is-member': false, 'user.is-spam': false }, confidence: 'certain' },
		],
		nearMisses: [
			{ name: 'the user has a role and a spam mark', findings: { 'user.exists': true, 'user.is-member': true, 'user.is-spam': true }, not: 'spammer-account' },
		],
	},
} );
