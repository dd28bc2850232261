import type { LabStarter } from '../lab-system';
import { CAUSEWAY, HELP_CENTER, ORG_ID } from './scenario';
import { startZohoDesk } from './simulator';

/** Zoho Desk with Northwind's organisation and its Help Center. */
export const zohoDesk = ( async () => {
	const { urls, control, stop } = await startZohoDesk();
	return {
		system: {
			/** The API host: paths begin with `/api/v1`. */
			base: urls.api,
			/** The accounts host: tokens. */
			accounts: urls.accounts,
			control,
			credentials: { ...CAUSEWAY, orgId: ORG_ID, helpCenterId: HELP_CENTER.id },
		},
		stop,
	};
} ) satisfies LabStarter;
