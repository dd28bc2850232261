/**
 * What the simulated Salesforce organisation knows. Plain data: it goes through the control API as JSON, both ways.
 */
import type { JsonObject } from '../json';

/** Milliseconds since 1970. */
export type Moment = number;

/** A row of an object: API names to values as the API gives them; times in milliseconds. */
export interface SfRecord extends JsonObject {
	Id: string;
}

export type ObjectName = 'Account' | 'Contact' | 'LoginHistory' | 'Organization' | 'Profile' | 'User' | 'UserLicense' | 'UserLogin';

/** A field that somebody added to Contact, or a standard one that was taken away from everybody. */
export interface CustomField {
	readonly name: string;
	readonly label: string;
	readonly type: 'string' | 'email' | 'boolean';
}

export interface Deletion {
	readonly object: ObjectName;
	readonly id: string;
	readonly at: Moment;
}

export interface RefreshToken {
	readonly token: string;
	readonly userId: string;
	isRevoked: boolean;
}

export interface ConnectedApp {
	readonly clientId: string;
	readonly clientSecret: string;
	/** Whose rights a client-credentials token has; '' where nobody was chosen. */
	runAsUserId: string;
	/** PEM, against which assertions are checked. */
	publicKey: string;
	/** User names that an administrator approved for assertions. */
	approvedUsernames: string[];
	refreshTokens: RefreshToken[];
	/** Each use of a refresh token replaces it. */
	rotates: boolean;
	/** Access tokens are JSON web tokens, which SOAP does not take. */
	issuesJwt: boolean;
	scopes: string[];
}

export interface Session {
	readonly token: string;
	readonly clientId: string;
	readonly userId: string;
	readonly scopes: readonly string[];
	expiresAt: Moment;
}

export interface QueryJob {
	readonly id: string;
	readonly operation: 'query' | 'queryAll';
	readonly query: string;
	readonly createdAt: Moment;
	readonly userId: string;
}

/** Where Salesforce's pages leave a shape open, both are played. */
export interface Switches {
	/** `=` on text. */
	textEquality: 'insensitive' | 'sensitive';
	/** What somebody without Manage Users hears of UserLogin. */
	hiddenObject: 'invalid-type' | 'no-rows' | 'insufficient-access';
	/** What a used-up allowance says of itself. */
	limitMessage: 'named' | 'bare';
	/** `GET /limits` once nothing is left. */
	limitsWhenExhausted: 'answered' | 'refused';
	/** Whether a refused call carries Sforce-Limit-Info. */
	limitHeaderWhenRefused: boolean;
	/** Whether the token's answer names its scopes. */
	tokenScope: 'said' | 'silent';
	/** Rows of a recycle bin that was emptied: gone for queryAll at once, or after a day. */
	emptiedBin: 'gone' | 'lingers';
	/** Whether Contact has the field MasterRecordId. */
	masterRecordId: boolean;
	/** Whether LoginHistory takes Status in a filter. */
	statusFilter: boolean;
	/** How a login's status is written. */
	statusCase: 'title' | 'sentence';
	/** Takes every write, answers as if it was done, and changes nothing. */
	ignoreWrites: boolean;
	/** Seconds that a query job takes. */
	jobSeconds: number;
	/** Rows that one REST page holds at most. */
	pageRows: number;
}

export interface OrgState {
	tables: Record< ObjectName, SfRecord[] >;
	customFields: CustomField[];
	/** `Contact.Email` and the like, by user: field-level security. */
	hiddenFields: Record< string, string[] >;
	/** What a user may not do, by user: `Api`, `BulkApi`, `ManageUsers`, `ViewSetup`, `ReadContacts`, `EditContacts`, `DeleteContacts`, `EditUsers`, `ReadAccounts`. */
	denied: Record< string, string[] >;
	/** Everything that was deleted, purged or merged away, for getDeleted. */
	deletions: Deletion[];
	/** Emptied from the recycle bin: when. */
	emptied: Record< string, Moment >;
	apps: ConnectedApp[];
	sessions: Session[];
	jobs: QueryJob[];
	calls: {
		/** Calls in any 24 hours. */
		max: number;
		ledger: { readonly at: Moment; readonly count: number }[];
	};
	/** Calls that the organisation may have under way at the same time. */
	concurrency: { limit: number };
	/** How long a session lives without use. */
	sessionSeconds: number;
	/** Seconds by which the organisation's clock is ahead of the machine's. */
	clock: { offsetSeconds: number };
	switches: Switches;
	/** When a field was last added, taken away, shown or hidden; whole seconds. */
	schemaChangedAt: Moment;
	nextNumber: number;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Days for which a deleted record stays in the recycle bin, and for which getDeleted looks back. */
export const RECYCLE_DAYS = 15;

export const DEFAULT_SWITCHES: Switches = {
	textEquality: 'insensitive',
	hiddenObject: 'invalid-type',
	limitMessage: 'named',
	limitsWhenExhausted: 'answered',
	limitHeaderWhenRefused: true,
	tokenScope: 'said',
	emptiedBin: 'gone',
	masterRecordId: true,
	statusFilter: false,
	statusCase: 'title',
	ignoreWrites: false,
	jobSeconds: 0,
	pageRows: 2000,
};

/** `2026-01-01T10:00:00.000+0000`, as REST writes times. */
export const restTime = ( moment: Moment ): string => new Date( moment ).toISOString().replace( 'Z', '+0000' );
