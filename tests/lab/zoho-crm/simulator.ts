/**
 * Zoho CRM on three loopback hosts: API, accounts, control.
 */
import { startSimulator, type Simulator } from '../simulator';
import { AccountsHost, formFields } from './accounts-host';
import { ApiHost } from './api-host';
import { command, snapshot } from './control';
import { Crm } from './crm';

export type ZohoCrmHost = 'api' | 'accounts';
export type ZohoCrmPorts = Readonly< Partial< Record< ZohoCrmHost | 'control', number > > >;

/**
 * Starts the simulator with Northwind's CRM.
 *
 * @param ports Where to listen; a free port for each that is absent.
 */
export function startZohoCrm( ports: ZohoCrmPorts = {} ): Promise< Simulator< ZohoCrmHost > > {
	const crm = new Crm();
	return startSimulator( {
		names: [ 'api', 'accounts' ],
		ports,
		hosts: ( urls ) => {
			const api = new ApiHost( crm, () => urls.api );
			const accounts = new AccountsHost( crm, () => urls.api );
			return {
				api: {
					answer: ( call ) => api.answer( call ),
					clientOf: ( call ) => api.token( call )?.clientId ?? '',
					kindOf: ( call ) => api.kindOf( call ),
					enter: ( client ) => api.enter( client ),
				},
				accounts: {
					answer: ( call ) => accounts.answer( call ),
					clientOf: ( call ) => formFields( call ).get( 'client_id' ) ?? '',
					kindOf: () => 'read',
				},
			};
		},
		control: { snapshot: () => snapshot( crm ), command: ( sent ) => command( crm, sent ) },
	} );
}
