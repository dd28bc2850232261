/**
 * Queries and rows in OData's shape: `$select`, `$filter`, `$orderby`, `$top`, `$count`, pages, annotations.
 */
import type { Call } from '../http';
import type { Json, JsonObject } from '../json';
import { badQuery, Refusal } from './answers';
import type { Environment } from './environment';
import { filterOf } from './filter';
import { isReference, type Row } from './state';
import { columnOf, propertyOf, valueOf, type Table, type TableColumn } from './tables';

/** Most rows of one page. */
export const MOST_ROWS = 5_000;

const OPTIONS = [ '$select', '$filter', '$orderby', '$top', '$count', '$expand', '$skiptoken', '$deltatoken', 'fetchXml' ];

export interface Preferences {
	readonly pageSize: number;
	readonly annotations: ( name: string ) => boolean;
	readonly isTracking: boolean;
	readonly wantsRow: boolean;
}

export function preferencesOf( call: Pick< Call, 'headers' > ): Preferences {
	const text = String( call.headers.prefer ?? '' );
	const wanted = /odata\.include-annotations="?([^"]*)"?/.exec( text )?.[ 1 ]?.split( ',' ) ?? [];
	const size = Number( /odata\.maxpagesize=(\d+)/.exec( text )?.[ 1 ] ?? MOST_ROWS );
	return {
		pageSize: Math.max( 1, Math.min( size, MOST_ROWS ) ),
		annotations: ( name ) => wanted.some( ( one ) => one === name || ( one.endsWith( '*' ) && name.startsWith( one.slice( 0, -1 ) ) ) ),
		isTracking: text.includes( 'odata.track-changes' ),
		wantsRow: text.includes( 'return=representation' ),
	};
}

/** Refuses options that Dataverse does not know, `$skip` among them. */
export function checkOptions( query: URLSearchParams ): void {
	for ( const name of query.keys() ) {
		if ( name.startsWith( '$' ) && ! OPTIONS.includes( name ) ) {
			throw badQuery( `The query parameter ${ name } is not supported.` );
		}
	}
}

export const selectedColumns = ( environment: Environment, table: Table, query: URLSearchParams ): readonly TableColumn[] => {
	const names = ( query.get( '$select' ) ?? '' ).split( ',' ).map( ( name ) => name.trim() ).filter( ( name ) => name !== '' );
	const chosen = names.map( ( name ) => columnOf( environment, table, name ) );
	const key = table.columns.find( ( column ) => column.logicalName === table.key );
	return chosen.length === 0 ? table.columns : [ ...chosen, ...( key === undefined || chosen.includes( key ) ? [] : [ key ] ) ];
};

const FORMATTED: Readonly< Record< string, Readonly< Record< string, string > > > > = {
	statecode: { 0: 'Active', 1: 'Inactive' },
	statuscode: { 1: 'Active', 2: 'Inactive' },
};

/** Shows a row as far as its columns were selected and the caller may read them. */
export class Presenter {
	public constructor(
		private readonly environment: Environment,
		private readonly table: Table,
		private readonly columns: readonly TableColumn[],
		private readonly userId: string,
		private readonly preferences: Preferences
	) {
		const secured = columns.find( ( column ) => this.isHidden( column ) );
		if ( secured !== undefined && environment.state.switches.securedColumn === 'forbidden' ) {
			throw new Refusal( 403, '0x8004f508', `Caller does not have read permission for attribute ${ secured.logicalName } (AttributePermissionReadIsMissing).` );
		}
	}

	/** FetchXML leaves empty columns out, OData names them. */
	public show( row: Row, withNulls = true ): JsonObject {
		const shown: JsonObject = { '@odata.etag': `W/"${ row.versionnumber }"` };
		for ( const column of this.columns ) {
			const value = this.isHidden( column ) ? null : valueOf( row, column );
			if ( value === null && ! withNulls ) {
				continue;
			}
			const name = propertyOf( column );
			shown[ name ] = value;
			Object.assign( shown, this.annotationsOf( row, column, name, value ) );
		}
		return shown;
	}

	private isHidden( column: TableColumn ): boolean {
		return column.isSecured === true && this.environment.user( this.userId )?.readableColumns.includes( column.logicalName ) !== true;
	}

	private annotationsOf( row: Row, column: TableColumn, name: string, value: Json ): JsonObject {
		const { annotations } = this.preferences;
		const notes: JsonObject = {};
		const note = ( annotation: string, text: string ): void => {
			if ( text !== '' && annotations( annotation ) ) {
				notes[ `${ name }@${ annotation }` ] = text;
			}
		};
		const stored = row[ column.logicalName ];
		if ( value !== null && isReference( stored ) ) {
			note( 'OData.Community.Display.V1.FormattedValue', this.nameOf( stored.table, stored.id ) );
			note( 'Microsoft.Dynamics.CRM.lookuplogicalname', stored.table );
			note( 'Microsoft.Dynamics.CRM.associatednavigationproperty', column.type === 'Customer' ? `${ column.logicalName }_${ stored.table }` : column.logicalName );
		} else if ( value !== null && ! [ 'String', 'Memo', 'Uniqueidentifier' ].includes( column.type ) ) {
			note( 'OData.Community.Display.V1.FormattedValue', FORMATTED[ column.logicalName ]?.[ String( value ) ] ?? String( value ) );
		}
		return notes;
	}

	private nameOf( table: string, id: string ): string {
		return table === 'systemuser' ? this.environment.user( id )?.fullName ?? '' : this.environment.nameOf( { table, id } );
	}
}

/** Rows that fit `$filter`, in the order of `$orderby`. */
export function matchingRows( environment: Environment, table: Table, rows: readonly Row[], query: URLSearchParams ): readonly Row[] {
	const filter = query.get( '$filter' );
	const reader = ( property: string ) => {
		const column = columnOf( environment, table, property );
		return ( row: Row ): Json => valueOf( row, column );
	};
	const found = filter === null ? [ ...rows ] : rows.filter( filterOf< Row >( filter, reader ) );
	const orders = ( query.get( '$orderby' ) ?? '' ).split( ',' ).map( ( one ) => one.trim().split( /\s+/ ) ).filter( ( [ name ] ) => name !== '' );
	for ( const [ name = '', direction = 'asc' ] of orders.reverse() ) {
		const value = reader( name );
		const sign = direction === 'desc' ? -1 : 1;
		found.sort( ( one, other ) => sign * String( value( one ) ?? '' ).localeCompare( String( value( other ) ?? '' ), 'en', { numeric: true } ) );
	}
	return found;
}
