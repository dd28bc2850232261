/**
 * What one request costs in calm weather: queries, rows, files, bytes, time; bare and ours in turns.
 */
import { gzipSync } from 'node:zlib';

import { binlogBytes, KNOWN, KNOWN_EMAIL, PASSWORD, TWIN, type BenchSite, type Cost, type Reply } from './bench-site';
import { median } from './statistics';
import { fixed, type Line, sign } from './verdict';

const WARM_UPS = 6;
const RUNS = 10;

interface Case {
	readonly id: string;
	readonly title: string;
	readonly status: number;
	readonly ask: ( site: BenchSite, headers: Readonly< Record< string, string > >, run: number ) => Promise< Reply >;
}

const failing = ( id: string, title: string, login: ( run: number ) => string, password = 'wrong' ): Case => ( {
	id,
	title,
	status: 200,
	ask: ( site, headers, run ) => site.logIn( login( run ), password, headers ),
} );

/** A name that nobody has, as long as the known one, so that no byte of the answer differs for its length. */
const stranger = ( known: string, run: number ): string => `${ String( Math.abs( run ) ).padStart( 4, 'n' ) }${ known.slice( 4 ) }`;

const FAILED: readonly Case[] = [
	failing( 'unknown', 'unknown name', ( run ) => stranger( KNOWN, run ) ),
	failing( 'known', 'known name', () => KNOWN ),
	failing( 'unknown-email', 'unknown e-mail', ( run ) => stranger( KNOWN_EMAIL, run ) ),
	failing( 'known-email', 'known e-mail', () => KNOWN_EMAIL ),
	failing( 'twin', 'login is the e-mail', () => TWIN ),
	failing( 'long', 'over-long password', () => KNOWN, 'x'.repeat( 5000 ) ),
];

const CASES: readonly Case[] = [
	{ id: 'form', title: 'wp-login.php, form', status: 200, ask: ( site, headers ) => site.ask( 'GET', '/wp-login.php', {}, headers ) },
	{ id: 'success', title: 'successful login', status: 302, ask: ( site, headers ) => site.logIn( KNOWN, PASSWORD, headers ) },
	{ id: 'front', title: 'front page', status: 200, ask: ( site, headers ) => site.ask( 'GET', '/', {}, headers ) },
	{ id: 'plain', title: 'page without the block', status: 200, ask: ( site, headers ) => site.ask( 'GET', '/plain/', {}, headers ) },
	{ id: 'block', title: 'page with the block', status: 200, ask: ( site, headers ) => site.ask( 'GET', '/block/', {}, headers ) },
	...FAILED,
];

interface Measured {
	readonly costs: readonly Cost[];
	readonly times: readonly number[];
	/** Length with the site's own address, which differs in its digits, taken out. */
	readonly bytes: number;
	readonly lastBody: string;
}

type Measures = Readonly< Record< string, Measured > >;

async function measure( sites: readonly BenchSite[], one: Case ): Promise< Measured[] > {
	const replies = sites.map( () => [] as Reply[] );
	for ( let run = -WARM_UPS; run < RUNS; run++ ) {
		for ( const [ index, site ] of sites.entries() ) {
			await site.calm();
			const headers: Record< string, string > = run < 0 ? {} : { 'X-Bench': one.id };
			const reply = await one.ask( site, headers, run );
			if ( reply.status !== one.status ) {
				throw new Error( `${ one.title } on ${ site.name }: status ${ reply.status } instead of ${ one.status }.` );
			}
			if ( run >= 0 ) {
				replies[ index ]?.push( reply );
			}
		}
	}
	// Time without the probe, whose own statements cost some too.
	const times = sites.map( () => [] as number[] );
	for ( let run = 0; run < RUNS * 2; run++ ) {
		for ( const [ index, site ] of sites.entries() ) {
			await site.calm();
			times[ index ]?.push( ( await one.ask( site, {}, run ) ).milliseconds );
		}
	}
	return Promise.all(
		sites.map( async ( site, index ) => {
			const bodies = ( replies[ index ] ?? [] ).map( ( reply ) => reply.body.toString( 'utf8' ).replaceAll( site.site.url, '' ) );
			return {
				costs: ( await site.costs( one.id, RUNS ) ).slice( -RUNS ),
				times: times[ index ] ?? [],
				bytes: median( bodies.map( ( body ) => Buffer.byteLength( body ) ) ),
				lastBody: bodies[ bodies.length - 1 ] ?? '',
			};
		} )
	);
}

const most = ( measured: Measured, figure: ( cost: Cost ) => number ): number => Math.max( ...measured.costs.map( figure ) );
const usual = ( measured: Measured, figure: ( cost: Cost ) => number ): number => median( measured.costs.map( figure ) );
const binlog = ( measured: Measured ): number => median( measured.costs.map( ( cost ) => binlogBytes( cost.binlog ) ).filter( ( bytes ) => bytes !== null ) );

/** Gzipped bytes of the plugin's files that a page names, by ending. */
async function assets( site: BenchSite, body: string, ending: 'js' | 'css' ): Promise< number > {
	const found = new Set( [ ...body.matchAll( new RegExp( `["'](/wp-content/plugins/causeway/[^"']+\\.${ ending })(?:\\?[^"']*)?["']`, 'g' ) ) ].map( ( match ) => match[ 1 ] ?? '' ) );
	let bytes = 0;
	for ( const address of found ) {
		bytes += gzipSync( ( await site.ask( 'GET', address ) ).body, { level: 6 } ).length;
	}
	return bytes;
}

/** MariaDB writes the statement beside its rows unless told otherwise; MySQL does not. */
async function textInBinlog( site: BenchSite, measured: Measured ): Promise< number > {
	const [ file = '', position = '' ] = measured.costs[ measured.costs.length - 1 ]?.binlog[ 0 ].split( ':' ) ?? [];
	const events = await site.sql( `SHOW BINLOG EVENTS IN '${ file }' FROM ${ Number( position ) } LIMIT 4` );
	return events
		.split( '\n' )
		.map( ( event ) => event.split( '\t' ) )
		.filter( ( event ) => event[ 2 ] === 'Annotate_rows' )
		.reduce( ( sum, event ) => sum + Number( event[ 4 ] ) - Number( event[ 1 ] ), 0 );
}

async function figures( site: BenchSite, id: string, area: string, bare: Measured, ours: Measured ): Promise< Line[] > {
	const delta = ( figure: ( cost: Cost ) => number ) => most( ours, figure ) - usual( bare, figure );
	const isFailure = FAILED.some( ( one ) => one.id === id );
	const queries = delta( ( cost ) => cost.queries );
	const rows = ( cost: Cost ) => cost.inserted + cost.updated + cost.deleted;
	const time = median( ours.times ) / median( bare.times );
	const files = delta( ( cost ) => cost.files );
	const lines: Line[] = [
		{
			area,
			what: 'queries',
			bare: fixed( usual( bare, ( cost ) => cost.queries ) ),
			ours: sign( queries ),
			budget: isFailure ? '≤ +1' : '+0',
			isWithin: id === 'block' ? null : queries <= ( isFailure ? 1 : 0 ),
		},
		{ area, what: 'files', bare: fixed( usual( bare, ( cost ) => cost.files ) ), ours: sign( files ), budget: id === 'form' ? '≤ +4' : '', isWithin: id === 'form' ? files <= 4 : null },
		{ area, what: 'median time', bare: `${ fixed( median( bare.times ), 1 ) } ms`, ours: `× ${ fixed( time, 3 ) }`, budget: '', isWithin: null },
	];
	if ( ! isFailure ) {
		return lines;
	}
	const reads = delta( ( cost ) => cost.reads + cost.columns );
	const written = [ usual( bare, rows ), usual( ours, rows ), most( ours, rows ) ];
	const bytes = binlog( ours );
	const text = await textInBinlog( site, ours );
	const checks = ours.costs.map( ( cost ) => cost.hashChecks );
	return [
		...lines,
		{ area, what: 'reads', bare: fixed( usual( bare, ( cost ) => cost.reads ) ), ours: sign( reads ), budget: '≤ +0', isWithin: reads <= 0 },
		{ area, what: 'rows written', bare: fixed( written[ 0 ] ?? 0 ), ours: sign( ( written[ 2 ] ?? 0 ) - ( written[ 0 ] ?? 0 ) ), budget: 'exactly +1', isWithin: written[ 1 ] === ( written[ 0 ] ?? 0 ) + 1 && written[ 2 ] === written[ 1 ] },
		{ area, what: 'binlog, as MySQL keeps it', bare: `${ fixed( binlog( bare ) ) } B`, ours: `${ fixed( bytes - text ) } B`, budget: '≤ 450 B', isWithin: bytes - text <= 450 },
		{ area, what: 'with MariaDB’s copy of the text', bare: '', ours: `${ fixed( bytes ) } B`, budget: '', isWithin: null },
		{ area, what: 'hash checks', bare: fixed( usual( bare, ( cost ) => cost.hashChecks ) ), ours: [ ...new Set( checks ) ].join( ', ' ), budget: 'exactly 1', isWithin: checks.every( ( count ) => count === 1 ) },
	];
}

/**
 * Measures every kind of request on both sites.
 *
 * @param bare Without the plugin.
 * @param ours With it.
 * @param log  Progress.
 */
export async function calm( bare: BenchSite, ours: BenchSite, log: ( message: string ) => void ): Promise< Line[] > {
	const lines: Line[] = [];
	const all: Record< string, Measured > = {};
	for ( const one of CASES ) {
		log( `Measuring: ${ one.title }` );
		const [ plain, plugged ] = await measure( [ bare, ours ], one );
		if ( plain === undefined || plugged === undefined ) {
			throw new Error( 'Two sites were asked, and one did not answer.' );
		}
		all[ one.id ] = plugged;
		const isFailure = FAILED.includes( one );
		const area = isFailure ? `failed login, ${ one.title }` : one.title;
		lines.push( ...( await figures( ours, one.id, area, plain, plugged ) ) );
		if ( isFailure ) {
			const extra = plugged.bytes - plain.bytes;
			lines.push( { area, what: 'page', bare: `${ fixed( plain.bytes ) } B`, ours: `${ sign( extra ) } B`, budget: '', isWithin: null } );
			continue;
		}
		const scripts = await assets( ours, plugged.lastBody, 'js' );
		const styles = await assets( ours, plugged.lastBody, 'css' );
		const limit = one.id === 'block' ? 3 * 1024 : 0;
		lines.push( { area, what: 'JS of ours, gz', bare: '', ours: `${ scripts } B`, budget: limit === 0 ? '0 B' : `≤ ${ limit } B`, isWithin: scripts <= limit } );
		lines.push( { area, what: 'CSS of ours, gz', bare: '', ours: `${ styles } B`, budget: limit === 0 ? '0 B' : '', isWithin: limit === 0 ? styles === 0 : null } );
		if ( one.id === 'front' || one.id === 'plain' || one.id === 'form' ) {
			const extra = plugged.bytes - plain.bytes;
			lines.push( { area, what: 'page', bare: `${ fixed( plain.bytes ) } B`, ours: `${ sign( extra ) } B`, budget: '+0 B', isWithin: extra === 0 } );
		}
	}
	return [ ...lines, ...alike( all ), ...( await kept( ours ) ), calls( all ) ];
}

/** The answer without what was typed and the random reference. */
const bodyOf = ( measured: Measured ): string =>
	measured.lastBody.replace( /(?:[n\d]{4}|benc)h-known|(?:[n\d]{4}|know)n@bench\.example/g, 'NAME' ).replace( /\b[A-Z0-9]{4}-?[A-Z0-9]{4}\b/g, 'REFERENCE' );

/** Known and unknown names must cost the same, by whatever is counted. */
function alike( all: Measures ): Line[] {
	const pairs: readonly ( readonly [ string, string, string ] )[] = [
		[ 'unknown', 'known', 'names' ],
		[ 'unknown-email', 'known-email', 'e-mails' ],
	];
	return pairs.flatMap( ( [ unknown, known, title ] ) => {
		const one = all[ unknown ];
		const other = all[ known ];
		if ( one === undefined || other === undefined ) {
			return [];
		}
		const counts = ( measured: Measured ) =>
			[ usual( measured, ( cost ) => cost.writes ), usual( measured, ( cost ) => cost.inserted ), usual( measured, ( cost ) => cost.hashChecks ) ].map( ( value ) => fixed( value ) ).join( '/' );
		const area = 'known and unknown alike';
		return [
			{ area, what: `${ title }: writes/rows/checks`, bare: counts( one ), ours: counts( other ), budget: 'equal', isWithin: counts( one ) === counts( other ) },
			{ area, what: `${ title }: page`, bare: `${ bodyOf( one ).length }`, ours: `${ bodyOf( other ).length }`, budget: 'identical', isWithin: bodyOf( one ) === bodyOf( other ) },
			{ area, what: `${ title }: binlog`, bare: `${ fixed( binlog( one ) ) } B`, ours: `${ fixed( binlog( other ) ) } B`, budget: '', isWithin: null },
		];
	} );
}

/** What the plugin makes every request load. */
async function kept( ours: BenchSite ): Promise< Line[] > {
	const rows = await ours.sql( "SELECT option_name, LENGTH(option_value) FROM wp_options WHERE autoload IN ('yes','on','auto','auto-on') AND option_name LIKE '%causeway%'" );
	const options = rows.split( '\n' ).filter( ( row ) => row !== '' );
	const bytes = options.reduce( ( sum, row ) => sum + Number( row.split( '\t' )[ 1 ] ), 0 );
	return [ { area: 'autoloaded options', what: 'count, bytes', bare: '0', ours: `${ options.length }, ${ bytes } B`, budget: '≤ 1, ≤ 2048 B', isWithin: options.length <= 1 && bytes <= 2048 } ];
}

/** The site's own kick is sent after the answer; anything else would make the visitor wait. */
function calls( all: Measures ): Line {
	const remote = Object.values( all ).flatMap( ( measured ) => measured.costs.flatMap( ( cost ) => [ ...cost.remote ] ) );
	const foreign = remote.filter( ( url ) => ! /\/(wp-cron\.php|wp-json\/causeway\/v1\/work)|rest_route=\/?causeway\/v1\/work/.test( decodeURIComponent( url ) ) );
	return { area: 'remote calls', what: 'other than the own kick', bare: '0', ours: String( foreign.length ), budget: '0', isWithin: foreign.length === 0 };
}
