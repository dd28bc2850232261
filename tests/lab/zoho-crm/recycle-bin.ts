/**
 * Settings → recycle bin: list, one, count, restore. No row tells an e-mail address.
 */
import { empty, json, type Answer } from '../http';
import { isObject, parseJson, type Json, type JsonObject } from '../json';
import { errorBody, invalidParameter, refuse } from './answers';
import { bodyText, isId, type Context, type Route } from './context';
import { page } from './paging';
import { moduleRef } from './records';
import type { DeletedRecord } from './state';

const MOST_IDS = 200;

const row = ( context: Context, entry: DeletedRecord ): JsonObject => {
	const owner = entry.record?.Owner;
	return {
		display_name: entry.displayName,
		deleted_time: context.crm.time( entry.deletedAt ),
		owner: isObject( owner ) ? { name: owner.name ?? '', id: owner.id ?? '' } : context.crm.userRef( entry.deletedByUserId ),
		module: moduleRef( entry.module ),
		deleted_by: context.crm.userRef( entry.deletedByUserId ),
		id: entry.id,
	};
};

function property( context: Context, entry: DeletedRecord, name: string ): string {
	switch ( name ) {
		case 'display_name':
			return entry.displayName;
		case 'module':
			return entry.module;
		case 'deleted_by':
			return entry.deletedByUserId;
		case 'deleted_time':
			return context.crm.time( entry.deletedAt );
		default:
			return '';
	}
}

const plain = ( value: Json | undefined ): string =>
	isObject( value ) ? String( value.api_name ?? value.id ?? '' ) : String( value ?? '' );

/**
 * Whether a record meets filters: one condition, or a group of them. Null where the filters cannot be read.
 *
 * @param context The call.
 * @param filters `{ field, comparator, value }` or `{ group_operator, group }`.
 * @param entry   The record.
 */
function passes( context: Context, filters: Json, entry: DeletedRecord ): boolean | null {
	if ( ! isObject( filters ) ) {
		return null;
	}
	const group = filters.group;
	if ( Array.isArray( group ) ) {
		const verdicts = group.map( ( part ) => passes( context, part, entry ) );
		if ( verdicts.includes( null ) || verdicts.length === 0 ) {
			return null;
		}
		const isAny = String( filters.group_operator ?? 'and' ).toLowerCase() === 'or';
		return isAny ? verdicts.includes( true ) : ! verdicts.includes( false );
	}
	const name = plain( filters.field ).split( '.' )[ 0 ] ?? '';
	const value = filters.value;
	if ( ! [ 'display_name', 'module', 'deleted_by', 'deleted_time' ].includes( name ) || value === undefined ) {
		return null;
	}
	const actual = property( context, entry, name ).toLowerCase();
	const wanted = ( Array.isArray( value ) ? value : [ value ] ).map( ( single ) => plain( single ).toLowerCase() );
	switch ( filters.comparator ) {
		case 'equal':
		case 'in':
			return wanted.includes( actual );
		case 'not_equal':
			return ! wanted.includes( actual );
		case 'contains':
			return wanted.some( ( text ) => actual.includes( text ) );
		case 'starts_with':
			return wanted.some( ( text ) => actual.startsWith( text ) );
		case 'greater_equal':
			return Date.parse( actual ) >= Date.parse( wanted[ 0 ] ?? '' );
		case 'less_equal':
			return Date.parse( actual ) <= Date.parse( wanted[ 0 ] ?? '' );
		case 'between':
			return Date.parse( actual ) >= Date.parse( wanted[ 0 ] ?? '' ) && Date.parse( actual ) <= Date.parse( wanted[ 1 ] ?? '' );
		default:
			return null;
	}
}

/** What the caller asks for by `ids` or `filters`; an answer where that cannot be read. */
function selected( context: Context ): DeletedRecord[] | Answer {
	const { query } = context.call;
	const ids = query.get( 'ids' )?.split( ',' ).map( ( id ) => id.trim() );
	if ( ids !== undefined && ! ids.every( isId ) ) {
		return invalidParameter( 'ids' );
	}
	let entries = context.crm.bin().filter( ( entry ) => ids === undefined || ids.includes( entry.id ) );
	const filters = query.get( 'filters' );
	if ( filters !== null ) {
		const sent = parseJson( filters ) ?? null;
		const verdicts = entries.map( ( entry ) => passes( context, sent, entry ) );
		if ( verdicts.includes( null ) || ! isObject( sent ) ) {
			return invalidParameter( 'filters' );
		}
		entries = entries.filter( ( _entry, index ) => verdicts[ index ] === true );
	}
	return entries;
}

function list( context: Context ): Answer {
	const entries = selected( context );
	if ( ! Array.isArray( entries ) ) {
		return entries;
	}
	if ( entries.length === 0 ) {
		return empty( 204 );
	}
	const { query } = context.call;
	const sortBy = query.get( 'sort_by' ) ?? 'deleted_time';
	const sign = query.get( 'sort_order' ) === 'asc' ? 1 : -1;
	entries.sort( ( a, b ) =>
		sortBy === 'deleted_time'
			? sign * ( a.deletedAt - b.deletedAt )
			: sign * property( context, a, sortBy ).localeCompare( property( context, b, sortBy ) )
	);
	const cut = page( context, entries, false );
	if ( 'status' in cut ) {
		return cut;
	}
	return cut.rows.length === 0
		? empty( 204 )
		: json( 200, { recycle_bin: cut.rows.map( ( entry ) => row( context, entry ) ), info: cut.info } );
}

function one( context: Context, id: string ): Answer {
	const entry = context.crm.inBin( id );
	return entry === undefined ? empty( 204 ) : json( 200, { recycle_bin: [ row( context, entry ) ] } );
}

function count( context: Context ): Answer {
	const entries = selected( context );
	return Array.isArray( entries ) ? json( 200, { count: entries.length } ) : entries;
}

/** Administrators restore anything, others what they own. */
function mayRestore( context: Context, entry: DeletedRecord ): boolean {
	const owner = entry.record?.Owner;
	const isOwn = isObject( owner ) && owner.id === context.userId;
	return isOwn || context.crm.profileOf( context.userId )?.restoresAnything === true;
}

function restoreAll( context: Context, ids: readonly string[], isJob: boolean ): Answer {
	const { crm, userId } = context;
	const entries = ids.map( ( id ) => crm.inBin( id ) );
	const isScheduled = isJob || crm.restoreIsScheduled( entries.filter( ( entry ) => entry !== undefined ) );
	const results = entries.map( ( entry, index ): JsonObject => {
		const id = ids[ index ] ?? '';
		if ( entry === undefined ) {
			return errorBody( 'INVALID_DATA', 'the id given seems to be invalid', { id } );
		}
		if ( ! mayRestore( context, entry ) ) {
			return errorBody( 'AUTHORIZATION_FAILED', 'User does not have sufficient privilege to restore the record', { id } );
		}
		if ( crm.state.switches.ignoreWrites ) {
			return { code: 'SUCCESS', details: { id }, message: 'record restored', status: 'success' };
		}
		if ( isScheduled ) {
			crm.state.pendingRestores.push( { id, at: crm.now() + crm.state.switches.restoreSeconds * 1000 } );
			return { code: 'SCHEDULED', details: { id }, message: 'record has been scheduled for restoration', status: 'success' };
		}
		crm.restore( id, { userId, source: 'crm_api' } );
		return { code: 'SUCCESS', details: { id }, message: 'record restored', status: 'success' };
	} );
	const good = results.filter( ( result ) => result.status === 'success' ).length;
	let status = 207;
	if ( good === results.length ) {
		status = isScheduled ? 202 : 200;
	} else if ( good === 0 ) {
		status = 400;
	}
	return json( status, { recycle_bin: results } );
}

function restore( context: Context ): Answer {
	const sent = parseJson( bodyText( context.call ) );
	if ( ! isObject( sent ) ) {
		return refuse( 400, 'INVALID_DATA', 'invalid data', { expected_data_type: 'jsonobject' } );
	}
	const ways = [ 'ids', 'filters', 'restore_all_records' ].filter( ( name ) => name in sent && sent[ name ] !== false );
	const paths = ( names: readonly string[] ) => names.map( ( name ) => ( { api_name: name, json_path: `$.${ name }` } ) );
	if ( ways.length === 0 ) {
		return refuse( 400, 'EXPECTED_FIELD_MISSING', 'one of the expected fields is missing', {
			expected_fields: paths( [ 'ids', 'filters', 'restore_all_records' ] ),
		} );
	}
	if ( ways.length > 1 ) {
		return refuse( 400, 'AMBIGUITY_DURING_PROCESSING', 'more than one way to choose records is given', {
			ambiguity_due_to: paths( ways ),
		} );
	}
	const ids = sent.ids;
	if ( ways[ 0 ] === 'ids' ) {
		const isList = Array.isArray( ids ) && ids.length > 0 && ids.length <= MOST_IDS;
		return isList
			? restoreAll( context, ids.map( String ), false )
			: refuse( 400, 'INVALID_DATA', 'invalid data', { api_name: 'ids', json_path: '$.ids', expected_data_type: 'jsonarray' } );
	}
	const all = context.crm.bin();
	if ( ways[ 0 ] === 'restore_all_records' ) {
		return restoreAll( context, all.map( ( entry ) => entry.id ), true );
	}
	const verdicts = all.map( ( entry ) => passes( context, sent.filters ?? null, entry ) );
	if ( verdicts.includes( null ) ) {
		return refuse( 400, 'INVALID_DATA', 'invalid data', { api_name: 'filters', json_path: '$.filters' } );
	}
	const chosen = all.filter( ( _entry, index ) => verdicts[ index ] === true );
	return restoreAll( context, chosen.map( ( entry ) => entry.id ), true );
}

const BASE = '/crm/v8/settings/recycle_bin';
const READ = { method: 'GET', kind: 'read', right: 'recycle_bin.read', scopes: [ 'ZohoCRM.settings.recycle_bin.READ' ] } as const;
const RESTORE = { method: 'POST', kind: 'write', right: 'recycle_bin.update', scopes: [ 'ZohoCRM.settings.recycle_bin.UPDATE' ] } as const;

export const RECYCLE_BIN_ROUTES: readonly Route[] = [
	{ ...READ, path: new RegExp( `^${ BASE }$` ), answer: list },
	{ ...READ, path: new RegExp( `^${ BASE }/actions/count$` ), answer: count },
	{ ...READ, path: new RegExp( `^${ BASE }/(\\d+)$` ), answer: ( context, id = '' ) => one( context, id ) },
	{ ...RESTORE, path: new RegExp( `^${ BASE }/actions/restore$` ), answer: restore },
	{ ...RESTORE, path: new RegExp( `^${ BASE }/(\\d+)/actions/restore$` ), answer: ( context, id = '' ) => restoreAll( context, [ id ], false ) },
];
