/**
 * `npm test`: every suite, one after the other, to the end; the last line sums them up.
 *
 * `--only=check,jest,unit,integration,deep,zip,e2e` runs some of them. `--deep` runs everything on both lines of WordPress, and the deep tests at full length.
 */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { startLab } from '../../lab/lab';
import { artifacts, root } from '../paths';
import { onStop, stopEverything } from '../process/child';
import { createInProcessSite } from '../site/plugin-site';
import { prepareSystem, type SystemReport } from '../system/prepare';
import type { Suite } from '../system/requirements';
import type { Line } from '../wordpress/lines';
import { runChecks, tellOfCheck } from './checks';
import { type Counts, countJest, countJunit, judge, lastLine, none, sum } from './counts';

type SuiteName = 'check' | 'jest' | 'unit' | 'integration' | 'deep' | 'zip' | 'e2e';

interface Part {
	readonly suite: SuiteName;
	readonly title: string;
	readonly run: () => Promise< Counts >;
	/** Whether it works on what the build makes. */
	readonly needsBuild: boolean;
}

const names: readonly SuiteName[] = [ 'check', 'jest', 'unit', 'integration', 'deep', 'zip', 'e2e' ];
const isDeep = process.argv.includes( '--deep' );
const only = process.argv.find( ( argument ) => argument.startsWith( '--only=' ) )?.slice( '--only='.length ).split( ',' );
const unknown = ( only ?? [] ).filter( ( name ) => ! ( names as readonly string[] ).includes( name ) );

const log = ( message: string ): void => console.log( message );
const bin = ( name: string ): string => path.join( root, 'node_modules', '.bin', name );
const report = ( name: string ): string => path.join( artifacts, name );
const readReport = ( name: string ): Promise< string > => readFile( report( name ), 'utf8' );

/** Runs a program whose output goes to the screen and into a file beside the reports. */
const show = ( logName: string, command: string, args: readonly string[], env: Readonly< Record< string, string > > = {} ): Promise< number > =>
	new Promise( ( resolve ) => {
		const file = createWriteStream( report( `${ logName }.log` ) );
		const child = spawn( command, [ ...args ], { cwd: root, env: { ...process.env, ...env }, stdio: [ 'ignore', 'pipe', 'pipe' ] } );
		const forget = onStop( async () => void child.kill( 'SIGTERM' ) );
		for ( const stream of [ child.stdout, child.stderr ] ) {
			stream.on( 'data', ( chunk: Buffer ) => {
				process.stdout.write( chunk );
				file.write( chunk );
			} );
		}
		child.on( 'error', ( error ) => {
			log( error.message );
			resolve( 127 );
		} );
		child.on( 'close', ( code ) => {
			forget();
			file.end();
			resolve( code ?? 1 );
		} );
	} );

const counted = async ( code: number, read: () => Promise< Counts > ): Promise< Counts > =>
	judge( await read().catch( () => none ), code );

const phpunit = ( logName: string, config: string, env: Readonly< Record< string, string > > = {} ): Promise< number > =>
	show( logName, 'php', [ '-d', 'memory_limit=1G', path.join( root, 'vendor', 'bin', 'phpunit' ), '-c', config, '--log-junit', report( `${ logName }.xml` ) ], env );

const integration = ( line: Line ): Part => ( {
	suite: 'integration',
	title: `PHPUnit, integration on WordPress ${ line } with MariaDB`,
	needsBuild: true,
	run: async () => {
		const site = await createInProcessSite( { line, log } );
		try {
			const code = await phpunit( `integration-${ line }`, 'phpunit.integration.xml.dist', { CAUSEWAY_TEST_SITE: site.dir } );
			return await counted( code, async () => countJunit( await readReport( `integration-${ line }.xml` ) ) );
		} finally {
			await site.stop();
		}
	},
} );

const e2e = ( line: Line, isShort: boolean ): Part => ( {
	suite: 'e2e',
	title: `Playwright on WordPress ${ line }${ isShort ? ' (short pass)' : '' }`,
	needsBuild: true,
	run: async () => {
		const code = await show( `e2e-${ line }`, bin( 'tsx' ), [ 'tests/e2e/support/main.ts', `--line=${ line }`, ...( isShort ? [ '--short' ] : [] ), ...( isDeep ? [ '--deep' ] : [] ) ] );
		return counted( code, async () => JSON.parse( await readReport( `e2e-${ line }.json` ) ) as Counts );
	},
} );

const parts: readonly Part[] = [
	{
		suite: 'check',
		title: 'Checks',
		needsBuild: true,
		run: async () => {
			const outcomes = await runChecks( tellOfCheck );
			const passed = outcomes.filter( ( { isOk } ) => isOk ).length;
			return { passed, failed: outcomes.length - passed, skipped: 0 };
		},
	},
	{
		suite: 'jest',
		title: 'Jest (catalog, build, lab, screens, block)',
		needsBuild: true,
		run: async () => {
			const code = await show( 'jest', bin( 'jest' ), [ '--ci', '--json', `--outputFile=${ report( 'jest.json' ) }`, '--silent', '--maxWorkers=2' ] );
			return counted( code, async () => countJest( await readReport( 'jest.json' ) ) );
		},
	},
	{
		suite: 'unit',
		title: 'PHPUnit, unit',
		needsBuild: true,
		run: async () => {
			const { stop, ...systems } = await startLab();
			try {
				const code = await phpunit( 'unit', 'phpunit.xml.dist', { CAUSEWAY_LAB: JSON.stringify( systems ) } );
				return await counted( code, async () => countJunit( await readReport( 'unit.xml' ) ) );
			} finally {
				await stop();
			}
		},
	},
	integration( '7.1' ),
	...( isDeep ? [ integration( '6.8' ) ] : [] ),
	{
		suite: 'deep',
		title: isDeep ? 'Deep tests' : 'Deep tests (short form)',
		needsBuild: true,
		run: async () => {
			const code = await show( 'deep', bin( 'tsx' ), [ 'tests/deep/main.ts', ...( isDeep ? [] : [ '--short' ] ) ] );
			return counted( code, async () => JSON.parse( await readReport( 'deep.json' ) ) as Counts );
		},
	},
	{
		suite: 'zip',
		title: 'Zip',
		needsBuild: true,
		run: async () => ( await show( 'zip', bin( 'tsx' ), [ 'src/build/zip.ts', '--no-build' ] ) ) === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 },
	},
	e2e( '7.1', false ),
	e2e( '6.8', ! isDeep ),
];

const wanted = ( suite: SuiteName ): boolean => ! only || only.includes( suite );

/** The browser tests install the zip, so that they pull it along. */
const isSelected = ( part: Part ): boolean => wanted( part.suite ) || ( part.suite === 'zip' && wanted( 'e2e' ) );

/** Suites without needs of their own can always run. */
const canRun = ( system: SystemReport, suite: SuiteName ): boolean => suite === 'zip' || system.canRun( suite );

const runPart = async ( part: Part, system: SystemReport, isBuilt: boolean ): Promise< Counts > => {
	if ( ! canRun( system, part.suite ) ) {
		log( 'Cannot run on this machine: see the sentences at the beginning.' );
		return { ...none, failed: 1 };
	}
	if ( part.needsBuild && ! isBuilt ) {
		log( 'Cannot run: the build failed.' );
		return { ...none, failed: 1 };
	}
	try {
		return await part.run();
	} catch ( error ) {
		log( error instanceof Error ? error.message : String( error ) );
		return { ...none, failed: 1 };
	}
};

const main = async (): Promise< void > => {
	if ( unknown.length > 0 ) {
		throw new Error( `There is no suite ${ unknown.join( ', ' ) }: choose from ${ names.join( ', ' ) }.` );
	}
	const selected = parts.filter( isSelected );
	await mkdir( artifacts, { recursive: true } );
	const suites = [ ...new Set( selected.map( ( { suite } ) => suite ) ) ].filter( ( suite ): suite is Exclude< SuiteName, 'zip' > & Suite => suite !== 'zip' );
	const system = await prepareSystem( suites, log );
	system.sentences.forEach( log );

	log( '\n== Build ==' );
	const isBuilt = ( await show( 'build', bin( 'tsx' ), [ 'src/build/build.ts' ] ) ) === 0;

	const results: Array< { readonly title: string; readonly counts: Counts; readonly seconds: number } > = [];
	for ( const part of selected ) {
		log( `\n== ${ part.title } ==` );
		const started = Date.now();
		const counts = await runPart( part, system, isBuilt );
		results.push( { title: part.title, counts, seconds: ( Date.now() - started ) / 1000 } );
	}

	log( '\n== Summary ==' );
	for ( const { title, counts, seconds } of results ) {
		const skipped = counts.skipped > 0 ? `, ${ counts.skipped } skipped` : '';
		log( `${ counts.failed > 0 ? 'FAILED' : 'ok    ' } ${ title }: ${ counts.passed } passed, ${ counts.failed } failed${ skipped } (${ seconds.toFixed( 0 ) } s)` );
	}
	const total = sum( results.map( ( { counts } ) => counts ) );
	log( lastLine( total ) );
	process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
};

const cleanReports = async (): Promise< void > => {
	for ( const name of [ 'jest.json', 'unit.xml', 'integration-7.1.xml', 'integration-6.8.xml', 'deep.json', 'e2e-7.1.json', 'e2e-6.8.json' ] ) {
		await rm( report( name ), { force: true } );
	}
};

cleanReports()
	.then( main )
	.catch( ( error: unknown ) => {
		console.error( error instanceof Error ? error.message : error );
		process.exitCode = 1;
	} )
	.finally( stopEverything );
