/**
 * Which cause is brought about by which scenario of the lab, and what it was diagnosed as.
 */
import { textTable } from './text-table';
import { causeRef, refsOf, type Catalog } from '../../../src/catalog/catalog';

/** One run of a test, from PHPUnit's JUnit report. */
export interface TestRun {
	/** `Vendor\Class::testName with data set "name"`. */
	readonly test: string;
	/** Neither failed nor skipped. */
	readonly hasPassed: boolean;
}

/** What a test wrote down while it ran. */
export interface Reached {
	readonly test: string;
	/** What its scenario brings about. */
	readonly cause: string;
	/** What was diagnosed first; '' where nothing was. */
	readonly first: string;
	readonly confidence: string;
}

export interface CoverageRow {
	readonly system: string;
	readonly cause: string;
	readonly scenario: string;
	readonly first: string;
	readonly confidence: string;
	readonly result: 'passed' | 'failed' | 'no scenario';
}

const unescape = ( text: string ): string =>
	text.replace( /&(quot|apos|lt|gt|amp);/g, ( _entity, name: string ) => ( { quot: '"', apos: "'", lt: '<', gt: '>' } )[ name ] ?? '&' );

const attributeOf = ( attributes: string, name: string ): string => unescape( new RegExp( `\\s${ name }="([^"]*)"` ).exec( attributes )?.[ 1 ] ?? '' );

/**
 * Every test of a JUnit report.
 *
 * @param report As `phpunit --log-junit` writes it.
 */
export const readJunit = ( report: string ): TestRun[] =>
	[ ...report.matchAll( /<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g ) ].map( ( [ , attributes = '', inside = '' ] ) => ( {
		test: `${ attributeOf( attributes, 'class' ) }::${ attributeOf( attributes, 'name' ) }`,
		hasPassed: ! /<(?:failure|error|skipped)\b/.test( inside ),
	} ) );

/**
 * Causes that no symptom alone tells: their rule asks something of a connected system.
 *
 * @param catalog The whole catalog.
 */
export const causesToReach = ( catalog: Catalog ): string[] => {
	const remote = new Set( catalog.systems.filter( ( { value } ) => ! value.local ).map( ( { value } ) => value.id ) );
	return catalog.causes
		.filter( ( { value } ) => refsOf( value.when, value.system ).findings.some( ( ref ) => remote.has( ref.split( ':' )[ 0 ] ?? '' ) ) )
		.map( ( { value } ) => causeRef( value ) );
};

/** `testPutsTheRightCauseFirst with data set "x"` in words. */
const inWords = ( test: string ): string => {
	const [ , method = '', set = '' ] = /::test(\w+)(?: with data set "(.*)")?$/.exec( test ) ?? [];
	return set !== '' ? set : method.replace( /(?!^)[A-Z]/g, ( letter ) => ` ${ letter.toLowerCase() }` );
};

/**
 * A row for each cause. What was diagnosed counts only where its test passed; a scenario whose test broke off before it wrote anything down is
 * known by its data set.
 *
 * @param causes  `system/cause` of each.
 * @param folders Folder of each system's tests, by system id.
 * @param runs    Tests that ran.
 * @param reached What they wrote down.
 */
export const coverageOf = ( causes: readonly string[], folders: ReadonlyMap< string, string >, runs: readonly TestRun[], reached: readonly Reached[] ): CoverageRow[] =>
	causes.map( ( ref ) => {
		const [ system = '', cause = '' ] = ref.split( '/' );
		const note = reached.find( ( one ) => one.cause === ref );
		const broken = `\\${ folders.get( system ) ?? '' }\\DiagnosisTest::testPutsTheRightCauseFirst with data set "${ cause }"`;
		const run = runs.find( ( { test } ) => ( note === undefined ? test.endsWith( broken ) : test === note.test ) );
		if ( run === undefined ) {
			return { system, cause, scenario: '', first: '', confidence: '', result: 'no scenario' };
		}
		const isRight = run.hasPassed && note?.first === ref;
		return { system, cause, scenario: inWords( run.test ), first: note?.first ?? '', confidence: note?.confidence ?? '', result: isRight ? 'passed' : 'failed' };
	} );

/**
 * The rows as a table, and the figures below it.
 *
 * @param rows Each cause's.
 */
export const coverageTable = ( rows: readonly CoverageRow[] ): string => {
	const head = [ 'system', 'cause', 'scenario', 'diagnosed first', 'confidence', 'result' ];
	const cells = rows.map( ( row, index ) => [
		row.system === rows[ index - 1 ]?.system ? '' : row.system,
		row.cause,
		row.scenario === row.cause ? 'its own' : row.scenario,
		row.first === `${ row.system }/${ row.cause }` ? 'the same' : row.first,
		row.confidence,
		row.result,
	] );
	const count = ( result: CoverageRow[ 'result' ] ): number => rows.filter( ( row ) => row.result === result ).length;
	const systems = new Set( rows.map( ( { system } ) => system ) ).size;
	return [
		textTable( head, cells ),
		'',
		`${ rows.length } causes of ${ systems } ${ systems === 1 ? 'system' : 'systems' } need a finding of a connected system: ${ count( 'passed' ) } passed, ${ count( 'failed' ) } failed, ${ count( 'no scenario' ) } without a scenario.`,
	].join( '\n' );
};
