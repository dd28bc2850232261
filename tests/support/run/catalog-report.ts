/**
 * `npm run catalog:report`: runs every example of every cause and every message of the corpus through the product's interpreter, and prints what
 * came out: causes, examples, first places, causes taken for others, rivals that nothing tells apart, and how `explain` scores.
 *
 * `--misses` lists the messages whose right cause is not among the first three. Ends with 1 where a bar is missed.
 */
import path from 'node:path';

import { readCorpus } from '../../catalog/corpus';
import { askInterpreter } from '../../catalog/interpreter';
import { barsOf, examplesOf } from '../../catalog/report';
import { reportText } from '../../catalog/report-text';
import { loadCatalog } from '../../../src/catalog/load';
import { root } from '../paths';
import { mustRun } from '../process/run';
import { prepareSystem } from '../system/prepare';

const main = async (): Promise< number > => {
	const system = await prepareSystem( [ 'unit' ], ( message ) => console.error( message ) );
	system.sentences.forEach( ( sentence ) => console.error( sentence ) );
	if ( ! system.canRun( 'unit' ) ) {
		return 1;
	}
	await mustRun( process.execPath, [ '--import', 'tsx', path.join( root, 'src', 'build', 'build.ts' ), '--only=catalog' ], { cwd: root } );
	const catalog = await loadCatalog( root );
	const messages = readCorpus();
	const examples = examplesOf( catalog );
	const answers = askInterpreter( { messages: messages.map( ( { message } ) => message ), examples } );
	const explained = messages.map( ( message, at ) => ( { message, ranking: answers.explained[ at ]?.causes ?? [] } ) );
	const diagnosed = examples.map( ( asked, at ) => ( { asked, ranking: answers.diagnosed[ at ] ?? [] } ) );
	process.stdout.write( `${ reportText( catalog, diagnosed, explained, process.argv.includes( '--misses' ) ) }\n` );
	return barsOf( catalog, diagnosed, explained ).every( ( { isReached } ) => isReached ) ? 0 : 1;
};

main()
	.catch( ( error: unknown ) => {
		process.stderr.write( `${ error instanceof Error ? error.message : String( error ) }\n` );
		return 1;
	} )
	.then( ( code ) => {
		process.exitCode = code;
	} );
