/** Asks the product's one interpreter, which is PHP: `engine.php` reads what is asked, and answers for each what came out. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import type { Ranking } from './report';
import type { ExampleFacts } from '../../src/catalog/types';

export interface Answers {
	/** One for each message: its causes, best first, and how long `explain` took. */
	readonly explained: ReadonlyArray< { readonly causes: Ranking; readonly isRecognised: boolean; readonly milliseconds: number } >;
	/** One for each example. */
	readonly diagnosed: readonly Ranking[];
}

export interface Questions {
	readonly messages?: readonly string[];
	readonly examples?: ReadonlyArray< { readonly system: string; readonly findings: ExampleFacts; readonly symptoms: readonly string[] } >;
}

/**
 * Explains messages and diagnoses examples by the catalog in `build/`.
 *
 * @throws Where PHP ends with a fault; its own words are the message.
 */
export const askInterpreter = ( asked: Questions ): Answers => {
	const { messages = [], examples = [] } = asked;
	const run = spawnSync( 'php', [ '-d', 'memory_limit=1G', path.join( __dirname, 'engine.php' ) ], {
		encoding: 'utf8',
		input: JSON.stringify( { messages, examples: examples.map( ( { system, findings, symptoms } ) => ( { system, findings, symptoms } ) ) } ),
		maxBuffer: 256 * 1024 * 1024,
	} );
	if ( run.status !== 0 ) {
		throw new Error( `The interpreter failed:\n${ run.stdout }${ run.stderr }` );
	}
	return JSON.parse( run.stdout ) as Answers;
};
