import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'session-expired',
	system: 'wordpress',
	title: 'The session had ended',
	saidAs: [ 'suddenly my session is over while I work' ],
	meaning: 'The person was logged in before, and that login is over: two days without, or fourteen with "Remember Me". It also ends when the password is changed or somebody logs the user out everywhere. Logging in again is all that is needed.',
	when: { any: [ { symptom: 'session-expired' }, { symptom: 'cookie-past-its-time' }, { symptom: 'lss-idle' } ] },
	shows: [ 'session-expired', 'cookie-past-its-time', 'lss-idle' ],
	prior: 'common',
	rivals: [ 'cookies-blocked-by-browser', 'login-loop' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'You were logged in before, and that login has ended. Log in again to go on. If you are asked over and over, give the reference below to whoever runs this site.',
		proven: 'You were logged in before, and that login has ended. Log in again to go on. If you are asked over and over, give the reference below to whoever runs this site.',
		mail: 'Your earlier login has ended. Log in again to go on. If you are asked over and over, give the reference to whoever runs this site.',
		admin: 'Session had ended; logging in again is enough.',
	},
	fixPath: [
		{
			id: 'log-in-again',
			title: 'Ask the person to log in again',
			body: 'With "Remember Me" the login lasts for fourteen days.',
			applicability: 'guided',
		},
		{
			id: 'lengthen-idle-time',
			title: 'Allow a longer pause',
			body: 'Login Security Solution ends a session after some minutes without a click. Open Settings → Login Security Solution and raise the idle timeout; 0 switches it off. Fifteen minutes are too few to fill in a long form.',
			applicability: 'guided',
			onlyIf: { symptom: 'lss-idle' },
		},
		{
			id: 'look-for-loop',
			title: 'If it happens at every page, look for a loop',
			body: 'A plugin that limits sessions, a cache that drops cookies, or two addresses for the same site end every session at once.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Tell people when you change the site’s keys or log everybody out.' ],
	examples: {
		fits: [ { name: 'WordPress asks to log in again', symptoms: [ 'session-expired' ], findings: {}, confidence: 'likely' }, { name: 'a plugin ended the session after a while without a click', symptoms: [ 'lss-idle' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the browser keeps no cookies at all', symptoms: [ 'cookies-blocked-by-browser' ], findings: {}, not: 'cookies-blocked-by-browser' }, { name: 'WordPress asks again and again', symptoms: [ 'login-asked-again' ], findings: {}, not: 'login-loop' } ],
	},
} );
