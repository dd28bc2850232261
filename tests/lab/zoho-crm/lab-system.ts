import type { LabStarter } from '../lab-system';
import { CAUSEWAY, PORTAL } from '../scenarios/northwind';
import { startZohoCrm, type ZohoCrmPorts } from './simulator';

/** Zoho CRM with Northwind's organisation. */
export const zohoCrm = ( async ( ports: ZohoCrmPorts = {} ) => {
	const { urls, control, stop } = await startZohoCrm( ports );
	return {
		system: {
			/** The API host, as the token answer's `api_domain` names it. */
			base: urls.api,
			/** The accounts host: tokens. */
			accounts: urls.accounts,
			control,
			/** Causeway's own OAuth client. */
			credentials: { ...CAUSEWAY },
			/** The portal plugin's OAuth client: can be revoked while Causeway's still works. */
			portalCredentials: { ...PORTAL },
		},
		stop,
	};
} ) satisfies LabStarter;
