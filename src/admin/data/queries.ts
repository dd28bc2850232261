/** Everything that the screens read, one function a question. */

import { success } from './answer';
import { explain } from './commands';
import { ask } from './graphql';
import {
	AuditStateDocument,
	CaseChoicesDocument,
	CaseFileDocument,
	CaseListDocument,
	CaseRunNowDocument,
	CatalogTitlesDocument,
	ConnectionListDocument,
	IncidentCasesDocument,
	IncidentFileDocument,
	IncidentListDocument,
	JournalListDocument,
	NotificationFileDocument,
	OverviewNowDocument,
	OverviewTrendDocument,
	OverviewWorkDocument,
	PeopleAtRiskDocument,
	ReadyReplyDocument,
	SettingsFileDocument,
	SetupStateDocument,
} from './schema.generated';

import type { Answer } from './answer';
import type { ExplainedCause, Explanation } from './commands';
import type { CaseChoicesQuery, CaseFilter, CaseOrder, ConnectionListQuery } from './schema.generated';
import type { CaseFile, CaseRow, CaseRun, IncidentFile, IncidentRow, JournalEntry, OverviewTrend, PersonAtRisk, Reply, Settings } from './types';

export interface CasePage {
	readonly rows: readonly CaseRow[];
	/** Exact up to 1,000; 1,000 stands for more. */
	readonly totalCount: number;
	/** Null where this was the last page. */
	readonly nextCursor: string | null;
}

export const listCases = async ( filter: CaseFilter, order: CaseOrder, first: number, after: string | null ): Promise< Answer< CasePage > > => {
	const answer = await ask( CaseListDocument, { filter, order, first, after } );
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

/** What is being done to many cases at once, or was last; null before the first. */
export const readCaseRun = async (): Promise< Answer< CaseRun | null > > => {
	const answer = await ask( CaseRunNowDocument, {} );
	return answer.ok ? success( answer.value.caseRun ) : answer;
};

/** The letter that would go to the person of a case; null where no address is on record. */
export const readReply = async ( id: number ): Promise< Answer< Reply | null > > => {
	const answer = await ask( ReadyReplyDocument, { id } );
	return answer.ok ? success( answer.value.case?.reply ?? null ) : answer;
};

/** Null where there is no such case, or none that this person may see. */
export const readCase = async ( id: number ): Promise< Answer< CaseFile | null > > => {
	const answer = await ask( CaseFileDocument, { id } );
	if ( ! answer.ok ) {
		return answer;
	}
	const { case: file, systems } = answer.value;
	return success( file === null ? null : { ...file, systemTitles: new Map( systems.map( ( system ) => [ system.id, system.title ] ) ) } );
};

/** Three questions, because each is answered by a handful of queries: what is first on the screen waits for no other. */
export const readOverviewNow = () => ask( OverviewNowDocument, {} );

export const readOverviewWork = () => ask( OverviewWorkDocument, {} );

export const readOverviewTrend = async (): Promise< Answer< OverviewTrend > > => {
	const answer = await ask( OverviewTrendDocument, {} );
	return answer.ok ? success( answer.value.overview ) : answer;
};

/** One page of a keyset list. */
export interface Rows< T > {
	readonly rows: readonly T[];
	/** Null where this was the last page. */
	readonly nextCursor: string | null;
}

interface Edges< T > {
	readonly edges: ReadonlyArray< { readonly node: T } >;
	readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const rowsOf = < T >( { edges, pageInfo }: Edges< T > ): Rows< T > => ( {
	rows: edges.map( ( edge ) => edge.node ),
	nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
} );

export const listIncidents = async ( open: boolean, first: number, after: string | null ): Promise< Answer< Rows< IncidentRow > > > => {
	const answer = await ask( IncidentListDocument, { open, first, after } );
	return answer.ok ? success( rowsOf( answer.value.incidents ) ) : answer;
};

/** Null where there is no such incident. */
export const readIncident = async ( id: number ): Promise< Answer< IncidentFile | null > > => {
	const answer = await ask( IncidentFileDocument, { id } );
	return answer.ok ? success( answer.value.incident ) : answer;
};

/** Cases of an incident, in the order in which they came. The cursor is the last one's id. */
export const listIncidentCases = async ( id: number, waiting: boolean, first: number, after: string | null ): Promise< Answer< Rows< CaseRow > > > => {
	// One more than is shown tells whether there are others.
	const answer = await ask( IncidentCasesDocument, { id, waiting, first: first + 1, after: Number( after ?? 0 ) } );
	if ( ! answer.ok ) {
		return answer;
	}
	const found = answer.value.incident?.cases ?? [];
	const rows = found.slice( 0, first );
	return success( { rows, nextCursor: found.length > first ? String( rows.at( -1 )?.id ?? 0 ) : null } );
};

export const listJournal = async ( first: number, after: string | null ): Promise< Answer< Rows< JournalEntry > > > => {
	const answer = await ask( JournalListDocument, { first, after } );
	return answer.ok ? success( rowsOf( answer.value.journal ) ) : answer;
};

/** People who would be refused if they tried now. `cause` is `system/cause`; '' for any. */
export const listPeopleAtRisk = async ( cause: string, first: number, after: string | null ): Promise< Answer< Rows< PersonAtRisk > > > => {
	const answer = await ask( PeopleAtRiskDocument, { cause, first, after } );
	return answer.ok ? success( rowsOf( answer.value.people ) ) : answer;
};

export const readAudit = () => ask( AuditStateDocument, {} );

/** Null for whoever may not change them. */
export const readSettings = async (): Promise< Answer< Settings | null > > => {
	const answer = await ask( SettingsFileDocument, {} );
	return answer.ok ? success( answer.value.settings ) : answer;
};

/** Rules of notifications, with the causes that they can be about. */
export const readNotifications = () => ask( NotificationFileDocument, {} );

export const readSetup = () => ask( SetupStateDocument, {} );

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
