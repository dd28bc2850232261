/**
 * The definition of the contact table and of its columns.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query-metadata-web-api
 */
import type { Answer } from '../http';
import type { Json, JsonObject } from '../json';
import { badQuery, ok } from './answers';
import type { Environment } from './environment';
import { filterOf } from './filter';
import type { Column } from './state';
import { CONTACT_ENTITY } from './tables';

const label = ( text: string ): JsonObject => ( { LocalizedLabels: [ { Label: text, LanguageCode: 1033 } ], UserLocalizedLabel: { Label: text, LanguageCode: 1033 } } );

const described = ( column: Column ): JsonObject => ( {
	LogicalName: column.logicalName,
	SchemaName: column.logicalName,
	AttributeType: column.type,
	AttributeTypeName: { Value: `${ column.type }Type` },
	IsCustomAttribute: column.isCustom,
	IsPrimaryId: column.logicalName === 'contactid',
	IsPrimaryName: column.logicalName === 'fullname',
	IsSecured: column.isSecured,
	IsValidForRead: true,
	IsValidForUpdate: column.logicalName !== 'contactid',
	DisplayName: label( column.label ),
} );

/** Answers for the table itself, or for its columns. */
export function columnMetadata( environment: Environment, query: URLSearchParams, isOfColumns: boolean, root: string ): Answer {
	const select = ( query.get( '$select' ) ?? '' ).split( ',' ).filter( ( name ) => name !== '' );
	const shown = ( row: JsonObject ): JsonObject => {
		const unknown = select.find( ( name ) => ! ( name in row ) );
		if ( unknown !== undefined ) {
			throw badQuery( `Could not find a property named '${ unknown }' on type 'Microsoft.Dynamics.CRM.AttributeMetadata'.` );
		}
		return select.length === 0 ? row : Object.fromEntries( select.map( ( name ): [ string, Json ] => [ name, row[ name ] ?? null ] ) );
	};
	if ( ! isOfColumns ) {
		const table: JsonObject = {
			MetadataId: CONTACT_ENTITY,
			LogicalName: 'contact',
			EntitySetName: 'contacts',
			PrimaryIdAttribute: 'contactid',
			PrimaryNameAttribute: 'fullname',
			ChangeTrackingEnabled: environment.state.changeTracking.isOn,
			DisplayName: label( 'Contact' ),
		};
		return ok( { '@odata.context': `${ root }$metadata#EntityDefinitions/$entity`, ...shown( table ), MetadataId: CONTACT_ENTITY } );
	}
	const filter = query.get( '$filter' );
	const columns = environment.state.columns.map( described );
	const found = filter === null ? columns : columns.filter( filterOf< JsonObject >( filter, ( property ) => ( row ) => row[ property ] ?? null ) );
	return ok( {
		'@odata.context': `${ root }$metadata#EntityDefinitions('contact')/Attributes`,
		value: found.map( ( row, index ) => ( { '@odata.type': `#Microsoft.Dynamics.CRM.${ String( row.AttributeType ) }AttributeMetadata`, ...shown( row ), MetadataId: `5a1e0d${ index.toString( 16 ).padStart( 2, '0' ) }-7c2d-ef11-9f89-6045bdece801` } ) ),
	} );
}
