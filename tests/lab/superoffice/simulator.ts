/**
 * SuperOffice on loopback hosts: the identity host, two load-balanced hosts of Online, an own server, and control.
 */
import { startSimulator, type Simulator } from '../simulator';
import { ApiHost, type Door } from './api-host';
import { command, snapshot } from './control';
import { Installation } from './installation';
import { LoginHost } from './login-host';

export type SuperOfficeHost = 'login' | 'first' | 'second' | 'onsite';

/** Path of the own server's site. */
const SITE = '/SuperOffice';

export const ONSITE_API = `${ SITE }/api`;

/** Starts the simulator with Northwind's installation. */
export function startSuperOffice(): Promise< Simulator< SuperOfficeHost > > {
	const installation = new Installation();
	return startSimulator( {
		names: [ 'login', 'first', 'second', 'onsite' ],
		hosts: ( urls ) => {
			const tenantPath = () => `/${ installation.state.tenant.id }`;
			const login = new LoginHost( installation, () => urls[ installation.state.tenant.host ] + tenantPath() );
			const api = ( door: Door ) => {
				const host = new ApiHost( installation, door );
				return {
					answer: host.answer.bind( host ),
					clientOf: host.clientOf.bind( host ),
					kindOf: host.kindOf.bind( host ),
				};
			};
			const tenantApi = () => `${ tenantPath() }/api`;
			return {
				login: { answer: login.answer.bind( login ), clientOf: login.clientOf.bind( login ), kindOf: () => 'read' },
				first: api( { edition: 'online', host: 'first', base: tenantApi, url: () => urls.first } ),
				second: api( { edition: 'online', host: 'second', base: tenantApi, url: () => urls.second } ),
				onsite: api( { edition: 'onsite', base: () => ONSITE_API, url: () => urls.onsite } ),
			};
		},
		control: { snapshot: () => snapshot( installation ), command: ( sent ) => command( installation, sent ) },
	} );
}
