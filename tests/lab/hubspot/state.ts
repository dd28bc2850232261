/**
 * What the simulated HubSpot account knows. Plain data: it goes through the control API as JSON, both ways.
 */

/** Milliseconds since 1970. */
export type Moment = number;

export type ObjectType = 'contacts' | 'companies';

/** A contact or a company. */
export interface CrmRecord {
	readonly id: string;
	/** What was written; what HubSpot computes (ids, dates, the primary company) is added when it is read. */
	properties: Record< string, string >;
	createdAt: Moment;
	updatedAt: Moment;
	/** Since when it lies in the recycle bin; null while it is active. */
	archivedAt: Moment | null;
	/** Ids of records that were merged into it, oldest first. */
	mergedIds: string[];
	/** Of a merged record: the one that took its place; '' otherwise. */
	mergedInto: string;
	/** Of a contact: its companies, the primary one first. */
	companies: string[];
}

/** A property definition of contacts. */
export interface Property {
	readonly name: string;
	label: string;
	type: string;
	fieldType: string;
	groupName: string;
	description: string;
	hubspotDefined: boolean;
	createdAt: Moment;
	updatedAt: Moment;
	archivedAt: Moment | null;
}

/** A private app of the account: one token that does not change. */
export interface PrivateApp {
	readonly name: string;
	token: string;
	scopes: string[];
}

/** A public app that the account has installed. */
export interface PublicApp {
	readonly clientId: string;
	clientSecret: string;
	scopes: string[];
	refreshTokens: { readonly token: string; isRevoked: boolean }[];
}

export interface AccessToken {
	readonly value: string;
	readonly clientId: string;
	expiresAt: Moment;
}

/** One line of the audit log. */
export interface AuditEntry {
	readonly id: string;
	readonly at: Moment;
	readonly action: string;
	readonly category: string;
	readonly objectId: string;
	readonly userId: number;
	readonly userEmail: string;
}

/** Where the vendor's pages leave a shape open, each variant is played. */
export interface Switches {
	/** Reading a deleted contact by its address. */
	archivedByEmail: 'found' | 'not-found' | 'rejected';
	/** Reading a contact that was merged away. */
	mergedRecord: 'survivor' | 'absent' | 'archived';
	/** Whether a merge makes a third record, as it does since 2025, or keeps the primary one. */
	merge: 'new-record' | 'keeps-primary';
	/** Whether an address is found whatever its case. */
	emailCase: 'insensitive' | 'exact';
	/** Whether a contact is found by an additional address as by its own. */
	additionalEmail: 'search-only' | 'by-email';
	/** Reading a property that does not exist. */
	unknownProperty: 'left-out' | 'rejected';
	/** What the answer to the first call beyond the daily limit names. */
	dailyPolicy: 'DAILY' | 'none';
	/** Whether the account's own usage can still be read then. */
	usageWhenSpent: 'answered' | 'refused';
	/** How fresh the usage is that is answered. */
	usageStatus: 'SUCCESS' | 'CACHED' | 'FAILURE' | 'TIMEOUT' | 'NOTFOUND';
	/** What an access token past its time is answered with. */
	expiredToken: 'EXPIRED_AUTHENTICATION' | 'INVALID_AUTHENTICATION';
	/** Whether each use of a refresh token gives another one and ends the old. */
	refreshToken: 'reusable' | 'rotating';
	/** Whether a refused new contact says which one has the address. */
	conflict: 'names-id' | 'silent';
	/** How an association writes the id of the other record. */
	toObjectId: 'text' | 'number';
	/** Whether records that are too old to be restored are still listed. */
	expiredRecords: 'gone' | 'listed';
	/** Seconds until the search knows of a change. */
	searchLagSeconds: number;
	/** Writes are answered as done and change nothing. */
	ignoreWrites: boolean;
}

export interface HubSpotState {
	account: {
		portalId: number;
		uiDomain: string;
		dataHostingLocation: string;
		timeZone: string;
		/** Keeps an audit log that apps may read. */
		isEnterprise: boolean;
	};
	privateApps: PrivateApp[];
	publicApps: PublicApp[];
	accessTokens: AccessToken[];
	contacts: CrmRecord[];
	companies: CrmRecord[];
	properties: Property[];
	audit: AuditEntry[];
	/** Addresses that were deleted for good and are kept out of screens and imports. */
	blocklist: string[];
	limits: { daily: number; usedToday: number; perTenSeconds: number; searchesPerSecond: number };
	/** Seconds by which its clock is ahead of the machine's. */
	clock: { offsetSeconds: number };
	switches: Switches;
	/** The next id that is given out. */
	nextId: number;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a deleted record can be restored. */
export const BIN_MS = 90 * DAY_MS;

export const DEFAULT_SWITCHES: Switches = {
	archivedByEmail: 'found',
	mergedRecord: 'survivor',
	merge: 'new-record',
	emailCase: 'insensitive',
	additionalEmail: 'search-only',
	unknownProperty: 'left-out',
	dailyPolicy: 'DAILY',
	usageWhenSpent: 'answered',
	usageStatus: 'SUCCESS',
	expiredToken: 'EXPIRED_AUTHENTICATION',
	refreshToken: 'reusable',
	conflict: 'names-id',
	toObjectId: 'text',
	expiredRecords: 'gone',
	searchLagSeconds: 0,
	ignoreWrites: false,
};
