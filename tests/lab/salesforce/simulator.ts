/**
 * Salesforce on three loopback hosts: the organisation's own domain (REST, SOAP, tokens), the common login host, control.
 */
import { startSimulator, type Simulator } from '../simulator';
import { notFound } from './answers';
import { ApiHost } from './api-host';
import { command, snapshot } from './control';
import { clientOf, LoginHost } from './login-host';
import { Org } from './org';

export type SalesforceHost = 'api' | 'login';

/** Starts the simulator with Northwind's organisation, on free ports. */
export function startSalesforce(): Promise< Simulator< SalesforceHost > > {
	const org = new Org();
	return startSimulator( {
		names: [ 'api', 'login' ],
		hosts: ( urls ) => {
			const api = new ApiHost( org, new LoginHost( org, true, () => urls ) );
			const login = new LoginHost( org, false, () => urls );
			return {
				api: {
					answer: ( call ) => api.answer( call ),
					clientOf: ( call ) => api.clientOf( call ),
					kindOf: ( call ) => api.kindOf( call ),
					enter: () => api.enter(),
				},
				login: {
					answer: ( call ) => login.answer( call ) ?? notFound(),
					clientOf,
					kindOf: () => 'read',
				},
			};
		},
		control: { snapshot: () => snapshot( org ), command: ( sent ) => command( org, sent ) },
	} );
}
