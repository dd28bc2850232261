/**
 * The lab: simulators of the systems behind client portals, for tests, demo and benchmarks.
 */
import { CAUSEWAY, PORTAL, type ClientCredentials } from './scenarios/northwind';
import { startZohoCrm, type ZohoCrmPorts } from './zoho-crm/simulator';

export interface LabSystem {
	/** The API host, as the token answer's `api_domain` names it. */
	readonly base: string;
	/** The accounts host: tokens. */
	readonly accounts: string;
	/** `/state`, `/faults`, `/calls`. */
	readonly control: string;
	/** Causeway's own OAuth client. */
	readonly credentials: ClientCredentials;
	/** The portal plugin's OAuth client: can be revoked while Causeway's still works. */
	readonly portalCredentials: ClientCredentials;
}

export interface Lab {
	readonly 'zoho-crm': LabSystem;
	stop: () => Promise< void >;
}

export interface LabOptions {
	/** Fixed ports by system; a free one for each that is absent. */
	readonly ports?: { readonly 'zoho-crm'?: ZohoCrmPorts };
}

/**
 * Starts every simulator on 127.0.0.1. A taken port rejects with the system's error, and leaves nothing running.
 *
 * @param options Ports.
 */
export async function startLab( options: LabOptions = {} ): Promise< Lab > {
	const { base, accounts, control, stop } = await startZohoCrm( options.ports?.[ 'zoho-crm' ] );
	return {
		'zoho-crm': { base, accounts, control, credentials: CAUSEWAY, portalCredentials: PORTAL },
		stop,
	};
}
