/**
 * Northwind Partners on Salesforce: a portal's contacts with their Experience Cloud users, one in each state that keeps somebody out.
 */
import { generateKeyPairSync } from 'node:crypto';
import { recordId } from './ids';
import { DAY_MS, DEFAULT_SWITCHES, type ConnectedApp, type Moment, type OrgState, type SfRecord } from './state';

export const ORGANISATION = { id: recordId( 'Organization', 61_402_117 ), name: 'Northwind Partners', instance: 'EUW42' };

export const LICENCES = { staff: recordId( 'UserLicense', 71 ), partner: recordId( 'UserLicense', 72 ), customer: recordId( 'UserLicense', 73 ) };

export const PROFILES = { administrator: recordId( 'Profile', 81 ), integration: recordId( 'Profile', 82 ), customer: recordId( 'Profile', 83 ) };

export const STAFF = { administrator: recordId( 'User', 9_000_001 ), integration: recordId( 'User', 9_000_002 ) };

export const INTEGRATION_USERNAME = 'causeway.integration@northwind.example';

export const ACCOUNTS = {
	alder: { id: recordId( 'Account', 5_120_001 ), name: 'Alder Joinery' },
	brightwater: { id: recordId( 'Account', 5_120_002 ), name: 'Brightwater Foods' },
};

/** The contact field that some portals take as user name. */
export const PORTAL_FIELD = 'Portal_Username__c';

interface Plan {
	readonly first: string;
	readonly last: string;
	readonly contactNumber: number;
	readonly email?: string | null;
	readonly accountId?: string | null;
	/** Of the user; absent: there is none. */
	readonly user?: {
		readonly number: number;
		readonly username?: string;
		readonly email?: string;
		readonly isActive?: boolean;
		readonly isFrozen?: boolean;
		readonly isLocked?: boolean;
		readonly lastLogin?: 'never';
		readonly refused?: readonly string[];
	};
}

const PLANS = {
	/** Everything is as it should be. */
	fine: { first: 'Marta', last: 'Lindqvist', contactNumber: 77_120_301, user: { number: 9_100_001 } },
	/** Deleted yesterday; in the recycle bin. */
	binned: { first: 'Tomas', last: 'Okafor', contactNumber: 77_120_319, user: { number: 9_100_002 } },
	/** Deleted, and the bin emptied. */
	purged: { first: 'Ines', last: 'Caldeira', contactNumber: 77_120_334, user: { number: 9_100_003 } },
	/** Lost a merge to `survivor`. */
	merged: { first: 'Piet', last: 'Vermeulen', contactNumber: 77_120_347, email: 'piet.vermeulen@brightwater.example' },
	survivor: { first: 'Pieter', last: 'Vermeulen', contactNumber: 77_120_348, email: 'piet.vermeulen@brightwater.example' },
	noAccount: { first: 'Yuki', last: 'Hanada', contactNumber: 77_120_368, accountId: null },
	noEmail: { first: 'Olu', last: 'Bankole', contactNumber: 77_120_371, email: null, user: { number: 9_100_004 } },
	/** The contact's address is not the one of the user. */
	otherEmail: { first: 'Greta', last: 'Sandoval', contactNumber: 77_120_377, user: { number: 9_100_005, email: 'greta.old@alder.example' } },
	/** The user was switched off. */
	inactive: { first: 'Hamid', last: 'Rezaei', contactNumber: 77_120_380, user: { number: 9_100_006, isActive: false, refused: [ 'User is Inactive' ] } },
	frozen: { first: 'Lena', last: 'Fischer', contactNumber: 77_120_385, user: { number: 9_100_007, isFrozen: true, refused: [ 'User Is Frozen' ] } },
	locked: {
		first: 'Aoife',
		last: 'Brennan',
		contactNumber: 77_120_388,
		user: { number: 9_100_008, isLocked: true, refused: [ 'Invalid Password', 'Invalid Password', 'Password Lockout' ] },
	},
	/** Has a user and never used the welcome mail. */
	pending: { first: 'Bram', last: 'de Wit', contactNumber: 77_120_391, user: { number: 9_100_009, lastLogin: 'never' } },
	/** A contact without a user. */
	noUser: { first: 'Chidi', last: 'Eze', contactNumber: 77_120_395 },
	wrongPassword: { first: 'Dora', last: 'Kovács', contactNumber: 77_120_399, user: { number: 9_100_010, refused: [ 'Invalid Password' ] } },
	restrictedAddress: { first: 'Emil', last: 'Ruud', contactNumber: 77_120_403, user: { number: 9_100_011, refused: [ 'Restricted IP' ] } },
	restrictedTime: { first: 'Nadia', last: 'Petrova', contactNumber: 77_120_404, user: { number: 9_100_015, refused: [ 'Restricted Time' ] } },
	newDevice: { first: 'Fatou', last: 'Diallo', contactNumber: 77_120_407, user: { number: 9_100_012, refused: [ 'Failed: Computer activation required' ] } },
	notMember: { first: 'Gus', last: 'Halloran', contactNumber: 77_120_411, user: { number: 9_100_013, refused: [ 'No Community Access' ] } },
	/** The user name is not the e-mail address. */
	otherName: { first: 'Siân', last: "O'Dowd", contactNumber: 77_120_415, email: "sian.o'dowd@alder.example", user: { number: 9_100_014, username: 'sian@alder.portal.example' } },
} satisfies Record< string, Plan >;

export type PersonKey = keyof typeof PLANS;

export interface Person {
	readonly contactId: string;
	readonly email: string;
	readonly name: string;
	/** '' where there is none. */
	readonly userId: string;
	readonly username: string;
}

const ascii = ( text: string ): string => text.normalize( 'NFD' ).replace( /[^A-Za-z]/g, '' ).toLowerCase();

const addressOf = ( plan: Plan ): string | null => ( plan.email === undefined ? `${ ascii( plan.first ) }.${ ascii( plan.last ) }@alder.example` : plan.email );

const entries = Object.entries( PLANS ) as [ PersonKey, Plan ][];

export const PEOPLE = Object.fromEntries(
	entries.map( ( [ key, plan ] ) => {
		const email = addressOf( plan ) ?? '';
		const fallback = email === '' ? `${ ascii( plan.first ) }.${ ascii( plan.last ) }@alder.example` : email;
		return [
			key,
			{
				contactId: recordId( 'Contact', plan.contactNumber ),
				email,
				name: `${ plan.first } ${ plan.last }`,
				userId: plan.user === undefined ? '' : recordId( 'User', plan.user.number ),
				username: plan.user === undefined ? '' : plan.user.username ?? fallback,
			},
		];
	} )
) as Record< PersonKey, Person >;

/** An employee's user: no contact belongs to it. */
export const EMPLOYEE = { userId: recordId( 'User', 9_000_003 ), email: 'farah.nordin@northwind.example' };

const keys = generateKeyPairSync( 'rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } } );

const CLIENT_ID = '3MVG9a7kQ2rTzHmXcWb5NqLsYpUeJdFoKvGi_Rt81xAlder';

/** Causeway's own connected app, in the words of its connection. */
export const CAUSEWAY = {
	clientId: CLIENT_ID,
	clientSecret: '7F1C0D9A64E2B835AC90417EE51B62D8F3347A90C1E85B2D6F04913BC8A7E215',
	username: INTEGRATION_USERNAME,
	privateKey: keys.privateKey,
	refreshToken: '5Aep861Kq9vXhT3mWcRzLpNbYdEoGsUfJtViA7xQk2MlDw4CrH',
};

const app = (): ConnectedApp => ( {
	clientId: CAUSEWAY.clientId,
	clientSecret: CAUSEWAY.clientSecret,
	runAsUserId: STAFF.integration,
	publicKey: keys.publicKey,
	approvedUsernames: [ INTEGRATION_USERNAME ],
	refreshTokens: [ { token: CAUSEWAY.refreshToken, userId: STAFF.integration, isRevoked: false } ],
	rotates: false,
	issuesJwt: false,
	scopes: [ 'api', 'refresh_token' ],
} );

/** Fields that every row has, as they stand when it is made. */
export const stamps = ( at: Moment, byUserId: string ): Record< string, string | number | boolean > => ( {
	CreatedDate: at,
	LastModifiedDate: at,
	SystemModstamp: at,
	LastModifiedById: byUserId,
	IsDeleted: false,
} );

type More = Record< string, string | number | boolean | null >;

const userRow = ( id: string, name: readonly [ string, string ], username: string, profileId: string, at: Moment, more: More ): SfRecord => ( {
	Id: id,
	FirstName: name[ 0 ],
	LastName: name[ 1 ],
	Name: name.join( ' ' ),
	Username: username,
	Email: username,
	IsActive: true,
	ContactId: null,
	AccountId: null,
	UserType: 'Standard',
	ProfileId: profileId,
	LastLoginDate: at + DAY_MS,
	IsPortalEnabled: false,
	...stamps( at, STAFF.administrator ),
	...more,
} );

const loginRow = ( number: number, userId: string, at: Moment, status: string ): SfRecord => ( {
	Id: recordId( 'LoginHistory', number ),
	UserId: userId,
	// Whole seconds, as the history has them.
	LoginTime: at - ( at % 1000 ),
	LoginType: 'Application',
	SourceIp: '203.0.113.24',
	Status: status,
	Application: 'Browser',
	Browser: 'Firefox 140',
	Platform: 'Windows 11',
} );

/**
 * The organisation as the lab starts with it.
 *
 * @param now Milliseconds since 1970.
 */
export function northwind( now: Moment ): OrgState {
	const founded = now - 400 * DAY_MS;
	const joined = now - 200 * DAY_MS;
	const licence = ( id: string, name: string, total: number, used: number ): SfRecord => ( { Id: id, Name: name, Status: 'Active', TotalLicenses: total, UsedLicenses: used } );
	const profile = ( id: string, name: string, licenceId: string, type: string ): SfRecord => ( { Id: id, Name: name, UserLicenseId: licenceId, UserType: type } );
	const account = ( { id, name }: { id: string; name: string } ): SfRecord => ( { Id: id, Name: name, ...stamps( founded, STAFF.administrator ) } );
	const state: OrgState = {
		tables: {
			Organization: [ { Id: ORGANISATION.id, Name: ORGANISATION.name, InstanceName: ORGANISATION.instance, IsSandbox: false, OrganizationType: 'Enterprise Edition' } ],
			UserLicense: [
				licence( LICENCES.staff, 'Salesforce', 20, 3 ),
				licence( LICENCES.partner, 'Partner Community', 5, 0 ),
				licence( LICENCES.customer, 'Customer Community Plus', 50, 16 ),
			],
			Profile: [
				profile( PROFILES.administrator, 'System Administrator', LICENCES.staff, 'Standard' ),
				profile( PROFILES.integration, 'Integration', LICENCES.staff, 'Standard' ),
				profile( PROFILES.customer, 'Portal Customer', LICENCES.customer, 'PowerCustomerSuccess' ),
			],
			Account: [ account( ACCOUNTS.alder ), account( ACCOUNTS.brightwater ) ],
			Contact: [],
			User: [
				userRow( STAFF.administrator, [ 'Farah', 'Admin' ], 'admin@northwind.example', PROFILES.administrator, founded, {} ),
				userRow( STAFF.integration, [ 'Causeway', 'Integration' ], INTEGRATION_USERNAME, PROFILES.integration, founded, {} ),
				userRow( EMPLOYEE.userId, [ 'Farah', 'Nordin' ], EMPLOYEE.email, PROFILES.administrator, founded, {} ),
			],
			UserLogin: [],
			LoginHistory: [],
		},
		customFields: [ { name: PORTAL_FIELD, label: 'Portal Username', type: 'string' } ],
		hiddenFields: {},
		denied: {},
		deletions: [],
		emptied: {},
		apps: [ app() ],
		sessions: [],
		jobs: [],
		calls: { max: 103_000, ledger: [ { at: now - 3 * 60 * 60 * 1000, count: 18 } ] },
		concurrency: { limit: 25 },
		sessionSeconds: 7200,
		clock: { offsetSeconds: 0 },
		switches: { ...DEFAULT_SWITCHES },
		schemaChangedAt: founded - ( founded % 1000 ),
		nextNumber: 88_000_000,
	};
	let logins = 4_400_000;
	for ( const [ key, plan ] of entries ) {
		const person = PEOPLE[ key ];
		const company = person.email.includes( 'brightwater' ) ? ACCOUNTS.brightwater : ACCOUNTS.alder;
		const accountId = plan.accountId === undefined ? company.id : plan.accountId;
		const row: SfRecord = {
			Id: person.contactId,
			FirstName: plan.first,
			LastName: plan.last,
			Name: person.name,
			Email: addressOf( plan ),
			AccountId: accountId,
			MasterRecordId: null,
			[ PORTAL_FIELD ]: person.username === '' ? person.email : person.username,
			...stamps( joined, STAFF.administrator ),
		};
		if ( key === 'binned' || key === 'purged' || key === 'merged' ) {
			const at = now - DAY_MS;
			state.deletions.push( { object: 'Contact', id: row.Id, at } );
			Object.assign( row, { IsDeleted: true, LastModifiedDate: at, SystemModstamp: at, LastModifiedById: EMPLOYEE.userId } );
		}
		if ( key === 'merged' ) {
			row.MasterRecordId = PEOPLE.survivor.contactId;
		}
		if ( key !== 'purged' ) {
			state.tables.Contact.push( row );
		}
		const { user } = plan;
		if ( user === undefined ) {
			continue;
		}
		const lastLogin = user.lastLogin === 'never' ? null : now - 9 * DAY_MS;
		state.tables.User.push(
			userRow( person.userId, [ plan.first, plan.last ], person.username, PROFILES.customer, joined, {
				Email: user.email ?? ( person.email === '' ? person.username : person.email ),
				IsActive: user.isActive ?? true,
				ContactId: person.contactId,
				AccountId: accountId,
				UserType: 'PowerCustomerSuccess',
				LastLoginDate: lastLogin,
				IsPortalEnabled: true,
			} )
		);
		state.tables.UserLogin.push( { Id: recordId( 'UserLogin', user.number ), UserId: person.userId, IsFrozen: user.isFrozen ?? false, IsPasswordLocked: user.isLocked ?? false, LastModifiedDate: joined, LastModifiedById: STAFF.administrator } );
		if ( lastLogin !== null ) {
			state.tables.LoginHistory.push( loginRow( logins++, person.userId, lastLogin, 'Success' ) );
		}
		( user.refused ?? [] ).forEach( ( status, index ) => {
			state.tables.LoginHistory.push( loginRow( logins++, person.userId, now - 20 * 60_000 + index * 60_000, status ) );
		} );
	}
	state.tables.Contact.sort( ( a, b ) => ( a.Id < b.Id ? -1 : 1 ) );
	return state;
}
