/**
 * Which tables there are, with the columns that a caller may name.
 */
import { badQuery, missingPrivilege, unknownColumn } from './answers';
import type { Environment } from './environment';
import { iso } from './scenario';
import { isReference, type ColumnType, type Row } from './state';
import type { Json } from '../json';

export interface TableColumn {
	readonly logicalName: string;
	readonly type: ColumnType;
	readonly isSecured?: boolean;
}

export interface Table {
	/** As it stands in addresses: `contacts`. */
	readonly set: string;
	readonly logicalName: string;
	/** Column that holds the row's id. */
	readonly key: string;
	/** Privilege without which it cannot be read. */
	readonly privilege: string;
	readonly columns: readonly TableColumn[];
	readonly rows: () => readonly Row[];
}

const isLookup = ( column: TableColumn ): boolean => column.type === 'Lookup' || column.type === 'Customer';

/** Name of a column in an OData answer: a lookup shows its id only. */
export const propertyOf = ( column: TableColumn ): string => ( isLookup( column ) ? `_${ column.logicalName }_value` : column.logicalName );

/** A column by the name that a query gives it; refuses what the table does not have. */
export function columnOf( environment: Environment, table: Table, property: string ): TableColumn {
	const column = table.columns.find( ( one ) => propertyOf( one ) === property );
	if ( column === undefined ) {
		throw unknownColumn( environment, property, table.logicalName );
	}
	return column;
}

/** A row's value as the API gives it: a lookup as the id that it points to. */
export const valueOf = ( row: Row, column: TableColumn ): Json => {
	const value = row[ column.logicalName ] ?? null;
	return isReference( value ) ? value.id : value;
};

const columns = ( list: Readonly< Record< string, ColumnType > > ): TableColumn[] => Object.entries( list ).map( ( [ logicalName, type ] ) => ( { logicalName, type } ) );

function contacts( environment: Environment ): Table {
	return { set: 'contacts', logicalName: 'contact', key: 'contactid', privilege: 'prvReadContact', columns: environment.state.columns, rows: () => environment.state.contacts };
}

/** Renames the plain columns of a portal table to those of the data model that is installed. */
function portalTable( environment: Environment, name: 'sitesetting' | 'webrole', lookups: readonly string[], strings: readonly string[], rows: readonly Row[] ): Table {
	const prefix = environment.state.switches.portalModel;
	const key = `${ prefix }_${ name }id`;
	return {
		set: `${ prefix }_${ name }s`,
		logicalName: `${ prefix }_${ name }`,
		key,
		privilege: `prvRead${ prefix }_${ name }`,
		columns: [
			{ logicalName: key, type: 'Uniqueidentifier' },
			...strings.map( ( one ) => ( { logicalName: `${ prefix }_${ one }`, type: 'String' as const } ) ),
			...lookups.map( ( one ) => ( { logicalName: `${ prefix }_${ one }`, type: 'Lookup' as const } ) ),
		],
		rows: () =>
			rows.map( ( row ) => ( {
				versionnumber: row.versionnumber,
				[ key ]: row.id ?? null,
				...Object.fromEntries( [ ...strings, ...lookups ].map( ( one ): [ string, Json ] => [ `${ prefix }_${ one }`, row[ one ] ?? null ] ) ),
			} ) ),
	};
}

export const hasPortal = ( environment: Environment ): boolean => environment.column( 'adx_identity_username' ) !== undefined;

/** In the enhanced data model a web role is one of many components of a site. */
export function webRoles( environment: Environment ): Table {
	if ( environment.state.switches.portalModel === 'adx' ) {
		return portalTable( environment, 'webrole', [], [ 'name' ], environment.state.webRoles );
	}
	return {
		set: 'powerpagecomponents',
		logicalName: 'powerpagecomponent',
		key: 'powerpagecomponentid',
		privilege: 'prvReadpowerpagecomponent',
		columns: columns( { powerpagecomponentid: 'Uniqueidentifier', name: 'String', powerpagecomponenttype: 'Integer' } ),
		rows: () =>
			environment.state.webRoles.map( ( { id = null, name = null, versionnumber } ) => ( { powerpagecomponentid: id, name, powerpagecomponenttype: 11, versionnumber } ) ),
	};
}

/** The relationship by which a contact's web roles are read. */
export const webRolesOfContact = ( environment: Environment ): string => ( environment.state.switches.portalModel === 'adx' ? 'adx_webrole_contact' : 'powerpagecomponent_mspp_webrole_contact' );

const PORTAL_TABLES = ( environment: Environment ): Table[] => [
	portalTable( environment, 'sitesetting', [ 'websiteid' ], [ 'name', 'value' ], environment.state.siteSettings ),
	webRoles( environment ),
	{
		set: 'adx_invitations',
		logicalName: 'adx_invitation',
		key: 'adx_invitationid',
		privilege: 'prvReadadx_invitation',
		columns: columns( {
			adx_invitationid: 'Uniqueidentifier',
			adx_name: 'String',
			adx_invitationcode: 'String',
			adx_invitecontact: 'Lookup',
			adx_redeemedcontact: 'Lookup',
			adx_expirydate: 'DateTime',
			adx_type: 'Integer',
			createdon: 'DateTime',
			statecode: 'State',
			statuscode: 'Status',
		} ),
		rows: () => environment.state.invitations,
	},
	{
		set: 'adx_externalidentities',
		logicalName: 'adx_externalidentity',
		key: 'adx_externalidentityid',
		privilege: 'prvReadadx_externalidentity',
		columns: columns( { adx_externalidentityid: 'Uniqueidentifier', adx_contactid: 'Lookup', adx_username: 'String', adx_identityprovidername: 'String', createdon: 'DateTime' } ),
		rows: () => environment.state.identities,
	},
];

const PLATFORM_TABLES = ( environment: Environment ): Table[] => [
	contacts( environment ),
	{
		set: 'accounts',
		logicalName: 'account',
		key: 'accountid',
		privilege: 'prvReadAccount',
		columns: columns( { accountid: 'Uniqueidentifier', name: 'String', statecode: 'State', statuscode: 'Status' } ),
		rows: () => environment.state.accounts,
	},
	{
		set: 'audits',
		logicalName: 'audit',
		key: 'auditid',
		privilege: 'prvReadAuditSummary',
		columns: columns( { auditid: 'Uniqueidentifier', objectid: 'Lookup', userid: 'Lookup', operation: 'Integer', createdon: 'DateTime' } ),
		rows: () =>
			environment.state.audits.map( ( entry ) => ( {
				auditid: entry.id,
				objectid: { id: entry.objectId, table: 'contact' },
				userid: { id: entry.userId, table: 'systemuser' },
				operation: entry.operation,
				createdon: iso( entry.at ),
				versionnumber: 0,
			} ) ),
	},
	{
		set: 'recyclebinconfigs',
		logicalName: 'recyclebinconfig',
		key: 'recyclebinconfigid',
		privilege: 'prvReadRecycleBinConfig',
		columns: columns( { recyclebinconfigid: 'Uniqueidentifier', statecode: 'State', isreadyforrecyclebin: 'Boolean', cleanupintervalindays: 'Integer', extensionofrecordid: 'Lookup' } ),
		rows: () =>
			environment.state.recycleBin.isOn
				? [ { recyclebinconfigid: BIN_CONFIG, statecode: 0, isreadyforrecyclebin: true, cleanupintervalindays: environment.state.recycleBin.keepDays, extensionofrecordid: { id: CONTACT_ENTITY, table: 'entity' }, versionnumber: 1 } ]
				: [],
	},
	{
		set: 'entities',
		logicalName: 'entity',
		key: 'entityid',
		privilege: 'prvReadEntity',
		columns: columns( { entityid: 'Uniqueidentifier', logicalname: 'String' } ),
		rows: () => [ { entityid: CONTACT_ENTITY, logicalname: 'contact', versionnumber: 1 } ],
	},
	{
		set: 'systemusers',
		logicalName: 'systemuser',
		key: 'systemuserid',
		privilege: 'prvReadEntity',
		columns: columns( { systemuserid: 'Uniqueidentifier', fullname: 'String', isdisabled: 'Boolean' } ),
		rows: () => environment.state.users.map( ( user ) => ( { systemuserid: user.id, fullname: user.fullName, isdisabled: user.isDisabled, versionnumber: 1 } ) ),
	},
];

const BIN_CONFIG = '5a1e0b01-7c2d-ef11-9f89-6045bdece801';
export const CONTACT_ENTITY = '5a1e0c01-7c2d-ef11-9f89-6045bdece801';

const all = ( environment: Environment ): Table[] => [ ...PLATFORM_TABLES( environment ), ...( hasPortal( environment ) ? PORTAL_TABLES( environment ) : [] ) ];

export const tableOfSet = ( environment: Environment, set: string ): Table | undefined => all( environment ).find( ( table ) => table.set === set );

export function tableOfName( environment: Environment, logicalName: string ): Table {
	const table = all( environment ).find( ( one ) => one.logicalName === logicalName );
	if ( table === undefined ) {
		throw badQuery( `The entity with a name = '${ logicalName }' was not found in the MetadataCache.` );
	}
	return table;
}

/** Rows that a user may read; refuses where the role lacks the privilege altogether. */
export function readableRows( environment: Environment, table: Table, userId: string, rows = table.rows() ): readonly Row[] {
	const depth = environment.depth( userId, table.privilege );
	if ( depth === null ) {
		throw missingPrivilege( environment, userId, table.privilege );
	}
	return depth === 'Global' || table.logicalName !== 'contact' ? rows : rows.filter( ( row ) => environment.reaches( userId, table.privilege, row ) );
}
