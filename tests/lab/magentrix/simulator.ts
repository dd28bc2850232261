/**
 * Magentrix on two loopback hosts: the portal's own address, and control.
 */
import { startSimulator, type Simulator } from '../simulator';
import { ApiHost } from './api-host';
import { command, snapshot } from './control';
import { Portal } from './portal';

/** Starts the simulator with Northwind's portal. */
export function startMagentrix(): Promise< Simulator< 'portal' > > {
	const portal = new Portal();
	const host = new ApiHost( portal );
	return startSimulator( {
		names: [ 'portal' ],
		hosts: () => ( {
			portal: {
				answer: host.answer.bind( host ),
				clientOf: host.clientOf.bind( host ),
				kindOf: host.kindOf.bind( host ),
			},
		} ),
		control: { snapshot: () => snapshot( portal ), command: ( sent ) => command( portal, sent ) },
	} );
}
