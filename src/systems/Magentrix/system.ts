import { defineSystem } from '../../catalog/types';

export default defineSystem( {
	id: 'magentrix',
	title: 'Magentrix',
	local: false,
	hosts: [ 'magentrixcloud.com', 'magentrix.com' ],
	fields: [],
	symptoms: [
		{
			id: 'account-may-be-disabled',
			title: 'The portal only said that the account may be disabled for the time being',
			entry: [ 'paste' ],
			pattern: 'account may be (temporarily )?disabled,? ?(please )?contact (the|your) (portal )?administrator',
			proves: 'nothing',
			opaque: true,
			examples: {
				matches: [ 'Your account may be temporarily disabled, please contact the administrator' ],
				misses: [ 'Your account was disabled at your own request.' ],
			},
		},
	],
	findings: [],
	links: [],
	sources: [ 'https://help.magentrix.com/articles/knowledge/FAQ-s-A-Portal-User-s-account-has-been-3-11-2016' ],
} );
