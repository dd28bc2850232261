/** Everything that the screens read, one function a question. */

import { success } from './answer';
import { ask } from './graphql';
import {
	AuditStateDocument,
	CaseChoicesDocument,
	CaseFileDocument,
	CaseListDocument,
	CaseRunNowDocument,
	CatalogEntryDocument,
	CatalogListDocument,
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
	SitePatternListDocument,
} from './schema.generated';

import type { Answer } from './answer';
import type { SitePattern } from './commands';
import type { CaseChoicesQuery, CaseFilter, CaseOrder, CatalogEntryQuery, ConnectionListQuery, Detection } from './schema.generated';
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

/** One cause among all, as choices show it. */
export interface CauseTitle {
	/** `system/cause`. */
	readonly ref: string;
	readonly cause: string;
	readonly system: string;
	readonly systemTitle: string;
	readonly title: string;
	readonly meaning: string;
}

/** One cause of the catalog's list. */
export interface CatalogRow extends CauseTitle {
	/** How it is found on this site. */
	readonly detection: Detection;
	/** How it shows itself: titles and error codes, for the search. */
	readonly signs: string;
}

export interface CatalogSystem {
	readonly id: string;
	readonly title: string;
	/** Part of this site, so that nothing connects it. */
	readonly isLocal: boolean;
	/** Whether it can be looked into now. */
	readonly isAskable: boolean;
	readonly causes: readonly CatalogRow[];
}

/** The titles of every cause that is known, system by system. */
export const listCauseTitles = async (): Promise< Answer< readonly CauseTitle[] > > => {
	const answer = await ask( CatalogTitlesDocument, {} );
	return answer.ok
		? success( answer.value.systems.flatMap( ( system ) => system.causes.map( ( entry ) => ( { ...entry, ...nameOf( system, entry.cause ) } ) ) ) )
		: answer;
};

/** The whole catalog, without what stands on a cause's own page. */
export const listCatalog = async (): Promise< Answer< readonly CatalogSystem[] > > => {
	const answer = await ask( CatalogListDocument, {} );
	if ( ! answer.ok ) {
		return answer;
	}
	return success(
		answer.value.systems.map( ( system ) => ( {
			...system,
			causes: system.causes.map( ( { symptoms, ...entry } ) => ( {
				...entry,
				...nameOf( system, entry.cause ),
				signs: symptoms.map( ( { title, codes } ) => [ title, ...codes ].join( ' ' ) ).join( ' ' ),
			} ) ),
		} ) )
	);
};

const nameOf = ( { id, title }: { readonly id: string; readonly title: string }, cause: string ) => ( { ref: `${ id }/${ cause }`, system: id, systemTitle: title } );

export type CatalogEntry = NonNullable< CatalogEntryQuery[ 'cause' ] >;

/** Null where there is no such cause (any more). */
export const readCatalogEntry = async ( system: string, cause: string ): Promise< Answer< CatalogEntry | null > > => {
	const answer = await ask( CatalogEntryDocument, { system, cause } );
	return answer.ok ? success( answer.value.cause ) : answer;
};

/** Messages that were recorded for this site, newest first. */
export const listSitePatterns = async (): Promise< Answer< readonly SitePattern[] > > => {
	const answer = await ask( SitePatternListDocument, {} );
	return answer.ok ? success( answer.value.patterns ) : answer;
};
