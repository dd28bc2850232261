import path from 'node:path';

import { readCorpus, type Message } from './corpus';
import { askInterpreter } from './interpreter';
import { barsOf, BARS, confusionOf, examplesOf, neverToldApart, scoreOf, type Diagnosed, type Explained, type Ranking } from './report';
import { reportText } from './report-text';
import type { Catalog } from '../../src/catalog/catalog';
import { loadCatalog } from '../../src/catalog/load';
import type { CauseDefinition, Rule } from '../../src/catalog/types';

const OPEN: Rule = { finding: 'shop.open', is: false };

const cause = ( id: string, rival: string, when: Rule ): { file: string; value: CauseDefinition } => ( {
	file: '',
	value: {
		id,
		system: 'shop',
		title: id,
		meaning: '',
		when,
		shows: [],
		rivals: [ rival ],
		scope: 'person',
		isPrivate: true,
		closedByLogin: true,
		texts: { anonymous: 'generic', proven: '', mail: '', admin: '' },
		fixPath: [],
		verification: when,
		prevention: [],
		examples: { fits: [ { name: 'fits', findings: { 'shop.open': false }, confidence: 'likely' } ], nearMisses: [ { name: 'nearly', findings: {}, not: rival } ] },
	},
} );

const catalogOf = ( when: Rule = OPEN ): Catalog => ( {
	systems: [ { file: '', value: { id: 'shop', title: 'Shop', local: true, hosts: [], fields: [], symptoms: [], findings: [], links: [], sources: [] } } ],
	causes: [ cause( 'closed', 'sold', when ), cause( 'sold', 'closed', when ) ],
} );

const alone = ( ref: string, confidence: 'certain' | 'likely' | 'possible' = 'likely' ): Ranking => [ [ ref, confidence ] ];

/** Every example as it should come out, but for those that a test changes. */
const diagnosedOf = ( catalog: Catalog, changes: Readonly< Record< number, Ranking > > = {} ): Diagnosed[] =>
	examplesOf( catalog ).map( ( asked, at ) => ( { asked, ranking: changes[ at ] ?? alone( asked.right ) } ) );

const messageOf = ( kind: Message[ 'kind' ], causes: readonly string[] = kind === 'unrelated' ? [] : [ 'shop/closed' ] ): Message => ( { message: 'x', kind, causes } );

/** Enough messages of each kind, all explained as they should be, but for the first of a kind that a test changes. */
const explainedOf = ( changes: Readonly< Partial< Record< Message[ 'kind' ], Ranking > > > = {}, unrelated = 200 ): Explained[] =>
	( [ ...Object.keys( BARS ), 'unrelated' ] as ReadonlyArray< Message[ 'kind' ] > ).flatMap( ( kind ) =>
		Array.from( { length: kind === 'unrelated' ? unrelated : 2 }, ( _, at ) => ( {
			message: messageOf( kind ),
			ranking: ( at === 0 ? changes[ kind ] : undefined ) ?? ( kind === 'unrelated' ? [] : alone( 'shop/closed' ) ),
		} ) )
	);

const missedBars = ( diagnosed: readonly Diagnosed[], explained: readonly Explained[], catalog = catalogOf() ): string[] =>
	barsOf( catalog, diagnosed, explained )
		.filter( ( { isReached } ) => ! isReached )
		.map( ( { says } ) => says );

describe( 'the bars of the catalog’s report', () => {
	it( 'are all reached where everything comes out as it has to', () => {
		expect( missedBars( diagnosedOf( catalogOf() ), explainedOf() ) ).toEqual( [] );
	} );

	it.each< [ string, readonly Diagnosed[], readonly Explained[], RegExp ] >( [
		[ 'a cause that does not come first where it fits', diagnosedOf( catalogOf(), { 0: alone( 'shop/sold' ) } ), explainedOf(), /where it fits.*: 1 of 2/ ],
		[ 'a cause that comes out less sure than its example says', diagnosedOf( catalogOf(), { 0: alone( 'shop/closed', 'possible' ) } ), explainedOf(), /where it fits.*: 1 of 2/ ],
		[ 'a near-miss that its rival does not win', diagnosedOf( catalogOf(), { 1: [] } ), explainedOf(), /near-miss: 1 of 2/ ],
		[
			'rivals that always stand side by side',
			diagnosedOf( catalogOf(), { 0: [ ...alone( 'shop/closed' ), ...alone( 'shop/sold' ) ], 3: [ ...alone( 'shop/closed' ), ...alone( 'shop/sold' ) ] } ),
			explainedOf(),
			/no example tells apart.*: 1,/,
		],
		[ 'a text of an article that nothing is found for', diagnosedOf( catalogOf() ), explainedOf( { seed: [] } ), /seed: 1 of 2/ ],
		[ 'too many messages that nothing is found for', diagnosedOf( catalogOf() ), explainedOf( { reworded: alone( 'shop/sold' ) } ), /reworded: 1 of 2/ ],
		[ 'too few sentences that are no login error', diagnosedOf( catalogOf() ), explainedOf( {}, 199 ), /no login error: 199/ ],
		[ 'a cause claimed for such a sentence', diagnosedOf( catalogOf() ), explainedOf( { unrelated: alone( 'shop/closed' ) } ), /certain or likely: 1/ ],
		[ 'a cause called certain on words', diagnosedOf( catalogOf() ), explainedOf( { original: alone( 'shop/closed', 'certain' ) } ), /certain on words alone: 1/ ],
	] )( 'are missed by %s', ( _, diagnosed, explained, expected ) => {
		const missed = missedBars( diagnosed, explained );
		expect( missed ).toHaveLength( 1 );
		expect( missed[ 0 ] ).toMatch( expected );
	} );
} );

describe( 'the catalog as built', () => {
	it( 'reaches every bar of its report', async () => {
		const catalog = await loadCatalog( path.resolve( __dirname, '..', '..' ) );
		const messages = readCorpus();
		const examples = examplesOf( catalog );
		const answers = askInterpreter( { messages: messages.map( ( { message } ) => message ), examples } );
		const diagnosed = examples.map( ( asked, at ) => ( { asked, ranking: answers.diagnosed[ at ] ?? [] } ) );
		const explained = messages.map( ( message, at ) => ( { message, ranking: answers.explained[ at ]?.causes ?? [] } ) );
		expect( missedBars( diagnosed, explained, catalog ) ).toEqual( [] );
	} );
} );

describe( 'rivals', () => {
	const sideBySide: Readonly< Record< number, Ranking > > = { 0: [ ...alone( 'shop/closed' ), ...alone( 'shop/sold' ) ], 3: [ ...alone( 'shop/closed' ), ...alone( 'shop/sold' ) ] };

	it( 'are told apart where one of them is surer than the other', () => {
		const catalog = catalogOf();
		expect( neverToldApart( catalog, diagnosedOf( catalog, { ...sideBySide, 0: [ ...alone( 'shop/closed', 'certain' ), ...alone( 'shop/sold' ) ] } ) ) ).toEqual( [] );
	} );

	it( 'may stand for one sentence where there is nothing to look at', () => {
		const catalog = catalogOf( { symptom: 'closed' } );
		const diagnosed = diagnosedOf( catalog, sideBySide );
		expect( neverToldApart( catalog, diagnosed ) ).toEqual( [ { cause: 'shop/closed', rival: 'shop/sold', haveWordsOnly: true } ] );
		expect( missedBars( diagnosed, explainedOf(), catalog ) ).toEqual( [] );
	} );
} );

describe( 'the figures', () => {
	it( 'count which system’s cause came first instead', () => {
		const catalog = catalogOf();
		expect( confusionOf( diagnosedOf( catalog, { 0: alone( 'bakery/closed' ), 1: [] } ) ) ).toEqual( new Map( [ [ 'shop', new Map( [ [ 'bakery', 1 ], [ 'nothing', 1 ], [ 'shop', 2 ] ] ) ] ] ) );
	} );

	it( 'count any cause of a system where the message names the system', () => {
		const ranking: Ranking = [ [ 'bakery/closed', 'possible' ], [ 'shop/sold', 'possible' ] ];
		expect( scoreOf( 'url', [ { message: messageOf( 'url', [ 'shop/*' ] ), ranking } ] ) ).toEqual( { kind: 'url', messages: 1, first: 0, inFirstThree: 1, wronglyClaimed: 0, certain: 0, silent: 0 } );
	} );

	it( 'do not count what comes fourth', () => {
		const ranking: Ranking = [ ...alone( 'a/a' ), ...alone( 'a/b' ), ...alone( 'a/c' ), ...alone( 'shop/closed' ) ];
		expect( scoreOf( 'url', [ { message: messageOf( 'url' ), ranking } ] ) ).toMatchObject( { inFirstThree: 0, wronglyClaimed: 1 } );
	} );

	it( 'name each cause that was taken for another', () => {
		const catalog = catalogOf();
		expect( reportText( catalog, diagnosedOf( catalog, { 0: alone( 'shop/sold', 'possible' ) } ), explainedOf() ) ).toContain( 'shop/closed (likely) ← shop/sold (possible), in “fits” of shop/closed' );
	} );
} );
