import type { LabStarter } from '../lab-system';
import { ACCOUNT, keyFile } from './scenario';
import { startVendasta } from './simulator';

/** Vendasta with Northwind's users, by way of a service account. */
export const vendasta = ( async () => {
	const { urls, control, stop } = await startVendasta();
	return {
		system: {
			/** The platform API. */
			base: `${ urls.api }/platform`,
			/** SCIM, beside it. */
			scim: `${ urls.api }/scim`,
			/** The host that gives out tokens. */
			login: urls.login,
			control,
			credentials: { ...ACCOUNT, keyFile: keyFile( `${ urls.login }/oauth2/token` ) },
		},
		stop,
	};
} ) satisfies LabStarter;
