/**
 * What the simulated Zoho CRM knows. Plain data: it goes through the control API as JSON, both ways.
 */
import type { Json, JsonObject } from '../json';

/** Milliseconds since 1970. */
export type Moment = number;

export interface UserRecord {
	readonly id: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly email: string;
	readonly zuid: string;
	readonly profileId: string;
	readonly role: { readonly id: string; readonly name: string };
	readonly status: 'active' | 'disabled' | 'deleted';
}

export interface Profile {
	readonly id: string;
	readonly name: string;
	/** Administrators, and profiles with wider rights, restore what others deleted or own. */
	readonly restoresAnything: boolean;
	/** What the profile may not do: `contacts.read`, `contacts.update`, `accounts.read`, `recycle_bin.read`, `recycle_bin.update`, `fields.create`, `api`. */
	denied: string[];
}

export type Permission = 'read_write' | 'read_only' | 'hidden';

export interface Field {
	readonly id: string;
	readonly module: 'Contacts' | 'Accounts';
	readonly apiName: string;
	readonly label: string;
	readonly dataType: 'text' | 'email' | 'phone' | 'lookup' | 'ownerlookup' | 'datetime' | 'boolean' | 'bigint' | 'picklist';
	readonly isCustom: boolean;
	readonly isMandatory: boolean;
	readonly isUnique: boolean;
	readonly isReadOnly: boolean;
	readonly length: number;
	/** `unused`: taken off every layout; values stay, nobody can read them. */
	use: 'used' | 'unused';
	/** By profile id; absent means `read_write`. */
	permissions: Record< string, Permission >;
}

/** A record of a module: API names to values as the API gives them, lookups as `{ name, id }` or null. */
export interface CrmRecord extends JsonObject {
	id: string;
}

export interface TimelineEntry {
	readonly at: Moment;
	readonly action: 'added' | 'updated' | 'deleted' | 'restored' | 'merged';
	readonly byUserId: string;
	readonly source: 'crm_ui' | 'crm_api';
	readonly changes: readonly { readonly field: string; readonly from: Json; readonly to: Json }[];
}

export interface DeletedRecord {
	readonly id: string;
	readonly module: 'Contacts' | 'Accounts';
	kind: 'recycle' | 'permanent';
	deletedAt: Moment;
	readonly deletedByUserId: string;
	readonly displayName: string;
	/** The record as it was; null once purged, or where a test names only the deletion. */
	record: CrmRecord | null;
	/** Notes, attachments …: they are restored along, and count. */
	readonly children: number;
}

export interface OAuthClient {
	readonly clientId: string;
	readonly clientSecret: string;
	/** Newest last; the CRM keeps twenty. */
	refreshTokens: { readonly token: string; readonly issuedAt: Moment; isRevoked: boolean }[];
	/** Codes of a consent that are still to be exchanged. */
	grantCodes: { readonly code: string; readonly expiresAt: Moment }[];
	scopes: string[];
	/** The CRM user who gave consent: calls act with that user's profile. */
	userId: string;
}

export interface AccessToken {
	readonly token: string;
	readonly clientId: string;
	readonly refreshToken: string;
	readonly issuedAt: Moment;
	expiresAt: Moment;
	scopes: string[];
}

export interface Org {
	readonly id: string;
	readonly zgid: string;
	readonly companyName: string;
	readonly domainName: string;
	readonly primaryEmail: string;
	readonly timeZone: string;
	/** Offset in which the API writes times. */
	readonly utcOffsetMinutes: number;
	readonly license: {
		readonly paid: boolean;
		readonly paidType: string;
		readonly paidExpiry: string | null;
		readonly trialType: string | null;
		readonly trialExpiry: string | null;
		readonly usersPurchased: number;
	};
}

/** Where the vendor's pages leave a shape open, both are played. */
export interface Switches {
	/** GET of an id that is absent, deleted or merged away. */
	absentRecord: '204' | '404' | '400';
	/** What an expired access token is answered with. */
	expiredToken: 'INVALID_TOKEN' | 'AUTHENTICATION_FAILURE';
	scopeMismatchStatus: 401 | 403;
	/** How a quote inside a COQL text is escaped. */
	coqlQuote: 'doubled' | 'backslash';
	/** A field that the caller's profile may not see: named with `hidden`, or not named at all. */
	hiddenField: 'listed' | 'omitted';
	/** A PUT that names a field which does not exist. */
	unknownField: 'ignored' | 'rejected';
	/** Restoring: at once, or as a job that takes `restoreSeconds`. */
	restore: 'immediate' | 'scheduled';
	restoreSeconds: number;
	/** The losing record of a merge: nowhere to be found, or in the list of permanent deletions. */
	mergedRecord: 'vanishes' | 'permanent';
	/** Age from which the search index knows of a change. */
	searchLagSeconds: number;
	/** Writes are answered as done and change nothing. */
	ignoreWrites: boolean;
	/** Time that a bulk job takes. */
	bulkSeconds: number;
	bulkCredits: number;
}

export interface BulkJob {
	readonly id: string;
	readonly module: 'Contacts' | 'Accounts';
	readonly fields: readonly string[];
	readonly page: number;
	readonly createdAt: Moment;
	readonly createdByUserId: string;
}

export interface CrmState {
	org: Org;
	profiles: Profile[];
	users: UserRecord[];
	fields: Field[];
	contacts: CrmRecord[];
	accounts: CrmRecord[];
	deleted: DeletedRecord[];
	timeline: Record< string, TimelineEntry[] >;
	clients: OAuthClient[];
	tokens: AccessToken[];
	/** Tokens handed out, by refresh token: the accounts host counts ten in ten minutes. */
	tokenGrants: { readonly refreshToken: string; readonly at: Moment }[];
	credits: {
		/** Credits in any 24 hours. */
		limit: number;
		ledger: { readonly at: Moment; readonly cost: number }[];
	};
	/** Calls that one client may have under way at the same time. */
	concurrency: { limit: number };
	licenses: { limit: number };
	/** Seconds by which the CRM's clock is ahead of the machine's. */
	clock: { offsetSeconds: number };
	switches: Switches;
	bulkJobs: BulkJob[];
	/** Restores that run in the background. */
	pendingRestores: { readonly id: string; readonly at: Moment }[];
	/** What search knows of a changed record until the index catches up. */
	searchLag: { readonly id: string; readonly changedAt: Moment; readonly before: CrmRecord | null }[];
	/** Last six digits of the next id. */
	nextId: number;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Days for which a deleted record can be restored, and for which its permanent deletion is listed. */
export const RECYCLE_DAYS = 60;
export const PERMANENT_DAYS = 120;

export const DEFAULT_SWITCHES: Switches = {
	absentRecord: '204',
	expiredToken: 'INVALID_TOKEN',
	scopeMismatchStatus: 401,
	coqlQuote: 'doubled',
	hiddenField: 'listed',
	unknownField: 'ignored',
	ignoreWrites: false,
	restore: 'immediate',
	restoreSeconds: 5,
	mergedRecord: 'vanishes',
	searchLagSeconds: 0,
	bulkSeconds: 1,
	bulkCredits: 50,
};

/**
 * Writes a moment as the API does: local time of the org with its offset, whole seconds.
 *
 * @param moment        When.
 * @param offsetMinutes The org's offset.
 */
export function crmTime( moment: Moment, offsetMinutes: number ): string {
	const local = new Date( moment + offsetMinutes * 60_000 ).toISOString().slice( 0, 19 );
	const minutes = Math.abs( offsetMinutes );
	const two = ( value: number ) => String( value ).padStart( 2, '0' );
	return `${ local }${ offsetMinutes < 0 ? '-' : '+' }${ two( Math.floor( minutes / 60 ) ) }:${ two( minutes % 60 ) }`;
}
