import type { LabStarter } from '../lab-system';
import { CAUSEWAY, PORTAL } from './scenario';
import { startDynamics365 } from './simulator';

/** Dynamics 365 with Northwind's environment. */
export const dynamics365 = ( async () => {
	const { urls, control, stop } = await startDynamics365();
	return {
		system: {
			/** The environment's address; the Web API lies under `/api/data/v9.2/`. */
			base: urls.api,
			/** Microsoft Entra: tokens. */
			entra: urls.entra,
			control,
			/** Causeway's own app registration. */
			credentials: { ...CAUSEWAY },
			/** The portal's: can be refused while Causeway's still works. */
			portalCredentials: { ...PORTAL },
		},
		stop,
	};
} ) satisfies LabStarter;
