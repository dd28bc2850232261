/** What the catalog's report counts: pure, over what the one interpreter answered. */
import { isNamed, type Kind, type Message } from './corpus';
import { causeRef, fullCause, refsOf, type Catalog } from '../../src/catalog/catalog';
import type { Example, ExampleFacts } from '../../src/catalog/types';

export type Confidence = 'certain' | 'likely' | 'possible';

/** Causes that came out, best first. */
export type Ranking = ReadonlyArray< readonly [ cause: string, confidence: Confidence ] >;

/** One example of a cause, as it is put to the interpreter. */
export interface Asked {
	/** Whose example it is. */
	readonly cause: string;
	readonly name: string;
	/** Which cause has to come first: its own, or the rival of a near-miss. */
	readonly right: string;
	readonly isNearMiss: boolean;
	/** Confidence that must come out; '' where the example asks for none. */
	readonly confidence: Confidence | '';
	readonly system: string;
	readonly findings: ExampleFacts;
	readonly symptoms: readonly string[];
}

export const examplesOf = ( catalog: Catalog ): Asked[] =>
	catalog.causes.flatMap( ( { value: cause } ) => {
		const asked = ( { name, findings, symptoms = [], confidence }: Example, not?: string ): Asked => ( {
			cause: causeRef( cause ),
			name,
			right: not === undefined ? causeRef( cause ) : fullCause( not, cause.system ),
			isNearMiss: not !== undefined,
			confidence: confidence ?? '',
			system: cause.system,
			findings,
			symptoms,
		} );
		return [ ...cause.examples.fits.map( ( example ) => asked( example ) ), ...cause.examples.nearMisses.map( ( example ) => asked( example, example.not ) ) ];
	} );

/** An example and what came out of it. */
export interface Diagnosed {
	readonly asked: Asked;
	readonly ranking: Ranking;
}

const firstOf = ( ranking: Ranking ): string => ranking[ 0 ]?.[ 0 ] ?? 'nothing';

const systemOf = ( ref: string ): string => ref.split( '/' )[ 0 ] ?? '';

const isRight = ( { asked, ranking }: Diagnosed ): boolean =>
	firstOf( ranking ) === asked.right && ( asked.confidence === '' || asked.confidence === ranking[ 0 ]?.[ 1 ] );

/** How often each system's causes came first, by the system of the cause that had to. */
export const confusionOf = ( diagnosed: readonly Diagnosed[] ): ReadonlyMap< string, ReadonlyMap< string, number > > => {
	const table = new Map< string, Map< string, number > >();
	for ( const { asked, ranking } of diagnosed ) {
		const row = table.get( systemOf( asked.right ) ) ?? new Map< string, number >();
		const came = systemOf( firstOf( ranking ) );
		table.set( systemOf( asked.right ), row.set( came, ( row.get( came ) ?? 0 ) + 1 ) );
	}
	return table;
};

/** Examples in which another cause came first than had to, or with another confidence. */
export const takenForOthers = ( diagnosed: readonly Diagnosed[] ): Diagnosed[] => diagnosed.filter( ( one ) => ! isRight( one ) );

/** Two rivals, of which the cause has the rival beside it, with the same confidence, in every example that puts it first. */
export interface Pair {
	readonly cause: string;
	readonly rival: string;
	/** Whether the rule of neither asks for a finding: one sentence stands for both, and there is nothing to look at. */
	readonly haveWordsOnly: boolean;
}

/** Rivals that no example tells apart, in the order of the alphabet. */
export const neverToldApart = ( catalog: Catalog, diagnosed: readonly Diagnosed[] ): Pair[] => {
	const told = new Set< string >();
	for ( const { ranking } of diagnosed ) {
		const [ first, confidence ] = ranking[ 0 ] ?? [ '', 'possible' ];
		const beside = new Set( ranking.filter( ( [ cause, other ] ) => cause !== first && other === confidence ).map( ( [ cause ] ) => cause ) );
		for ( const { value } of catalog.causes.filter( ( { value: cause } ) => ! beside.has( causeRef( cause ) ) ) ) {
			told.add( `${ first } ${ causeRef( value ) }` );
		}
	}
	const asks = new Map( catalog.causes.map( ( { value } ) => [ causeRef( value ), refsOf( value.when, value.system ).findings.length > 0 ] as const ) );
	const open = new Map< string, Pair >();
	for ( const { value } of catalog.causes ) {
		for ( const rival of value.rivals.map( ( ref ) => fullCause( ref, value.system ) ) ) {
			for ( const [ one, other ] of [ [ causeRef( value ), rival ], [ rival, causeRef( value ) ] ] as const ) {
				if ( ! told.has( `${ one } ${ other }` ) ) {
					open.set( `${ one } ${ other }`, { cause: one, rival: other, haveWordsOnly: asks.get( one ) === false && asks.get( other ) === false } );
				}
			}
		}
	}
	return [ ...open ].sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) ).map( ( [ , pair ] ) => pair );
};

/** A pasted message and what `explain` made of it. */
export interface Explained {
	readonly message: Message;
	readonly ranking: Ranking;
}

export interface Score {
	readonly kind: Kind;
	readonly messages: number;
	/** Messages whose right cause came first, and was among the first three. */
	readonly first: number;
	readonly inFirstThree: number;
	/** Messages that no right cause was named for among the first three, although a cause was called certain or likely. */
	readonly wronglyClaimed: number;
	/** Messages for which a cause was called certain: words alone prove nothing, so none may be. */
	readonly certain: number;
	/** Messages for which no cause was named at all. */
	readonly silent: number;
}

const isAmongThree = ( { message, ranking }: Explained ): boolean => ranking.slice( 0, 3 ).some( ( [ cause ] ) => isNamed( cause, message ) );

export const scoreOf = ( kind: Kind, explained: readonly Explained[] ): Score => {
	const own = explained.filter( ( { message } ) => message.kind === kind );
	const count = ( holds: ( one: Explained ) => boolean ): number => own.filter( holds ).length;
	return {
		kind,
		messages: own.length,
		first: count( ( { message, ranking } ) => isNamed( firstOf( ranking ), message ) ),
		inFirstThree: count( isAmongThree ),
		wronglyClaimed: count( ( one ) => ! isAmongThree( one ) && one.ranking.some( ( [ , confidence ] ) => confidence !== 'possible' ) ),
		certain: count( ( { ranking } ) => ranking.some( ( [ , confidence ] ) => confidence === 'certain' ) ),
		silent: count( ( { ranking } ) => ranking.length === 0 ),
	};
};

/** Messages whose right cause is not among the first three. */
export const missed = ( explained: readonly Explained[] ): Explained[] => explained.filter( ( one ) => one.message.kind !== 'unrelated' && ! isAmongThree( one ) );

/** The least part of a kind's messages whose right cause has to be among the first three. */
export const BARS: Readonly< Partial< Record< Kind, number > > > = { seed: 1, code: 1, original: 0.95, screenshot: 0.9, url: 0.9, reworded: 0.8, translated: 0.75 };

/** A bar of the report, and whether it was reached. */
export interface Bar {
	readonly says: string;
	readonly isReached: boolean;
}

export const barsOf = ( catalog: Catalog, diagnosed: readonly Diagnosed[], explained: readonly Explained[] ): Bar[] => {
	const fits = diagnosed.filter( ( { asked } ) => ! asked.isNearMiss );
	const nearMisses = diagnosed.filter( ( { asked } ) => asked.isNearMiss );
	const alike = neverToldApart( catalog, diagnosed ).filter( ( { haveWordsOnly } ) => ! haveWordsOnly ).length;
	const unrelated = scoreOf( 'unrelated', explained );
	const all = explained.filter( ( { ranking } ) => ranking.some( ( [ , confidence ] ) => confidence === 'certain' ) ).length;
	const count = ( some: readonly Diagnosed[] ): string => `${ some.filter( isRight ).length } of ${ some.length }`;
	return [
		{ says: `Every cause comes first where it fits, as surely as its example says: ${ count( fits ) }`, isReached: fits.length > 0 && fits.every( isRight ) },
		{ says: `Every rival comes first in its near-miss: ${ count( nearMisses ) }`, isReached: nearMisses.length > 0 && nearMisses.every( isRight ) },
		{ says: `Rivals that no example tells apart although there is something to look at: ${ alike }, none allowed`, isReached: alike === 0 },
		...( Object.entries( BARS ) as ReadonlyArray< [ Kind, number ] > ).map( ( [ kind, least ] ) => {
			const { messages, inFirstThree } = scoreOf( kind, explained );
			return {
				says: `Right cause among the first three, ${ kind }: ${ inFirstThree } of ${ messages }, at least ${ Math.round( least * 100 ) } %`,
				isReached: messages > 0 && inFirstThree >= least * messages,
			};
		} ),
		{ says: `Sentences that are no login error: ${ unrelated.messages }, at least 200`, isReached: unrelated.messages >= 200 },
		{ says: `Of those, a cause called certain or likely: ${ unrelated.wronglyClaimed }, none allowed`, isReached: unrelated.wronglyClaimed === 0 },
		{ says: `Messages of any kind with a cause called certain on words alone: ${ all }, none allowed`, isReached: all === 0 },
	];
};
