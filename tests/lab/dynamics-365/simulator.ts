/**
 * Dynamics 365 on three loopback hosts: the environment's Web API, the token endpoint, control.
 */
import { startSimulator, type Simulator } from '../simulator';
import { ApiHost } from './api-host';
import { command } from './control';
import { EntraHost, formFields } from './entra-host';
import { Environment } from './environment';
import { iso } from './scenario';

export type DynamicsHost = 'api' | 'entra';
export type DynamicsPorts = Readonly< Partial< Record< DynamicsHost | 'control', number > > >;

/**
 * Starts the simulator with Northwind's environment.
 *
 * @param ports Where to listen; a free port for each that is absent.
 */
export function startDynamics365( ports: DynamicsPorts = {} ): Promise< Simulator< DynamicsHost > > {
	const environment = new Environment();
	return startSimulator( {
		names: [ 'api', 'entra' ],
		ports,
		hosts: ( urls ) => {
			const api = new ApiHost( environment, () => urls.api );
			const entra = new EntraHost( environment, () => urls.api );
			return {
				api: {
					answer: ( call ) => api.answer( call ),
					clientOf: ( call ) => api.token( call )?.clientId ?? '',
					kindOf: ( call ) => api.kindOf( call ),
					enter: ( client ) => api.enter( client ),
				},
				entra: {
					answer: ( call ) => entra.answer( call ),
					clientOf: ( call ) => formFields( call ).get( 'client_id' ) ?? '',
					kindOf: () => 'read',
				},
			};
		},
		control: {
			snapshot: () => {
				environment.settle();
				return { ...environment.state, calls: undefined, now: iso( environment.now() ) };
			},
			command: ( sent ) => command( environment, sent ),
		},
	} );
}
