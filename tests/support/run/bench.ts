/**
 * `npm run bench`: bare WordPress against WordPress with the plugin, on the same database server, PHP and nginx; each figure beside its budget.
 *
 * `--n=2000` sets the pairs of the timing test (200), `--seconds=20` the length of each blow of the storm (8), `--zip=<file>` the plugin
 * (`build/causeway.zip` by default), `--only=calm,explain,timing,storm,scale` the parts, `--largest=1000000` how far the curves go (100000), `--docs` writes
 * `docs/benchmarks.md`.
 */
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { BenchSite } from '../../bench/bench-site';
import { calm } from '../../bench/calm';
import { documentFile, writeDocument } from '../../bench/document';
import { explain } from '../../bench/explain';
import { type Curve, curveLines, scale, type Scan } from '../../bench/scale';
import { storm } from '../../bench/storm';
import { timing } from '../../bench/timing';
import { table, type Line } from '../../bench/verdict';
import { artifacts, root } from '../paths';
import { stopEverything } from '../process/child';
import { findProgram, mustRun } from '../process/run';
import { startMariaDB } from '../servers/mariadb';
import { prepareSystem } from '../system/prepare';
import { obtainWordPress } from '../wordpress/obtain';

const option = ( name: string ): string | undefined => process.argv.find( ( argument ) => argument.startsWith( `--${ name }=` ) )?.slice( name.length + 3 );
const number = ( name: string, otherwise: number ): number => Number( option( name ) ?? otherwise );
const log = ( message: string ): void => console.error( message );

const pluginZip = async (): Promise< string > => {
	const given = option( 'zip' );
	if ( given !== undefined ) {
		return path.resolve( given );
	}
	log( 'Building the plugin' );
	await mustRun( process.execPath, [ '--import', 'tsx', path.join( root, 'src', 'build', 'zip.ts' ) ], { cwd: root } );
	return path.join( root, 'build', 'causeway.zip' );
};

const main = async (): Promise< number > => {
	const system = await prepareSystem( [ 'bench' ], log );
	system.sentences.forEach( ( sentence ) => log( sentence ) );
	if ( ! system.canRun( 'bench' ) ) {
		return 1;
	}
	const parts = ( option( 'only' ) ?? 'calm,explain,timing,storm,scale' ).split( ',' );
	const zip = await pluginZip();
	await access( zip );
	const wordpress = await obtainWordPress( { line: '7.1', log } );
	const mariadb = await startMariaDB( { profile: 'durable' } );
	const bare = await BenchSite.create( 'bare', wordpress, mariadb, [], log );
	const ours = await BenchSite.create( 'ours', wordpress, mariadb, [ zip ], log );

	const lines: Line[] = [];
	/** Told at once too, so that a part that fails takes none of the others' figures along. */
	const keep = ( measured: readonly Line[] ): void => {
		lines.push( ...measured );
		log( table( measured ) );
	};
	if ( parts.includes( 'calm' ) ) {
		keep( await calm( bare, ours, log ) );
	}
	if ( parts.includes( 'explain' ) ) {
		keep( await explain( ours, log ) );
	}
	if ( parts.includes( 'timing' ) ) {
		keep( await timing( bare, ours, number( 'n', 200 ), log ) );
	}
	let isWhole = true;
	if ( parts.includes( 'storm' ) ) {
		isWhole = ( await findProgram( 'wrk' ) ) !== null;
		if ( isWhole ) {
			keep( await storm( bare, ours, number( 'seconds', 8 ), log ) );
		} else {
			log( 'wrk is missing, so the storm cannot be measured (on Debian: apt-get install wrk).' );
		}
	}

	const curves: Curve[] = [];
	const scans: Scan[] = [];
	if ( parts.includes( 'scale' ) ) {
		const sizes = [ 1e3, 1e4, 1e5, 1e6 ].filter( ( size ) => size <= number( 'largest', 1e5 ) );
		const sqlite = await BenchSite.create( 'sqlite', wordpress, 'sqlite', [ zip ], log );
		for ( const measured of [ await scale( ours, 'MariaDB', sizes, sizes.filter( ( size ) => size <= number( 'audit', 1e5 ) ), log ), await scale( sqlite, 'SQLite', sizes.filter( ( size ) => size <= 1e4 ), [], log ) ] ) {
			curves.push( ...measured.curves );
			scans.push( ...measured.scans );
		}
		lines.push( ...curveLines( curves, scans ) );
	}

	const failed = lines.filter( ( line ) => line.isWithin === false );
	await mkdir( artifacts, { recursive: true } );
	await writeFile( path.join( artifacts, 'bench.json' ), JSON.stringify( { wordpress: wordpress.version, php: system.php, arguments: process.argv.slice( 2 ), lines, curves, scans }, null, '\t' ) );
	console.log( table( lines ) );
	console.log( `\n${ lines.filter( ( line ) => line.isWithin === true ).length } within budget, ${ failed.length } not. WordPress ${ wordpress.version }, PHP ${ system.php }; figures in artifacts/bench.json.` );
	if ( process.argv.includes( '--docs' ) ) {
		await writeDocument( { wordpress: wordpress.version, php: system.php, lines, curves, scans } );
		console.log( `Written: ${ path.relative( root, documentFile ) }` );
	}
	return failed.length === 0 && isWhole ? 0 : 1;
};

main()
	.catch( ( error: unknown ) => {
		console.error( error instanceof Error ? error.stack : error );
		return 1;
	} )
	.then( async ( code ) => {
		await stopEverything();
		process.exitCode = code;
	} );
