/**
 * The lab: simulators of the systems behind client portals, for tests, demo and benchmarks.
 */
import { dynamics365 } from './dynamics-365/lab-system';
import { magentrix } from './magentrix/lab-system';
import { salesforce } from './salesforce/lab-system';
import { hubSpot } from './hubspot/lab-system';
import { superOffice } from './superoffice/lab-system';
import { vendasta } from './vendasta/lab-system';
import { zohoCrm } from './zoho-crm/lab-system';
import type { ZohoCrmPorts } from './zoho-crm/simulator';
import { zohoDesk } from './zoho-desk/lab-system';

/** Every simulator there is, by system id. A new one adds its line here. */
const STARTERS = {
	'dynamics-365': dynamics365,
	magentrix,
	salesforce,
	hubspot: hubSpot,
	superoffice: superOffice,
	vendasta,
	'zoho-crm': zohoCrm,
	'zoho-desk': zohoDesk,
};

export type LabSystemId = keyof typeof STARTERS;

export type LabSystems = { readonly [ Id in LabSystemId ]: Awaited< ReturnType< ( typeof STARTERS )[ Id ] > >[ 'system' ] };

export type Lab = LabSystems & { stop: () => Promise< void > };

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
	const ids = Object.keys( STARTERS ) as LabSystemId[];
	const started = await Promise.allSettled( ids.map( ( id ) => STARTERS[ id ]( options.ports?.[ id as 'zoho-crm' ] ) ) );
	const running = started.flatMap( ( one ) => ( one.status === 'fulfilled' ? [ one.value ] : [] ) );
	const stop = async (): Promise< void > => {
		await Promise.all( running.map( ( one ) => one.stop() ) );
	};
	const failed = started.find( ( one ) => one.status === 'rejected' );
	if ( failed !== undefined ) {
		await stop();
		throw failed.reason;
	}
	const systems = Object.fromEntries( ids.map( ( id, index ) => [ id, running[ index ]?.system ] ) ) as unknown as LabSystems;
	return { ...systems, stop };
}
