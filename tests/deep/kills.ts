/**
 * kill -9 before and after each remote write and each commit, then at random moments: an audit and a bulk fix lose nothing and do nothing twice.
 *
 * A real site with MariaDB and the lab's CRM. Workers are separate programs, killed outright; then the minute that their leases last is made
 * to have passed, and the next worker begins.
 */
import type { Check } from './check';
import { bulkFixChecks, DeepSite, differences, truth } from './deep-site';

/** Milliseconds that WordPress takes to be up in a worker, about: kills begin a little before. */
const BOOT = 300;

/** The CRM takes as long as over a real line, so that kills fall into calls too. */
const ANSWER = 40;

/** Rounds of work after the last kill within which everything has to be over. */
const MOST_ROUNDS = 60;

/**
 * Kills one worker at each of its writes, the near and the far ones in turn: a job that is killed a dozen times without getting anywhere is rightly
 * put aside.
 *
 * @param writes Up to which.
 * @param die    Kills a worker at that write; whether it came so far.
 * @return How many were killed.
 */
async function sweep( writes: number, die: ( write: number ) => Promise< boolean > ): Promise< number > {
	let killed = 0;
	for ( let near = 1; near <= writes / 2; near++ ) {
		killed += Number( await die( near ) );
		killed += Number( await die( writes - near + 1 ) );
	}
	return killed;
}

/**
 * Audits, one after the other, killed at random moments while the CRM changes under them.
 *
 * @param on     Site.
 * @param writes Up to which of a worker's writes one is killed at each.
 * @param kills  How often at random.
 * @param random Between 0 and 1.
 */
async function killAudits( on: DeepSite, writes: number, kills: number, random: () => number ): Promise< Check[] > {
	const waiting = [ ...on.people ];
	const next = (): string => waiting.splice( Math.floor( random() * waiting.length ), 1 )[ 0 ] ?? '';
	await on.crm.fault( { host: 'api', slowMs: ANSWER } );
	let killed = 0;
	const die = async ( death: Parameters< DeepSite[ 'workUntilKilled' ] >[ 1 ] ): Promise< boolean > => {
		await on.crm.play( { do: 'delete-contact', id: next() }, { do: 'purge-contact', id: next() } );
		return on.workUntilKilled( [ 'causeway', 'audit', 'run' ], death );
	};
	const swept = await sweep( writes, async ( write ) => die( { write } ) );
	for ( let starts = 0; killed < kills && starts < kills * 6; starts++ ) {
		killed += Number( await die( { milliseconds: BOOT + random() * 600 } ) );
	}
	// What is under way ends; the one after it sees what changed meanwhile.
	await on.site.mustWp( [ 'causeway', 'audit', 'run', '--format=json' ] );
	await on.letLeasesPass();
	await on.site.mustWp( [ 'causeway', 'audit', 'run', '--format=json' ] );

	const expected = await truth( on );
	const found = await on.pairs( 'SELECT l.contact_id, p.cause FROM wp_causeway_people p JOIN wp_causeway_links l ON l.person_key = p.person_key' );
	const wrong = differences( expected, found );
	const rows = Number( await on.sql( 'SELECT COUNT(*) FROM wp_causeway_people' ) );
	return [
		{ what: 'audits were killed at their writes and at random', isOk: killed === kills && swept > writes / 2, detail: `${ swept } at writes, ${ killed } at random` },
		{ what: `after that the people at risk are those of the CRM`, isOk: wrong.length === 0 && expected.size > 0, detail: `${ expected.size } people; ${ wrong.slice( 0, 5 ).join( '; ' ) }` },
		{ what: 'nobody is listed twice', isOk: rows === found.size, detail: `${ rows } rows, ${ found.size } people` },
	];
}

/**
 * One step for everybody of an incident, killed at its writes and at random moments.
 *
 * @param on     Site.
 * @param writes Up to which of a worker's writes one is killed at each.
 * @param kills  How often at random.
 * @param people How many are kept out.
 * @param random Between 0 and 1.
 */
async function killBulkFix( on: DeepSite, writes: number, kills: number, people: number, random: () => number ): Promise< Check[] > {
	const state = await on.crm.state();
	const live = new Set( state.contacts.filter( ( contact ) => contact.Account_Name ).map( ( { id } ) => id ) );
	const ids = on.people.filter( ( id ) => live.has( id ) ).slice( 0, people );
	await on.crm.play( ...ids.map( ( id ) => ( { do: 'delete-contact', id } ) ) );
	await on.furnish( 'refuse', ids );
	for ( let round = 0; round < MOST_ROUNDS; round++ ) {
		await on.site.wp( [ 'causeway', 'work', '--once' ] );
		await on.letLeasesPass();
		if ( Number( await on.sql( 'SELECT COALESCE(SUM(people), 0) FROM wp_causeway_incidents' ) ) === people ) {
			break;
		}
	}
	const incident = await on.sql( 'SELECT id FROM wp_causeway_incidents WHERE is_open = 1' );
	await on.startBulkFix( incident );
	const isOver = (): Promise< boolean > => on.isBulkFixOver( incident );
	const swept = await sweep( writes, async ( write ) => on.workUntilKilled( [ 'causeway', 'work', '--once' ], { write } ) );
	let killed = 0;
	while ( killed < kills && ! ( await isOver() ) ) {
		killed += Number( await on.workUntilKilled( [ 'causeway', 'work', '--once' ], { milliseconds: BOOT + 100 + random() * 700 } ) );
	}
	for ( let round = 0; round < MOST_ROUNDS && ! ( await isOver() ); round++ ) {
		await on.site.wp( [ 'causeway', 'work', '--once' ] );
		await on.letLeasesPass();
	}
	return [
		{ what: 'the bulk fix was killed at its writes and at random, and came to its end', isOk: killed === kills && swept > writes / 2 && ( await isOver() ), detail: `${ swept } at writes, ${ killed } at random` },
		...( await bulkFixChecks( on, ids ) ),
	];
}

/**
 * Both, on one site.
 *
 * @param writes Up to which of a worker's writes one is killed at each.
 * @param kills  Of each at random.
 * @param random Between 0 and 1.
 * @param log    What is told meanwhile.
 */
export async function killTests( writes: number, kills: number, random: () => number, log: ( message: string ) => void ): Promise< Check[] > {
	const on = await DeepSite.create( kills > 20 ? 5_000 : 600, log );
	try {
		const audits = await killAudits( on, writes, kills, random );
		// Two or three people in a worker's life: enough for every kill to fall into the run.
		return [ ...audits, ...( await killBulkFix( on, writes, kills, kills * 4 + writes * 2, random ) ) ];
	} finally {
		await on.stop();
	}
}
