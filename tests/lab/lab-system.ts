/** What the lab tells of one simulated system; each adds what its clients need beside it. */
export interface LabSystem {
	/** Where its API answers. */
	readonly base: string;
	/** `/state`, `/faults`, `/calls`. */
	readonly control: string;
	/** What Causeway's own connection uses, in the vendor's own words. */
	readonly credentials: Readonly< Record< string, string > >;
}

export interface Running< System extends LabSystem = LabSystem > {
	readonly system: System;
	stop: () => Promise< void >;
}

/** Starts one simulator on 127.0.0.1. A taken port rejects with the system's error, and leaves nothing running. */
export type LabStarter = ( ports?: never ) => Promise< Running >;
