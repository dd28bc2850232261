/**
 * Northwind Partners on Magentrix: partners and customers of several companies, each with one thing that keeps them out.
 */
import { crmId, nativeId } from './ids';
import { DAY_MS, DEFAULT_SWITCHES, type Account, type Contact, type CrmSystem, type MagentrixState, type Moment, type PortalUser, type UserType } from './state';

export const ADMIN_USER = nativeId( '005', 1 );

/** The key of Causeway's own user, and one of another integration. */
export const API_KEYS = {
	causeway: 'lab-mgx-key-8d41f6c2a90b',
	other: 'lab-mgx-key-33e07b5d1c88',
} as const;

export const ROLES = {
	administrator: { id: nativeId( '00e', 1 ), name: 'Administrator' },
	partner: { id: nativeId( '00e', 2 ), name: 'Partner User' },
	customer: { id: nativeId( '00e', 3 ), name: 'Customer User' },
	employee: { id: nativeId( '00e', 4 ), name: 'Employee' },
} as const;

const COMPANIES = { harbour: 11, lantern: 12, meadow: 13 } as const;
const COMPANY_NAMES = { harbour: 'Harbourline Freight', lantern: 'Lantern Optics', meadow: 'Meadow & Sons' } as const;

type Company = keyof typeof COMPANIES;

interface Person {
	readonly number: number;
	readonly firstname: string;
	readonly lastname: string;
	readonly email: string;
	readonly type: UserType;
	readonly company: Company | null;
}

const person = ( number: number, firstname: string, lastname: string, email: string, type: UserType = 'Partner', company: Company | null = 'harbour' ): Person => ( {
	number,
	firstname,
	lastname,
	email,
	type,
	company,
} );

/** By what is wrong with them. */
export const PEOPLE = {
	fine: person( 101, 'Inês', 'Carvalho', 'ines.carvalho@harbourline.example' ),
	customer: person( 102, 'Otto', 'Keller', 'otto.keller@lantern.example', 'Customer', 'lantern' ),
	/** A colleague: needs no contact, has none. */
	employee: person( 103, 'Wanda', 'Pryce', 'wanda.pryce@northwind.example', 'Employee', null ),
	/** The contact is there, the user is not linked to it. */
	unlinked: person( 104, 'Leo', 'Marchetti', 'leo.marchetti@harbourline.example' ),
	/** The contact was deleted in the CRM, and the portal knows. */
	binned: person( 105, 'Sanna', 'Virtanen', 'sanna.virtanen@meadow.example', 'Partner', 'meadow' ),
	inactive: person( 106, 'Karim', 'Haddad', 'karim.haddad@lantern.example', 'Customer', 'lantern' ),
	noRole: person( 107, 'Bea', 'Novak', 'bea.novak@meadow.example', 'Partner', 'meadow' ),
	/** The contact belongs to no company. */
	noAccount: person( 108, 'Tariq', 'Osman', 'tariq.osman@harbourline.example', 'Partner', null ),
	/** The contact's address has capitals, so that nobody finds it in the lookup. */
	otherSpelling: person( 109, 'Ruth', 'Adeyemi', 'ruth.adeyemi@lantern.example', 'Customer', 'lantern' ),
	/** Invited, never logged in. */
	pending: person( 110, 'Noor', 'de Wit', 'noor.dewit@meadow.example', 'Partner', 'meadow' ),
	/** Two users of one address. */
	twin: person( 111, 'Max', 'Ferrer', 'max.ferrer@harbourline.example' ),
	/** Switched off by the check box in the CRM. */
	unticked: person( 112, 'Gita', 'Sharma', 'gita.sharma@lantern.example', 'Customer', 'lantern' ),
	/** A contact without a user. */
	noUser: person( 113, 'Paul', 'Winter', 'paul.winter@meadow.example', 'Partner', 'meadow' ),
	quoted: person( 114, 'Sean', 'O’Neil', "sean.o'neil@harbourline.example" ),
	hostile: person( 115, '<img src=x onerror=alert(1)>', '"><script>alert(2)</script>', 'hostile@meadow.example', 'Partner', 'meadow' ),
} as const;

export type PersonKey = keyof typeof PEOPLE;

export const userId = ( key: PersonKey ): string => nativeId( '005', PEOPLE[ key ].number );
export const contactId = ( key: PersonKey, system: CrmSystem = 'salesforce' ): string => crmId( system, 'contact', PEOPLE[ key ].number );
export const accountId = ( company: Company, system: CrmSystem = 'salesforce' ): string => crmId( system, 'account', COMPANIES[ company ] );

/** The twin's second user. */
export const TWIN_USER = nativeId( '005', 211 );

/** Users who are linked to no contact. */
const UNLINKED: readonly PersonKey[] = [ 'employee', 'unlinked', 'otherSpelling' ];

const ROLE_OF = { Employee: ROLES.employee, Partner: ROLES.partner, Customer: ROLES.customer } as const;

export function newUser( id: string, firstname: string, lastname: string, email: string, type: UserType, linkedTo: string | null, now: Moment ): PortalUser {
	return {
		id,
		firstname,
		lastname,
		username: email,
		email,
		isActive: true,
		deactivatedAt: null,
		lastLoginAt: now - 9 * DAY_MS,
		roleId: ROLE_OF[ type ].id,
		type,
		contactId: linkedTo,
		modifiedAt: now - 40 * DAY_MS,
	};
}

export const newContact = ( id: string, firstname: string, lastname: string, email: string | null, linkedAccount: string | null, now: Moment ): Contact => ( {
	id,
	firstname,
	lastname,
	email,
	accountId: linkedAccount,
	communityUser: true,
	isDeleted: false,
	modifiedAt: now - 40 * DAY_MS,
} );

/**
 * Builds the portal as it stands at the start.
 *
 * @param now    The portal's time.
 * @param system The CRM behind it.
 */
export function northwind( now: Moment, system: CrmSystem = 'salesforce' ): MagentrixState {
	const keys = Object.keys( PEOPLE ) as PersonKey[];
	const users = keys
		.filter( ( key ) => key !== 'noUser' )
		.map( ( key ): PortalUser => {
			const { firstname, lastname, email, type } = PEOPLE[ key ];
			const user = newUser( userId( key ), firstname, lastname, email, type, UNLINKED.includes( key ) ? null : contactId( key, system ), now );
			switch ( key ) {
				case 'inactive':
				case 'unticked':
					return { ...user, isActive: false, deactivatedAt: now - 5 * DAY_MS };
				case 'noRole':
					return { ...user, roleId: null };
				case 'pending':
					return { ...user, lastLoginAt: null };
				default:
					return user;
			}
		} );
	const { twin } = PEOPLE;
	const admin = newUser( ADMIN_USER, 'Portal', 'Integration', 'integration@northwind.example', 'Employee', null, now );
	const crmContacts = keys
		.filter( ( key ) => PEOPLE[ key ].type !== 'Employee' )
		.map( ( key ): Contact => {
			const { firstname, lastname, email, company } = PEOPLE[ key ];
			const contact = newContact( contactId( key, system ), firstname, lastname, email, company === null ? null : accountId( company, system ), now );
			switch ( key ) {
				case 'binned':
					return { ...contact, isDeleted: true, modifiedAt: now - 3 * DAY_MS };
				case 'otherSpelling':
					return { ...contact, email: 'Ruth.Adeyemi@Lantern.example' };
				case 'unticked':
					return { ...contact, communityUser: false };
				default:
					return contact;
			}
		} );
	return {
		users: [
			{ ...admin, roleId: ROLES.administrator.id },
			...users,
			{ ...newUser( TWIN_USER, twin.firstname, twin.lastname, twin.email, 'Partner', null, now ), username: 'max.ferrer.old', isActive: false, deactivatedAt: now - 90 * DAY_MS },
		],
		crmContacts,
		contacts: crmContacts.filter( ( contact ) => ! contact.isDeleted ).map( ( contact ) => ( { ...contact } ) ),
		accounts: ( Object.keys( COMPANIES ) as Company[] ).map( ( company ): Account => ( { id: accountId( company, system ), name: COMPANY_NAMES[ company ] } ) ),
		roles: Object.values( ROLES ),
		logins: users.flatMap( ( { id, lastLoginAt }, index ) => ( lastLoginAt === null ? [] : [ { id: nativeId( '0lh', 1 + index ), ownerId: id, loginAt: lastLoginAt } ] ) ),
		apiKeys: [
			{ key: API_KEYS.causeway, userId: ADMIN_USER, client: 'causeway', isRevoked: false },
			{ key: API_KEYS.other, userId: ADMIN_USER, client: 'other', isRevoked: false },
		],
		sessions: [],
		seats: { Employee: 5, Partner: 40, Customer: 40 },
		sync: { seconds: 420, isStuck: false, pending: [] },
		crm: { system },
		session: { minutes: 60 },
		clock: { offsetSeconds: 0 },
		switches: { ...DEFAULT_SWITCHES, denied: [] },
		nextId: 5_001,
	};
}
