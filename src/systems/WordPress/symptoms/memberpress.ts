import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'memberpress-name-blank',
		title: 'MemberPress said that the user name was left empty',
		source: 'MemberPress',
		entry: [ 'portal-page', 'paste' ],
		pattern: 'username must not be blank',
		proves: 'nothing',
		examples: { matches: [ 'Username must not be blank' ], misses: [ 'Your username or password was incorrect' ] },
	},
	{
		id: 'memberpress-login-refused',
		title: 'MemberPress only said that name or password is wrong',
		source: 'MemberPress',
		entry: [ 'portal-page', 'paste' ],
		pattern: 'your username or password was incorrect',
		proves: 'nothing',
		opaque: true,
		examples: { matches: [ 'Your username or password was incorrect' ], misses: [ 'Username must not be blank' ] },
	},
	{
		id: 'memberpress-silent-refusal',
		title: 'MemberPress showed nothing, although another plugin refused after the right password',
		source: 'MemberPress',
		entry: [ 'portal-page', 'paste' ],
		code: 'memberpress_silent',
		proves: 'password',
		examples: { matches: [], misses: [] },
	},
] );
