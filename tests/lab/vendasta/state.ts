/**
 * What the simulated Vendasta platform knows. Plain data: it goes through the control API as JSON, both ways.
 */

/** Milliseconds since 1970. */
export type Moment = number;

/** Broad kind of a user; the API filters by it and never shows it. */
export type Category = 'business' | 'partner' | 'bot';

export interface PhoneNumber {
	number: string;
	typeCode: 'mobile' | 'work' | 'home' | 'fax' | 'pager';
}

export interface User {
	/** `U-…`; never given out twice. */
	readonly id: string;
	/** Of the organisation that the user was made under. */
	partnerId: string;
	category: Category;
	givenName: string;
	familyName: string;
	/** '' after the data of a deleted user was removed. */
	email: string;
	emailVerified: boolean;
	/** Whether notifications can be sent to an address. */
	emailSet: boolean;
	languageLocaleCode: string;
	timeZone: string;
	phoneNumbers: PhoneNumber[];
	/** `AG-…` */
	businessLocations: string[];
	/** `pc:access`, `ssc:manage`, … of team members. */
	platformAccess: string[];
	createdAt: Moment;
	/** Of the profile; permissions do not touch it. */
	updatedAt: Moment;
	isDeleted: boolean;
}

export interface BusinessLocation {
	readonly id: string;
	name: string;
	partnerId: string;
}

/** A key pair that Partner Center made for the service account. */
export interface ServiceAccountKey {
	readonly id: string;
	/** PEM. */
	readonly publicKey: string;
	isDeleted: boolean;
}

export interface ServiceAccount {
	readonly clientEmail: string;
	/** Id of its own user, a bot. */
	readonly userId: string;
	keys: ServiceAccountKey[];
	/** What its role allows it to ask for. */
	scopes: string[];
}

export interface Token {
	readonly value: string;
	readonly clientEmail: string;
	readonly scopes: string[];
	expiresAt: Moment;
}

/** A mail that went out. */
export interface Mail {
	readonly userId: string;
	readonly to: string;
	readonly kind: 'welcome';
	readonly at: Moment;
}

/** Where the vendor's pages leave a shape open, each variant is played. */
export interface Switches {
	/** What a token's answer tells of its scopes. */
	tokenScope: 'told' | 'untold';
	/** What the body of a refused assertion looks like. */
	tokenError: 'oauth' | 'json-api' | 'empty';
	/** A scope that the account's role does not cover: left out of the token, or the assertion refused. */
	excessScope: 'dropped' | 'refused';
	/** Fields that the token does not cover: left out, null, or blank. */
	hiddenFields: 'omitted' | 'null' | 'blank';
	/** Whether users show `platformAccess`, which is only proposed. */
	platformAccess: 'told' | 'omitted';
	/** The exact filter for an address. */
	emailFilter: 'ignores-case' | 'exact-case';
	/** A user who was deleted, asked for by id. */
	deletedUser: 'absent' | 'scrubbed';
	/** A list for a partner that the account does not belong to. */
	foreignPartner: 'forbidden' | 'empty';
	/** Where the address of the next page stands. */
	nextLink: 'string' | 'object';
	/** Form of an error's `source`. */
	errorSource: 'object' | 'string' | 'absent';
	/** Whether the SCIM service is open to this partner. */
	scim: 'open' | 'closed';
	/** Seconds until a new user is found by a filter. */
	searchLagSeconds: number;
	/** Writes are answered as done and change nothing. */
	ignoreWrites: boolean;
}

export interface VendastaState {
	partner: { readonly id: string; name: string; /** Whether its plan includes the API. */ hasApi: boolean };
	account: ServiceAccount;
	tokens: Token[];
	users: User[];
	locations: BusinessLocation[];
	mails: Mail[];
	/** Seconds by which its clock is ahead of the machine's. */
	clock: { offsetSeconds: number };
	switches: Switches;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

export const DEFAULT_SWITCHES: Switches = {
	tokenScope: 'told',
	tokenError: 'oauth',
	excessScope: 'dropped',
	hiddenFields: 'omitted',
	platformAccess: 'told',
	emailFilter: 'ignores-case',
	deletedUser: 'absent',
	foreignPartner: 'forbidden',
	nextLink: 'string',
	errorSource: 'object',
	scim: 'open',
	searchLagSeconds: 0,
	ignoreWrites: false,
};
