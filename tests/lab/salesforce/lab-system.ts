import type { LabStarter } from '../lab-system';
import { CAUSEWAY } from './scenario';
import { startSalesforce } from './simulator';

/** Salesforce with Northwind's organisation. */
export const salesforce = ( async () => {
	const { urls, control, stop } = await startSalesforce();
	return {
		system: {
			/** The organisation's own domain, as the token answer's `instance_url` names it. */
			base: urls.api,
			/** What stands for login.salesforce.com. */
			login: urls.login,
			control,
			/** Causeway's own connected app, for all three ways to a token. */
			credentials: { ...CAUSEWAY },
		},
		stop,
	};
} ) satisfies LabStarter;
