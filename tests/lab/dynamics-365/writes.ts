/**
 * What changes rows: `PATCH`, `POST`, and the action `Restore`.
 *
 * Sources: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/update-delete-entities-using-web-api,
 * https://learn.microsoft.com/power-apps/developer/data-platform/restore-deleted-records
 */
import { isObject, parseJson, type JsonObject } from '../json';
import type { Answer, Call } from '../http';
import { absent, badQuery, missingPrivilege, noContent, ok, Refusal, unknownColumn } from './answers';
import { GUID, type Environment } from './environment';
import { preferencesOf, Presenter, selectedColumns } from './odata';
import type { Row } from './state';
import { tableOfName } from './tables';

export interface Write {
	readonly environment: Environment;
	readonly call: Call;
	readonly userId: string;
	/** Address before the resource, with a slash at the end. */
	readonly root: string;
}

const READ_ONLY = [ 'contactid', 'fullname', 'versionnumber', 'createdon', 'modifiedon', 'merged', 'masterid' ];

function need( { environment, userId }: Write, privilege: string ): void {
	if ( environment.depth( userId, privilege ) === null ) {
		throw missingPrivilege( environment, userId, privilege );
	}
}

/** `/accounts(…)`, with or without the slash or the whole address before it. */
function reference( write: Write, bound: unknown, table: 'account' | 'contact' ): { id: string; table: string } {
	const id = /(?:^|\/)(?:accounts|contacts)\(([0-9a-f-]{36})\)$/i.exec( String( bound ) )?.[ 1 ]?.toLowerCase();
	const find = ( one: string ) => ( table === 'account' ? write.environment.account( one ) : write.environment.contact( one ) );
	if ( id === undefined || find( id ) === undefined ) {
		throw absent( write.environment, table, id ?? String( bound ) );
	}
	need( write, 'prvAppendContact' );
	return { id, table };
}

/** The columns that a body sets, lookups by `@odata.bind` among them. */
function values( write: Write, sent: JsonObject ): JsonObject {
	const set: JsonObject = {};
	for ( const [ name, value ] of Object.entries( sent ) ) {
		const bind = /^(.+)@odata\.bind$/.exec( name )?.[ 1 ];
		if ( bind === 'parentcustomerid_account' || bind === 'parentcustomerid_contact' ) {
			need( write, bind === 'parentcustomerid_account' ? 'prvAppendToAccount' : 'prvAppendContact' );
			set.parentcustomerid = value === null ? null : reference( write, value, bind === 'parentcustomerid_account' ? 'account' : 'contact' );
			continue;
		}
		if ( bind !== undefined ) {
			throw unknownColumn( write.environment, bind, 'contact' );
		}
		if ( name.includes( '@' ) ) {
			continue;
		}
		const column = write.environment.column( name );
		if ( column === undefined || column.type === 'Lookup' || column.type === 'Customer' ) {
			throw unknownColumn( write.environment, name, 'contact' );
		}
		if ( ! READ_ONLY.includes( name ) ) {
			set[ name ] = value;
		}
	}
	return set;
}

const isIgnored = ( { environment }: Write ): boolean => environment.state.switches.ignoreWrites;

function body( call: Call ): JsonObject {
	const sent = parseJson( call.body.toString( 'utf8' ) );
	if ( ! isObject( sent ) ) {
		throw badQuery( 'An error occurred while reading the body of the request.' );
	}
	return sent;
}

function written( write: Write, row: Row, status: 200 | 201 ): Answer {
	const { environment, call, root, userId } = write;
	const headers = { 'OData-EntityId': `${ root }contacts(${ String( row.contactid ) })` };
	const preferences = preferencesOf( call );
	if ( ! preferences.wantsRow ) {
		return noContent( headers );
	}
	const table = tableOfName( environment, 'contact' );
	const presenter = new Presenter( environment, table, selectedColumns( environment, table, call.query ), userId, preferences );
	return ok( { '@odata.context': `${ root }$metadata#contacts/$entity`, ...presenter.show( row ) }, status, { ...headers, 'Preference-Applied': 'return=representation' } );
}

/** Updates a contact, or creates it where nobody forbids that with `If-Match`. */
export function patchContact( write: Write, id: string ): Answer {
	const { environment, call, userId } = write;
	need( write, 'prvWriteContact' );
	const match = String( call.headers[ 'if-match' ] ?? '' );
	const row = environment.contact( id );
	if ( row === undefined && match !== '' ) {
		throw absent( environment, 'contact', id );
	}
	if ( row !== undefined && match !== '' && match !== '*' && match !== `W/"${ row.versionnumber }"` ) {
		throw new Refusal( 412, '0x80060882', 'The version of the existing record doesn\'t match the RowVersion property provided.' );
	}
	if ( isIgnored( write ) ) {
		return noContent( { 'OData-EntityId': `${ write.root }contacts(${ id })` } );
	}
	const set = values( write, body( call ) );
	if ( row === undefined ) {
		need( write, 'prvCreateContact' );
		return written( write, environment.create( { ...set, contactid: id.toLowerCase() }, userId ), 201 );
	}
	environment.change( row, set, userId );
	return written( write, row, 200 );
}

export function createContact( write: Write ): Answer {
	need( write, 'prvCreateContact' );
	const set = values( write, body( write.call ) );
	return isIgnored( write )
		? noContent( { 'OData-EntityId': `${ write.root }contacts(${ write.environment.newGuid() })` } )
		: written( write, write.environment.create( set, write.userId ), 201 );
}

/** Puts a deleted contact back: by its type and key, whose other columns are written over, or by its address alone. */
export function restore( write: Write ): Answer {
	const { environment, call, userId, root } = write;
	need( write, 'prvCreateContact' );
	const { Target: target } = body( call );
	if ( ! isObject( target ) ) {
		throw badQuery( 'The parameter Target is missing.' );
	}
	const { '@odata.id': address, '@odata.type': type, contactid, ...overwrite } = target;
	const id = address === undefined ? contactid : /contacts\(([^)]+)\)$/.exec( String( address ) )?.[ 1 ];
	if ( typeof id !== 'string' || ! GUID.test( id ) || ( address === undefined && type !== 'Microsoft.Dynamics.CRM.contact' ) ) {
		throw badQuery( 'The Target of Restore names no row of a known table.' );
	}
	if ( isIgnored( write ) ) {
		return ok( { '@odata.context': `${ root }$metadata#Microsoft.Dynamics.CRM.RestoreResponse`, id } );
	}
	const restored = environment.restore( id.toLowerCase(), values( write, overwrite ), userId );
	switch ( restored ) {
		case 'absent':
			throw new Refusal( 404, '0x80049959', `Entity with id '${ id }' and logical name 'contact' does not exist.` );
		case 'account-gone':
			throw new Refusal( 400, '0x80049959', `Entity with id '' and logical name 'account' does not exist. We cannot restore the reference 'accountid' that must be restored as part of this Restore call.` );
		case 'exists':
			throw new Refusal( 412, '0x80044a02', `Please delete the existing conflicting record 'contact' with primary key 'contactid' and primary key value '${ id }' before attempting restore.` );
		default:
			return ok( { '@odata.context': `${ root }$metadata#Microsoft.Dynamics.CRM.RestoreResponse`, id } );
	}
}
