/**
 * Northwind Partners: the CRM behind the demo's client portal, a dozen people of whom several cannot log in.
 *
 * The portal that is seeded beside it takes ids, names and addresses from here, so that both sides speak of the same people.
 */
import {
	crmTime,
	DAY_MS,
	DEFAULT_SWITCHES,
	type CrmRecord,
	type CrmState,
	type Field,
	type Moment,
} from '../zoho-crm/state';

/** The first thirteen digits of every id of this org; six more follow. */
export const ID_PREFIX = '5843104000000';
const id = ( last: number ): string => ID_PREFIX + String( last ).padStart( 6, '0' );

export const ZGID = '20098814732';

export const USERS = {
	admin: id( 300101 ),
	sales: id( 300114 ),
	integration: id( 300127 ),
} as const;

export const PROFILES = {
	administrator: id( 26011 ),
	standard: id( 26014 ),
	integration: id( 298402 ),
} as const;

export const LAYOUT = id( 95019 );
export const CONTACTS_MODULE = id( 2179 );
export const ACCOUNTS_MODULE = id( 2177 );

export const ACCOUNTS = {
	alder: { id: id( 411001 ), name: 'Alder & Finch Logistics' },
	brightwater: { id: id( 411017 ), name: 'Brightwater Foods' },
	cormorant: { id: id( 411032 ), name: 'Cormorant Shipping' },
	dunes: { id: id( 411048 ), name: 'Dunes Hospitality Group' },
	ember: { id: id( 411063 ), name: 'Ember Glassworks' },
} as const;

export type PersonKey =
	| 'fine'
	| 'binned'
	| 'purged'
	| 'merged'
	| 'mergedInto'
	| 'noAccount'
	| 'nullEmail'
	| 'blankEmail'
	| 'noUsername'
	| 'quoted'
	| 'lookalike'
	| 'otherAddress'
	| 'inactive'
	| 'awaiting'
	| 'wrongPassword'
	| 'hostile';

export interface Person {
	readonly contactId: string;
	readonly firstName: string;
	readonly lastName: string;
	/** The address that the person logs in with; the CRM's own may differ, which is then the trouble. */
	readonly email: string;
	/** What the CRM holds as Account; null where none. */
	readonly account: keyof typeof ACCOUNTS | null;
	/** What is wrong with the person's contact in the CRM. */
	readonly trouble: string;
}

const person = (
	last: number,
	firstName: string,
	lastName: string,
	email: string,
	account: Person[ 'account' ],
	trouble: string
): Person => ( { contactId: id( last ), firstName, lastName, email, account, trouble } );

export const PEOPLE: Readonly< Record< PersonKey, Person > > = {
	fine: person( 412003, 'Maya', 'Lindqvist', 'maya.lindqvist@alderfinch.example', 'alder', '' ),
	binned: person( 412019, 'Tomas', 'Okafor', 'tomas.okafor@brightwater.example', 'brightwater', 'in the recycle bin for three days' ),
	purged: person( 412034, 'Irene', 'Castellano', 'irene.castellano@cormorant.example', 'cormorant', 'deleted, then purged from the recycle bin' ),
	merged: person( 412047, 'Jon', 'Petrov', 'jon.petrov@dunes.example', 'dunes', 'merged into another contact' ),
	mergedInto: person( 412052, 'Jonathan', 'Petrov', 'jonathan.petrov@dunes.example', 'dunes', '' ),
	noAccount: person( 412068, 'Priya', 'Raman', 'priya.raman@brightwater.example', null, 'no Account' ),
	nullEmail: person( 412073, 'Oskar', 'Wind', 'oskar.wind@cormorant.example', 'cormorant', 'the contact has no e-mail' ),
	blankEmail: person( 412086, 'Lena', 'Sorensen', 'lena.sorensen@ember.example', 'ember', 'the contact has an empty e-mail' ),
	noUsername: person( 412091, 'Victor', 'Amari', 'victor.amari@alderfinch.example', 'alder', 'the Username field is empty' ),
	quoted: person( 412104, 'Sean', "O'Neil", "sean.o'neil@ember.example", 'ember', '' ),
	lookalike: person( 412118, 'Amaya', 'Lindqvist', 'amaya.lindqvist@alderfinch.example', 'alder', '' ),
	otherAddress: person( 412125, 'Ruth', 'Adeyemi', 'ruth.adeyemi@dunes.example', 'dunes', 'the CRM has another e-mail than the portal' ),
	inactive: person( 412139, 'Hugo', 'Bergmann', 'hugo.bergmann@cormorant.example', 'cormorant', '' ),
	awaiting: person( 412143, 'Nadia', 'Farouk', 'nadia.farouk@ember.example', 'ember', '' ),
	wrongPassword: person( 412156, 'Clara', 'Whitfield', 'clara.whitfield@alderfinch.example', 'alder', '' ),
	hostile: person( 412160, '<img src=x onerror=alert(1)>', '"><script>alert(2)</script>', 'hostile@dunes.example', 'dunes', '' ),
};

export interface ClientCredentials {
	readonly clientId: string;
	readonly clientSecret: string;
	readonly refreshToken: string;
}

/** Causeway's own OAuth client. */
export const CAUSEWAY: ClientCredentials = {
	clientId: '1000.CAUSEWAYLAB5W2Q8R0T4Y6U1I3O',
	clientSecret: 'lab-causeway-secret-7d1c0a',
	refreshToken: '1000.lab5f0c7e2b9a41causeway.lab6d8e3f1a2b4crefresh',
};

/** The portal plugin's OAuth client: other credentials, another token. */
export const PORTAL: ClientCredentials = {
	clientId: '1000.PORTALLAB7K3M9N1B5V2C8X4Z6L',
	clientSecret: 'lab-portal-secret-e52b9f',
	refreshToken: '1000.lab8a2d4c6e0f1bportal.lab1c3e5a7b9d0frefresh',
};

/** What Causeway asks for: reading, the recycle bin, and the writes that the admin may allow. */
export const CAUSEWAY_SCOPES = [
	'ZohoCRM.modules.contacts.READ',
	'ZohoCRM.modules.contacts.UPDATE',
	'ZohoCRM.modules.accounts.READ',
	'ZohoSearch.securesearch.READ',
	'ZohoCRM.coql.READ',
	'ZohoCRM.settings.fields.READ',
	'ZohoCRM.settings.layouts.READ',
	'ZohoCRM.settings.recycle_bin.READ',
	'ZohoCRM.settings.recycle_bin.UPDATE',
	'ZohoCRM.org.READ',
	'ZohoCRM.features.READ',
	'ZohoCRM.users.READ',
	'ZohoCRM.bulk.READ',
];

const PORTAL_SCOPES = [ 'ZohoCRM.modules.ALL', 'ZohoCRM.users.READ', 'ZohoCRM.org.READ', 'ZohoCRM.settings.fields.READ' ];

/** API name of the field that the portal maps to its user name. */
export const USERNAME_FIELD = 'User_Name';

function fields(): Field[] {
	let last = 484_000;
	const field = ( module: Field[ 'module' ], apiName: string, label: string, dataType: Field[ 'dataType' ], more: Partial< Field > = {} ): Field => ( {
		id: id( ( last += 3 ) ),
		module,
		apiName,
		label,
		dataType,
		isCustom: false,
		isMandatory: false,
		isUnique: false,
		isReadOnly: false,
		length: 100,
		use: 'used',
		permissions: {},
		...more,
	} );
	const custom = { isCustom: true };
	const system = { isReadOnly: true };
	return [
		field( 'Contacts', 'Owner', 'Contact Owner', 'ownerlookup' ),
		field( 'Contacts', 'First_Name', 'First Name', 'text', { length: 40 } ),
		field( 'Contacts', 'Last_Name', 'Last Name', 'text', { length: 80, isMandatory: true } ),
		field( 'Contacts', 'Full_Name', 'Full Name', 'text', { ...system, length: 120 } ),
		field( 'Contacts', 'Account_Name', 'Account Name', 'lookup' ),
		field( 'Contacts', 'Email', 'Email', 'email' ),
		field( 'Contacts', 'Secondary_Email', 'Secondary Email', 'email' ),
		field( 'Contacts', 'Phone', 'Phone', 'phone', { length: 30 } ),
		field( 'Contacts', 'Email_Opt_Out', 'Email Opt Out', 'boolean' ),
		field( 'Contacts', USERNAME_FIELD, 'User Name', 'text', { ...custom, length: 120 } ),
		field( 'Contacts', 'Deactivate', 'Deactivate', 'boolean', custom ),
		field( 'Contacts', 'Last_Login_Date', 'Last Login Date', 'datetime', custom ),
		field( 'Contacts', 'Created_By', 'Created By', 'ownerlookup', system ),
		field( 'Contacts', 'Modified_By', 'Modified By', 'ownerlookup', system ),
		field( 'Contacts', 'Created_Time', 'Created Time', 'datetime', system ),
		field( 'Contacts', 'Modified_Time', 'Modified Time', 'datetime', system ),
		field( 'Accounts', 'Owner', 'Account Owner', 'ownerlookup' ),
		field( 'Accounts', 'Account_Name', 'Account Name', 'text', { length: 200, isMandatory: true } ),
		field( 'Accounts', 'Phone', 'Phone', 'phone', { length: 30 } ),
		field( 'Accounts', 'Created_Time', 'Created Time', 'datetime', system ),
		field( 'Accounts', 'Modified_Time', 'Modified Time', 'datetime', system ),
	];
}

const SALES = { name: 'Farah Nordin', id: USERS.sales };
const UTC_OFFSET_MINUTES = 60;

function stamps( now: Moment ): Record< string, string > {
	const written = crmTime( now - 40 * DAY_MS, UTC_OFFSET_MINUTES );
	return { Created_Time: written, Modified_Time: written };
}

function contact( someone: Person, now: Moment, more: Record< string, string | null > = {} ): CrmRecord {
	const account = someone.account === null ? null : ACCOUNTS[ someone.account ];
	return {
		id: someone.contactId,
		Owner: { ...SALES, email: 'farah.nordin@northwind.example' },
		First_Name: someone.firstName,
		Last_Name: someone.lastName,
		Full_Name: `${ someone.firstName } ${ someone.lastName }`,
		Account_Name: account === null ? null : { name: account.name, id: account.id },
		Email: someone.email,
		Secondary_Email: null,
		Phone: null,
		Email_Opt_Out: false,
		[ USERNAME_FIELD ]: someone.email,
		Deactivate: false,
		Last_Login_Date: null,
		Created_By: SALES,
		Modified_By: SALES,
		...stamps( now ),
		...more,
	};
}

/** People who are not among the living records. */
const ABSENT: readonly PersonKey[] = [ 'binned', 'purged', 'merged' ];

const OVERRIDES: Partial< Record< PersonKey, Record< string, string | null > > > = {
	nullEmail: { Email: null },
	blankEmail: { Email: '' },
	noUsername: { [ USERNAME_FIELD ]: null },
	otherAddress: { Email: 'r.adeyemi@dunes-group.example' },
	mergedInto: { Secondary_Email: PEOPLE.merged.email },
};

/**
 * Builds the org as it stands when the demo starts.
 *
 * @param now The CRM's time.
 */
export function northwind( now: Moment ): CrmState {
	const living = ( Object.keys( PEOPLE ) as PersonKey[] ).filter( ( key ) => ! ABSENT.includes( key ) );
	const { binned, purged, mergedInto, merged } = PEOPLE;
	const client = ( credentials: ClientCredentials, userId: string, scopes: readonly string[] ) => ( {
		clientId: credentials.clientId,
		clientSecret: credentials.clientSecret,
		refreshTokens: [ { token: credentials.refreshToken, issuedAt: now - 90 * DAY_MS, isRevoked: false } ],
		grantCodes: [],
		scopes: [ ...scopes ],
		userId,
	} );
	return {
		org: {
			id: id( 26002 ),
			zgid: ZGID,
			companyName: 'Northwind Partners',
			domainName: 'org20098814732',
			primaryEmail: 'greta.holm@northwind.example',
			timeZone: 'Europe/Berlin',
			utcOffsetMinutes: UTC_OFFSET_MINUTES,
			license: {
				paid: true,
				paidType: 'enterprise',
				paidExpiry: crmTime( now + 200 * DAY_MS, UTC_OFFSET_MINUTES ),
				trialType: null,
				trialExpiry: null,
				usersPurchased: 5,
			},
		},
		profiles: [
			{ id: PROFILES.administrator, name: 'Administrator', restoresAnything: true, denied: [] },
			{ id: PROFILES.standard, name: 'Standard', restoresAnything: false, denied: [] },
			{ id: PROFILES.integration, name: 'Integration', restoresAnything: true, denied: [] },
		],
		users: [
			{ id: USERS.admin, firstName: 'Greta', lastName: 'Holm', email: 'greta.holm@northwind.example', zuid: '20098814733', profileId: PROFILES.administrator, role: { id: id( 26005 ), name: 'CEO' }, status: 'active' },
			{ id: USERS.sales, firstName: 'Farah', lastName: 'Nordin', email: 'farah.nordin@northwind.example', zuid: '20098814801', profileId: PROFILES.standard, role: { id: id( 26008 ), name: 'Manager' }, status: 'active' },
			{ id: USERS.integration, firstName: 'Portal', lastName: 'Integration', email: 'integration@northwind.example', zuid: '20098814852', profileId: PROFILES.integration, role: { id: id( 26008 ), name: 'Manager' }, status: 'active' },
		],
		fields: fields(),
		contacts: living.map( ( key ) => contact( PEOPLE[ key ], now, OVERRIDES[ key ] ) ),
		accounts: Object.values( ACCOUNTS ).map( ( account ) => ( {
			id: account.id,
			Owner: { ...SALES, email: 'farah.nordin@northwind.example' },
			Account_Name: account.name,
			Phone: null,
			...stamps( now ),
		} ) ),
		deleted: [
			{
				id: binned.contactId,
				module: 'Contacts',
				kind: 'recycle',
				deletedAt: now - 3 * DAY_MS,
				deletedByUserId: USERS.sales,
				displayName: `${ binned.firstName } ${ binned.lastName }`,
				record: contact( binned, now ),
				children: 4,
			},
			{
				id: purged.contactId,
				module: 'Contacts',
				kind: 'permanent',
				deletedAt: now - 20 * DAY_MS,
				deletedByUserId: USERS.admin,
				displayName: `${ purged.firstName } ${ purged.lastName }`,
				record: null,
				children: 0,
			},
		],
		timeline: {
			[ mergedInto.contactId ]: [
				{
					at: now - 6 * DAY_MS,
					action: 'merged',
					byUserId: USERS.sales,
					source: 'crm_ui',
					changes: [ { field: 'Secondary_Email', from: null, to: merged.email } ],
				},
			],
		},
		clients: [
			client( CAUSEWAY, USERS.integration, CAUSEWAY_SCOPES ),
			client( PORTAL, USERS.admin, PORTAL_SCOPES ),
		],
		tokens: [],
		tokenGrants: [],
		credits: { limit: 55_000, ledger: [] },
		concurrency: { limit: 20 },
		licenses: { limit: 5 },
		clock: { offsetSeconds: 0 },
		switches: { ...DEFAULT_SWITCHES },
		bulkJobs: [],
		pendingRestores: [],
		searchLag: [],
		nextId: 600_001,
	};
}
