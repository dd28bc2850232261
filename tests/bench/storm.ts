/**
 * A storm of failed logins: what is still written, whether the totals stay exact, and how much of the site's strength is left.
 */
import path from 'node:path';

import { mustRun } from '../support/process/run';
import { STORM_USERS, type BenchSite } from './bench-site';
import { median } from './statistics';
import { fixed, type Line } from './verdict';

export type Kind = 'unknown' | 'known';

const ROUNDS = 8;
/** Failures within five minutes from which a storm rages. */
const STORM_BEGINS = 320;
const WRITES = "SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_insert','Com_insert_select','Com_replace','Com_update','Com_update_multi','Com_delete','Com_delete_multi')";

const wait = ( milliseconds: number ): Promise< void > => new Promise( ( resolve ) => setTimeout( resolve, milliseconds ) );

async function writes( site: BenchSite ): Promise< number > {
	const rows = await site.sql( WRITES );
	return rows.split( '\n' ).reduce( ( sum, row ) => sum + Number( row.split( '\t' )[ 1 ] ?? 0 ), 0 );
}

/** Attempts a second. */
async function blow( site: BenchSite, kind: Kind, seconds: number, mode: 'alone' | 'together' = 'alone' ): Promise< number > {
	const { stdout } = await mustRun( 'wrk', [ '-t2', '-c4', `-d${ seconds }s`, '--timeout', '20s', '-s', path.join( __dirname, 'storm.lua' ), site.site.url ], {
		env: { KIND: kind, MODE: mode, USERS: String( STORM_USERS ) },
	} );
	const rate = Number( /Requests\/sec:\s+([\d.]+)/.exec( stdout )?.[ 1 ] );
	if ( ! ( rate > 0 ) || /Non-2xx/.test( stdout ) ) {
		throw new Error( `wrk met something else than refused logins on ${ site.name }:\n${ stdout }` );
	}
	return rate;
}

/** Waits until no attempt is under way any more. */
async function quiet( site: BenchSite ): Promise< number > {
	for ( let last = -1, now = await site.counted(); ; last = now, now = await site.counted() ) {
		if ( last === now ) {
			return now;
		}
		await wait( 1000 );
	}
}

const rowCount = async ( site: BenchSite ): Promise< number > => Number( await site.sql( 'SELECT COUNT(*) FROM wp_causeway_attempts' ) );

/** Lets the background work until it finds nothing more; gives the rows there are then. */
async function drained( site: BenchSite ): Promise< number > {
	let rows = await rowCount( site );
	for ( let idle = 0, tries = 0; idle < 3 && tries < 60; tries++ ) {
		await site.work();
		const now = await rowCount( site );
		idle = now === rows ? idle + 1 : 0;
		rows = now;
	}
	return rows;
}

/**
 * Blows on both sites in turns.
 *
 * @param bare    Without the plugin.
 * @param ours    With it.
 * @param seconds How long each blow lasts.
 * @param log     Progress.
 */
export async function storm( bare: BenchSite, ours: BenchSite, seconds: number, log: ( message: string ) => void ): Promise< Line[] > {
	const rates: Record< 'bare' | 'ours', Record< Kind, number[] > > = { bare: { known: [], unknown: [] }, ours: { known: [], unknown: [] } };
	// The storm must rage before anything is counted: the first attempts are still met as in calm weather.
	log( 'Waiting for the storm to rage' );
	for ( const begun = await ours.counted(); ( await ours.counted() ) - begun <= STORM_BEGINS; ) {
		await blow( ours, 'unknown', 3 );
	}
	await quiet( ours );
	const countedBefore = await ours.counted();
	const rowsBefore = await drained( ours );
	let written = 0;
	for ( let round = 1; round <= ROUNDS; round++ ) {
		for ( const kind of [ 'unknown', 'known' ] as const ) {
			log( `Storm of ${ kind } names, ${ round } of ${ ROUNDS }` );
			// Who goes second finds a busier machine: the two take turns in going first.
			for ( const who of round % 2 === 1 ? ( [ 'bare', 'ours' ] as const ) : ( [ 'ours', 'bare' ] as const ) ) {
				const site = who === 'bare' ? bare : ours;
				const before = await writes( site );
				rates[ who ][ kind ].push( await blow( site, kind, seconds ) );
				await quiet( site );
				written += who === 'ours' ? ( await writes( site ) ) - before : 0;
			}
		}
	}
	const attempts = ( await ours.counted() ) - countedBefore;
	const before = await writes( ours );
	const rows = ( await drained( ours ) ) - rowsBefore;
	const later = ( await writes( ours ) ) - before;
	const together = await blow( ours, 'unknown', seconds, 'together' );
	const perAttempt = written / attempts;
	const bareUnknown = median( rates.bare.unknown );
	// Round by round, so that what else the machine does meanwhile weighs on both sides.
	const ratio = ( kind: Kind ) => median( rates.ours[ kind ].map( ( rate, round ) => rate / ( rates.bare[ kind ][ round ] ?? Number.NaN ) ) );
	const [ known, unknown ] = [ ratio( 'known' ), ratio( 'unknown' ) ];
	const area = 'failed login, storm';
	return [
		{ area, what: 'writes an attempt', bare: '0', ours: fixed( perAttempt, 4 ), budget: '≤ 0.01', isWithin: perAttempt <= 0.01 },
		{ area, what: 'writes of the background', bare: '0', ours: fixed( later / attempts, 4 ), budget: '', isWithin: null },
		{ area, what: 'attempts, rows once drained', bare: String( attempts ), ours: String( rows ), budget: 'equal', isWithin: rows === attempts },
		{ area, what: 'known: logins/s', bare: fixed( median( rates.bare.known ), 1 ), ours: `× ${ fixed( known, 3 ) }`, budget: '≥ 0.97', isWithin: known >= 0.97 },
		{ area, what: 'unknown: logins/s', bare: fixed( bareUnknown, 1 ), ours: `× ${ fixed( unknown, 3 ) }`, budget: '≥ 0.97', isWithin: unknown >= 0.97 },
		{ area, what: 'unknown, background at work', bare: fixed( bareUnknown, 1 ), ours: `× ${ fixed( together / bareUnknown, 3 ) }`, budget: '', isWithin: null },
	];
}
