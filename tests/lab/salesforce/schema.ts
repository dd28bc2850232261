/**
 * Which fields the objects have, and how one leads to another.
 */
import type { ObjectName, OrgState } from './state';

export type FieldType = 'boolean' | 'datetime' | 'email' | 'id' | 'int' | 'picklist' | 'reference' | 'string';

export interface FieldDescription {
	readonly name: string;
	readonly label: string;
	readonly type: FieldType;
	/** Name under which the record that it points to is reached in a query, and that record's object. */
	readonly reference?: { readonly name: string; readonly object: ObjectName };
	readonly custom?: boolean;
	readonly updateable?: boolean;
	/** May stand in a WHERE; true where absent. */
	readonly filterable?: boolean;
}

const AUDIT: readonly FieldDescription[] = [
	{ name: 'CreatedDate', label: 'Created Date', type: 'datetime' },
	{ name: 'LastModifiedDate', label: 'Last Modified Date', type: 'datetime' },
	{ name: 'LastModifiedById', label: 'Last Modified By ID', type: 'reference', reference: { name: 'LastModifiedBy', object: 'User' } },
	{ name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime' },
	{ name: 'IsDeleted', label: 'Deleted', type: 'boolean' },
];

const id = ( label: string ): FieldDescription => ( { name: 'Id', label, type: 'id' } );

const SCHEMA: Readonly< Record< ObjectName, readonly FieldDescription[] > > = {
	Organization: [
		id( 'Organization ID' ),
		{ name: 'Name', label: 'Name', type: 'string' },
		{ name: 'InstanceName', label: 'Instance Name', type: 'string' },
		{ name: 'IsSandbox', label: 'Is Sandbox', type: 'boolean' },
		{ name: 'OrganizationType', label: 'Edition', type: 'picklist' },
	],
	Account: [ id( 'Account ID' ), { name: 'Name', label: 'Account Name', type: 'string', updateable: true }, ...AUDIT ],
	Contact: [
		id( 'Contact ID' ),
		{ name: 'FirstName', label: 'First Name', type: 'string', updateable: true },
		{ name: 'LastName', label: 'Last Name', type: 'string', updateable: true },
		{ name: 'Name', label: 'Full Name', type: 'string' },
		{ name: 'Email', label: 'Email', type: 'email', updateable: true },
		{ name: 'AccountId', label: 'Account ID', type: 'reference', reference: { name: 'Account', object: 'Account' }, updateable: true },
		{ name: 'MasterRecordId', label: 'Master Record ID', type: 'reference', reference: { name: 'MasterRecord', object: 'Contact' } },
		...AUDIT,
	],
	User: [
		id( 'User ID' ),
		{ name: 'FirstName', label: 'First Name', type: 'string', updateable: true },
		{ name: 'LastName', label: 'Last Name', type: 'string', updateable: true },
		{ name: 'Name', label: 'Full Name', type: 'string' },
		{ name: 'Username', label: 'Username', type: 'string', updateable: true },
		{ name: 'Email', label: 'Email', type: 'email', updateable: true },
		{ name: 'IsActive', label: 'Active', type: 'boolean', updateable: true },
		{ name: 'ContactId', label: 'Contact ID', type: 'reference', reference: { name: 'Contact', object: 'Contact' } },
		{ name: 'AccountId', label: 'Account ID', type: 'reference', reference: { name: 'Account', object: 'Account' } },
		{ name: 'UserType', label: 'User Type', type: 'picklist' },
		{ name: 'ProfileId', label: 'Profile ID', type: 'reference', reference: { name: 'Profile', object: 'Profile' }, updateable: true },
		{ name: 'LastLoginDate', label: 'Last Login', type: 'datetime' },
		{ name: 'IsPortalEnabled', label: 'User Is Portal Enabled', type: 'boolean' },
		...AUDIT.filter( ( field ) => field.name !== 'IsDeleted' ),
	],
	Profile: [
		id( 'Profile ID' ),
		{ name: 'Name', label: 'Name', type: 'string' },
		{ name: 'UserLicenseId', label: 'User License ID', type: 'reference', reference: { name: 'UserLicense', object: 'UserLicense' } },
		{ name: 'UserType', label: 'User Type', type: 'picklist' },
	],
	UserLicense: [
		id( 'User License ID' ),
		{ name: 'Name', label: 'Name', type: 'string' },
		{ name: 'Status', label: 'Status', type: 'picklist' },
		{ name: 'TotalLicenses', label: 'Total Licenses', type: 'int' },
		{ name: 'UsedLicenses', label: 'Used Licenses', type: 'int' },
	],
	UserLogin: [
		id( 'User Login ID' ),
		{ name: 'UserId', label: 'User ID', type: 'reference', reference: { name: 'User', object: 'User' } },
		{ name: 'IsFrozen', label: 'Is Frozen', type: 'boolean', updateable: true },
		{ name: 'IsPasswordLocked', label: 'Is Password Locked', type: 'boolean', updateable: true },
		{ name: 'LastModifiedDate', label: 'Last Modified Date', type: 'datetime' },
		{ name: 'LastModifiedById', label: 'Last Modified By ID', type: 'reference', reference: { name: 'LastModifiedBy', object: 'User' } },
	],
	LoginHistory: [
		id( 'Login ID' ),
		{ name: 'UserId', label: 'User ID', type: 'reference' },
		{ name: 'LoginTime', label: 'Login Time', type: 'datetime' },
		{ name: 'LoginType', label: 'Login Type', type: 'picklist' },
		{ name: 'SourceIp', label: 'Source IP', type: 'string' },
		{ name: 'Status', label: 'Status', type: 'string', filterable: false },
		{ name: 'Application', label: 'Application', type: 'string', filterable: false },
		{ name: 'Browser', label: 'Browser', type: 'string', filterable: false },
		{ name: 'Platform', label: 'Platform', type: 'string', filterable: false },
	],
};

/** Objects by their name in any case, as queries take them. */
export const objectNamed = ( name: string ): ObjectName | undefined =>
	( Object.keys( SCHEMA ) as ObjectName[] ).find( ( one ) => one.toLowerCase() === name.toLowerCase() );

/**
 * The fields of an object that a user may see.
 *
 * @param state  The organisation.
 * @param object The object.
 * @param userId Who looks; '' sees everything.
 */
export function fieldsOf( state: OrgState, object: ObjectName, userId: string ): readonly FieldDescription[] {
	const custom = object === 'Contact' ? state.customFields.map( ( field ): FieldDescription => ( { ...field, custom: true, updateable: true } ) ) : [];
	const hidden = state.hiddenFields[ userId ] ?? [];
	return [ ...SCHEMA[ object ], ...custom ]
		.filter( ( field ) => state.switches.masterRecordId || object !== 'Contact' || field.name !== 'MasterRecordId' )
		.map( ( field ) => ( field.name === 'Status' && object === 'LoginHistory' ? { ...field, filterable: state.switches.statusFilter } : field ) )
		.filter( ( field ) => ! hidden.includes( `${ object }.${ field.name }` ) );
}
