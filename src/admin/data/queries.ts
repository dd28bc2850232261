/** Everything that the screens read, one function a question. */

import { success } from './answer';
import { explain } from './commands';
import { ask } from './graphql';
import { CaseChoicesDocument, CaseFileDocument, CaseListDocument, CatalogTitlesDocument, ConnectionListDocument } from './schema.generated';

import type { Answer } from './answer';
import type { ExplainedCause, Explanation } from './commands';
import type { CaseChoicesQuery, CaseFilter, ConnectionListQuery } from './schema.generated';
import type { CaseFile, CaseRow } from './types';

export interface CasePage {
	readonly rows: readonly CaseRow[];
	/** Exact up to 1,000; 1,000 stands for more. */
	readonly totalCount: number;
	/** Null where this was the last page. */
	readonly nextCursor: string | null;
}

export const listCases = async ( filter: CaseFilter, first: number, after: string | null ): Promise< Answer< CasePage > > => {
	const answer = await ask( CaseListDocument, { filter, first, after } );
	if ( ! answer.ok ) {
		return answer;
	}
	const { edges, pageInfo, totalCount } = answer.value.cases;
	return success( {
		rows: edges.map( ( edge ) => edge.node ),
		totalCount,
		nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
	} );
};

export type CaseChoices = CaseChoicesQuery;

/** What the list can be narrowed by. */
export const listCaseChoices = () => ask( CaseChoicesDocument, {} );

/** Null where there is no such case, or none that this person may see. */
export const readCase = async ( id: number ): Promise< Answer< CaseFile | null > > => {
	const answer = await ask( CaseFileDocument, { id } );
	if ( ! answer.ok ) {
		return answer;
	}
	const { case: file, systems } = answer.value;
	return success( file === null ? null : { ...file, systemTitles: new Map( systems.map( ( system ) => [ system.id, system.title ] ) ) } );
};

export type Connections = ConnectionListQuery;

export const listConnections = () => ask( ConnectionListDocument, {} );

export interface NamedCause extends ExplainedCause {
	readonly systemTitle: string;
	/** '' where the catalog could not be read. */
	readonly meaning: string;
}

export interface NamedExplanation extends Omit< Explanation, 'causes' > {
	readonly causes: readonly NamedCause[];
}

/** What a message can mean, with the catalog's words for it. Without the catalog the explanation still stands, with bare ids. */
export const explainMessage = async ( message: string ): Promise< Answer< NamedExplanation > > => {
	const [ answer, catalog ] = await Promise.all( [ explain( message ), ask( CatalogTitlesDocument, {} ) ] );
	if ( ! answer.ok ) {
		return answer;
	}
	const systems = new Map( ( catalog.ok ? catalog.value.systems : [] ).map( ( system ) => [ system.id, system ] ) );
	return success( {
		...answer.value,
		causes: answer.value.causes.map( ( cause ) => {
			const system = systems.get( cause.system );
			return {
				...cause,
				systemTitle: system?.title ?? cause.system,
				meaning: system?.causes.find( ( entry ) => entry.cause === cause.cause )?.meaning ?? '',
			};
		} ),
	} );
};
