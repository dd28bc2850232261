import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'sso-login-took-too-long',
	system: 'wordpress',
	title: 'The login took longer than the site or the login service allows',
	meaning: 'A login through another service has to be finished within some minutes. The page was left open for too long, over lunch or until a code arrived, so that the site or the login service dropped what had been begun. Nothing is wrong with the account.',
	when: { any: [ { symptom: 'oidc-state-expired' }, { symptom: 'entra-page-open-too-long' } ] },
	shows: [ 'oidc-state-expired', 'entra-page-open-too-long' ],
	rivals: [ 'sso-state-lost' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The login page stood open for too long, so what you had begun was dropped. Open the login page of this site anew and log in without a pause; have your phone at hand if you need a code. If it happens again, give the reference below to whoever runs this site.',
		proven: 'The login page stood open for too long, so what you had begun was dropped. Open the login page of this site anew and log in without a pause; have your phone at hand if you need a code. If it happens again, give the reference below to whoever runs this site.',
		mail: 'The login page stood open for too long, so what you had begun was dropped. Open the login page of the site anew and log in without a pause; have your phone at hand if you need a code. If it happens again, give the reference to whoever runs this site.',
		admin: 'An SSO login was not finished in time; beginning anew is enough.',
	},
	fixPath: [
		{
			id: 'start-anew',
			title: 'Let the person begin again',
			body: 'From this site’s login page, not from a bookmark of the login service and not by reloading. Once is mostly enough.',
			applicability: 'guided',
		},
		{
			id: 'lengthen-state-time',
			title: 'Give people more time',
			body: 'Open Settings → OpenID Connect Client and raise “State time limit”. 180 seconds are few for somebody who has to fetch a code from a phone; 600 are enough.',
			applicability: 'guided',
			onlyIf: { symptom: 'oidc-state-expired' },
		},
		{
			id: 'check-clock',
			title: 'If it happens at once, compare the clocks',
			body: 'If people are told so within seconds, the server’s clock may jump, or the object cache forgets. Tools → Site Health → Info → Server shows the time; your host sets it right.',
			applicability: 'guided',
			link: 'site-health',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Tell people in the welcome mail to have their phone at hand before they log in.' ],
	examples: {
		fits: [
			{ name: 'OpenID Connect Generic says that the time was over', symptoms: [ 'oidc-state-expired' ], findings: {}, confidence: 'likely' },
			{ name: 'Microsoft says that its page was open for too long', symptoms: [ 'entra-page-open-too-long' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the mark itself was lost', symptoms: [ 'headless-state-lost' ], findings: {}, not: 'sso-state-lost' },
		],
	},
} );
