/**
 * Vendasta on loopback hosts: the one that gives out tokens, the API, and control.
 */
import { startSimulator, type Simulator } from '../simulator';
import { ApiHost } from './api-host';
import { command, snapshot } from './control';
import { LoginHost } from './login-host';
import { Platform } from './platform';

export type VendastaHost = 'login' | 'api';

/** Starts the simulator with Northwind's users. */
export function startVendasta(): Promise< Simulator< VendastaHost > > {
	const platform = new Platform();
	return startSimulator( {
		names: [ 'login', 'api' ],
		hosts: ( urls ) => {
			const login = new LoginHost( platform );
			const api = new ApiHost( platform, () => urls.api );
			return {
				login: { answer: login.answer.bind( login ), clientOf: login.clientOf.bind( login ), kindOf: () => 'read' },
				api: { answer: api.answer.bind( api ), clientOf: api.clientOf.bind( api ), kindOf: api.kindOf.bind( api ) },
			};
		},
		control: { snapshot: () => snapshot( platform ), command: ( sent ) => command( platform, sent ) },
	} );
}
