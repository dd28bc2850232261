/**
 * What a simulated Magentrix portal and the CRM behind it hold.
 */

/** Milliseconds since 1970. */
export type Moment = number;

export const MINUTE_MS = 60 * 1000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

export type UserType = 'Employee' | 'Partner' | 'Customer';

export type CrmSystem = 'salesforce' | 'dynamics-365' | 'hubspot';

export interface PortalUser {
	id: string;
	firstname: string;
	lastname: string;
	username: string;
	email: string;
	isActive: boolean;
	deactivatedAt: Moment | null;
	lastLoginAt: Moment | null;
	roleId: string | null;
	type: UserType;
	/** Id of the contact in the CRM. */
	contactId: string | null;
	modifiedAt: Moment;
}

export interface Contact {
	id: string;
	firstname: string;
	lastname: string;
	email: string | null;
	accountId: string | null;
	/** The check box by which a connected CRM switches portal users on and off. */
	communityUser: boolean;
	isDeleted: boolean;
	modifiedAt: Moment;
}

export interface Account {
	id: string;
	name: string;
}

export interface Role {
	id: string;
	name: string;
}

export interface LoginRow {
	id: string;
	ownerId: string;
	loginAt: Moment;
}

/** A change in the CRM that the portal has not taken over yet. */
export interface PendingChange {
	dueAt: Moment;
	contact: Contact;
}

export interface ApiKey {
	key: string;
	userId: string;
	/** As the log names the caller. */
	client: string;
	isRevoked: boolean;
}

export interface Session {
	token: string;
	client: string;
	expiresAt: Moment;
}

/** Rights that the security role of the API key's user may lack. */
export type Right = 'users' | 'contacts' | 'history' | 'write';

/** Shapes that the vendor's pages leave open, or tell in two ways. */
export interface Switches {
	/** Status of a call with a session that is over. */
	expiredToken: 401 | 403;
	/** Name of the user's lookup field; '' where the connection's user does not see it. */
	contactField: string;
	/** Name of the field with the kind of licence; '' where there is none to be seen. */
	typeField: string;
	/** Whether an empty field comes as null, or not at all. */
	emptyFields: 'null' | 'omitted';
	/** How the CRM's entities are called: as in version 3's own example, or with the prefix of older versions. */
	crmEntities: 'plain' | 'prefixed';
	/** Which quotes a text may stand in. */
	quotes: 'both' | 'double' | 'single';
	/** Whether `Email.ToLower()` is understood. */
	lowerCase: 'method' | 'rejected';
	/** Whether `Contact.Id` may be selected of a user. */
	relations: 'nested' | 'rejected';
	/** What a refused question says: one message, or a list of errors. */
	errorBody: 'message' | 'errors' | 'legacy';
	/** Status for an entity that there is not. */
	unknownEntity: 400 | 404;
	/** `Count`: all that fit, as version 3's page says, or those that came. */
	count: 'matching' | 'page';
	/** What becomes of a user's link when the portal learns that the contact is gone. */
	deletedContact: 'dangling' | 'cleared';
	/** Whether the portal's copy of a deleted contact is gone, or marked. */
	deletedCopy: 'absent' | 'marked';
	/** Name of the contact's check box; '' where it was not imported. */
	communityField: string;
	patchAnswer: 'list' | 'object' | 'empty';
	/** Accepts a write and changes nothing. */
	ignoreWrites: boolean;
	/** What the API key's user may not do. */
	denied: Right[];
}

export const DEFAULT_SWITCHES: Switches = {
	expiredToken: 401,
	contactField: 'ContactId',
	typeField: 'UserType',
	emptyFields: 'null',
	crmEntities: 'plain',
	quotes: 'both',
	lowerCase: 'method',
	relations: 'nested',
	errorBody: 'message',
	unknownEntity: 400,
	count: 'matching',
	deletedContact: 'dangling',
	deletedCopy: 'absent',
	communityField: 'Community_User__c',
	patchAnswer: 'list',
	ignoreWrites: false,
	denied: [],
};

export interface MagentrixState {
	users: PortalUser[];
	/** The CRM's own records. */
	crmContacts: Contact[];
	/** What the portal holds of them. */
	contacts: Contact[];
	accounts: Account[];
	roles: Role[];
	logins: LoginRow[];
	apiKeys: ApiKey[];
	sessions: Session[];
	/** Active users that each licence allows. */
	seats: Record< UserType, number >;
	sync: {
		/** How long a change in the CRM needs. */
		seconds: number;
		/** Nothing comes through until somebody refreshes the entity's schema. */
		isStuck: boolean;
		pending: PendingChange[];
	};
	crm: { system: CrmSystem };
	session: { minutes: number };
	clock: { offsetSeconds: number };
	switches: Switches;
	nextId: number;
}
