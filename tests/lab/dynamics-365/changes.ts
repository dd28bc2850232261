/**
 * Change tracking: everybody once, then only what has changed or was deleted since.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/use-change-tracking-synchronize-data-external-systems
 */
import { badQuery } from './answers';
import type { Environment } from './environment';
import type { Row, Tombstone } from './state';

/** Where a synchronisation stands: the environment's version and the moment of its answer, as `919042!08/22/2017 08:10:44`. */
const TOKEN = /^(\d+)!(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)$/;

const two = ( number: number ): string => String( number ).padStart( 2, '0' );

export function deltaToken( environment: Environment, version = environment.state.version ): string {
	const at = new Date( environment.now() );
	return `${ version }!${ two( at.getUTCMonth() + 1 ) }/${ two( at.getUTCDate() ) }/${ at.getUTCFullYear() } ${ two( at.getUTCHours() ) }:${ two( at.getUTCMinutes() ) }:${ two( at.getUTCSeconds() ) }`;
}

/** Refuses what cannot be tracked. */
export function checkTracking( environment: Environment, query: URLSearchParams ): void {
	if ( ! environment.state.changeTracking.isOn ) {
		throw badQuery( 'Change tracking is not enabled for the entity contact.' );
	}
	const unfit = [ '$filter', '$orderby', '$expand', '$top' ].find( ( name ) => query.has( name ) );
	if ( unfit !== undefined ) {
		throw badQuery( `The "${ unfit }" query parameter isn't supported when Change Tracking is enabled.` );
	}
}

/** What has changed since a token: rows by their version, then deletions. */
export function changesSince( environment: Environment, token: string, rows: readonly Row[] ): { rows: readonly Row[]; deleted: readonly Tombstone[] } {
	const [ , version, month, day, year, hours, minutes, seconds ] = TOKEN.exec( token ) ?? [];
	const at = Date.UTC( Number( year ), Number( month ) - 1, Number( day ), Number( hours ), Number( minutes ), Number( seconds ) );
	if ( version === undefined || at < environment.now() - environment.state.changeTracking.keepDays * 86_400_000 ) {
		throw badQuery( 'Version stamp associated with the client has expired. Please perform a full sync.' );
	}
	return {
		rows: rows.filter( ( row ) => row.versionnumber > Number( version ) ).sort( ( one, other ) => one.versionnumber - other.versionnumber ),
		deleted: environment.state.tombstones.filter( ( tombstone ) => tombstone.version > Number( version ) ),
	};
}
