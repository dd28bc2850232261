/**
 * HubSpot on a loopback host, and its control.
 */
import { startSimulator, type Simulator } from '../simulator';
import { Account } from './account';
import { ApiHost } from './api-host';
import { command, snapshot } from './control';

/** Starts the simulator with Northwind's account. */
export function startHubSpot(): Promise< Simulator< 'api' > > {
	const account = new Account();
	return startSimulator( {
		names: [ 'api' ],
		hosts: () => {
			const host = new ApiHost( account );
			return { api: { answer: host.answer.bind( host ), clientOf: host.clientOf.bind( host ), kindOf: host.kindOf.bind( host ) } };
		},
		control: { snapshot: () => snapshot( account ), command: ( sent ) => command( account, sent ) },
	} );
}
