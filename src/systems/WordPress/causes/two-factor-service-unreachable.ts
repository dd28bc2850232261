import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'two-factor-service-unreachable',
	system: 'wordpress',
	title: 'The service that checks the codes could not be reached',
	meaning: 'Wordfence’s old second factor lets its own servers check each code. This site could not reach them: a firewall of the host, a fault there, or a licence that has run out. Nobody with that kind of code can log in meanwhile, though passwords and codes are right.',
	when: { symptom: 'wordfence-code-service-down' },
	shows: [ 'wordfence-code-service-down' ],
	prior: 'rare',
	rivals: [ 'two-factor-code-not-accepted' ],
	scope: 'everybody',
	isPrivate: true,
	closedByLogin: true,
	texts: {
		anonymous: 'generic',
		proven: 'Your password is right, but the service that checks your code does not answer. That is not your fault. Try again in an hour. If it stays, give the reference below to whoever runs this site.',
		mail: 'Your password was right, but the service that checks codes did not answer. Try again in an hour. If it still does not work, give the reference to whoever runs this site.',
		admin: 'Wordfence’s code service does not answer; all such logins stop.',
	},
	fixPath: [
		{
			id: 'test-connection',
			title: 'Test the way out',
			body: 'Open Wordfence → Tools → Diagnostics and look at the connections to Wordfence’s servers. If one is red, send that line to your host: they must let this server reach it.',
			applicability: 'guided',
		},
		{
			id: 'switch-to-app',
			title: 'Move to codes that need no service',
			body: 'Under Wordfence → Login Security the newer codes by app are checked on this site itself. Let everybody set that up, and switch the old way off.',
			applicability: 'guided',
		},
		{
			id: 'if-you-are-out',
			title: 'If you are locked out yourself',
			body: 'Rename the folder wp-content/plugins/wordfence through your host’s file manager, log in, and name it back.',
			applicability: 'guided',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Use codes by app, which work without any service.' ],
	examples: {
		fits: [
			{ name: 'Wordfence says that its check had a fault', symptoms: [ 'wordfence-code-service-down' ], findings: {}, confidence: 'likely' },
		],
		nearMisses: [
			{ name: 'the code was judged and refused', symptoms: [ 'wordfence-code-refused' ], findings: {}, not: 'two-factor-code-not-accepted' },
		],
	},
} );
