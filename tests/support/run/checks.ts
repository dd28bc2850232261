/**
 * Everything that judges the code without running it.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { root } from '../paths';
import { run } from '../process/run';

export interface Check {
	readonly name: string;
	readonly command: string;
	readonly args: readonly string[];
}

export interface CheckOutcome {
	readonly name: string;
	readonly isOk: boolean;
	readonly output: string;
	readonly seconds: number;
}

const bin = ( name: string ): string => path.join( root, 'node_modules', '.bin', name );
const php = ( name: string, ...args: readonly string[] ): Pick< Check, 'command' | 'args' > => ( {
	command: 'php',
	args: [ '-d', 'memory_limit=2G', path.join( root, 'vendor', 'bin', name ), ...args ],
} );

const stylelintConfigs = [ 'stylelint.config.js', 'stylelint.config.cjs', '.stylelintrc.json', '.stylelintrc.js' ];

/** The longest first, so that two at a time end together. */
export const checks = (): readonly Check[] => [
	{ name: 'PHPStan (types and rooms)', ...php( 'phpstan', 'analyse', '--no-progress', '--memory-limit=2G' ) },
	{ name: 'ESLint', command: bin( 'eslint' ), args: [ '.', '--max-warnings=0' ] },
	{ name: 'TypeScript', command: bin( 'tsc' ), args: [ '--noEmit', '-p', 'tsconfig.json' ] },
	{ name: 'PHP style', ...php( 'phpcs', '-q' ) },
	{ name: 'Catalog', command: bin( 'tsx' ), args: [ 'src/build/check-catalog.ts' ] },
	{ name: 'Translations', command: bin( 'tsx' ), args: [ 'src/build/visitor-texts.ts' ] },
	{ name: 'GraphQL types', command: bin( 'tsx' ), args: [ 'src/build/graphql-types.ts', '--check' ] },
	...( stylelintConfigs.some( ( file ) => existsSync( path.join( root, file ) ) )
		? [ { name: 'Stylelint', command: bin( 'stylelint' ), args: [ 'src/admin/**/*.scss', 'blocks/**/*.scss' ] } ]
		: [] ),
];

/** Runs them two at a time and tells of each as it ends. None stops the others. */
export const runChecks = async ( tell: ( outcome: CheckOutcome ) => void ): Promise< CheckOutcome[] > => {
	const waiting = [ ...checks() ];
	const outcomes: CheckOutcome[] = [];
	const work = async (): Promise< void > => {
		for ( let check = waiting.shift(); check !== undefined; check = waiting.shift() ) {
			const started = Date.now();
			const result = await run( check.command, check.args, { cwd: root, env: { NODE_OPTIONS: '--max-old-space-size=4096' } } );
			const outcome = {
				name: check.name,
				isOk: result.code === 0,
				output: `${ result.stdout }${ result.stderr }`.trim(),
				seconds: ( Date.now() - started ) / 1000,
			};
			outcomes.push( outcome );
			tell( outcome );
		}
	};
	await Promise.all( [ work(), work() ] );
	return outcomes;
};

export const tellOfCheck = ( { name, isOk, output, seconds }: CheckOutcome ): void => {
	console.log( `${ isOk ? 'ok    ' : 'FAILED' } ${ name } (${ seconds.toFixed( 1 ) } s)` );
	if ( ! isOk ) {
		console.log( output.split( '\n' ).map( ( line ) => `       ${ line }` ).join( '\n' ) );
	}
};
