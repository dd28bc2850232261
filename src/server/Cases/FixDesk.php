<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Registry;
use Causeway\Connector\Subject;
use Causeway\Connector\UndoableAction;
use Causeway\Diagnosis\Catalog;
use Causeway\Support\Clock;

/**
 * Runs steps of fix paths: previewed, confirmed by the fingerprint of that preview, journaled with before and after.
 *
 * Whoever calls has checked the capability. What a person caused comes back as a value, never as an exception.
 */
final class FixDesk {

	/** Longer than the calls of one step take where each of them runs out of time. */
	private const LOCK_SECONDS = 60;

	public function __construct(
		private readonly CaseStore $cases,
		private readonly DiagnosisStore $diagnoses,
		private readonly Journal $journal,
		private readonly BegunSteps $begun,
		private readonly Examination $examination,
		private readonly SubjectFactory $subjects,
		private readonly Registry $connectors,
		private readonly Catalog $catalog,
		private readonly StepLocks $locks,
		private readonly WorkList $work,
		private readonly Clock $clock,
	) {}

	public function preview( int $caseId, string $step ): StepPreview {
		$planned = $this->plan( $caseId, $step );
		if ( '' !== $planned->reason ) {
			return new StepPreview( $step, reason: $planned->reason, message: $planned->message );
		}
		try {
			$change = $this->change( $planned );
			return new StepPreview( $step, $change->summary, $change->before, $change->after, $change->reversible, $change->fingerprint() );
		} catch ( ConnectorFault $fault ) {
			return new StepPreview( $step, reason: $fault->kind->value, message: $fault->getMessage(), waitSeconds: Waits::after( $fault ) );
		}
	}

	/** Does what was previewed. Sent twice, it has the effect and the answer of once. */
	public function run( int $caseId, string $step, int $actor, string $fingerprint ): StepOutcome {
		$planned = $this->plan( $caseId, $step );
		$case    = $planned->case;
		$doneKey = BegunSteps::key( $caseId, $step, $fingerprint );
		if ( null !== $case && '' !== $planned->reason && $this->journal->has( $doneKey ) ) {
			return $this->done( $step, $caseId );
		}
		if ( '' !== $planned->reason || null === $case ) {
			return new StepOutcome( $step, 'refused', $planned->reason, $planned->message, $case?->state );
		}
		$lock  = "step:{$caseId}";
		$owner = $this->locks->take( $lock, self::LOCK_SECONDS );
		if ( null === $owner ) {
			return $this->isRunning( $case, $step );
		}
		try {
			return $this->runLocked( $planned, $case, $step, $actor, $fingerprint, $doneKey );
		} finally {
			$this->locks->release( $lock, $owner );
		}
	}

	/** What taking back a step that was done here would change. */
	public function previewUndo( int $caseId, string $step ): StepPreview {
		$case    = $this->cases->find( $caseId );
		$entry   = null === $case ? null : $this->doneSteps( $case )[ $step ] ?? null;
		$planned = $this->planUndo( $case, $step, $entry );
		if ( '' !== $planned->reason || null === $entry ) {
			return new StepPreview( $step, reason: $planned->reason, message: $planned->message );
		}
		try {
			$change = $this->inverse( $planned, $entry );
			return new StepPreview( $step, $change->summary, $change->before, $change->after, $change->reversible, $change->fingerprint() );
		} catch ( ConnectorFault $fault ) {
			return new StepPreview( $step, reason: $fault->kind->value, message: $fault->getMessage(), waitSeconds: Waits::after( $fault ) );
		}
	}

	/** Takes back what was done, as {@see previewUndo()} showed it. */
	public function undo( int $caseId, string $step, int $actor, string $fingerprint ): StepOutcome {
		$case = $this->cases->find( $caseId );
		if ( null === $case ) {
			return new StepOutcome( $step, 'refused', 'unknown-case', __( 'There is no such case.', 'causeway' ), null );
		}
		$lock  = "step:{$caseId}";
		$owner = $this->locks->take( $lock, self::LOCK_SECONDS );
		if ( null === $owner ) {
			return $this->isRunning( $case, $step );
		}
		try {
			return $this->undoLocked( $case, $step, $actor, $fingerprint );
		} finally {
			$this->locks->release( $lock, $owner );
		}
	}

	private function undoLocked( CaseFile $case, string $step, int $actor, string $fingerprint ): StepOutcome {
		$entry   = $this->doneSteps( $case )[ $step ] ?? null;
		$planned = $this->planUndo( $case, $step, $entry );
		if ( '' !== $planned->reason || null === $entry ) {
			return new StepOutcome( $step, 'refused', $planned->reason, $planned->message, $case->state );
		}
		try {
			$change = $this->inverse( $planned, $entry );
			if ( ! hash_equals( $change->fingerprint(), $fingerprint ) ) {
				return $this->hasMoved( $case, $step );
			}
			if ( $planned->action instanceof UndoableAction && null !== $planned->connection ) {
				$planned->action->undo( $this->subject( $case, $planned->connection ), $planned->connection, self::changeOf( $entry ), $change );
			}
		} catch ( ConnectorFault $fault ) {
			$this->note( $case, $actor, JournalKind::StepFailed, $step, $fault->getMessage(), [], [] );
			return new StepOutcome( $step, 'failed', $fault->kind->value, $fault->getMessage(), $case->state, Waits::after( $fault ) );
		}
		$this->note( $case, $actor, JournalKind::StepUndone, $step, $change->summary, $change->before, $change->after );
		return $this->undone( $case, $step );
	}

	private function isRunning( CaseFile $case, string $step ): StepOutcome {
		return new StepOutcome( $step, 'refused', 'running', __( 'Somebody is running a step of this case right now. Look again in a moment.', 'causeway' ), $case->state, self::LOCK_SECONDS );
	}

	private function hasMoved( CaseFile $case, string $step ): StepOutcome {
		return new StepOutcome( $step, 'refused', 'moved', __( 'What is there now is not what you were shown. Look at the preview again.', 'causeway' ), $case->state );
	}

	/** A person says that they did a step by hand. Only a fresh look closes the case. */
	public function markDone( int $caseId, string $step, int $actor ): StepOutcome {
		$planned = $this->plan( $caseId, $step );
		$case    = $planned->case;
		if ( null === $case || null === $planned->cause || $case->state->isClosed() ) {
			return new StepOutcome( $step, 'refused', $planned->reason, $planned->message, $case?->state );
		}
		$this->note( $case, $actor, JournalKind::StepDone, $step, $this->title( $planned, $step ), [], [] );
		$this->startFixing( $case );
		return $this->done( $step, $caseId );
	}

	/** Whether the step was done after that entry of the journal and the case has not come back since: a run that was killed asks before it begins again. */
	public function isDone( int $caseId, string $step, int $entryId ): bool {
		$case  = $this->cases->find( $caseId );
		$entry = null === $case ? null : $this->doneSteps( $case )[ $step ] ?? null;
		return null !== $entry && $entry->id > $entryId;
	}

	public function isUndoable( string $system, string $cause, string $step ): bool {
		return $this->action( $system, $this->catalog->cause( $system, $cause )?->step( $step )['action'] ?? '' ) instanceof UndoableAction;
	}

	/** @return array<string, StepStatus> Of every step of the case's ranked causes, by step id. */
	public function statuses( CaseFile $case ): array {
		$diagnosis = $this->diagnoses->find( $case->diagnosisId )?->diagnosis;
		$done      = $this->doneSteps( $case );
		$statuses  = [];
		foreach ( $diagnosis->causes ?? [] as $ranked ) {
			foreach ( $this->catalog->cause( $ranked->system, $ranked->cause )->fixPath ?? [] as $rule ) {
				$id              = $rule['step'];
				$planned         = $this->plan( $case->id, $id, $case );
				$entry           = $done[ $id ] ?? null;
				$isMachine       = '' !== $rule['action'];
				$statuses[ $id ] ??= new StepStatus(
					$id,
					$isMachine && '' === $planned->reason,
					$isMachine ? $planned->message : '',
					$entry->at ?? 0,
					$entry->actor ?? 0,
					'' === $this->planUndo( $case, $id, $entry )->reason,
					$entry->before ?? [],
					$entry->after ?? [],
					$isMachine ? $planned->settings : ''
				);
			}
		}
		return $statuses;
	}

	private function runLocked( PlannedStep $planned, CaseFile $case, string $step, int $actor, string $fingerprint, string $doneKey ): StepOutcome {
		try {
			$change = $this->change( $planned );
			if ( ! hash_equals( $change->fingerprint(), $fingerprint ) ) {
				return $this->journal->has( $doneKey )
					? $this->done( $step, $case->id )
					: $this->hasMoved( $case, $step );
			}
			if ( null !== $planned->action && null !== $planned->connection ) {
				$begun = $this->begun->of( $case->id )[ $step ] ?? null;
				if ( null !== $begun && $change->before === $change->after ) {
					// It was written and whoever wrote it died before noting it: what was begun is what was done.
					$this->begun->noteDone( $begun, $this->clock->now() );
					$this->startFixing( $case );
					return $this->done( $step, $case->id );
				}
				if ( null === $begun && $change->before !== $change->after ) {
					$this->note( $case, $actor, JournalKind::StepBegun, $step, $change->summary, $change->before, $change->after );
				}
				$planned->action->apply( $this->subject( $case, $planned->connection ), $planned->connection, $change );
			}
		} catch ( ConnectorFault $fault ) {
			$this->note( $case, $actor, JournalKind::StepFailed, $step, $fault->getMessage(), [], [] );
			if ( in_array( $fault->kind, [ FaultKind::TimedOut, FaultKind::Unreachable, FaultKind::Malformed, FaultKind::ServerFault ], true ) ) {
				// It may have happened all the same: reading tells, guessing does not.
				$this->work->add( JobNames::VERIFY, $case->id );
			}
			return new StepOutcome( $step, 'failed', $fault->kind->value, $fault->getMessage(), $case->state, Waits::after( $fault ) );
		}
		$this->begun->append( new JournalEntry( 0, $case->id, $this->clock->now(), $actor, JournalKind::StepDone->value, $step, $change->summary, $change->before, $change->after ) );
		$this->startFixing( $case );
		return $this->done( $step, $case->id );
	}

	/** The step waits again; what is wrong now, a fresh look says. A case that is over stays over until the person is refused. */
	private function undone( CaseFile $case, string $step ): StepOutcome {
		if ( $case->state->isClosed() ) {
			return new StepOutcome( $step, 'done', '', __( 'Taken back. The case stays resolved; it opens again when the person is refused.', 'causeway' ), $case->state );
		}
		if ( [] === $this->doneSteps( $case ) ) {
			$this->cases->move( $case->id, [ CaseState::Fixing ], CaseState::Diagnosed, $this->clock->now() );
		}
		$this->work->add( JobNames::DIAGNOSE, $case->id );
		return new StepOutcome( $step, 'done', '', __( 'Taken back. Causeway looks again what is wrong now.', 'causeway' ), $this->cases->find( $case->id )?->state );
	}

	/** The done step with all that is needed to take it back, or why it cannot be. */
	private function planUndo( ?CaseFile $case, string $step, ?JournalEntry $entry ): PlannedStep {
		if ( null === $case ) {
			return $this->plan( 0, $step );
		}
		if ( null === $entry ) {
			return new PlannedStep( $case, null, null, null, 'not-done', __( 'This step was not done here, so there is nothing to take back.', 'causeway' ) );
		}
		$planned = $this->plan( $case->id, $step, $case, true );
		if ( '' !== $planned->reason || ( $planned->action instanceof UndoableAction && $entry->before !== $entry->after ) ) {
			return $planned;
		}
		return new PlannedStep( $case, $planned->cause, null, null, 'not-undoable', __( 'Causeway cannot take this back. Do it by hand in the other system.', 'causeway' ) );
	}

	/** @throws ConnectorFault */
	private function inverse( PlannedStep $planned, JournalEntry $entry ): Change {
		if ( null === $planned->case || ! $planned->action instanceof UndoableAction || null === $planned->connection ) {
			throw new ConnectorFault( FaultKind::Unsupported, $planned->message );
		}
		return $planned->action->previewUndo( $this->subject( $planned->case, $planned->connection ), $planned->connection, self::changeOf( $entry ) );
	}

	private static function changeOf( JournalEntry $entry ): Change {
		return new Change( $entry->text, $entry->before, $entry->after, true );
	}

	/** @throws ConnectorFault */
	private function change( PlannedStep $planned ): Change {
		if ( null === $planned->case || null === $planned->action || null === $planned->connection ) {
			throw new ConnectorFault( FaultKind::Unsupported, $planned->message );
		}
		return $planned->action->preview( $this->subject( $planned->case, $planned->connection ), $planned->connection );
	}

	/** The case's person, by the ids that the system to be changed knows them by just now. */
	private function subject( CaseFile $case, Connection $connection ): Subject {
		return $this->examination->introduced( $this->subjects->make( CaseDiagnoser::personOf( $case ) ) )->in( $connection->system );
	}

	private function plan( int $caseId, string $step, ?CaseFile $case = null, bool $isForUndo = false ): PlannedStep {
		$case ??= $this->cases->find( $caseId );
		if ( null === $case ) {
			return new PlannedStep( null, null, null, null, 'unknown-case', __( 'There is no such case.', 'causeway' ) );
		}
		$cause = null;
		foreach ( $this->diagnoses->find( $case->diagnosisId )->diagnosis->causes ?? [] as $ranked ) {
			$rule = $this->catalog->cause( $ranked->system, $ranked->cause );
			if ( null !== $rule && null !== $rule->step( $step ) ) {
				$cause = $rule;
				break;
			}
		}
		if ( null === $cause ) {
			return new PlannedStep( null, null, null, null, 'unknown-step', __( 'This case has no such step.', 'causeway' ) );
		}
		if ( $case->state->isClosed() && ! $isForUndo ) {
			return new PlannedStep( $case, $cause, null, null, 'closed', __( 'This case is resolved already.', 'causeway' ) );
		}
		$name = $cause->step( $step )['action'] ?? '';
		if ( '' === $name ) {
			return new PlannedStep( $case, $cause, null, null, 'not-runnable', __( 'This step is done by a person, in the other system.', 'causeway' ) );
		}
		$system   = self::systemOf( $cause->system, $name );
		$title    = $this->catalog->systemTexts( $system )['title'];
		$runnable = $this->action( $cause->system, $name );
		if ( null === $runnable ) {
			/* translators: %s: A product such as Zoho CRM. */
			return new PlannedStep( $case, $cause, null, null, 'not-runnable', sprintf( __( 'Causeway cannot do this step in %s itself yet. Do it by hand, then mark it as done.', 'causeway' ), $title ) );
		}
		$connection = $this->examination->connectionOf( $system );
		if ( null === $connection ) {
			/* translators: %s: A product such as Zoho CRM. */
			return new PlannedStep( $case, $cause, null, null, 'no-connection', sprintf( __( 'No connection to %s is set up.', 'causeway' ), $title ), $system );
		}
		if ( ! $connection->mayWrite ) {
			/* translators: %s: A product such as Zoho CRM. */
			return new PlannedStep( $case, $cause, null, null, 'read-only', sprintf( __( 'The connection to %s may only read. Allow changes on its page, or do the step by hand.', 'causeway' ), $title ), $connection->id );
		}
		return new PlannedStep( $case, $cause, $runnable, $connection, '', '' );
	}

	/** @param string $name An action as a fix path names it: `restore-contact`, or `zoho-crm:restore-contact` where it is another system's. */
	private function action( string $system, string $name ): ?Action {
		return $this->connectors->get( self::systemOf( $system, $name ) )?->actions()[ substr( (string) strrchr( ':' . $name, ':' ), 1 ) ] ?? null;
	}

	private static function systemOf( string $system, string $name ): string {
		return str_contains( $name, ':' ) ? explode( ':', $name, 2 )[0] : $system;
	}

	private function startFixing( CaseFile $case ): void {
		$this->cases->move( $case->id, [ CaseState::Open, CaseState::Diagnosed, CaseState::Regressed ], CaseState::Fixing, $this->clock->now() );
		$this->work->add( JobNames::VERIFY, $case->id );
	}

	private function done( string $step, int $caseId ): StepOutcome {
		return new StepOutcome( $step, 'done', '', __( 'Done. Causeway now looks whether it helped.', 'causeway' ), $this->cases->find( $caseId )?->state );
	}

	private function title( PlannedStep $planned, string $step ): string {
		$title = null === $planned->cause ? $step : $this->catalog->texts( $planned->cause->system, $planned->cause->cause )['steps'][ $step ]['title'] ?? $step;
		/* translators: %s: Title of a step. */
		return sprintf( __( 'Marked as done: %s', 'causeway' ), $title );
	}

	/** @return array<string, JournalEntry> The newest entry of each step done since the case last came back. */
	private function doneSteps( CaseFile $case ): array {
		$done = [];
		foreach ( $this->journal->ofCase( $case->id ) as $entry ) {
			if ( JournalKind::Regressed->value === $entry->kind ) {
				$done = [];
			} elseif ( JournalKind::StepUndone->value === $entry->kind ) {
				unset( $done[ $entry->step ] );
			} elseif ( JournalKind::StepDone->value === $entry->kind ) {
				$done[ $entry->step ] = $entry;
			}
		}
		return $done;
	}

	/**
	 * @param array<string, string> $before
	 * @param array<string, string> $after
	 */
	private function note( CaseFile $case, int $actor, JournalKind $kind, string $step, string $text, array $before, array $after ): void {
		$this->journal->append( new JournalEntry( 0, $case->id, $this->clock->now(), $actor, $kind->value, $step, $text, $before, $after ) );
	}
}
