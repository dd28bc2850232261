/**
 * Records of a module: by id, list, search, COQL, deleted, timeline, update.
 */
import { empty, json, type Answer } from '../http';
import { isObject, parseJson, type Json, type JsonObject } from '../json';
import { ACCOUNTS_MODULE, CONTACTS_MODULE } from '../scenarios/northwind';
import {
	errorBody,
	invalidModule,
	invalidParameter,
	missingParameter,
	missingProperty,
	noPermission,
	refuse,
	type ErrorBody,
} from './answers';
import { bodyText, isId, timeHeader, type Context, type Route } from './context';
import { compareBy, CoqlError, fits, parseCoql, type Query } from './coql';
import { CriteriaError, meets, parseCriteria } from './criteria';
import type { ModuleName } from './crm';
import { page } from './paging';
import { DAY_MS, PERMANENT_DAYS, RECYCLE_DAYS, type CrmRecord } from './state';

export const moduleRef = ( module: ModuleName ): { api_name: string; id: string } => ( {
	api_name: module,
	id: module === 'Contacts' ? CONTACTS_MODULE : ACCOUNTS_MODULE,
} );

const MOST_FIELDS = 50;
const MOST_ROWS_WRITTEN = 100;

/**
 * The `fields` parameter: null where absent, an answer where too long.
 *
 * @param context The call.
 */
function askedFields( context: Context ): string[] | null | Answer {
	const sent = context.call.query.get( 'fields' );
	if ( sent === null || sent.trim() === '' ) {
		return null;
	}
	const fields = sent.split( ',' ).map( ( field ) => field.trim() );
	return fields.length > MOST_FIELDS
		? refuse( 400, 'LIMIT_EXCEEDED', 'more than 50 fields', { param_name: 'fields', limit: MOST_FIELDS } )
		: fields;
}

const isAnswer = ( value: unknown ): value is Answer => isObject( value ) && typeof value.status === 'number';

function absent( context: Context ): Answer {
	switch ( context.crm.state.switches.absentRecord ) {
		case '204':
			return empty( 204 );
		case '404':
			return refuse( 404, 'INVALID_DATA', 'the id given seems to be invalid' );
		case '400':
			return refuse( 400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 1 } );
	}
}

function byId( context: Context, module: ModuleName, id: string ): Answer {
	const { crm, userId } = context;
	if ( ! isId( id ) ) {
		return refuse( 400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 1 } );
	}
	const record = crm.find( module, id );
	if ( record === undefined ) {
		return absent( context );
	}
	const fields = askedFields( context );
	if ( isAnswer( fields ) ) {
		return fields;
	}
	const since = timeHeader( context.call, 'if-modified-since' );
	if ( since !== null && crm.modifiedAt( record ) <= since ) {
		return empty( 304 );
	}
	return json( 200, { data: [ crm.view( module, record, userId, fields ) ] } );
}

function list( context: Context, module: ModuleName ): Answer {
	const { crm, call, userId } = context;
	const fields = askedFields( context );
	if ( isAnswer( fields ) ) {
		return fields;
	}
	if ( fields === null ) {
		return missingParameter( 'fields' );
	}
	let records: CrmRecord[] = [ ...crm.records( module ) ];
	const ids = call.query.get( 'ids' );
	if ( ids !== null ) {
		const wanted = ids.split( ',' ).map( ( id ) => id.trim() );
		if ( ! wanted.every( isId ) ) {
			return invalidParameter( 'ids' );
		}
		records = records.filter( ( record ) => wanted.includes( record.id ) );
	}
	const since = timeHeader( call, 'if-modified-since' );
	if ( since !== null ) {
		records = records.filter( ( record ) => crm.modifiedAt( record ) > since );
	}
	const sortBy = call.query.get( 'sort_by' ) ?? 'id';
	if ( ! [ 'id', 'Created_Time', 'Modified_Time' ].includes( sortBy ) ) {
		return invalidParameter( 'sort_by' );
	}
	const isDescending = ( call.query.get( 'sort_order' ) ?? 'desc' ) !== 'asc';
	records.sort( compareBy( [ { column: sortBy, isDescending }, { column: 'id', isDescending } ] ) );
	if ( records.length === 0 ) {
		return empty( since === null ? 204 : 304 );
	}
	const cut = page( context, records, true );
	if ( isAnswer( cut ) ) {
		return cut;
	}
	if ( cut.rows.length === 0 ) {
		return empty( 204 );
	}
	return json( 200, {
		data: cut.rows.map( ( record ) => crm.view( module, record, userId, fields ) ),
		info: { ...cut.info, sort_by: sortBy, sort_order: isDescending ? 'desc' : 'asc' },
	} );
}

/** Searches find two thousand records at most. */
const MOST_FOUND = 2000;

function search( context: Context, module: ModuleName ): Answer {
	const { crm, call, userId } = context;
	const [ criteria = null, email = null, phone = null, word = null ] = [ 'criteria', 'email', 'phone', 'word' ].map( ( name ) =>
		call.query.get( name )
	);
	const fields = askedFields( context );
	if ( isAnswer( fields ) ) {
		return fields;
	}
	const fieldsOfType = ( types: readonly string[] ) =>
		crm
			.fields( module )
			.filter( ( field ) => types.includes( field.dataType ) && crm.readableField( module, field.apiName, userId ) )
			.map( ( field ) => field.apiName );
	const holds = ( record: CrmRecord, types: readonly string[], text: string ) =>
		fieldsOfType( types ).some( ( name ) => String( record[ name ] ?? '' ).toLowerCase().includes( text.toLowerCase() ) );
	let found = crm.indexed( module );
	if ( criteria !== null ) {
		try {
			const criterion = parseCriteria( criteria );
			found = found.filter( ( record ) => meets( criterion, crm.view( module, record, userId, null ) ) );
		} catch ( error ) {
			if ( error instanceof CriteriaError ) {
				return refuse( 400, 'INVALID_QUERY', 'invalid query formed', { reason: 'criteria' } );
			}
			throw error;
		}
	} else if ( email !== null ) {
		found = found.filter( ( record ) => holds( record, [ 'email' ], email ) );
	} else if ( phone !== null ) {
		found = found.filter( ( record ) => holds( record, [ 'phone' ], phone ) );
	} else if ( word !== null ) {
		found = found.filter( ( record ) => holds( record, [ 'text', 'email', 'phone' ], word ) );
	} else {
		return refuse( 400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
			param_names: [ 'criteria', 'email', 'phone', 'word' ],
		} );
	}
	const cut = page( context, found.slice( 0, MOST_FOUND ), false );
	if ( isAnswer( cut ) ) {
		return cut;
	}
	return cut.rows.length === 0
		? empty( 204 )
		: json( 200, {
				data: cut.rows.map( ( record ) => crm.view( module, record, userId, fields ) ),
				info: cut.info,
		  } );
}

function deleted( context: Context, module: ModuleName ): Answer {
	const { crm, call } = context;
	const type = call.query.get( 'type' ) ?? 'all';
	if ( ! [ 'all', 'recycle', 'permanent' ].includes( type ) ) {
		return invalidParameter( 'type', { supported_values: [ 'all', 'recycle', 'permanent' ] } );
	}
	crm.bin();
	const since = timeHeader( call, 'if-modified-since' );
	const days = { recycle: RECYCLE_DAYS, permanent: PERMANENT_DAYS };
	const rows = crm.state.deleted
		.filter(
			( entry ) =>
				entry.module === module &&
				( type === 'all' || entry.kind === type ) &&
				entry.deletedAt > crm.now() - days[ entry.kind ] * DAY_MS &&
				( since === null || entry.deletedAt > since )
		)
		.sort( ( a, b ) => b.deletedAt - a.deletedAt );
	if ( rows.length === 0 ) {
		return empty( since === null ? 204 : 304 );
	}
	const cut = page( context, rows, false );
	if ( isAnswer( cut ) ) {
		return cut;
	}
	if ( cut.rows.length === 0 ) {
		return empty( 204 );
	}
	return json( 200, {
		data: cut.rows.map( ( entry ) => ( {
			deleted_by: crm.userRef( entry.deletedByUserId ),
			id: entry.id,
			display_name: entry.displayName,
			type: entry.kind,
			created_by: entry.record?.Created_By ?? null,
			deleted_time: crm.time( entry.deletedAt ),
		} ) ),
		info: cut.info,
	} );
}

function timeline( context: Context, module: ModuleName, id: string ): Answer {
	const { crm } = context;
	const record = crm.find( module, id );
	if ( record === undefined ) {
		return absent( context );
	}
	const entries = crm.state.timeline[ id ] ?? [];
	if ( entries.length === 0 ) {
		return empty( 204 );
	}
	return json( 200, {
		__timeline: entries.map( ( entry, index ) => ( {
			id: `${ id }${ index }`.slice( -19 ),
			done_by: crm.userRef( entry.byUserId ),
			related_record: null,
			automation_details: null,
			record: { module: moduleRef( module ), name: crm.displayName( module, record ), id },
			audited_time: crm.time( entry.at ),
			action: entry.action,
			source: entry.source,
			extension: null,
			type: 'timeline',
			field_history:
				entry.changes.length === 0
					? null
					: entry.changes.map( ( change ) => ( {
							api_name: change.field,
							field_label:
								crm.fields( module ).find( ( field ) => field.apiName === change.field )?.label ?? change.field,
							_value: { new: change.to, old: change.from },
					  } ) ),
		} ) ),
		info: { next_page_token: null, previous_page_token: null, count: entries.length, more_records: false, page: 1, per_page: 200 },
	} );
}

function readQuery( context: Context ): Query | Answer {
	const sent = parseJson( bodyText( context.call ) );
	if ( ! isObject( sent ) || typeof sent.select_query !== 'string' ) {
		return missingProperty( 'select_query' );
	}
	try {
		return parseCoql( sent.select_query, context.crm.state.switches.coqlQuote );
	} catch ( error ) {
		if ( error instanceof CoqlError ) {
			return refuse( 400, error.code, error.message, error.details );
		}
		throw error;
	}
}

/** A look-up comes back as its id only; a column of the record behind it under its dotted name. */
function column( context: Context, record: CrmRecord, name: string ): Json {
	const names = name.split( '.' );
	const value = record[ names[ 0 ] ?? '' ] ?? null;
	if ( ! isObject( value ) ) {
		return value;
	}
	const foreign = names[ 1 ];
	if ( foreign === undefined ) {
		return { id: value.id ?? null };
	}
	return context.crm.find( 'Accounts', String( value.id ) )?.[ foreign ] ?? null;
}

function coql( context: Context ): Answer {
	const { crm, userId } = context;
	const query = readQuery( context );
	if ( isAnswer( query ) ) {
		return query;
	}
	if ( query.module !== 'Contacts' && query.module !== 'Accounts' ) {
		return refuse( 400, 'INVALID_MODULE', 'the given module is not supported in api' );
	}
	const module = query.module;
	if ( ! crm.may( userId, `${ module.toLowerCase() }.read` ) ) {
		return noPermission( `Crm_Implied_View_${ module }` );
	}
	const strange = query.named.find( ( name ) => {
		const [ own = '', foreign ] = name.split( '.' );
		const isKnown = own === 'id' || crm.readableField( module, own, userId ) !== undefined;
		return ! isKnown || ( foreign !== undefined && crm.readableField( 'Accounts', foreign, userId ) === undefined );
	} );
	if ( strange !== undefined ) {
		return refuse( 400, 'INVALID_QUERY', 'column given seems to be invalid', { column_name: strange } );
	}
	const rows = crm
		.records( module )
		.filter( ( record ) => fits( query.where, record ) )
		.sort( compareBy( query.orderBy.length > 0 ? query.orderBy : [ { column: 'id', isDescending: false } ] ) );
	const cut = rows.slice( query.offset, query.offset + query.limit );
	if ( cut.length === 0 ) {
		return empty( 204 );
	}
	return json( 200, {
		data: cut.map( ( record ) => {
			const row: JsonObject = {};
			for ( const name of query.columns ) {
				row[ name ] = name === 'id' ? record.id : column( context, record, name );
			}
			row.id = record.id;
			return row;
		} ),
		info: { count: cut.length, more_records: query.offset + query.limit < rows.length },
	} );
}

/** Credits by the number of rows asked for: 1 up to 200, 2 up to 1,000, 3 beyond. */
function coqlCost( context: Context ): number {
	const query = readQuery( context );
	if ( isAnswer( query ) || query.limit <= 200 ) {
		return 1;
	}
	return query.limit <= 1000 ? 2 : 3;
}

function rowsOf( context: Context ): JsonObject[] | Answer {
	const sent = parseJson( bodyText( context.call ) );
	if ( ! isObject( sent ) ) {
		return refuse( 400, 'INVALID_DATA', 'body', { expected_data_type: 'jsonobject' } );
	}
	const rows = sent.data;
	if ( rows === undefined ) {
		return missingProperty( 'data' );
	}
	if ( ! Array.isArray( rows ) || rows.length === 0 || ! rows.every( isObject ) ) {
		return refuse( 400, 'INVALID_DATA', 'invalid data', { expected_data_type: 'jsonarray', api_name: 'data', json_path: '$.data' } );
	}
	return rows.length > MOST_ROWS_WRITTEN
		? refuse( 400, 'INVALID_DATA', 'invalid data', { maximum_length: MOST_ROWS_WRITTEN, api_name: 'data', json_path: '$.data' } )
		: rows;
}

/**
 * Checks the values of one row and resolves its look-ups; the error body where one is refused.
 *
 * @param context The call.
 * @param module  Module.
 * @param row     What was sent.
 * @param index   Its place.
 */
function checkedChanges( context: Context, module: ModuleName, row: JsonObject, index: number ): JsonObject | ErrorBody {
	const { crm, userId } = context;
	const changes: JsonObject = {};
	for ( const [ name, value ] of Object.entries( row ) ) {
		if ( name === 'id' || name.startsWith( '$' ) ) {
			continue;
		}
		const where: JsonObject = { api_name: name, json_path: `$.data[${ index }].${ name }` };
		const field = crm.readableField( module, name, userId );
		if ( field === undefined ) {
			if ( crm.state.switches.unknownField === 'rejected' ) {
				return errorBody( 'INVALID_DATA', 'invalid data', where );
			}
			continue;
		}
		const profileId = crm.user( userId )?.profileId ?? '';
		if ( field.isReadOnly || field.permissions[ profileId ] === 'read_only' ) {
			continue;
		}
		if ( field.isMandatory && ( value === null || value === '' ) ) {
			return errorBody( 'MANDATORY_NOT_FOUND', 'required field not found', where );
		}
		if ( value === null ) {
			changes[ name ] = null;
			continue;
		}
		if ( field.dataType === 'lookup' ) {
			const account = crm.accountRef( value );
			if ( ! isObject( value ) ) {
				return errorBody( 'INVALID_DATA', 'invalid data', { ...where, expected_data_type: 'jsonobject' } );
			}
			if ( account === null ) {
				return errorBody( 'INVALID_DATA', 'the id given seems to be invalid', { ...where, json_path: `${ where.json_path as string }.id` } );
			}
			changes[ name ] = account;
			continue;
		}
		if ( field.dataType === 'boolean' ) {
			if ( typeof value !== 'boolean' ) {
				return errorBody( 'INVALID_DATA', 'invalid data', { ...where, expected_data_type: 'boolean' } );
			}
			changes[ name ] = value;
			continue;
		}
		if ( typeof value !== 'string' ) {
			return errorBody( 'INVALID_DATA', 'invalid data', { ...where, expected_data_type: field.dataType } );
		}
		if ( value.length > field.length ) {
			return errorBody( 'INVALID_DATA', 'invalid data', { ...where, maximum_length: field.length } );
		}
		if ( field.dataType === 'email' && value !== '' && ! /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test( value ) ) {
			return errorBody( 'INVALID_DATA', 'invalid data', { ...where, expected_data_type: 'email' } );
		}
		const twin = field.isUnique
			? crm.records( module ).find( ( other ) => other.id !== row.id && other[ name ] === value )
			: undefined;
		if ( twin !== undefined ) {
			return errorBody( 'DUPLICATE_DATA', 'duplicate data', { ...where, id: twin.id } );
		}
		changes[ name ] = value;
	}
	return changes;
}

function update( context: Context, module: ModuleName, ownId: string | null ): Answer {
	const { crm, userId, call } = context;
	const rows = rowsOf( context );
	if ( isAnswer( rows ) ) {
		return rows;
	}
	const unmodifiedSince = timeHeader( call, 'if-unmodified-since' );
	const targets = rows.map( ( row ) => crm.find( module, ownId ?? String( row.id ?? '' ) ) );
	if (
		unmodifiedSince !== null &&
		targets.some( ( record ) => record !== undefined && crm.modifiedAt( record ) > unmodifiedSince )
	) {
		return refuse( 412, 'RECORD_MODIFIED', 'the record has been modified since the given time' );
	}
	const results = rows.map( ( row, index ): JsonObject => {
		if ( ownId === null && typeof row.id !== 'string' ) {
			return errorBody( 'MANDATORY_NOT_FOUND', 'required field not found', { api_name: 'id', json_path: `$.data[${ index }].id` } );
		}
		const record = targets[ index ];
		if ( record === undefined ) {
			return errorBody( 'INVALID_DATA', 'the id given seems to be invalid', { id: ownId ?? row.id ?? null } );
		}
		const changes = checkedChanges( context, module, { ...row, id: record.id }, index );
		if ( changes.status === 'error' && typeof changes.code === 'string' ) {
			return changes as JsonObject;
		}
		if ( ! crm.state.switches.ignoreWrites ) {
			crm.change( module, record, changes as JsonObject, { userId, source: 'crm_api' } );
		}
		return {
			code: 'SUCCESS',
			details: {
				Modified_Time: record.Modified_Time ?? null,
				Modified_By: crm.userRef( userId ),
				Created_Time: record.Created_Time ?? null,
				id: record.id,
				Created_By: record.Created_By ?? null,
			},
			message: 'record updated',
			status: 'success',
		};
	} );
	const good = results.filter( ( result ) => result.code === 'SUCCESS' ).length;
	let status = 207;
	if ( good === results.length ) {
		status = 200;
	} else if ( good === 0 ) {
		status = 400;
	}
	return json( status, { data: results } );
}

/** One credit for ten rows. */
function updateCost( context: Context ): number {
	const rows = rowsOf( context );
	return isAnswer( rows ) ? 1 : Math.ceil( rows.length / 10 );
}

function routesOf( module: ModuleName ): Route[] {
	const name = module.toLowerCase();
	const read = { method: 'GET', kind: 'read', right: `${ name }.read`, scopes: [ `ZohoCRM.modules.${ name }.READ` ] } as const;
	const write = { method: 'PUT', kind: 'write', right: `${ name }.update`, scopes: [ `ZohoCRM.modules.${ name }.UPDATE` ], cost: updateCost } as const;
	const path = ( tail: string ) => new RegExp( `^/crm/v8/${ module }${ tail }$` );
	return [
		{ ...read, path: path( '/search' ), scopes: [ ...read.scopes, 'ZohoSearch.securesearch.READ' ], answer: ( context ) => search( context, module ) },
		{ ...read, path: path( '/deleted' ), answer: ( context ) => deleted( context, module ) },
		{ ...read, path: path( '/([^/]+)/__timeline' ), answer: ( context, id = '' ) => timeline( context, module, id ) },
		{ ...read, path: path( '' ), answer: ( context ) => list( context, module ) },
		// The paths of version 2 that the free portal plugin still calls.
		{ ...read, path: new RegExp( `^/crm/v(?:2|8)/${ module }/([^/]+)$` ), answer: ( context, id = '' ) => byId( context, module, id ) },
		{ ...write, path: path( '' ), answer: ( context ) => update( context, module, null ) },
		{ ...write, path: path( '/(\\d+)' ), answer: ( context, id = '' ) => update( context, module, id ) },
	];
}

export const RECORD_ROUTES: readonly Route[] = [
	{
		method: 'POST',
		path: /^\/crm\/v8\/coql$/,
		scopes: [ 'ZohoCRM.coql.READ' ],
		right: 'api',
		kind: 'read',
		cost: coqlCost,
		answer: coql,
	},
	...routesOf( 'Contacts' ),
	...routesOf( 'Accounts' ),
];

/** Reads a module's name out of a settings call; an answer where it is no module. */
export function askedModule( context: Context ): ModuleName | Answer {
	const module = context.call.query.get( 'module' );
	if ( module === null ) {
		return missingParameter( 'module' );
	}
	return module === 'Contacts' || module === 'Accounts' ? module : invalidModule();
}
