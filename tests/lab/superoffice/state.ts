/**
 * What the simulated SuperOffice knows. Plain data: it goes through the control API as JSON, both ways.
 *
 * One database stands behind two ways in: the tenant of SuperOffice CRM Online, and the same company's own server (Onsite).
 */

/** Milliseconds since 1970. */
export type Moment = number;

export interface EmailAddress {
	value: string;
	/** Messages that came back; more than none counts as bounced. */
	bounces: number;
}

/** A contact card. */
export interface Person {
	readonly personId: number;
	firstname: string;
	lastname: string;
	emails: EmailAddress[];
	contactId: number;
	/** "Former employee". */
	retired: boolean;
	updatedAt: Moment;
}

export interface Company {
	readonly contactId: number;
	readonly name: string;
}

export type UserType = 'InternalAssociate' | 'ResourceAssociate' | 'ExternalAssociate' | 'AnonymousAssociate' | 'SystemAssociate';

/** A login user. */
export interface Associate {
	readonly associateId: number;
	/** Initials; the login name of old Onsite installations. */
	name: string;
	userName: string;
	/** 0 where no contact card belongs to it. */
	personId: number;
	type: UserType;
	/** Retired. */
	deleted: boolean;
	/** The switch "Can log in"; called "Active user" before version 9. */
	canLogin: boolean;
	/** Names of module licences. */
	licences: string[];
	roleName: string;
	lastLogin: Moment | null;
	waitingForApproval: boolean;
	/** The licence is given, but was never taken over: only taking it away and giving it again, in two saves, helps. */
	isStuck: boolean;
}

export interface ModuleLicence {
	readonly moduleLicenseId: number;
	/** As the API names it. */
	readonly name: string;
	readonly description: string;
	total: number;
	/** A user plan: without one nobody logs in. */
	readonly isPlan: boolean;
	readonly prerequisite: string;
}

export type TenantState =
	| 'Unknown'
	| 'Provisioning'
	| 'Running'
	| 'Deleted'
	| 'Suspended'
	| 'OnlineMaintenance'
	| 'OfflineMaintenance'
	| 'ProvisioningFailed'
	| 'Deleting'
	| 'DeleteFailed'
	| 'MigrationPending';

export interface Tenant {
	readonly id: string;
	state: TenantState;
	/** Which of the load-balanced hosts answers for it at the moment. */
	host: 'first' | 'second';
}

/** An application that the tenant approved. */
export interface Application {
	readonly clientId: string;
	readonly clientSecret: string;
	readonly systemToken: string;
	/** Public half of the key that the application signs with, PEM. */
	readonly publicKey: string;
	approval: 'NoError' | 'Revoked' | 'Expired' | 'Denied' | 'NeedsReapproval';
	refreshTokens: { readonly token: string; isRevoked: boolean }[];
}

export interface Ticket {
	readonly value: string;
	readonly kind: 'ticket' | 'access-token';
	readonly clientId: string;
	expiresAt: Moment;
}

/** Where the vendor's pages leave a shape open, each variant is played. */
export interface Switches {
	/** How an archive writes a yes or no. */
	archiveBooleans: 'numbers' | 'words';
	/** A column that the archive does not have: left out, or the call refused. */
	unknownColumn: 'ignored' | 'rejected';
	/** Columns that the archives do not have here. */
	missingColumns: string[];
	/** How a quote inside a filter's text is escaped. */
	filterQuote: 'doubled' | 'backslash';
	/** What the body of an error looks like. */
	errorBody: 'error-type' | 'exception-type' | 'empty';
	/** The user agent for applications of the tenant. */
	onlineUserAgent: 'closed' | 'open';
	/** The list of users for applications of the tenant. */
	onlineUserList: 'shown' | 'empty' | 'refused';
	/** Whether `canLogon` also asks for a licence. */
	canLogon: 'switch' | 'effective';
	/** Saving a user who has a plan: turns "Can log in" on, or leaves it as it is. */
	saveUser: 'lets-log-in' | 'leaves-switch';
	/** Whether each use of a refresh token gives another one and ends the old. */
	refreshToken: 'reusable' | 'rotating';
	/** Writes are answered as done and change nothing. */
	ignoreWrites: boolean;
	/** What the connection's own role may not do: `users`, `persons`, `licences`, `write`. */
	denied: string[];
}

export interface SuperOfficeState {
	tenant: Tenant;
	application: Application;
	tickets: Ticket[];
	/** The own server's account for Causeway, and its version. */
	server: { readonly userName: string; password: string; ticket: string; netServerVersion: string };
	licence: { readonly companyName: string; readonly serialNr: string; adminWarningAt: Moment; expiresAt: Moment; graceEndsAt: Moment };
	modules: ModuleLicence[];
	companies: Company[];
	persons: Person[];
	associates: Associate[];
	/** Seconds by which its clock is ahead of the machine's. */
	clock: { offsetSeconds: number };
	switches: Switches;
	/** The next id that is given out. */
	nextId: number;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

export const DEFAULT_SWITCHES: Switches = {
	archiveBooleans: 'numbers',
	unknownColumn: 'ignored',
	missingColumns: [],
	filterQuote: 'doubled',
	errorBody: 'error-type',
	onlineUserAgent: 'closed',
	onlineUserList: 'shown',
	canLogon: 'switch',
	saveUser: 'lets-log-in',
	refreshToken: 'reusable',
	ignoreWrites: false,
	denied: [],
};
