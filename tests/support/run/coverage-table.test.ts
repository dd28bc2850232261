import type { Catalog } from '../../../src/catalog/catalog';
import type { CauseDefinition, Rule, SystemDefinition } from '../../../src/catalog/types';
import { causesToReach, coverageOf, coverageTable, readJunit, type Reached, type TestRun } from './coverage-table';

const SCENARIO = 'Causeway\\Tests\\Unit\\Systems\\FarCrm\\DiagnosisTest::testPutsTheRightCauseFirst with data set ';

const folders = new Map( [ [ 'far-crm', 'FarCrm' ] ] );

const ran = ( cause: string, hasPassed = true ): TestRun => ( { test: `${ SCENARIO }"${ cause }"`, hasPassed } );

const noted = ( cause: string, first = cause ): Reached => ( { test: `${ SCENARIO }"${ cause }"`, cause: `far-crm/${ cause }`, first: `far-crm/${ first }`, confidence: 'likely' } );

const resultOf = ( runs: readonly TestRun[], notes: readonly Reached[] ): string | undefined => coverageOf( [ 'far-crm/gone' ], folders, runs, notes )[ 0 ]?.result;

describe( 'causesToReach', () => {
	const system = ( id: string, local: boolean ): { file: string; value: SystemDefinition } => ( {
		file: '',
		value: { id, local, title: id, hosts: [], fields: [], symptoms: [], findings: [], links: [], sources: [] },
	} );
	const cause = ( owner: string, id: string, when: Rule ): { file: string; value: CauseDefinition } => ( {
		file: '',
		value: {
			id,
			system: owner,
			when,
			title: '',
			meaning: '',
			shows: [],
			rivals: [],
			scope: 'person',
			isPrivate: true,
			closedByLogin: false,
			texts: { anonymous: 'generic', proven: '', mail: '', admin: '' },
			fixPath: [],
			verification: when,
			prevention: [],
			examples: { fits: [], nearMisses: [] },
		},
	} );
	const catalog: Catalog = {
		systems: [ system( 'here', true ), system( 'far-crm', false ) ],
		causes: [
			cause( 'far-crm', 'asked', { not: { finding: 'contact.exists', is: true } } ),
			cause( 'far-crm', 'told', { symptom: 'wrong-password' } ),
			cause( 'here', 'of-both', { all: [ { symptom: 'refused' }, { any: [ { finding: 'far-crm:contact.exists', is: true } ] } ] } ),
			cause( 'here', 'of-this-site', { finding: 'user.exists', is: false } ),
		],
	};

	it( 'are those whose rule asks something of a connected system, whoever owns them', () => {
		expect( causesToReach( catalog ) ).toEqual( [ 'far-crm/asked', 'here/of-both' ] );
	} );
} );

describe( 'readJunit', () => {
	it( 'takes a failed, a broken and a skipped test for not passed, and reads escaped names', () => {
		const report = `<testsuites><testsuite tests="4">
  <testcase name="testA with data set &quot;it&apos;s &amp;quot; &lt;x&gt;&quot;" class="A\\B" time="0.1"/>
  <testcase name="testC" class="A\\B"><failure type="x">said</failure></testcase>
  <testcase name="testD" class="A\\B">
    <skipped/>
  </testcase>
  <testcase name="testE" class="A\\B"><error>broke</error></testcase>
</testsuite></testsuites>`;
		expect( readJunit( report ) ).toEqual( [
			{ test: `A\\B::testA with data set "it's &quot; <x>"`, hasPassed: true },
			{ test: 'A\\B::testC', hasPassed: false },
			{ test: 'A\\B::testD', hasPassed: false },
			{ test: 'A\\B::testE', hasPassed: false },
		] );
	} );

	it( 'reads nothing out of a report that was never written', () => {
		expect( readJunit( '' ) ).toEqual( [] );
	} );
} );

describe( 'coverageOf', () => {
	it.each( [
		[ 'passes where its test passed and it came first', [ ran( 'gone' ) ], [ noted( 'gone' ) ], 'passed' ],
		[ 'fails where its test failed or was skipped', [ ran( 'gone', false ) ], [ noted( 'gone' ) ], 'failed' ],
		[ 'fails where another cause came first, whatever the test made of it', [ ran( 'gone' ) ], [ noted( 'gone', 'other' ) ], 'failed' ],
		[ 'fails where its test broke off before anything was diagnosed', [ ran( 'gone', false ) ], [], 'failed' ],
		[ 'has no scenario where only another cause was brought about', [ ran( 'other' ) ], [ noted( 'other' ) ], 'no scenario' ],
		[ 'has no scenario where a note stands alone', [], [ noted( 'gone' ) ], 'no scenario' ],
	] )( '%s', ( _sentence, runs, notes, result ) => {
		expect( resultOf( runs, notes ) ).toBe( result );
	} );

	it( 'takes no data set of another system for its own', () => {
		expect( resultOf( [ { ...ran( 'gone' ), test: ran( 'gone' ).test.replace( 'FarCrm', 'NotFarCrm' ) } ], [] ) ).toBe( 'no scenario' );
	} );
} );

it( 'prints each cause, where it was met under another name, and what is missing', () => {
	const apart: Reached = { ...noted( 'moved' ), test: 'A\\FarCrm\\DiagnosisTest::testAMoveIsSeen' };
	const rows = coverageOf( [ 'far-crm/gone', 'far-crm/moved', 'far-crm/open' ], folders, [ ran( 'gone', false ), { test: apart.test, hasPassed: true } ], [ noted( 'gone', 'other' ), apart ] );
	expect( coverageTable( rows ).split( '\n' ) ).toEqual( [
		'system   cause  scenario        diagnosed first  confidence  result',
		'-------  -----  --------------  ---------------  ----------  -----------',
		'far-crm  gone   its own         far-crm/other    likely      failed',
		'         moved  A move is seen  the same         likely      passed',
		'         open                                                no scenario',
		'',
		'3 causes of 1 system need a finding of a connected system: 1 passed, 1 failed, 1 without a scenario.',
	] );
} );
