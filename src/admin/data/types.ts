/** Names for the parts of the generated query results that more than one component draws. */

import type {
	AttemptPartsFragment,
	AuditStateQuery,
	CaseFileQuery,
	CaseRowFragment,
	CaseRunNowQuery,
	CausePartsFragment,
	ConditionPartsFragment,
	ConnectionListQuery,
	FieldPartsFragment,
	FindingPartsFragment,
	IncidentFileQuery,
	IncidentRowFragment,
	JournalListQuery,
	NotificationFileQuery,
	OverviewNowQuery,
	OverviewTrendQuery,
	OverviewWorkQuery,
	PeopleAtRiskQuery,
	SettingsFileQuery,
	SetupStateQuery,
	StepPartsFragment,
} from './schema.generated';

export type { Applicability, CaseState, Confidence, Detection, IncidentState } from './schema.generated';

export type CaseRow = CaseRowFragment;
export type CaseFile = NonNullable< CaseFileQuery[ 'case' ] > & {
	/** Title by system id: findings name their system by its id alone. */
	readonly systemTitles: ReadonlyMap< string, string >;
};
export type CaseRun = NonNullable< CaseRunNowQuery[ 'caseRun' ] >;
export type Recorder = NonNullable< CaseFile[ 'recorder' ] >;
export type Recording = Recorder[ 'recordings' ][ number ];
export type Reply = NonNullable< CaseFile[ 'reply' ] >;
export type Diagnosis = NonNullable< CaseFile[ 'diagnosis' ] >;
export type TimelineEntry = CaseFile[ 'timeline' ][ number ];
export type Attempt = AttemptPartsFragment;
export type Cause = CausePartsFragment;
export type Finding = FindingPartsFragment;
export type Step = StepPartsFragment;
export type Condition = ConditionPartsFragment;
export type ConnectionField = FieldPartsFragment;
export type Connection = ConnectionListQuery[ 'connections' ][ number ];
export type System = ConnectionListQuery[ 'systems' ][ number ];
export type IncidentRow = IncidentRowFragment;
export type IncidentFile = NonNullable< IncidentFileQuery[ 'incident' ] >;
export type IncidentStep = IncidentFile[ 'fixPath' ][ number ];
export type BulkRun = NonNullable< IncidentFile[ 'run' ] >;
export type OverviewNow = OverviewNowQuery;
export type OverviewWork = OverviewWorkQuery;
export type OverviewTrend = OverviewTrendQuery[ 'overview' ];
export type TrendDay = OverviewTrend[ 'trend' ][ number ];
export type JournalEntry = JournalListQuery[ 'journal' ][ 'edges' ][ number ][ 'node' ];
export type Settings = NonNullable< SettingsFileQuery[ 'settings' ] >;
export type NotificationFile = NotificationFileQuery;
export type Notifications = NonNullable< NotificationFileQuery[ 'notifications' ] >;
export type NoticeRule = Notifications[ 'rules' ][ number ];
export type PersonAtRisk = PeopleAtRiskQuery[ 'people' ][ 'edges' ][ number ][ 'node' ];
export type AuditFile = AuditStateQuery;
export type SetupState = SetupStateQuery;
