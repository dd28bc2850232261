/** Everything that the screens ask the server to do. REST, one function a command; answers are values. */

import apiFetch from '@wordpress/api-fetch';

import { refusal, success } from './answer';

import type { Answer } from './answer';
import type { ListOptions } from './list-options';
import type { Applicability, CaseState, Condition, Confidence } from './types';

const command = async < T >( method: 'POST' | 'PUT' | 'DELETE', path: string, data?: object ): Promise< Answer< T > > => {
	try {
		return success( await apiFetch< T >( { path: `/causeway/v1${ path }`, method, ...( data ? { data } : {} ) } ) );
	} catch ( thrown ) {
		return refusal( thrown );
	}
};

const segment = encodeURIComponent;

export interface StepPreview {
	readonly step: string;
	readonly summary: string;
	/** Field name → value now, and then. A field in only one of them is added or removed. */
	readonly before: Readonly< Record< string, string > >;
	readonly after: Readonly< Record< string, string > >;
	readonly reversible: boolean;
	/** Names the state that was looked at; sent back with the confirmation, so that a moved state is refused. */
	readonly fingerprint: string;
}

export interface StepOutcome {
	readonly step: string;
	readonly state: 'done' | 'refused' | 'failed';
	readonly reason: string;
	readonly message: string;
	readonly caseState: CaseState;
}

/** Says what the step would change. Changes nothing. */
export const previewStep = ( caseId: number, step: string ) =>
	command< StepPreview >( 'POST', `/cases/${ caseId }/steps/${ segment( step ) }`, { dry_run: true } );

/** Does what was previewed. */
export const applyStep = ( caseId: number, step: string, fingerprint: string ) =>
	command< StepOutcome >( 'POST', `/cases/${ caseId }/steps/${ segment( step ) }`, { dry_run: false, fingerprint } );

/** Says what taking back a done step would change. Changes nothing. */
export const previewUndo = ( caseId: number, step: string ) =>
	command< StepPreview >( 'POST', `/cases/${ caseId }/steps/${ segment( step ) }/undo`, { dry_run: true } );

/** Takes it back, as previewed. */
export const undoStep = ( caseId: number, step: string, fingerprint: string ) =>
	command< StepOutcome >( 'POST', `/cases/${ caseId }/steps/${ segment( step ) }/undo`, { dry_run: false, fingerprint } );

/** Remembers that a person did a step by hand; verification looks whether it helped. */
export const markStepDone = ( caseId: number, step: string ) =>
	command< StepOutcome >( 'POST', `/cases/${ caseId }/steps/${ segment( step ) }`, { done: true } );

/** Looks again now, in this request; takes as long as the connected systems take. */
export const diagnose = ( caseId: number ) => command< { readonly state: CaseState } >( 'POST', `/cases/${ caseId }/diagnose` );

/** Notes for a day what each plugin answers when the person of the case logs in, or stops noting it. */
export const armRecorder = ( caseId: number, armed: boolean ) =>
	command< { readonly armedUntil: number | null } >( 'POST', `/cases/${ caseId }/recorder`, { armed } );

export const resolve = ( caseId: number, note: string ) =>
	command< { readonly state: CaseState } >( 'POST', `/cases/${ caseId }/resolve`, { note } );

export type BulkAction = 'diagnose' | 'resolve' | 'reply';

/** Has one thing done to many cases in the background; `readCaseRun()` says how far it has come. */
export const startCaseRun = ( action: BulkAction, cases: readonly number[], note: string ) =>
	command< { readonly total: number } >( 'POST', '/cases/bulk', { action, cases, note } );

export const saveListOptions = ( { hidden, isCompact, rows }: ListOptions ) =>
	command< unknown >( 'PUT', '/preferences', { hidden, is_compact: isCompact, rows } );

export interface BulkPreview {
	/** People who are still kept out. */
	readonly waiting: number;
	/** What the step would change for the first few of them. */
	readonly previews: ReadonlyArray< Pick< StepPreview, 'summary' | 'before' | 'after' > & {
		readonly case: number;
		/** Why it cannot run for this one; '' where it can. */
		readonly problem: string;
	} >;
}

/** Says what the step would change for the first people of an incident. Changes nothing. */
export const previewBulkStep = ( incident: number, step: string ) =>
	command< BulkPreview >( 'POST', `/incidents/${ incident }/steps/${ segment( step ) }`, { dry_run: true } );

/** Has the step run in the background for everybody who is still kept out. */
export const startBulkStep = ( incident: number, step: string ) =>
	command< unknown >( 'POST', `/incidents/${ incident }/steps/${ segment( step ) }`, { dry_run: false } );

/** Says what taking back the last run would change for the first people. Changes nothing. */
export const previewBulkUndo = ( incident: number, step: string ) =>
	command< BulkPreview >( 'POST', `/incidents/${ incident }/steps/${ segment( step ) }/undo`, { dry_run: true } );

/** Has what the last run did taken back in the background. */
export const startBulkUndo = ( incident: number, step: string ) =>
	command< unknown >( 'POST', `/incidents/${ incident }/steps/${ segment( step ) }/undo`, { dry_run: false } );

/** Ends the run of a step for everybody where it stands. */
export const stopBulkStep = ( incident: number, step: string ) => command< unknown >( 'DELETE', `/incidents/${ incident }/steps/${ segment( step ) }` );

/** Says that the newest diagnosis was wrong. `rightCause` is `system/cause`; '' where nobody knows. */
export const disputeDiagnosis = ( caseId: number, rightCause: string, note: string ) =>
	command< unknown >( 'POST', `/cases/${ caseId }/feedback`, { right_cause: rightCause, note } );

/** Writes to the person, at their address on record. */
export const sendReply = ( caseId: number, subject: string, body: string ) =>
	command< unknown >( 'POST', `/cases/${ caseId }/reply`, { subject, body } );

export interface OpenedCases {
	readonly opened: number;
	/** People who had a case under way. */
	readonly known: number;
	/** People who have no account on this site. */
	readonly elsewhere: number;
	/** Where to go on; 0 at the end. */
	readonly next: number;
}

/** Opens cases for up to a hundred people at risk. `after` is the `next` of the call before. */
export const openCases = ( cause: string, after: number ) => command< OpenedCases >( 'POST', '/people/cases', { cause, after } );

/** Has everybody looked at, in the background. */
export const startAudit = () => command< unknown >( 'POST', '/audits' );

export interface SettingsChange {
	/** Empty for the site's own address. */
	readonly recipients: readonly string[];
	readonly portalPageIds: readonly number[];
	readonly mailsEachCase: boolean;
	readonly stormGate: boolean;
	readonly attemptDays: number;
	readonly caseDays: number;
	/** Capabilities by role; left out where the person may not change them. */
	readonly roles?: Readonly< Record< string, readonly string[] > >;
}

export const saveSettings = ( { recipients, portalPageIds, mailsEachCase, stormGate, attemptDays, caseDays, roles }: SettingsChange ) =>
	command< unknown >( 'PUT', '/settings', {
		recipients,
		portal_page_ids: portalPageIds,
		mails_each_case: mailsEachCase,
		storm_gate: stormGate,
		attempt_days: attemptDays,
		case_days: caseDays,
		...( roles === undefined ? {} : { roles } ),
	} );

export interface NoticeRuleChange {
	readonly name: string;
	readonly about: string;
	/** `system/cause`, a system, or '' for any. */
	readonly cause: string;
	readonly people: number;
	readonly windowMinutes: number;
	readonly channel: string;
	readonly pace: string;
	readonly recipients: readonly string[];
	/** Left out together where neither changed. */
	readonly url?: string;
	readonly secret?: string;
	readonly namesPeople: boolean;
	readonly isUrgent: boolean;
	readonly isOn: boolean;
}

/** Stores a rule; `id` 0 makes a new one. */
export const saveNoticeRule = ( id: number, { windowMinutes, namesPeople, isUrgent, isOn, ...same }: NoticeRuleChange ) =>
	command< { readonly id: number } >( id === 0 ? 'POST' : 'PUT', `/notifications/rules${ id === 0 ? '' : `/${ id }` }`, {
		...same,
		window_minutes: windowMinutes,
		names_people: namesPeople,
		is_urgent: isUrgent,
		is_on: isOn,
	} );

export const removeNoticeRule = ( id: number ) => command< unknown >( 'DELETE', `/notifications/rules/${ id }` );

/** Sends a message marked as a test, now. */
export const testNoticeRule = ( id: number ) => command< { readonly sent: boolean; readonly problem: string } >( 'POST', `/notifications/rules/${ id }/test` );

/** Times are `HH:MM` by the site's clock; '' for no quiet hours. */
export const saveNoticeHours = ( quietFrom: string, quietTo: string, digestAt: string, rulesAlone: boolean ) =>
	command< unknown >( 'PUT', '/notifications', { quiet_from: quietFrom, quiet_to: quietTo, digest_at: digestAt, rules_alone: rulesAlone } );

export interface ConnectionChange {
	readonly system: string;
	/** Only what the person changed; an untouched secret is left out and stays. */
	readonly fields: Readonly< Record< string, string > >;
	readonly mayWrite: boolean;
}

export const saveConnection = ( id: string, change: ConnectionChange ) =>
	command< { readonly id: string } >( 'PUT', `/connections/${ segment( id ) }`, {
		system: change.system,
		fields: change.fields,
		may_write: change.mayWrite,
	} );

export const removeConnection = ( id: string ) => command< unknown >( 'DELETE', `/connections/${ segment( id ) }` );

export const testConnection = ( id: string ) =>
	command< { readonly conditions: readonly Condition[] } >( 'POST', `/connections/${ segment( id ) }/test` );

export interface ExplainedStep {
	readonly step: string;
	readonly title: string;
	readonly body: string;
	readonly applicability: Applicability;
	readonly link: { readonly label: string; readonly url: string | null; readonly menuPath: string } | null;
}

export interface ExplainedCause {
	readonly cause: string;
	readonly system: string;
	readonly title: string;
	readonly confidence: Confidence;
	readonly why: readonly string[];
	readonly fixPath: readonly ExplainedStep[];
}

export interface Explanation {
	/** Best first; empty where the message is known to nobody. */
	readonly causes: readonly ExplainedCause[];
	readonly unknown: readonly { readonly what: string; readonly why: string }[];
	/** What would tell the causes apart, most telling first. */
	readonly questions: readonly Question[];
	/** Refusals of the catalog that were recognised in the message. */
	readonly symptoms: readonly { readonly symptom: string; readonly title: string }[];
	/** Whether the message is known; otherwise causes were found by its words alone. */
	readonly recognised: boolean;
	/** Whether it could be recorded for this site. */
	readonly recordable: boolean;
	/** What of it was recorded for this site. */
	readonly pattern: SitePattern | null;
}

export interface Question {
	/** `system:finding`. */
	readonly ref: string;
	/** As a clause, “Whether …”. */
	readonly question: string;
	/** What each answer means, as a sentence. */
	readonly yes: string;
	readonly no: string;
}

/** A message that only this site knows. */
export interface SitePattern {
	readonly id: string;
	readonly text: string;
	/** Both '' where nobody has chosen a cause. */
	readonly system: string;
	readonly cause: string;
}

/** By `ref` of a question. */
export type Answers = Readonly< Record< string, boolean > >;

export const explain = ( message: string, answers: Answers ) => command< Explanation >( 'POST', '/explain', { message, answers } );

/** `cause` is `system/cause`, or '' where nobody knows yet. */
export const recordMessage = ( message: string, cause: string ) => command< SitePattern >( 'POST', '/patterns', { message, cause } );

export const linkPattern = ( id: string, cause: string ) => command< SitePattern >( 'PUT', `/patterns/${ segment( id ) }`, { cause } );

export const forgetPattern = ( id: string ) => command< unknown >( 'DELETE', `/patterns/${ segment( id ) }` );
