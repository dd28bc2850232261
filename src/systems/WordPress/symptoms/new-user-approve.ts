import { defineSymptoms } from '../../../catalog/types';

export default defineSymptoms( [
	{
		id: 'new-user-approve-register-first',
		title: 'New User Approve greeted with the rule that people register and are approved first',
		source: 'New User Approve',
		entry: [ 'wp-login', 'paste' ],
		code: 'registration_required',
		proves: 'nothing',
		examples: { matches: [], misses: [] },
	},
] );
