/**
 * What the simulated environment knows. Plain data: it goes through the control API as JSON, both ways.
 */
import type { Json, JsonObject } from '../json';

/** Milliseconds since 1970. */
export type Moment = number;

/** A lookup column as it is stored: which row of which table. */
export interface Reference extends JsonObject {
	id: string;
	table: string;
}

/** A row by logical column names. Lookups are {@link Reference}s, absent columns are null. */
export interface Row extends JsonObject {
	/** The row's version number; grows with every change in the environment. */
	versionnumber: number;
}

export type ColumnType = 'Uniqueidentifier' | 'String' | 'Boolean' | 'DateTime' | 'Integer' | 'BigInt' | 'Lookup' | 'Customer' | 'State' | 'Status' | 'Memo';

export interface Column extends JsonObject {
	logicalName: string;
	type: ColumnType;
	label: string;
	isCustom: boolean;
	/** Column security is on: only who has a column security profile reads it. */
	isSecured: boolean;
}

/** A deleted contact that can be restored while the recycle bin keeps it. */
export interface BinEntry {
	readonly row: Row;
	readonly deletedAt: Moment;
}

/** What change tracking remembers of a deletion. */
export interface Tombstone {
	readonly id: string;
	readonly version: number;
}

export interface AuditEntry {
	readonly id: string;
	readonly at: Moment;
	readonly objectId: string;
	/** 1 create, 2 update, 3 delete. */
	readonly operation: number;
	readonly userId: string;
}

/** How far a role reaches: own rows, business unit, with its children, or everything. */
export type Depth = 'Basic' | 'Local' | 'Deep' | 'Global';

export interface SystemUser {
	readonly id: string;
	readonly fullName: string;
	businessUnitId: string;
	isDisabled: boolean;
	/** Privilege name to depth; what is absent is not granted. */
	privileges: Record< string, Depth >;
	/** Secured columns that a column security profile lets this user read. */
	readableColumns: string[];
}

/** An app registration in Entra, and the application user that it is in the environment. */
export interface Application {
	readonly clientId: string;
	readonly name: string;
	secrets: { readonly value: string; expiresAt: Moment }[];
	/** '' where nobody made it an application user. */
	userId: string;
}

export interface AccessToken {
	readonly token: string;
	readonly clientId: string;
	expiresAt: Moment;
}

/** What Microsoft's pages leave open; each value is one reading of them. */
export interface Switches {
	/** Error code of a row that does not exist; the documentation says that codes are often empty. */
	absentRecordCode: '0x80040217' | '';
	/** Error code of a column that does not exist. */
	unknownColumnCode: '0x80060888' | '0x0';
	/** Error code of a missing privilege. */
	privilegeCode: '0x80040220' | '0x80048306';
	/** Body of a 401. */
	unauthorisedBody: 'json' | 'empty';
	/** Whether `RetrieveUserPrivilegeByPrivilegeName` is there. */
	privilegeFunction: 'present' | 'absent';
	/** A secured column to somebody who may not read it: null without a word, or a refusal of the whole call. */
	securedColumn: 'null' | 'forbidden';
	/** Power Pages keep their settings and roles in tables of the enhanced (`mspp_`) or the standard (`adx_`) data model. */
	portalModel: 'mspp' | 'adx';
	/** Whether a 429 carries its error code. */
	throttleCode: 'present' | 'absent';
	/** Accepts every write, answers as if it were done, and changes nothing. */
	ignoreWrites: boolean;
}

export interface EnvironmentState {
	org: { readonly id: string; name: string; readonly businessUnitId: string };
	tenantId: string;
	contacts: Row[];
	accounts: Row[];
	/** Columns of the contact table. */
	columns: Column[];
	bin: BinEntry[];
	tombstones: Tombstone[];
	audits: AuditEntry[];
	users: SystemUser[];
	applications: Application[];
	tokens: AccessToken[];
	invitations: Row[];
	identities: Row[];
	siteSettings: Row[];
	webRoles: Row[];
	/** Contact ids by web role id. */
	roleMembers: Record< string, string[] >;
	recycleBin: { isOn: boolean; keepDays: number };
	changeTracking: { isOn: boolean; keepDays: number };
	auditing: { isOn: boolean };
	/** Service protection: calls of one user in a sliding window, and at once. */
	limits: { requests: number; windowSeconds: number; concurrent: number };
	/** Moments of each user's calls in the window, by user id. */
	calls: Record< string, Moment[] >;
	version: number;
	clock: { offsetSeconds: number };
	switches: Switches;
}

export const isReference = ( value: Json | undefined ): value is Reference =>
	typeof value === 'object' && value !== null && ! Array.isArray( value ) && typeof value.id === 'string' && typeof value.table === 'string';
