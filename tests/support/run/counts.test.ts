import { countJest, countJunit, judge, lastLine, none, sum } from './counts';

describe( 'countJunit', () => {
	it( 'takes the sums of the outermost suite, not of those inside', () => {
		const report = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="phpunit.xml.dist" tests="10" assertions="44" errors="1" failures="2" skipped="3" time="0.05">
    <testsuite name="unit" tests="4" assertions="4" errors="0" failures="2" skipped="0" time="0.05"/>
  </testsuite>
</testsuites>`;
		expect( countJunit( report ) ).toEqual( { passed: 4, failed: 3, skipped: 3 } );
	} );

	it( 'counts nothing in a report that broke off', () => {
		expect( countJunit( '' ) ).toEqual( none );
	} );
} );

describe( 'countJest', () => {
	it( 'counts a test file that did not load as failed, and a skipped test as neither', () => {
		expect(
			countJest( JSON.stringify( { numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2, numPendingTests: 1, numTodoTests: 1 } ) )
		).toEqual( { passed: 7, failed: 3, skipped: 2 } );
	} );
} );

describe( 'judge', () => {
	it.each( [
		[ 'leaves a clean run alone', { passed: 3, failed: 0, skipped: 0 }, 0, 0 ],
		[ 'counts a bad end without a failed test (a PHP notice, a crash)', { passed: 3, failed: 0, skipped: 0 }, 1, 1 ],
		[ 'adds nothing to failures that are named', { passed: 3, failed: 2, skipped: 0 }, 1, 2 ],
		[ 'fails a suite that ran nothing', none, 0, 1 ],
	] as const )( '%s', ( _sentence, counts, code, failed ) => {
		expect( judge( counts, code ).failed ).toBe( failed );
	} );
} );

describe( 'lastLine', () => {
	it( 'sums over the suites', () => {
		expect( lastLine( sum( [ { passed: 2, failed: 0, skipped: 9 }, { passed: 3, failed: 1, skipped: 0 } ] ) ) ).toBe( '5 passed, 1 failed' );
	} );
} );
