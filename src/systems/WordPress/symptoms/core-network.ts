import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'no-role-redirect',
		title: 'The person was logged in and led away, for want of a role here',
		entry: [ 'wp-login', 'paste' ],
		code: 'no_role_redirect',
		proves: 'password',
		examples: { matches: [], misses: [] },
	},
	{
		id: 'not-added-to-site',
		title: 'WordPress would not add the user to this site',
		entry: [ 'wp-login', 'paste' ],
		code: 'user_cannot_be_added',
		pattern: 'user cannot be added to this site',
		proves: 'nothing',
		examples: { matches: [ 'User cannot be added to this site.' ], misses: [ 'User has been added to your site.' ] },
	},
	{
		id: 'network-site-deleted',
		title: 'The network said that this site is no longer available',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'this site is no longer available',
		proves: 'nothing',
		examples: { matches: [ 'This site is no longer available.' ], misses: [ 'This site is available in other languages.' ] },
	},
	{
		id: 'network-site-inactive',
		title: 'The network said that this site was not activated yet',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'this site has not been activated yet(\\. if you are having problems activating your site, please contact .{1,120})?',
		proves: 'nothing',
		examples: { matches: [ 'This site has not been activated yet. If you are having problems activating your site, please contact admin at example.org.' ], misses: [ 'This site has been activated.' ] },
	},
	{
		id: 'network-site-archived',
		title: 'The network said that this site is archived or suspended',
		entry: [ 'wp-login', 'paste' ],
		pattern: 'this site has been archived or suspended',
		proves: 'nothing',
		examples: { matches: [ 'This site has been archived or suspended.' ], misses: [ 'This post has been archived.' ] },
	},
] );
