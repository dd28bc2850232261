/**
 * How the cost of each thing grows with the site: people, cases and attempts at 10³, 10⁴, 10⁵ and, where it is wished, 10⁶. Queries and rows read are exact
 * counts, so the curves do not depend on the machine; the database says of each statement how it answers it.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { type DefinitionNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';

import { DeepSite } from '../deep/deep-site';
import { root } from '../support/paths';
import { KNOWN, type BenchSite, type Cost } from './bench-site';
import { median, percentile } from './statistics';
import { fixed, type Line } from './verdict';

const RUNS = 15;
const WARM_UPS = 3;
const QUERIES_A_REQUEST = 8;
/** Of compute for a million people, waiting for the vendor left aside. */
const AUDIT_SECONDS = 60;
/**
 * At any size: a list's page with what belongs to its rows, a total that is counted up to a thousand a state, and a search's first thousand words with
 * their cases. Below that the database may sort a few thousand rows instead of reading them in order; the budget of the design is that none grows.
 */
const ROWS_A_LIST = 12_000;

export interface Point {
	readonly size: number;
	/** Milliseconds, median and 99th percentile; of the door alone where there is one. */
	readonly median: number;
	readonly p99: number;
	readonly queries: number;
	/** Null where the database does not tell. */
	readonly rows: number | null;
	readonly memoryMB: number;
	/** More of what was measured, by name. */
	readonly more?: Readonly< Record< string, number > >;
}

export interface Scan {
	readonly what: string;
	readonly size: number;
	readonly table: string;
	readonly rows: number;
	readonly sql: string;
}

export interface Curve {
	readonly what: string;
	readonly engine: 'MariaDB' | 'SQLite';
	readonly points: readonly Point[];
}

interface Question {
	readonly what: string;
	readonly operation: string;
	readonly variables: ( site: BenchSite, size: number ) => Promise< object > | object;
}

/** The documents of the screens, by operation, each with the fragments that it names. */
async function documents(): Promise< ReadonlyMap< string, string > > {
	const folder = path.join( root, 'src', 'admin', 'data' );
	const files = ( await readdir( folder ) ).filter( ( name ) => name.endsWith( '.graphql' ) );
	const definitions: DefinitionNode[] = [];
	for ( const file of files ) {
		definitions.push( ...parse( await readFile( path.join( folder, file ), 'utf8' ) ).definitions );
	}
	const fragments = new Map( definitions.filter( ( one ): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION ).map( ( one ) => [ one.name.value, one ] ) );
	const named = ( node: DefinitionNode, found = new Set< FragmentDefinitionNode >() ): Set< FragmentDefinitionNode > => {
		visit( node, {
			FragmentSpread: ( { name } ) => {
				const fragment = fragments.get( name.value );
				if ( fragment !== undefined && ! found.has( fragment ) ) {
					named( fragment, found.add( fragment ) );
				}
			},
		} );
		return found;
	};
	const operations = definitions.filter( ( one ): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION );
	return new Map( operations.map( ( one ) => [ one.name?.value ?? '', [ one, ...named( one ) ].map( ( part ) => print( part ) ).join( '\n' ) ] ) );
}

/** The person in the middle: known, with a case that waits. */
const middle = ( size: number ): number => Math.floor( size / 2 / 10 ) * 10 + 1;
const FIRST_CASE = 10_000_000;

const referenceOf = ( number: number ): string => {
	const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	return [ ...Array( 8 ).keys() ].map( ( at ) => letters[ Math.floor( number / 32 ** ( 7 - at ) ) % 32 ] ).join( '' );
};

/** Where the middle of the list begins. */
const cursorAt = async ( site: BenchSite, size: number ): Promise< string > => {
	const [ row ] = ( await site.sql( `SELECT CONCAT(last_attempt_at, ':', id) FROM wp_causeway_cases WHERE id = ${ FIRST_CASE + middle( size ) }` ) ).split( '\n' );
	return Buffer.from( row ?? '' ).toString( 'base64url' );
};

const list = ( filter: object, after: string | null = null ): object => ( { filter, order: 'newest', first: 20, after } );

const QUESTIONS: readonly Question[] = [
	{ what: 'list of cases, first page', operation: 'CaseList', variables: () => list( { states: [ 'open', 'diagnosed', 'fixing', 'regressed' ] } ) },
	{ what: 'list of cases, every case, from the middle', operation: 'CaseList', variables: async ( site, size ) => list( { knownPeopleOnly: false }, await cursorAt( site, size ) ) },
	{ what: 'list of cases of one cause', operation: 'CaseList', variables: () => list( { cause: 'zoho-crm/contact-without-account' } ) },
	{ what: 'search by reference', operation: 'CaseList', variables: ( _site, size ) => list( { search: referenceOf( middle( size ) ), knownPeopleOnly: false } ) },
	{ what: 'search by name', operation: 'CaseList', variables: ( _site, size ) => list( { search: `number${ middle( size ) }` } ) },
	{ what: 'search that fits everybody', operation: 'CaseList', variables: () => list( { search: 'person' } ) },
	{ what: 'case page', operation: 'CaseFile', variables: ( _site, size ) => ( { id: FIRST_CASE + middle( size ), reference: null } ) },
	{ what: 'overview, who cannot get in now', operation: 'OverviewNow', variables: () => ( {} ) },
	{ what: 'overview, what waits', operation: 'OverviewWork', variables: () => ( {} ) },
	{ what: 'overview, trend', operation: 'OverviewTrend', variables: () => ( {} ) },
	{ what: 'people at risk', operation: 'PeopleAtRisk', variables: () => ( { cause: '', first: 20, after: null } ) },
	{ what: 'export, one page of a hundred', operation: 'CaseList', variables: async ( site, size ) => ( { filter: { knownPeopleOnly: false }, order: 'newest', first: 100, after: await cursorAt( site, size ) } ) },
];

const megabytes = ( bytes: number ): number => bytes / 1_048_576;

const pointOf = ( size: number, costs: readonly Cost[], times: readonly number[], queries: ( cost: Cost ) => number, rows: ( cost: Cost ) => number | null ): Point => ( {
	size,
	median: median( times ),
	p99: percentile( times, 0.99 ),
	queries: Math.max( ...costs.map( queries ) ),
	rows: costs.reduce< number | null >( ( most, cost ) => ( rows( cost ) === null ? most : Math.max( most ?? 0, rows( cost ) ?? 0 ) ), null ),
	memoryMB: megabytes( Math.max( ...costs.map( ( { memory } ) => memory ) ) ),
} );

/** Statements that read a table of ours or WordPress's people from end to end, as the database says. */
const scansIn = ( what: string, size: number, cost: Cost | undefined ): Scan[] =>
	( cost?.plans ?? [] ).flatMap( ( { sql, plan } ) =>
		plan
			.filter( ( { type, table, rows } ) => type === 'ALL' && Number( rows ) > 1_000 && /^(?:wp_|[a-z])/.test( table ?? '' ) )
			.map( ( { table, rows } ) => ( { what, size, table: table ?? '', rows: Number( rows ), sql } ) )
	);

async function askAll( site: BenchSite, size: number, isMariaDB: boolean, keep: ( what: string, point: Point, scans: readonly Scan[] ) => void ): Promise< void > {
	const texts = await documents();
	const asked = await Promise.all(
		QUESTIONS.map( async ( { what, operation, variables }, index ) => {
			const text = texts.get( operation );
			if ( text === undefined ) {
				throw new Error( `No document of the screens asks ${ operation }.` );
			}
			return { what, text, variables: await variables( site, size ), label: `scale-${ size }-${ index }-` };
		} )
	);
	// In turns, so that whatever else the machine does meets all of them.
	for ( let run = -WARM_UPS; run < RUNS; run++ ) {
		for ( const { text, variables, label } of asked ) {
			await site.askGraphQL( text, variables, run < 0 ? {} : { 'X-Bench': label } );
		}
	}
	for ( const { what, text, variables, label } of asked ) {
		const costs = await site.costs( label, RUNS );
		let scans: Scan[] = [];
		if ( isMariaDB ) {
			await site.askGraphQL( text, variables, { 'X-Bench': `${ label }plan`, 'X-Bench-Explain': '1' } );
			scans = scansIn( what, size, ( await site.costs( `${ label }plan`, 1 ) )[ 0 ] );
		}
		keep( what, pointOf( size, costs, costs.map( ( { doorMs } ) => doorMs ), ( { doorQueries } ) => doorQueries, ( { doorRows } ) => ( isMariaDB ? doorRows : null ) ), scans );
	}
}

async function failLogins( site: BenchSite, size: number, login: string, label: string ): Promise< Point > {
	const times: number[] = [];
	for ( let run = -WARM_UPS; run < RUNS; run++ ) {
		await site.calm();
		await site.logIn( login, 'wrong', run < 0 ? {} : { 'X-Bench': label } );
		await site.calm();
		const { milliseconds } = await site.logIn( login, 'wrong' );
		if ( run >= 0 ) {
			times.push( milliseconds );
		}
	}
	const costs = await site.costs( label, RUNS );
	return pointOf( size, costs, times, ( { queries } ) => queries, () => null );
}

const phpFile = path.join( __dirname, 'scale.php' );

const work = async ( site: BenchSite, ...order: readonly string[] ): Promise< Record< string, number > > =>
	JSON.parse( ( await site.site.mustWp( [ 'eval-file', phpFile, ...order ] ) ).trim().split( '\n' ).at( -1 ) ?? '' ) as Record< string, number >;

const workPoint = ( size: number, told: Record< string, number >, ofHowMany: number ): Point => ( {
	size,
	median: 1_000 * ( told.seconds ?? Number.NaN ),
	p99: told.longestMs ?? Number.NaN,
	queries: told.queries ?? Number.NaN,
	rows: null,
	memoryMB: told.peakMB ?? Number.NaN,
	more: { done: ofHowMany, 'per second': ofHowMany / ( told.seconds ?? Number.NaN ) },
} );

/** What is measured of a whole audit, beside the fewest calls that the vendor's own sizes allow. */
async function auditPoint( size: number, log: ( message: string ) => void ): Promise< Point > {
	const on = await DeepSite.create( size, log );
	try {
		await on.crm.forgetCalls();
		const told = JSON.parse( ( await on.site.mustWp( [ 'eval-file', phpFile, 'audit' ] ) ).trim().split( '\n' ).at( -1 ) ?? '' ) as Record< string, number >;
		const calls = ( await on.crm.calls() ).filter( ( { host } ) => host !== 'accounts' ).length;
		return {
			...workPoint( size, told, told.done ?? 0 ),
			// Pages of 2,000 by COQL, or a bulk read of 200,000 a job: begin, see that it is done, fetch; and one look at the deleted. Sources: Zoho CRM's COQL and Bulk Read APIs.
			more: { done: told.done ?? 0, 'per second': ( told.done ?? 0 ) / ( told.seconds ?? Number.NaN ), compute: told.compute ?? Number.NaN, calls, least: Math.min( Math.ceil( size / 2_000 ), 3 * Math.ceil( size / 200_000 ) ) + 1 },
		};
	} finally {
		await on.stop();
	}
}

/**
 * @param site    Site with the plugin.
 * @param engine  What its database is.
 * @param sizes   Ascending.
 * @param audits  Sizes at which a whole audit is made, on a site of its own.
 * @param log     Progress.
 */
export async function scale( site: BenchSite, engine: Curve[ 'engine' ], sizes: readonly number[], audits: readonly number[], log: ( message: string ) => void ): Promise< { readonly curves: Curve[]; readonly scans: Scan[] } > {
	const points = new Map< string, Point[] >();
	const scans: Scan[] = [];
	const keep = ( what: string, point: Point, found: readonly Scan[] = [] ): void => {
		points.set( what, [ ...( points.get( what ) ?? [] ), point ] );
		scans.push( ...found );
	};
	// One real case, whose diagnosis is the pattern of all others.
	await site.calm();
	await site.logIn( KNOWN, 'wrong' );
	for ( let tries = 0; tries < 20 && ( Number( ( await site.site.mustWp( [ 'eval', 'echo (int) $GLOBALS["wpdb"]->get_var( "SELECT COUNT(*) FROM {$GLOBALS["wpdb"]->base_prefix}causeway_diagnoses" );' ] ) ) ) === 0 ); tries++ ) {
		await site.work();
	}
	let filled = 1;
	for ( const size of sizes ) {
		log( `${ engine }: filling up to ${ size }` );
		const { seconds = 0 } = await work( site, 'fill', String( filled ), String( size + 1 ) );
		filled = size + 1;
		if ( engine === 'MariaDB' ) {
			await site.sql( 'ANALYZE TABLE wp_causeway_cases, wp_causeway_attempts, wp_causeway_words, wp_causeway_people, wp_causeway_journal, wp_causeway_diagnoses, wp_causeway_links, wp_users, wp_usermeta' );
		}
		log( `${ engine }: failing logins at ${ size } (filled in ${ seconds.toFixed( 0 ) } s)` );
		keep( 'failed login, known name', await failLogins( site, size, KNOWN, `scale-${ engine }-${ size }-known` ) );
		keep( 'failed login, unknown name', await failLogins( site, size, 'nobody-here', `scale-${ engine }-${ size }-unknown` ) );
		log( `${ engine }: asking the screens’ questions at ${ size }` );
		await askAll( site, size, engine === 'MariaDB', keep );
		log( `${ engine }: exporting and purging at ${ size }` );
		const exported = await work( site, 'export' );
		keep( 'export of every case', workPoint( size, exported, exported.done ?? 0 ) );
		const aged = await work( site, 'old', String( size ) );
		const purged = await work( site, 'purge' );
		keep( 'purge of as many attempts', workPoint( size, purged, ( aged.attempts ?? 0 ) + ( aged.cases ?? 0 ) ) );
	}
	for ( const size of engine === 'MariaDB' ? audits : [] ) {
		log( `Auditing ${ size } people` );
		keep( 'audit', await auditPoint( size, log ) );
	}
	return { curves: [ ...points ].map( ( [ what, all ] ) => ( { what, engine, points: all } ) ), scans };
}

/** Whether a list reads few rows, and at the largest size no more than it had to at a smaller one. */
const isFlat = ( rows: readonly number[] ): boolean => Math.max( ...rows ) <= ROWS_A_LIST && ( rows.at( -1 ) ?? 0 ) <= 1.1 * Math.max( ...rows.slice( 0, -1 ), 1_000 );

/** The curves as figures beside budgets, for the table that is printed. */
export function curveLines( curves: readonly Curve[], scans: readonly Scan[] ): Line[] {
	const lines = curves.flatMap( ( curve ): Line[] => {
		const last = curve.points.at( -1 );
		const area = `${ curve.engine }, ${ curve.what }`;
		const times = curve.points.map( ( point ) => `${ fixed( point.median, 1 ) }` ).join( ' → ' );
		const isQuestion = QUESTIONS.some( ( { what } ) => what === curve.what );
		const told: Line[] = [ { area, what: `ms at ${ curve.points.map( ( { size } ) => size ).join( ', ' ) }`, bare: '', ours: times, budget: '', isWithin: null } ];
		if ( last !== undefined && isQuestion ) {
			told.push( { area, what: 'queries a request', bare: '', ours: String( last.queries ), budget: `≤ ${ QUERIES_A_REQUEST }`, isWithin: last.queries <= QUERIES_A_REQUEST } );
		}
		if ( curve.engine === 'MariaDB' && isQuestion ) {
			// The overview counts what waits and what was refused in two weeks: it grows with those, and a list does not.
			const isCounting = curve.what.startsWith( 'overview' );
			told.push( {
				area,
				what: 'rows read',
				bare: '',
				ours: curve.points.map( ( { rows } ) => rows ).join( ' → ' ),
				budget: isCounting ? '' : `≤ ${ ROWS_A_LIST }`,
				isWithin: isCounting ? null : isFlat( curve.points.map( ( { rows } ) => rows ?? 0 ) ),
			} );
		}
		if ( curve.what === 'audit' && last?.more?.compute !== undefined ) {
			// What the largest audit took of this process and its database, at the same pace for a million people.
			const seconds = ( last.more.compute * 1_000_000 ) / last.size;
			told.push( { area, what: 'compute for 10⁶ people, at this pace', bare: '', ours: `${ fixed( seconds, 0 ) } s`, budget: `≤ ${ AUDIT_SECONDS } s`, isWithin: seconds <= AUDIT_SECONDS } );
		}
		if ( curve.what === 'audit' && last?.more?.calls !== undefined && last.more.least !== undefined ) {
			told.push( { area, what: 'API calls', bare: '', ours: `${ last.more.calls }`, budget: `≤ 1.1 × ${ last.more.least }`, isWithin: last.more.calls <= 1.1 * last.more.least } );
		}
		return told;
	} );
	return [ ...lines, { area: 'EXPLAIN', what: 'statements that scan', bare: '', ours: String( scans.length ), budget: '0', isWithin: scans.length === 0 } ];
}
