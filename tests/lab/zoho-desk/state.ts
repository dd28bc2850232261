/**
 * What the simulated Zoho Desk knows. Plain data: it goes through the control API as JSON, both ways.
 */
import type { JsonObject } from '../json';
import type { AccessToken, Moment, OAuthClient } from '../zoho-crm/state';

export type { Moment };

export interface Organisation {
	/** The number that every call carries as `orgId`. */
	readonly id: string;
	readonly companyName: string;
	readonly portalName: string;
	edition: 'FREE' | 'EXPRESS' | 'STANDARD' | 'PROFESSIONAL' | 'ENTERPRISE';
}

export interface HelpCenter {
	readonly id: string;
	readonly name: string;
	readonly url: string;
	readonly isDefault: boolean;
	status: 'ACTIVE' | 'DISABLED';
}

export interface Account {
	readonly id: string;
	readonly accountName: string;
	readonly website: string | null;
}

export interface Contact {
	readonly id: string;
	firstName: string | null;
	lastName: string;
	email: string | null;
	secondaryEmail: string | null;
	phone: string | null;
	accountId: string | null;
	isSpam: boolean;
	cf: Record< string, string | null >;
	/** The record of Zoho CRM that it is kept in step with. */
	zohoCRMContact: { readonly id: string; readonly type: 'contacts' | 'leads' } | null;
	readonly createdAt: Moment;
	modifiedAt: Moment;
}

/** A contact in the recycle bin. */
export interface Trashed {
	readonly contact: Contact;
	readonly deletedAt: Moment;
	readonly deletedById: string;
}

/** A ticket in the recycle bin, which holds what was deleted from every module. */
export interface TrashedTicket {
	readonly id: string;
	readonly subject: string;
	readonly deletedAt: Moment;
	readonly deletedById: string;
}

/** Somebody who was invited to the Help Center, or signed up there. */
export interface HelpCenterUser {
	readonly id: string;
	readonly helpCenterId: string;
	name: string;
	email: string;
	contactId: string | null;
	readonly userType: 'ENDUSER' | 'SUPPORTREP';
	status: 'ACTIVE' | 'DISABLED' | 'DELETED';
	/** The person followed the link of the invitation: "Confirmed" on the screen. */
	isVerified: boolean;
	/** Signed up by themselves, and nobody approved it yet. */
	awaitsApproval: boolean;
	lastAccessedAt: Moment | null;
	modifiedAt: Moment;
	/** Mails with an invitation that went out. */
	invitations: number;
}

export interface Agent {
	readonly id: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly email: string;
}

export interface DeskField {
	readonly id: string;
	readonly apiName: string;
	readonly displayLabel: string;
	readonly type: 'Text' | 'Email' | 'Phone' | 'LookUp';
	readonly isCustomField: boolean;
	/** False: switched off. */
	isPresence: boolean;
	showToHelpCenter: boolean;
}

/** Where the vendor's pages and its published schemas leave a shape open, or differ, each variant is played. */
export interface Switches {
	/** `GET` of a contact whose id leads nowhere. */
	absentRecord: 'URL_NOT_FOUND' | 'INVALID_DATA' | 'UNPROCESSABLE_ENTITY';
	/** `GET` of a contact in the recycle bin: shown with `isTrashed`, or as if absent. */
	trashedContact: 'shown' | 'absent';
	/** A user who was deleted, among the Help Centers of its contact. */
	deletedUser: 'listed' | 'left-out';
	/** A sign-up that waits, among the Help Centers of its contact. */
	pendingSignUp: 'PENDING_APPROVAL' | 'left-out';
	/** What an expired access token is answered with. */
	expiredToken: 'INVALID_OAUTH' | 'UNAUTHORIZED';
	/** A token of another organisation, or a number that is none. */
	otherOrganisation: 'OAUTH_ORG_MISMATCH' | 'URL_NOT_FOUND' | 'INVALID_DATA';
	/** Whether a call needs every scope that its page lists, or one of them. */
	scopes: 'all' | 'any';
	scopeMismatchStatus: 401 | 403;
	/** ISO time, as the schema says, or milliseconds, as its example has it. */
	times: 'iso' | 'milliseconds';
	/** Yes and no as JSON has them (the schema), or as words (its example). */
	booleans: 'json' | 'words';
	/** `userType` (the schema) or `type` (its example). */
	userTypeName: 'userType' | 'type';
	/** The type of a row in the recycle bin: text (the schema) or a list (its example). */
	binType: 'text' | 'list';
	/** Whether the outdated filter by module is still heeded; where it is not, tickets come along. */
	binFilter: 'heeded' | 'ignored';
	/** `approveEndUserInvite`: 200 with results, or 204. */
	approval: 'results' | 'empty';
	/** A second invitation of somebody who has not confirmed: sends a mail, is taken without one, or is refused. */
	secondInvitation: 'sends' | 'silent' | 'refused';
	/** A search without a hit: 204, or 200 with an empty list. */
	emptySearch: '204' | 'list';
	/** Which word means which of the two limits. */
	throttleWords: 'by-name' | 'swapped';
	/** Headers that tell the credits left. */
	quotaHeaders: 'shown' | 'absent';
	/** Seconds until the search knows of a change. */
	searchLagSeconds: number;
	/** Whether restoring a contact counts as a change of it. */
	restore: 'touches' | 'leaves-times';
	/** Writes are answered as done and change nothing. */
	ignoreWrites: boolean;
	/** What the connection's own agent may not do: `contacts`, `users`, `settings`, `fields`, `write`. */
	denied: string[];
}

export interface DeskState {
	organisation: Organisation;
	/** The organisation that the clients' tokens are for. */
	tokenOrganisationId: string;
	helpCenters: HelpCenter[];
	accounts: Account[];
	contacts: Contact[];
	trash: Trashed[];
	trashedTickets: TrashedTicket[];
	users: HelpCenterUser[];
	agents: Agent[];
	fields: DeskField[];
	clients: OAuthClient[];
	tokens: AccessToken[];
	tokenGrants: { readonly refreshToken: string; readonly at: Moment }[];
	credits: { limit: number; spent: number };
	/** Calls that may be under way at the same time. */
	concurrency: { limit: number };
	/** Help Center users that the edition allows. */
	license: { maxUsers: number };
	/** Seconds by which its clock is ahead of the machine's. */
	clock: { offsetSeconds: number };
	switches: Switches;
	nextId: number;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Days for which a deleted contact can be restored. */
export const BIN_DAYS = 60;

export const DEFAULT_SWITCHES: Switches = {
	absentRecord: 'URL_NOT_FOUND',
	trashedContact: 'shown',
	deletedUser: 'listed',
	pendingSignUp: 'PENDING_APPROVAL',
	expiredToken: 'INVALID_OAUTH',
	otherOrganisation: 'OAUTH_ORG_MISMATCH',
	scopes: 'all',
	scopeMismatchStatus: 403,
	times: 'iso',
	booleans: 'json',
	userTypeName: 'userType',
	binType: 'text',
	binFilter: 'heeded',
	approval: 'results',
	secondInvitation: 'sends',
	emptySearch: '204',
	throttleWords: 'by-name',
	quotaHeaders: 'shown',
	searchLagSeconds: 0,
	restore: 'touches',
	ignoreWrites: false,
	denied: [],
};

/** What the search knows of a contact while it lags behind. */
export type SearchMemory = { readonly changedAt: Moment; readonly before: Contact | null };

export type { AccessToken, JsonObject, OAuthClient };
