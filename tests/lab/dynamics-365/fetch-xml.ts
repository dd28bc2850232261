/**
 * FetchXML: the only way to what lies in the recycle bin.
 *
 * Sources: https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/overview,
 * https://learn.microsoft.com/power-apps/developer/data-platform/restore-deleted-records
 */
import type { Answer } from '../http';
import type { Json, JsonObject } from '../json';
import { badQuery, ok } from './answers';
import type { Environment } from './environment';
import { MOST_ROWS, Presenter, type Preferences } from './odata';
import { isReference, type Row } from './state';
import { readableRows, tableOfName, valueOf, type Table, type TableColumn } from './tables';
import { parseXml, type Element } from './xml';

type Predicate = ( row: Row ) => boolean;

const children = ( element: Element, name: string ): readonly Element[] => element.children.filter( ( child ) => child.name === name );

/** FetchXML names columns, not OData's properties: a lookup goes by its own name. */
function column( table: Table, name: string ): TableColumn {
	const found = table.columns.find( ( one ) => one.logicalName === name );
	if ( found === undefined ) {
		throw badQuery( `'${ table.logicalName }' entity doesn't contain attribute with Name = '${ name }' and NameMapping = 'Logical'.` );
	}
	return found;
}

const plain = ( value: Json ): string => String( typeof value === 'boolean' ? Number( value ) : value ?? '' ).toLowerCase();

/** `%` stands for anything, as in SQL. */
const like = ( pattern: string ): RegExp => new RegExp( `^${ pattern.split( '%' ).map( ( part ) => part.replace( /[.*+?^${}()|[\]\\]/g, '\\$&' ) ).join( '.*' ) }$`, 'i' );

/** By operator: what it wants of a value, in lower case; '' stands for null. */
const OPERATORS: Readonly< Record< string, ( wanted: string, among: readonly string[] ) => ( value: string ) => boolean > > = {
	eq: ( wanted ) => ( value ) => value === wanted,
	ne: ( wanted ) => ( value ) => value !== wanted,
	gt: ( wanted ) => ( value ) => value > wanted,
	lt: ( wanted ) => ( value ) => value < wanted,
	null: () => ( value ) => value === '',
	'not-null': () => ( value ) => value !== '',
	in: ( _, among ) => {
		const set = new Set( among );
		return ( value ) => set.has( value );
	},
	like: ( wanted ) => {
		const shape = like( wanted );
		return ( value ) => shape.test( value );
	},
};

function condition( table: Table, element: Element ): Predicate {
	const { attribute = '', operator = '', value = '' } = element.attributes;
	const about = column( table, attribute );
	const holds = OPERATORS[ operator ]?.( value.toLowerCase(), children( element, 'value' ).map( ( one ) => one.text.trim().toLowerCase() ) );
	if ( holds === undefined ) {
		throw badQuery( `The condition operator '${ operator }' is not one that the lab plays.` );
	}
	return ( row ) => holds( plain( valueOf( row, about ) ) );
}

function filter( table: Table, element: Element ): Predicate {
	const parts = [ ...children( element, 'condition' ).map( ( one ) => condition( table, one ) ), ...children( element, 'filter' ).map( ( one ) => filter( table, one ) ) ];
	return element.attributes.type === 'or' ? ( row ) => parts.some( ( part ) => part( row ) ) : ( row ) => parts.every( ( part ) => part( row ) );
}

/** An inner join on one row: its columns come with the alias before them, its filters count. */
function linked( environment: Environment, table: Table, element: Element ): ( row: Row ) => JsonObject | null {
	const { name = '', from = '', to = '', alias = name } = element.attributes;
	const other = tableOfName( environment, name );
	const key = column( other, from );
	const reference = column( table, to );
	const holds = children( element, 'filter' ).map( ( one ) => filter( other, one ) );
	const shown = children( element, 'attribute' ).map( ( one ) => column( other, one.attributes.name ?? '' ) );
	return ( row ) => {
		const found = other.rows().find( ( one ) => valueOf( one, key ) === valueOf( row, reference ) );
		if ( found === undefined || ! holds.every( ( one ) => one( found ) ) ) {
			return null;
		}
		return Object.fromEntries( shown.map( ( one ) => [ `${ alias }.${ one.logicalName }`, valueOf( found, one ) ] ) );
	};
}

const pagingCookie = ( next: number, last: string ): string => {
	const inner = encodeURIComponent( encodeURIComponent( `<cookie page="${ next - 1 }"><contactid last="{${ last.toUpperCase() }}" first="{}" /></cookie>` ) );
	return `<cookie pagenumber="${ next }" pagingcookie="${ inner }" istracking="False" />`;
};

/**
 * Answers a query.
 *
 * @param environment The environment.
 * @param set         Table in the address, which has to be the one of the query.
 * @param source      The query.
 */
export function fetch( environment: Environment, set: Table, source: string, userId: string, preferences: Preferences, context: string ): Answer {
	const root = parseXml( source );
	const entity = root === null ? undefined : children( root, 'entity' )[ 0 ];
	if ( root?.name !== 'fetch' || entity === undefined ) {
		throw badQuery( 'Invalid XML in the fetchXml parameter.' );
	}
	const table = tableOfName( environment, entity.attributes.name ?? '' );
	if ( table.set !== set.set ) {
		throw badQuery( `The entity '${ table.logicalName }' of the query is not that of the address.` );
	}
	const isBin = root.attributes.datasource === 'bin';
	const inBin = table.logicalName === 'contact' ? environment.state.bin.map( ( one ) => one.row ) : [];
	const rows = readableRows( environment, table, userId, isBin ? inBin : table.rows() );
	const named = children( entity, 'attribute' ).map( ( one ) => column( table, one.attributes.name ?? '' ) );
	const key = column( table, table.key );
	const columns = children( entity, 'all-attributes' ).length > 0 ? table.columns : [ ...named, ...( named.includes( key ) ? [] : [ key ] ) ];
	const presenter = new Presenter( environment, table, columns, userId, preferences );
	const filters = children( entity, 'filter' ).map( ( one ) => filter( table, one ) );
	const links = children( entity, 'link-entity' ).map( ( one ) => linked( environment, table, one ) );
	const found = rows.filter( ( row ) => filters.every( ( one ) => one( row ) ) ).flatMap( ( row ) => {
		const joined = links.map( ( link ) => link( row ) );
		return joined.includes( null ) ? [] : [ { row, joined: Object.assign( {}, ...joined ) as JsonObject } ];
	} );
	for ( const order of [ ...children( entity, 'order' ) ].reverse() ) {
		const by = column( table, order.attributes.attribute ?? '' );
		const sign = order.attributes.descending === 'true' ? -1 : 1;
		found.sort( ( one, other ) => sign * plain( valueOf( one.row, by ) ).localeCompare( plain( valueOf( other.row, by ) ), 'en', { numeric: true } ) );
	}
	const top = Number( root.attributes.top ?? 0 );
	const size = Math.min( top || Number( root.attributes.count ?? MOST_ROWS ), MOST_ROWS );
	const page = top > 0 ? 1 : Number( root.attributes.page ?? 1 );
	const shown = found.slice( ( page - 1 ) * size, page * size );
	const hasMore = top === 0 && found.length > page * size;
	const last = shown[ shown.length - 1 ]?.row[ table.key ];
	return ok( {
		'@odata.context': `${ context }$metadata#${ table.set }`,
		...( hasMore && preferences.annotations( 'Microsoft.Dynamics.CRM.fetchxmlpagingcookie' ) ? { '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie': pagingCookie( page + 1, isReference( last ) ? last.id : String( last ?? '' ) ) } : {} ),
		...( preferences.annotations( 'Microsoft.Dynamics.CRM.morerecords' ) ? { '@Microsoft.Dynamics.CRM.morerecords': hasMore } : {} ),
		value: shown.map( ( { row, joined } ) => ( { ...presenter.show( row, false ), ...joined } ) ),
	} );
}
