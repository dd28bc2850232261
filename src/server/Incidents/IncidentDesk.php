<?php

declare(strict_types=1);

namespace Causeway\Incidents;

use Causeway\Background\JobResult;
use Causeway\Cases\CaseDesk;
use Causeway\Cases\StepOutcome;
use Causeway\Cases\StepPreview;
use Causeway\Cases\Waits;
use Causeway\Cases\WorkList;
use Causeway\Diagnosis\Catalog;
use Causeway\Support\Clock;

/** The one face of incidents for every door: lists, and one step for everybody. Doors check capabilities. */
final class IncidentDesk {

	/** Cases whose change a preview of all shows. */
	private const PREVIEWED = 5;

	/** Tries of what may lie with one person alone; then that person is listed and the others go on. */
	private const MOST_TRIES = 3;

	public function __construct( private readonly IncidentStore $incidents, private readonly CaseDesk $cases, private readonly Catalog $catalog, private readonly WorkList $work, private readonly Clock $clock ) {}

	public function find( int $id ): ?Incident {
		return $this->incidents->find( $id );
	}

	/**
	 * @param int $before Id of the last one seen; 0 from the start.
	 * @return list<Incident> Newest first.
	 */
	public function list( bool $isOpen, int $limit, int $before = 0 ): array {
		return $this->incidents->list( $isOpen, max( 1, min( 100, $limit ) ), $before );
	}

	/** @return list<int> Ids of its cases, ascending. */
	public function casesOf( Incident $incident, bool $isWaiting, int $after = 0, int $limit = 100 ): array {
		return $this->incidents->casesOf( $incident->id, $isWaiting, $after, max( 1, min( 100, $limit ) ) );
	}

	/** Whether the cause's fix path has this step, and Causeway does it itself. */
	public function isRunnable( Incident $incident, string $step ): bool {
		return '' !== ( $this->catalog->cause( $incident->system, $incident->cause )?->step( $step )['action'] ?? '' );
	}

	/**
	 * What the step would change, for the first few people. Changes nothing.
	 *
	 * @return list<array{case: int, summary: string, before: array<string, string>, after: array<string, string>, problem: string}>
	 */
	public function preview( Incident $incident, string $step ): array {
		return array_map(
			fn ( int $caseId ): array => self::shown( $caseId, $this->cases->previewStep( $caseId, $step, 0 ) ),
			$this->incidents->casesOf( $incident->id, true, 0, self::PREVIEWED )
		);
	}

	/** Whether what the last run did can be taken back. */
	public function isUndoable( Incident $incident ): bool {
		$run = $incident->run;
		return null !== $run && $run->isOver() && ! $run->isUndo && $run->done > 0 && $this->cases->isUndoable( $incident->system, $incident->cause, $run->step );
	}

	/**
	 * What taking back the last run would change, for the first few people. Changes nothing.
	 *
	 * @return list<array{case: int, summary: string, before: array<string, string>, after: array<string, string>, problem: string}>
	 */
	public function previewUndo( Incident $incident ): array {
		$shown = [];
		$run   = $incident->run;
		for ( $after = 0; null !== $run && count( $shown ) < self::PREVIEWED; ) {
			$after = $this->nextDone( $incident->id, $run, $after );
			if ( 0 === $after ) {
				break;
			}
			$shown[] = self::shown( $after, $this->cases->previewUndo( $after, $run->step ) );
		}
		return $shown;
	}

	/** Has what the last run did taken back, in the background. @return BulkRun|null Null where there is nothing to take back. */
	public function startUndo( Incident $incident, int $actor ): ?BulkRun {
		$run = $incident->run;
		if ( null === $run || ! $this->isUndoable( $incident ) ) {
			return null;
		}
		$undo = new BulkRun( $run->step, $actor, $this->clock->now(), 0, 0, $run->done, journalFrom: $run->journalFrom, isUndo: true );
		$this->incidents->saveRun( $incident->id, $undo );
		$this->work->add( IncidentJobs::STEP, $incident->id );
		return $undo;
	}

	/** Has the step run for everybody who is still kept out, in the background. Asked twice while it runs, it is one run; one that pauses tries again at once. */
	public function start( Incident $incident, string $step, int $actor ): ?BulkRun {
		if ( null !== $incident->run && ! $incident->run->isOver() ) {
			$this->work->add( IncidentJobs::STEP, $incident->id );
			return $incident->run;
		}
		if ( $incident->state->isClosed() || 0 === $incident->waiting ) {
			return null;
		}
		$now = $this->clock->now();
		$run = new BulkRun( $step, $actor, $now, 0, 0, $incident->waiting, journalFrom: $this->cases->journal( 1 )[0]->id ?? 0 );
		$this->incidents->saveRun( $incident->id, $run );
		$this->incidents->startFixing( $incident->id, $now );
		$this->work->add( IncidentJobs::STEP, $incident->id );
		return $run;
	}

	/** Ends a run where it stands. A case in hand is still brought to its end; its own journal tells of it. @return bool False where none goes on. */
	public function stop( Incident $incident ): bool {
		return null !== $incident->run && ! $incident->run->isOver() && $this->incidents->advanceRun( $incident->id, $incident->run->stopped( $this->clock->now() ) );
	}

	/**
	 * Goes on with a run by one case, so that a person who waits is looked at in between, and no slice outlasts its lease.
	 *
	 * Where it was killed it begins at the case after the last one that was written down; a case's own step is done once, whatever happens.
	 * Where the system cannot be asked just now, nobody is passed over: the run pauses and tries the same case again.
	 */
	public function goOn( int $id ): JobResult {
		$incident = $this->incidents->find( $id );
		$run      = $incident?->run;
		if ( null === $run || $run->isOver() ) {
			return JobResult::done();
		}
		$caseId = $run->isUndo ? $this->nextDone( $id, $run, $run->lastCaseId ) : $this->incidents->casesOf( $id, true, $run->lastCaseId, 1 )[0] ?? 0;
		if ( 0 === $caseId ) {
			$this->incidents->advanceRun( $id, $run->finished( $this->clock->now() ) );
			return JobResult::done();
		}
		$isDone = ! $run->isUndo && $this->cases->isStepDone( $caseId, $run->step, $run->journalFrom );
		$run    = $isDone ? $run->after( $caseId, '' ) : $this->runFor( $caseId, $run );
		if ( ! $this->incidents->advanceRun( $id, $run ) ) {
			return JobResult::done();
		}
		return JobResult::more( '', max( 0, $run->pausedUntil - $this->clock->now() ) );
	}

	/** The next case for which the step was done in a run and not taken back since; 0 where there is none. */
	private function nextDone( int $id, BulkRun $run, int $after ): int {
		do {
			$caseIds = $this->incidents->casesOf( $id, false, $after, 100 );
			foreach ( $caseIds as $after ) {
				if ( $this->cases->isStepDone( $after, $run->step, $run->journalFrom ) ) {
					return $after;
				}
			}
		} while ( [] !== $caseIds );
		return 0;
	}

	/** @return array{case: int, summary: string, before: array<string, string>, after: array<string, string>, problem: string} */
	private static function shown( int $caseId, StepPreview $preview ): array {
		return [
			'case'    => $caseId,
			'summary' => $preview->summary,
			'before'  => $preview->before,
			'after'   => $preview->after,
			'problem' => $preview->message,
		];
	}

	/** Runs the step for one case, or takes it back. @return BulkRun After it; or paused, where this case comes again. */
	private function runFor( int $caseId, BulkRun $run ): BulkRun {
		$preview = $run->isUndo ? $this->cases->previewUndo( $caseId, $run->step ) : $this->cases->previewStep( $caseId, $run->step, $run->actor );
		$result  = $preview->canRun() ? $this->confirm( $caseId, $run, $preview->fingerprint ) : $preview;
		if ( $result instanceof StepOutcome && 'done' === $result->state ) {
			return $run->after( $caseId, '' );
		}
		$isLastTry = ( 'running' === $result->reason || Waits::mayBePersonal( $result->reason ) ) && $run->tries + 1 >= self::MOST_TRIES;
		return 0 === $result->waitSeconds || $isLastTry
			? $run->after( $caseId, $result->message )
			: $run->paused( $this->clock->now() + $result->waitSeconds, $result->message );
	}

	private function confirm( int $caseId, BulkRun $run, string $fingerprint ): StepOutcome {
		return $run->isUndo ? $this->cases->undoStep( $caseId, $run->step, $run->actor, $fingerprint ) : $this->cases->runStep( $caseId, $run->step, $run->actor, $fingerprint );
	}
}
