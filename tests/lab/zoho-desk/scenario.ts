/**
 * Northwind Partners on Zoho Desk: people by what is wrong with them. Ids have the vendor's form: up to eighteen digits, by organisation.
 */
import { DAY_MS, DEFAULT_SWITCHES, type Contact, type DeskField, type DeskState, type HelpCenterUser, type Moment, type OAuthClient } from './state';

/** First digits of every id of this organisation; six more follow. */
export const ID_PREFIX = '184290000000';
const id = ( last: number ): string => ID_PREFIX + String( last ).padStart( 6, '0' );

export const ORG_ID = '60014728195';
/** Another organisation of the same people. */
export const OTHER_ORG_ID = '60019930477';

export const HELP_CENTER = { id: id( 16_038 ), name: 'Northwind Help', url: 'https://help.northwind.example/portal' };

export const AGENTS = { admin: id( 42_001 ), integration: id( 42_017 ) } as const;

export const ACCOUNTS = {
	alder: { id: id( 91_433 ), accountName: 'Alder & Finch Logistics', website: 'https://alder-finch.example' },
	brightwater: { id: id( 91_447 ), accountName: 'Brightwater Foods', website: null },
} as const;

/** Contact field that a portal needs. */
export const PORTAL_FIELD = 'cf_portal_access';

const person = ( number: number, email: string ) => ( { contactId: id( 770_000 + number ), userId: id( 230_000 + number ), email } );

export const PEOPLE = {
	/** Everything is in order. */
	fine: person( 11, 'maren.holt@northwind.example' ),
	/** Invited, never confirmed. */
	pending: person( 12, 'jonas.brandt@northwind.example' ),
	/** Deactivated by somebody. */
	inactive: person( 13, 'clara.weiss@northwind.example' ),
	/** The user was removed from the Help Center. */
	deletedUser: person( 14, 'tom.lindqvist@northwind.example' ),
	/** A contact whom nobody has invited. */
	neverInvited: person( 15, 'ines.duarte@northwind.example' ),
	/** Contact in the recycle bin. */
	binned: person( 16, 'paul.okafor@northwind.example' ),
	/** Contact gone for good. */
	purged: person( 17, 'lena.varga@northwind.example' ),
	noAccount: person( 18, 'emil.rossi@northwind.example' ),
	noEmail: person( 19, 'sara.novak@northwind.example' ),
	/** The contact bears another address than the portal knows. */
	otherEmail: person( 20, 'ada.klein@northwind.example' ),
	/** The Help Center knows the person by another address than the contact bears. */
	otherLogin: person( 21, 'noah.berg@northwind.example' ),
	/** A user to whom no contact belongs. */
	unlinked: person( 22, 'iris.costa@northwind.example' ),
	/** Signed up, waits for approval. */
	signedUp: person( 23, 'hugo.sand@northwind.example' ),
	/** Lost to a merge before anybody invited it. */
	merged: person( 24, 'vera.lund@northwind.example' ),
	mergedInto: person( 25, 'vera.lund@northwind.example' ),
	/** Two contacts with one address. */
	twin: person( 26, 'otto.meyer@northwind.example' ),
	otherTwin: person( 27, 'otto.meyer@northwind.example' ),
	quoted: person( 28, "sean.o'neil+desk@northwind.example" ),
	hostile: person( 29, 'hostile@northwind.example' ),
} as const;

export type PersonKey = keyof typeof PEOPLE;

const NAMES: Record< PersonKey, readonly [ string, string ] > = {
	fine: [ 'Maren', 'Holt' ],
	pending: [ 'Jonas', 'Brandt' ],
	inactive: [ 'Clara', 'Weiß' ],
	deletedUser: [ 'Tom', 'Lindqvist' ],
	neverInvited: [ 'Inês', 'Duarte' ],
	binned: [ 'Paul', 'Okafor' ],
	purged: [ 'Lena', 'Varga' ],
	noAccount: [ 'Emil', 'Rossi' ],
	noEmail: [ 'Sara', 'Nováková' ],
	otherEmail: [ 'Ada', 'Klein' ],
	otherLogin: [ 'Noah', 'Berg' ],
	unlinked: [ 'Iris', 'Costa' ],
	signedUp: [ 'Hugo', 'Sand' ],
	merged: [ 'Vera', 'Lund' ],
	mergedInto: [ 'Vera', 'Lund-Holm' ],
	twin: [ 'Otto', 'Meyer' ],
	otherTwin: [ 'Otto', 'Meyer jun.' ],
	quoted: [ 'Seán', 'O’Neil' ],
	hostile: [ '<img src=x onerror=alert(1)>', '"><script>alert(2)</script>' ],
};

/** Causeway's own OAuth client. */
export const CAUSEWAY = {
	clientId: '1000.CAUSEWAYDESK4H7K2M9P1R5T8V3',
	clientSecret: 'lab-desk-secret-41c7e9',
	refreshToken: '1000.lab2c7e9a4b6d8fdesk.lab1f3a5c7e9b0drefresh',
} as const;

export const CAUSEWAY_SCOPES = [
	'Desk.contacts.READ',
	'Desk.search.READ',
	'Desk.basic.READ',
	'Desk.settings.READ',
	'Desk.fields.READ',
	'Desk.organization.READ',
	'Desk.contacts.UPDATE',
	'Desk.settings.UPDATE',
];

const EMAILS: Partial< Record< PersonKey, string | null > > = { noEmail: null, otherEmail: 'ada@klein.example' };

const ABSENT: readonly PersonKey[] = [ 'purged', 'merged', 'unlinked' ];

export function newContact( key: Partial< Contact > & Pick< Contact, 'id' >, now: Moment ): Contact {
	return {
		firstName: null,
		lastName: 'Somebody',
		email: null,
		secondaryEmail: null,
		phone: null,
		accountId: null,
		isSpam: false,
		cf: { [ PORTAL_FIELD ]: 'yes' },
		zohoCRMContact: null,
		createdAt: now,
		modifiedAt: now,
		...key,
	};
}

function contactOf( key: PersonKey, now: Moment ): Contact {
	const { contactId, email } = PEOPLE[ key ];
	const [ firstName, lastName ] = NAMES[ key ];
	const age = Object.keys( PEOPLE ).indexOf( key );
	const known = EMAILS[ key ];
	return newContact(
		{
			id: contactId,
			firstName,
			lastName,
			email: known === undefined ? email : known,
			accountId: key === 'noAccount' ? null : ACCOUNTS.alder.id,
			createdAt: now - ( 400 - age ) * DAY_MS,
			modifiedAt: now - ( 90 - age ) * DAY_MS,
		},
		now
	);
}

const USERS: Partial< Record< PersonKey, Partial< HelpCenterUser > > > = {
	fine: {},
	pending: { isVerified: false, lastAccessedAt: null },
	inactive: { status: 'DISABLED' },
	deletedUser: { status: 'DELETED' },
	binned: {},
	purged: { contactId: null },
	noAccount: {},
	otherEmail: { email: 'ada@klein.example' },
	otherLogin: { email: 'noah@old-mail.example' },
	unlinked: { contactId: null },
	signedUp: { awaitsApproval: true, isVerified: false, lastAccessedAt: null },
	quoted: {},
	hostile: {},
};

/** Invited, confirmed, and there yesterday. */
export function newUser( key: Partial< HelpCenterUser > & Pick< HelpCenterUser, 'id' | 'email' >, now: Moment ): HelpCenterUser {
	return {
		helpCenterId: HELP_CENTER.id,
		name: key.email,
		contactId: null,
		userType: 'ENDUSER',
		status: 'ACTIVE',
		isVerified: true,
		awaitsApproval: false,
		lastAccessedAt: now - DAY_MS,
		modifiedAt: now - 30 * DAY_MS,
		invitations: 1,
		...key,
	};
}

function userOf( key: PersonKey, now: Moment ): HelpCenterUser {
	const { userId, contactId, email } = PEOPLE[ key ];
	const age = Object.keys( PEOPLE ).indexOf( key );
	return newUser( { id: userId, email, contactId, name: NAMES[ key ].join( ' ' ), modifiedAt: now - ( 60 - age ) * DAY_MS, ...USERS[ key ] }, now );
}

const field = ( last: number, apiName: string, displayLabel: string, type: DeskField[ 'type' ], isCustomField = false ): DeskField => ( {
	id: id( last ),
	apiName,
	displayLabel,
	type,
	isCustomField,
	isPresence: true,
	showToHelpCenter: true,
} );

export const fields = (): DeskField[] => [
	field( 301, 'firstName', 'First Name', 'Text' ),
	field( 303, 'lastName', 'Last Name', 'Text' ),
	field( 305, 'email', 'Email', 'Email' ),
	field( 307, 'accountId', 'Account Name', 'LookUp' ),
	field( 309, 'phone', 'Phone', 'Phone' ),
	field( 3_011, PORTAL_FIELD, 'Portal Access', 'Text', true ),
];

/**
 * Builds the organisation as it stands when the demo starts.
 *
 * @param now Its time.
 */
export function northwind( now: Moment ): DeskState {
	const keys = Object.keys( PEOPLE ) as PersonKey[];
	const client: OAuthClient = {
		clientId: CAUSEWAY.clientId,
		clientSecret: CAUSEWAY.clientSecret,
		refreshTokens: [ { token: CAUSEWAY.refreshToken, issuedAt: now - 30 * DAY_MS, isRevoked: false } ],
		grantCodes: [],
		scopes: [ ...CAUSEWAY_SCOPES ],
		userId: AGENTS.integration,
	};
	return {
		organisation: { id: ORG_ID, companyName: 'Northwind Partners', portalName: 'northwind', edition: 'PROFESSIONAL' },
		tokenOrganisationId: ORG_ID,
		helpCenters: [ { ...HELP_CENTER, isDefault: true, status: 'ACTIVE' } ],
		accounts: Object.values( ACCOUNTS ).map( ( account ) => ( { ...account } ) ),
		contacts: keys.filter( ( key ) => ! ABSENT.includes( key ) && key !== 'binned' ).map( ( key ) => contactOf( key, now ) ),
		trash: [ { contact: contactOf( 'binned', now ), deletedAt: now - 3 * DAY_MS, deletedById: AGENTS.admin } ],
		trashedTickets: [ 1, 5 ].map( ( days ) => ( { id: id( 640_000 + days ), subject: `Pallet ${ days } is missing`, deletedAt: now - days * DAY_MS, deletedById: AGENTS.admin } ) ),
		users: keys.filter( ( key ) => USERS[ key ] !== undefined ).map( ( key ) => userOf( key, now ) ),
		agents: [
			{ id: AGENTS.admin, firstName: 'Greta', lastName: 'Falk', email: 'greta.falk@northwind.example' },
			{ id: AGENTS.integration, firstName: 'Causeway', lastName: 'Connection', email: 'causeway@northwind.example' },
		],
		fields: fields(),
		clients: [ client ],
		tokens: [],
		tokenGrants: [],
		credits: { limit: 75_000, spent: 0 },
		concurrency: { limit: 10 },
		license: { maxUsers: 1_000_000 },
		clock: { offsetSeconds: 0 },
		switches: { ...DEFAULT_SWITCHES, denied: [] },
		nextId: 900_001,
	};
}
