import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'xml-rpc-disabled',
	system: 'wordpress',
	title: 'XML-RPC is switched off, and a program needs it',
	meaning: 'Older programs, the mobile app for some sites and remote tools log in through XML-RPC. This site has it switched off, mostly on purpose, because attackers like it. Name and password of the program were not looked at.',
	when: { symptom: 'xml-rpc-off' },
	shows: [ 'xml-rpc-off' ],
	rivals: [ 'wrong-password' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: false,
	texts: {
		anonymous: 'generic',
		proven: 'The way in that your program uses is closed on this site. Your password is not the reason. Log in with a browser meanwhile, and give the reference below to whoever runs this site.',
		mail: 'The way in that your program uses is closed on the site. Your password is not the reason. Log in with a browser meanwhile, and give the reference to whoever runs this site.',
		admin: 'A program tried XML-RPC, which is switched off.',
	},
	fixPath: [
		{
			id: 'see-whether-needed',
			title: 'Ask which program it is',
			body: 'Current versions of most programs use the REST interface with an application password instead. Update the program and set it up anew.',
			applicability: 'guided',
		},
		{
			id: 'allow-xml-rpc',
			title: 'If it must be XML-RPC, allow it',
			body: 'Look in your security plugins for XML-RPC and switch it on, if possible only for that program’s network address. The host may block xmlrpc.php as well.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Leave XML-RPC off where nothing needs it, and note that it is off on purpose.' ],
	examples: {
		fits: [ { name: 'XML-RPC is off', symptoms: [ 'xml-rpc-off' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'XML-RPC is on, and the password does not fit', symptoms: [ 'xml-rpc-refused' ], findings: { 'user.exists': true, 'login-name.is-known': true }, not: 'wrong-password' } ],
	},
} );
