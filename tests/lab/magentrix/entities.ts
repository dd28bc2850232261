/**
 * The entities that can be asked for, as rows of fields.
 */
import { MeqlError, type Query, type Reader, type Value } from './meql';
import type { Portal } from './portal';
import type { Account, Contact, LoginRow, Moment, PortalUser, Right } from './state';

export type Row = Readonly< Record< string, Value > >;

export interface Entity {
	readonly right?: Right;
	readonly rows: () => readonly Row[];
	/** Records that a relation of a row leads to, by its name. */
	readonly relations: Readonly< Record< string, ( row: Row ) => Row | null > >;
}

/** A moment as the API writes it: UTC, ten millionths of a second. */
export const time = ( moment: Moment | null ): string | null => ( moment === null ? null : `${ new Date( moment ).toISOString().slice( 0, -1 ) }0000Z` );

/** What stands for "no time". */
export const NO_TIME = '0001-01-01T00:00:00';

const fullName = ( { firstname, lastname }: { firstname: string; lastname: string } ): string => `${ firstname } ${ lastname }`.trim();

function userRow( portal: Portal, user: PortalUser ): Row {
	const { contactField, typeField } = portal.state.switches;
	return {
		Id: user.id,
		Name: fullName( user ),
		Username: user.username,
		Firstname: user.firstname,
		Lastname: user.lastname,
		Email: user.email,
		IsActive: user.isActive,
		DeactivationDate: time( user.deactivatedAt ),
		LastLogin: time( user.lastLoginAt ),
		RoleId: user.roleId,
		Phone: null,
		TimeZone: 'UTC',
		CreatedOn: time( Date.UTC( 2024, 2, 1 ) ),
		ModifiedOn: time( user.modifiedAt ),
		...( contactField === '' ? {} : { [ contactField ]: user.contactId } ),
		...( typeField === '' ? {} : { [ typeField ]: user.type } ),
	};
}

function contactRow( portal: Portal, contact: Contact ): Row {
	const { communityField } = portal.state.switches;
	return {
		Id: contact.id,
		Name: fullName( contact ),
		FirstName: contact.firstname,
		LastName: contact.lastname,
		Email: contact.email,
		AccountId: contact.accountId,
		IsDeleted: contact.isDeleted,
		ModifiedOn: time( contact.modifiedAt ),
		...( communityField === '' ? {} : { [ communityField ]: contact.communityUser } ),
	};
}

const accountRow = ( account: Account ): Row => ( { Id: account.id, Name: account.name, IsDeleted: false } );

const loginRow = ( login: LoginRow ): Row => ( {
	Id: login.id,
	OwnerId: login.ownerId,
	LoginTime: time( login.loginAt ),
	LoginType: 'Portal',
	LogoffTime: null,
	Platform: 'Chrome',
	IsDeleted: false,
} );

/** All entities by their API names. */
export function entities( portal: Portal ): Readonly< Record< string, Entity > > {
	const { state } = portal;
	const crm = ( name: string ): string => ( state.switches.crmEntities === 'plain' ? name : `Force__${ name }` );
	const contactOf = ( id: Value | undefined ): Row | null => {
		const contact = portal.contact( typeof id === 'string' ? id : null );
		return contact === undefined ? null : contactRow( portal, contact );
	};
	const accountOf = ( id: Value | undefined ): Row | null => {
		const account = state.accounts.find( ( one ) => one.id === id );
		return account === undefined ? null : accountRow( account );
	};
	const isRelated = state.switches.relations === 'nested';
	return {
		User: {
			right: 'users',
			rows: () => state.users.map( ( user ) => userRow( portal, user ) ),
			relations: isRelated ? { Contact: ( row ) => contactOf( row[ state.switches.contactField ] ) } : {},
		},
		[ crm( 'Contact' ) ]: {
			right: 'contacts',
			rows: () => state.contacts.map( ( contact ) => contactRow( portal, contact ) ),
			relations: isRelated ? { Account: ( row ) => accountOf( row.AccountId ) } : {},
		},
		[ crm( 'Account' ) ]: { right: 'contacts', rows: () => state.accounts.map( accountRow ), relations: {} },
		LoginHistory: { right: 'history', rows: () => state.logins.map( loginRow ), relations: {} },
		Role: { right: 'users', rows: () => state.roles.map( ( { id, name } ) => ( { Id: id, Name: name } ) ), relations: {} },
	};
}

/** Reads `Email` or `Account.Name` of a row; undefined where there is no such field, null where a relation leads nowhere. */
const readerOf =
	( entity: Entity, row: Row ): Reader =>
	( path ) => {
		const [ first = '', second ] = path.split( '.' );
		if ( second === undefined ) {
			return row[ first ];
		}
		const relation = entity.relations[ first ];
		if ( relation === undefined ) {
			return undefined;
		}
		const related = relation( row );
		return related === null ? null : related[ second ];
	};

const compare = ( left: Value | undefined, right: Value | undefined ): number => {
	const [ a, b ] = [ String( left ?? '' ), String( right ?? '' ) ];
	return a < b ? -1 : Number( a > b );
};

const MOST_ROWS = 10_000;

/**
 * Carries out a query.
 *
 * @param entity Of which entity.
 * @param query  What is asked.
 * @param empty  How an empty field comes.
 */
export function run( entity: Entity, query: Query, empty: 'null' | 'omitted' ): { readonly matching: number; readonly records: readonly object[] } {
	const rows = entity.rows();
	const sample = rows[ 0 ];
	const { orderBy, fields } = query;
	if ( sample !== undefined ) {
		// A field that there is not is refused even where no row would have been looked at.
		const known = readerOf( entity, sample );
		query.where( known );
		const strange = [ ...( fields ?? [] ), ...( orderBy === undefined ? [] : [ orderBy.field ] ) ].find( ( field ) => known( field ) === undefined );
		if ( strange !== undefined ) {
			throw new MeqlError( `The field: '${ strange }' does not exist.` );
		}
	}
	const fitting = rows.filter( ( row ) => query.where( readerOf( entity, row ) ) );
	if ( orderBy !== undefined ) {
		fitting.sort( ( left, right ) => compare( readerOf( entity, left )( orderBy.field ), readerOf( entity, right )( orderBy.field ) ) * ( orderBy.isDescending ? -1 : 1 ) );
	}
	const page = fitting.slice( query.offset, query.offset + Math.min( query.limit ?? MOST_ROWS, MOST_ROWS ) );
	return { matching: fitting.length, records: page.map( ( row ) => shown( entity, row, fields ?? Object.keys( row ), empty ) ) };
}

/** The fields of a row as they are sent; `Account.Name` nests. */
export function shown( entity: Entity, row: Row, fields: readonly string[], empty: 'null' | 'omitted' ): object {
	const record: Record< string, Value | Record< string, Value > > = {};
	for ( const field of fields ) {
		const value = readerOf( entity, row )( field ) ?? null;
		const [ first = '', second ] = field.split( '.' );
		if ( value === null && empty === 'omitted' ) {
			continue;
		}
		if ( second === undefined ) {
			record[ first ] = value;
		} else {
			record[ first ] = { ...( record[ first ] as Record< string, Value > | undefined ), [ second ]: value };
		}
	}
	return record;
}
