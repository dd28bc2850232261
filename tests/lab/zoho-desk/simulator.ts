/**
 * Zoho Desk on three loopback hosts: API, accounts, control.
 */
import { startSimulator, type Simulator } from '../simulator';
import { AccountsHost, formFields } from '../zoho-crm/accounts-host';
import { ApiHost } from './api-host';
import { command, snapshot } from './control';
import { Desk } from './desk';

export type ZohoDeskHost = 'api' | 'accounts';

/** What the accounts host names as the address of "the" API: that of Zoho's CRM, whichever product the token is for. */
const API_DOMAIN = 'https://www.zohoapis.example';

/** Starts the simulator with Northwind's organisation. */
export function startZohoDesk(): Promise< Simulator< ZohoDeskHost > > {
	const desk = new Desk();
	return startSimulator( {
		names: [ 'api', 'accounts' ],
		hosts: ( urls ) => {
			const api = new ApiHost( desk, () => urls.api );
			const accounts = new AccountsHost( desk, () => API_DOMAIN );
			return {
				api: {
					answer: ( call ) => api.answer( call ),
					clientOf: ( call ) => api.token( call )?.clientId ?? '',
					kindOf: ( call ) => api.kindOf( call ),
					enter: () => api.enter(),
				},
				accounts: {
					answer: ( call ) => accounts.answer( call ),
					clientOf: ( call ) => formFields( call ).get( 'client_id' ) ?? '',
					kindOf: () => 'read',
				},
			};
		},
		control: { snapshot: () => snapshot( desk ), command: ( sent ) => command( desk, sent ) },
	} );
}
