/**
 * Reads how many tests passed and failed out of the reports that the tools write.
 */

export interface Counts {
	readonly passed: number;
	readonly failed: number;
	/** Left out on purpose; never counted as passed. */
	readonly skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export const sum = ( all: readonly Counts[] ): Counts =>
	all.reduce( ( a, b ) => ( { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped } ), none );

/** A report of `jest --json`. A file that could not even be loaded counts as one failed test. */
export const countJest = ( text: string ): Counts => {
	const report = JSON.parse( text ) as {
		numPassedTests: number;
		numFailedTests: number;
		numRuntimeErrorTestSuites: number;
		numPendingTests: number;
		numTodoTests: number;
	};
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
		skipped: report.numPendingTests + report.numTodoTests,
	};
};

/** A report of `phpunit --log-junit`: the sums stand on the outermost test suite. */
export const countJunit = ( text: string ): Counts => {
	const outermost = /<testsuite\s([^>]*)>/.exec( text )?.[ 1 ];
	if ( outermost === undefined ) {
		return none;
	}
	const number = ( name: string ): number => Number( new RegExp( `\\b${ name }="(\\d+)"` ).exec( outermost )?.[ 1 ] ?? 0 );
	const failed = number( 'failures' ) + number( 'errors' );
	const skipped = number( 'skipped' );
	return { passed: number( 'tests' ) - failed - skipped, failed, skipped };
};

/** A suite that ended badly without naming a failed test, or that ran nothing, has failed once. */
export const judge = ( counts: Counts, exitCode: number ): Counts =>
	( exitCode !== 0 && counts.failed === 0 ) || counts.passed + counts.failed === 0 ? { ...counts, failed: counts.failed + 1 } : counts;

/** The last line of a run, which other programs read. */
export const lastLine = ( { passed, failed }: Counts ): string => `${ passed } passed, ${ failed } failed`;
