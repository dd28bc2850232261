/** The catalog's report as people read it. */
import { isKeptOut, type Kind } from './corpus';
import { barsOf, confusionOf, missed, neverToldApart, scoreOf, takenForOthers, type Diagnosed, type Explained } from './report';
import { causeRef, type Catalog } from '../../src/catalog/catalog';
import type { CauseDefinition } from '../../src/catalog/types';
import { textTable } from '../support/run/text-table';

/** The kinds, those kept out of the patterns first. */
const KINDS: readonly Kind[] = [ 'original', 'reworded', 'screenshot', 'translated', 'url', 'unrelated', 'seed', 'code' ];

const causesTable = ( catalog: Catalog, diagnosed: readonly Diagnosed[] ): string => {
	const wrong = new Set( takenForOthers( diagnosed ) );
	const of = ( own: readonly Diagnosed[] ): string => `${ own.filter( ( one ) => ! wrong.has( one ) ).length } of ${ own.length }`;
	const row = ( title: string, isOf: ( cause: CauseDefinition ) => boolean ): string[] => {
		const causes = new Set( catalog.causes.filter( ( { value } ) => isOf( value ) ).map( ( { value } ) => causeRef( value ) ) );
		const own = diagnosed.filter( ( { asked } ) => causes.has( asked.cause ) );
		const fits = own.filter( ( { asked } ) => ! asked.isNearMiss );
		const nearMisses = own.filter( ( { asked } ) => asked.isNearMiss );
		return [ title, String( causes.size ), String( own.length ), of( fits ), of( nearMisses ) ];
	};
	const rows = catalog.systems.map( ( { value: { id } } ) => row( id, ( cause ) => cause.system === id ) );
	return textTable( [ 'system', 'causes', 'examples', 'first where it fits', 'rival first in a near-miss' ], [ ...rows, row( 'all', () => true ) ] );
};

const confusionTable = ( catalog: Catalog, diagnosed: readonly Diagnosed[] ): string => {
	const table = confusionOf( diagnosed );
	const systems = catalog.systems.map( ( { value } ) => value.id );
	const columns = [ ...systems, ...( [ ...table.values() ].some( ( row ) => row.has( 'nothing' ) ) ? [ 'nothing' ] : [] ) ];
	const rows = systems.map( ( system ) => [ system, ...columns.map( ( column ) => String( table.get( system )?.get( column ) ?? '·' ) ) ] );
	return textTable( [ 'right \\ came first', ...columns ], rows );
};

const takenList = ( diagnosed: readonly Diagnosed[] ): readonly string[] =>
	takenForOthers( diagnosed ).map( ( { asked, ranking } ) => {
		const [ first = 'nothing', confidence = '' ] = ranking[ 0 ] ?? [];
		return `  ${ asked.right }${ asked.confidence === '' ? '' : ` (${ asked.confidence })` } ← ${ first }${ confidence === '' ? '' : ` (${ confidence })` }, in “${ asked.name }” of ${ asked.cause }`;
	} );

const scoresTable = ( explained: readonly Explained[] ): string =>
	textTable(
		[ 'messages', '', 'kept out', 'first', 'among three', 'claimed wrongly', 'certain', 'no cause named' ],
		KINDS.map( ( kind ) => {
			const score = scoreOf( kind, explained );
			const isUnrelated = kind === 'unrelated';
			const keptOut = explained.some( ( { message } ) => message.kind === kind && isKeptOut( message ) );
			return [ kind, String( score.messages ), keptOut ? 'yes' : 'no', isUnrelated ? '' : String( score.first ), isUnrelated ? '' : String( score.inFirstThree ), String( score.wronglyClaimed ), String( score.certain ), String( score.silent ) ];
		} )
	);

const missesList = ( explained: readonly Explained[] ): readonly string[] =>
	missed( explained ).map( ( { message, ranking } ) => `  ${ message.kind }: ${ JSON.stringify( message.message ).slice( 0, 160 ) }\n    ${ message.causes.join( ', ' ) } ← ${ ranking.slice( 0, 3 ).map( ( [ cause ] ) => cause ).join( ', ' ) || 'nothing' }` );

const listed = ( title: string, lines: readonly string[] ): string => `${ title }: ${ lines.length === 0 ? 'none' : `\n${ lines.join( '\n' ) }` }`;

/**
 * @param catalog   The whole catalog.
 * @param diagnosed Every example, and what came out of it.
 * @param explained Every message, and what came out of it.
 * @param hasMisses Whether to list each message whose right cause is not among the first three.
 */
export const reportText = ( catalog: Catalog, diagnosed: readonly Diagnosed[], explained: readonly Explained[], hasMisses = false ): string =>
	[
		causesTable( catalog, diagnosed ),
		`Which system’s cause came first, over all examples\n\n${ confusionTable( catalog, diagnosed ) }`,
		listed( 'Causes taken for others', takenList( diagnosed ) ),
		listed( 'Rivals that no example tells apart', neverToldApart( catalog, diagnosed ).map( ( { cause, rival, haveWordsOnly } ) => `  ${ cause } never stands without ${ rival } beside it${ haveWordsOnly ? ': one sentence stands for both, and there is nothing to look at' : '' }` ) ),
		scoresTable( explained ),
		...( hasMisses ? [ listed( 'Messages whose right cause is not among the first three', missesList( explained ) ) ] : [] ),
		barsOf( catalog, diagnosed, explained ).map( ( { says, isReached } ) => `${ isReached ? 'PASS' : 'FAIL' }  ${ says }` ).join( '\n' ),
	].join( '\n\n' );
