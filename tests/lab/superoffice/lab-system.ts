import type { LabStarter } from '../lab-system';
import { APPLICATION, SERVER, TENANT } from './scenario';
import { ONSITE_API, startSuperOffice } from './simulator';

/** SuperOffice with Northwind's users, by way of a tenant of Online and of an own server. */
export const superOffice = ( async () => {
	const { urls, control, stop } = await startSuperOffice();
	return {
		system: {
			/** The tenant's API, on the host that answers for it at the start. */
			base: `${ urls.first }/${ TENANT }/api`,
			/** The same tenant on the other host: 421 until it moves there. */
			otherBase: `${ urls.second }/${ TENANT }/api`,
			/** The identity host of Online: state of the tenant, tickets, tokens. */
			login: urls.login,
			/** The own server's API. */
			onsite: urls.onsite + ONSITE_API,
			control,
			/** The application that Northwind approved, and its system user. */
			credentials: { ...APPLICATION },
			/** The account on the own server. */
			onsiteCredentials: { ...SERVER },
		},
		stop,
	};
} ) satisfies LabStarter;
