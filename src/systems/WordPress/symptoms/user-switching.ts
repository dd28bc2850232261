import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'user-switching-refused',
		title: 'User Switching would not change to another user',
		source: 'User Switching',
		entry: [ 'paste' ],
		pattern: 'could not switch (users|off)',
		proves: 'nothing',
		examples: { matches: [ 'Could not switch users.', 'Could not switch off.' ], misses: [ 'Switched back to Jane.' ] },
	},
] );
