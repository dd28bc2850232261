/**
 * Northwind Partners in SuperOffice: a dozen colleagues, each with one thing that keeps them out.
 */
import { generateKeyPairSync } from 'node:crypto';
import { DAY_MS, DEFAULT_SWITCHES, type Associate, type Moment, type ModuleLicence, type Person, type SuperOfficeState } from './state';

export const TENANT = 'Cust26759';

/** Made once a process: the application signs with the private half, the simulator checks with the public one. */
const KEYS = generateKeyPairSync( 'rsa', {
	modulusLength: 2048,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
} );

export const APPLICATION = {
	tenant: TENANT,
	clientId: '3f5c0b7e9a1d4c62lab',
	clientSecret: 'lab-superoffice-secret-5b8d',
	systemToken: 'Causeway Lab-q7Xk2WnPz4',
	privateKey: KEYS.privateKey,
	refreshToken: 'lab-superoffice-refresh-9e1a',
};

export const SERVER = { userName: 'causeway', password: 'lab-onsite-pass-3c7f', ticket: '7T:TGFiT25zaXRlVGlja2V0MDAx' };

/** Name of the plan that everybody has who may log in. */
export const PLAN = 'ten-salesservicemarketing';
const EXTRA = 'outlook-synchronizer';

interface Colleague {
	readonly personId: number;
	readonly associateId: number;
	readonly email: string;
}

const colleague = ( number: number, email: string ): Colleague => ( { personId: 210 + number, associateId: 40 + number, email } );

/** By what is wrong with them. */
export const PEOPLE = {
	fine: colleague( 1, 'astrid.solberg@northwind.example' ),
	/** No address on the card. */
	noEmail: colleague( 2, '' ),
	/** Initials as login name. */
	initials: colleague( 3, 'ingrid.dahl@northwind.example' ),
	/** Mail to the address comes back. */
	bouncing: colleague( 4, 'nils.berge@northwind.example' ),
	/** Login name and card carry two addresses. */
	otherEmail: colleague( 5, 'sofie.lunde@northwind.example' ),
	/** Invited, never logged in. */
	pending: colleague( 6, 'henrik.moe@northwind.example' ),
	noLicence: colleague( 7, 'kari.vik@northwind.example' ),
	switchedOff: colleague( 8, 'olav.strand@northwind.example' ),
	retired: colleague( 9, 'marit.hagen@northwind.example' ),
	/** Licence given, never taken over. */
	stuck: colleague( 10, 'jonas.eide@northwind.example' ),
	waiting: colleague( 11, 'liv.aas@northwind.example' ),
	/** Two users on one card; only one of them has a licence. */
	twin: colleague( 12, 'per.nygaard@northwind.example' ),
	/** A card without a user. */
	noUser: colleague( 13, 'tone.ruud@northwind.example' ),
	quoted: colleague( 14, "siri.o'brien@northwind.example" ),
	/** A user whose card is gone. */
	unlinked: colleague( 15, 'eva.holm@northwind.example' ),
	hostile: colleague( 16, 'hostile@northwind.example' ),
} as const;

export type PersonKey = keyof typeof PEOPLE;

/** The twin's second user. */
export const TWIN_ASSOCIATE = 92;

const NAMES: Record< PersonKey, readonly [ string, string ] > = {
	fine: [ 'Astrid', 'Solberg' ],
	noEmail: [ 'Bjørn', 'Tveit' ],
	initials: [ 'Ingrid', 'Dahl' ],
	bouncing: [ 'Nils', 'Berge' ],
	otherEmail: [ 'Sofie', 'Lunde' ],
	pending: [ 'Henrik', 'Moe' ],
	noLicence: [ 'Kari', 'Vik' ],
	switchedOff: [ 'Olav', 'Strand' ],
	retired: [ 'Marit', 'Hagen' ],
	stuck: [ 'Jonas', 'Eide' ],
	waiting: [ 'Liv', 'Aas' ],
	twin: [ 'Per', 'Nygaard' ],
	noUser: [ 'Tone', 'Ruud' ],
	quoted: [ 'Siri', 'O’Brien' ],
	unlinked: [ 'Eva', 'Holm' ],
	hostile: [ '<img src=x onerror=alert(1)>', '"><script>alert(2)</script>' ],
};

export const COMPANY = { contactId: 2, name: 'Northwind Partners' };

const module = ( moduleLicenseId: number, name: string, description: string, total: number, isPlan: boolean, prerequisite = '' ): ModuleLicence => ( {
	moduleLicenseId,
	name,
	description,
	total,
	isPlan,
	prerequisite,
} );

function personOf( key: PersonKey, now: Moment ): Person {
	const { personId, email } = PEOPLE[ key ];
	const [ firstname, lastname ] = NAMES[ key ];
	return {
		personId,
		firstname,
		lastname,
		emails: email === '' ? [] : [ { value: key === 'otherEmail' ? 'sofie@lunde.example' : email, bounces: key === 'bouncing' ? 3 : 0 } ],
		contactId: COMPANY.contactId,
		retired: key === 'retired',
		updatedAt: now - 40 * DAY_MS,
	};
}

const CHANGES: Partial< Record< PersonKey, Partial< Associate > > > = {
	noEmail: { userName: 'BT' },
	initials: { userName: 'ID' },
	pending: { lastLogin: null },
	noLicence: { licences: [] },
	switchedOff: { canLogin: false },
	retired: { deleted: true, canLogin: false, licences: [] },
	stuck: { isStuck: true, lastLogin: null },
	waiting: { waitingForApproval: true, lastLogin: null },
	unlinked: { personId: 0 },
};

/** New to the database, everything in order. */
export const newAssociate = ( associateId: number, personId: number, userName: string, name: string ): Associate => ( {
	associateId,
	name,
	userName,
	personId,
	type: 'InternalAssociate',
	deleted: false,
	canLogin: true,
	licences: [ PLAN, EXTRA ],
	roleName: 'User level 0',
	lastLogin: null,
	waitingForApproval: false,
	isStuck: false,
} );

function associateOf( key: PersonKey, now: Moment ): Associate {
	const { personId, associateId, email } = PEOPLE[ key ];
	const [ firstname, lastname ] = NAMES[ key ];
	return { ...newAssociate( associateId, personId, email, firstname.charAt( 0 ) + lastname.charAt( 0 ) ), lastLogin: now - DAY_MS, ...CHANGES[ key ] };
}

/**
 * Builds the installation as it stands when the demo starts.
 *
 * @param now Its time.
 */
export function northwind( now: Moment ): SuperOfficeState {
	const keys = Object.keys( PEOPLE ) as PersonKey[];
	return {
		tenant: { id: TENANT, state: 'Running', host: 'first' },
		application: {
			clientId: APPLICATION.clientId,
			clientSecret: APPLICATION.clientSecret,
			systemToken: APPLICATION.systemToken,
			publicKey: KEYS.publicKey,
			approval: 'NoError',
			refreshTokens: [ { token: APPLICATION.refreshToken, isRevoked: false } ],
		},
		tickets: [],
		server: { ...SERVER, netServerVersion: '10.3.9250.1246' },
		licence: { companyName: COMPANY.name, serialNr: '3912047785', adminWarningAt: now + 60 * DAY_MS, expiresAt: now + 90 * DAY_MS, graceEndsAt: now + 104 * DAY_MS },
		modules: [
			module( 1, PLAN, 'Sales, Service and Marketing Premium', 20, true ),
			module( 2, 'ten-sales', 'Sales Premium', 0, true ),
			module( 3, EXTRA, 'Outlook Synchronizer', 100, false, PLAN ),
		],
		companies: [ COMPANY ],
		persons: keys.filter( ( key ) => key !== 'unlinked' ).map( ( key ) => personOf( key, now ) ),
		associates: [
			...keys.filter( ( key ) => key !== 'noUser' ).map( ( key ) => associateOf( key, now ) ),
			{ ...newAssociate( TWIN_ASSOCIATE, PEOPLE.twin.personId, 'per.nygaard@old-northwind.example', 'PN2' ), licences: [] },
			{ ...newAssociate( 30, 0, SERVER.userName, 'CAUSEWAY' ), type: 'SystemAssociate', licences: [] },
		],
		clock: { offsetSeconds: 0 },
		switches: { ...DEFAULT_SWITCHES, denied: [], missingColumns: [] },
		nextId: 5_000,
	};
}
