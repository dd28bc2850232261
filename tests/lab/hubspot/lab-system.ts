import type { LabStarter } from '../lab-system';
import { CAUSEWAY, PORTAL_ID, PUBLIC_APP, USER_NAME } from './scenario';
import { startHubSpot } from './simulator';

/** HubSpot with Northwind's contacts, as a private and as a public app see it. */
export const hubSpot = ( async () => {
	const { urls, control, stop } = await startHubSpot();
	return {
		system: {
			base: urls.api,
			control,
			portalId: String( PORTAL_ID ),
			/** The contact property that the portal takes as user name. */
			userNameProperty: USER_NAME,
			/** The private app's token, and the public app by its refresh token. */
			credentials: { accessToken: CAUSEWAY.token, ...PUBLIC_APP },
		},
		stop,
	};
} ) satisfies LabStarter;
