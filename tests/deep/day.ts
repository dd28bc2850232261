/**
 * 24 simulated hours of a portal while the CRM changes under it, then a quiet day: what Causeway says at the end is what is so in the CRM.
 *
 * One worker lives through both days. Its clock, the database's and the CRM's are moved by hand, so that a day lasts minutes.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';

import type { JsonObject } from '../lab/json';
import type { Check } from './check';
import { DeepSite, differences, truth, WP_ENV } from './deep-site';

const HOUR = 3_600;

/** In which hours of the first day the site's own clock is wrong, and by how much: an hour ahead, then an hour behind, then right again. */
const WRONG_CLOCK: Readonly< Record< number, number > > = { 15: HOUR, 16: -HOUR };

/** What is done to how many people in an hour. */
const CHANGES_AN_HOUR = 8;

interface Answer {
	readonly rounds: number;
	/** Bytes. */
	readonly memory: number;
	readonly peak: number;
}

/** A worker that is told what time it is. */
class Worker {
	private readonly child;
	private readonly lines: AsyncIterator< string >;
	private said = '';

	public constructor( on: DeepSite, scratchFile: string ) {
		this.child = spawn( 'php', [ ...on.wpCommand, 'eval-file', path.join( __dirname, 'day.php' ), scratchFile ], { env: { ...process.env, ...WP_ENV }, stdio: [ 'pipe', 'pipe', 'pipe' ] } );
		this.child.stderr.setEncoding( 'utf8' ).on( 'data', ( text: string ) => ( this.said = ( this.said + text ).slice( -2_000 ) ) );
		this.lines = createInterface( { input: this.child.stdout } )[ Symbol.asyncIterator ]();
	}

	public async live( order: { now: number; refuse: readonly string[]; audit: boolean } ): Promise< Answer > {
		this.child.stdin.write( `${ JSON.stringify( order ) }\n` );
		const { value, done } = await this.lines.next();
		if ( done === true ) {
			throw new Error( `The worker died: ${ this.said }` );
		}
		return JSON.parse( value ) as Answer;
	}

	public async stop(): Promise< void > {
		const hasEnded = new Promise( ( resolve ) => this.child.once( 'close', resolve ) );
		this.child.stdin.end();
		await hasEnded;
	}
}

/** Noon before the clocks of Europe go forward next, Unix seconds. */
const nextSpring = ( after: number ): number => {
	const date = new Date( after * 1_000 );
	for ( let year = date.getUTCFullYear(); ; year++ ) {
		const lastOfMarch = new Date( Date.UTC( year, 2, 31, 12 ) );
		const noon = lastOfMarch.getTime() / 1_000 - ( lastOfMarch.getUTCDay() + 1 ) * 24 * HOUR;
		if ( noon > after ) {
			return noon;
		}
	}
};

const mega = ( bytes: number ): string => ( bytes / 1_048_576 ).toFixed( 1 );

/**
 * @param people  Of the portal.
 * @param minutes Between two moves of the clock on the first day.
 * @param random  Between 0 and 1.
 * @param log     What is told meanwhile.
 */
export async function dayTest( people: number, minutes: number, random: () => number, log: ( message: string ) => void ): Promise< Check[] > {
	const on = await DeepSite.create( people, log );
	const worker = new Worker( on, path.join( on.site.dir, 'refused.json' ) );
	try {
		// A merged contact that shows in no list is found by the weekly whole pass alone; here it shows.
		await on.crm.merge( { switches: { mergedRecord: 'permanent' } } );
		const untouched = [ ...on.people ];
		const take = (): string => untouched.splice( Math.floor( random() * untouched.length ), 1 )[ 0 ] ?? '';
		const deleted: string[] = [];
		const refused = new Set< string >();
		const step = minutes * 60;
		// It is the night in which this site's clocks go forward.
		await on.site.mustWp( [ 'option', 'update', 'timezone_string', 'Europe/Berlin' ] );
		const started = Math.floor( Date.now() / 1_000 );
		let now = nextSpring( started );
		await on.crm.play( { do: 'advance-clock', seconds: now - started } );
		/** Seconds by which the site's own clock is wrong just now: the CRM's is right. */
		let wrongBy = 0;
		let attempts = 0;
		const memories: Answer[] = [];
		const live = async ( seconds: number, refuse: readonly string[], audit: boolean ): Promise< void > => {
			now += seconds;
			await on.crm.play( { do: 'advance-clock', seconds }, { do: 'forgive-token-rate' } );
			attempts += refuse.length;
			refuse.forEach( ( id ) => refused.add( id ) );
			memories.push( await worker.live( { now: now + wrongBy, refuse, audit } ) );
		};
		await live( 1, [], true );
		const began = Date.now();
		for ( let at = step; at <= 24 * HOUR; at += step ) {
			const orders: JsonObject[] = [];
			for ( let count = 0; count < Math.max( 1, ( CHANGES_AN_HOUR * minutes ) / 60 ); count++ ) {
				const kind = Math.floor( random() * 5 );
				const id = take();
				if ( kind === 0 ) {
					orders.push( { do: 'merge-contacts', winner: take(), loser: id } );
				} else if ( kind === 1 ) {
					orders.push( { do: 'purge-contact', id } );
				} else if ( kind === 2 && deleted.length > 0 ) {
					orders.push( { do: 'restore-contact', id: deleted.shift() ?? '' } );
				} else {
					orders.push( { do: 'delete-contact', id } );
					deleted.push( id );
				}
			}
			const isHour = ( hour: number ): boolean => at >= hour * HOUR && at - step < hour * HOUR;
			if ( isHour( 6 ) ) {
				orders.push( { do: 'spend-credits', leave: 0 } );
			}
			if ( isHour( 9 ) ) {
				orders.push( { do: 'refill-credits' } );
			}
			if ( isHour( 12 ) ) {
				orders.push( { do: 'revoke-refresh-token' } );
			}
			if ( isHour( 14 ) ) {
				orders.push( { do: 'renew-refresh-token' } );
			}
			await on.crm.play( ...orders );
			wrongBy = WRONG_CLOCK[ Math.floor( at / HOUR ) ] ?? 0;
			const refuse = deleted.filter( ( id ) => ! refused.has( id ) ).slice( 0, 1 );
			await live( step, refuse, [ 4, 7, 13, 18 ].some( isHour ) );
		}
		for ( let hour = 0; hour < 24; hour++ ) {
			await live( HOUR, [], hour === 23 );
		}
		await live( HOUR, [], true );
		const seconds = Math.round( ( Date.now() - began ) / 1_000 );

		const expected = await truth( on );
		const wrong = differences( expected, await on.pairs( 'SELECT l.contact_id, p.cause FROM wp_causeway_people p JOIN wp_causeway_links l ON l.person_key = p.person_key' ) );
		const cases = await on.pairs( 'SELECT l.contact_id, c.state FROM wp_causeway_cases c JOIN wp_causeway_links l ON l.person_key = c.person_key' );
		const stale = [ ...cases ].filter( ( [ id, state ] ) => ( state === 'resolved' ) === expected.has( id ) );
		const [ kept, loose, opened, dead ] = ( await on.sql( "SELECT (SELECT COUNT(*) FROM wp_causeway_attempts), (SELECT COUNT(*) FROM wp_causeway_attempts WHERE case_id = 0), (SELECT COUNT(*) FROM wp_causeway_cases), (SELECT COUNT(*) FROM wp_causeway_jobs WHERE state = 'dead')" ) ).split( '\t' ).map( Number );
		const early = memories.slice( 2, Math.ceil( memories.length / 4 ) );
		const late = memories.slice( -Math.ceil( memories.length / 4 ) );
		const most = ( answers: readonly Answer[], which: 'memory' | 'peak' ): number => Math.max( ...answers.map( ( answer ) => answer[ which ] ) );
		return [
			{ what: `after a day of changes the people at risk of ${ people } are those of the CRM`, isOk: wrong.length === 0 && expected.size > 0, detail: `${ expected.size } people, both days in ${ seconds } s; ${ wrong.length } differ; ${ wrong.slice( 0, 5 ).join( '; ' ) }` },
			{ what: 'no attempt is lost, and each person has one case', isOk: kept === attempts && loose === 0 && opened === refused.size, detail: `${ kept } of ${ attempts } attempts, ${ loose } without a case, ${ opened } cases of ${ refused.size } people` },
			{ what: 'a case is open where the CRM is still in that state, and only there', isOk: stale.length === 0, detail: `${ cases.size } cases; ${ stale.slice( 0, 5 ).map( ( [ id, state ] ) => `${ id } is ${ state }` ).join( '; ' ) }` },
			{ what: 'no work was put aside', isOk: dead === 0, detail: `${ dead }` },
			{
				what: 'memory is flat',
				isOk: most( late, 'memory' ) <= most( early, 'memory' ) + 1_048_576 && most( late, 'peak' ) <= most( early, 'peak' ) + 2_097_152,
				detail: `MB held ${ mega( most( early, 'memory' ) ) } early and ${ mega( most( late, 'memory' ) ) } late, peak ${ mega( most( early, 'peak' ) ) } and ${ mega( most( late, 'peak' ) ) }, first hour ${ mega( memories[ 0 ]?.peak ?? 0 ) }`,
			},
		];
	} finally {
		await worker.stop();
		await on.stop();
	}
}
