import type { LabStarter } from '../lab-system';
import { API_KEYS } from './scenario';
import { startMagentrix } from './simulator';

/** Magentrix with Northwind's partners and customers, before Salesforce unless `connect-crm` says otherwise. */
export const magentrix = ( async () => {
	const { urls, control, stop } = await startMagentrix();
	return {
		system: {
			/** The portal's own address. */
			base: urls.portal,
			control,
			/** The key of the user that Causeway works as. */
			credentials: { apiKey: API_KEYS.causeway },
		},
		stop,
	};
} ) satisfies LabStarter;
