<?php

declare(strict_types=1);

namespace Causeway\Incidents;

use Causeway\Background\JobResult;
use Causeway\Cases\CaseDesk;
use Causeway\Cases\StepOutcome;
use Causeway\Cases\WorkList;
use Causeway\Diagnosis\Catalog;
use Causeway\Support\Clock;

/** The one face of incidents for every door: lists, and one step for everybody. Doors check capabilities. */
final class IncidentDesk {

	/** Cases whose change a preview of all shows. */
	private const PREVIEWED = 5;

	/** What may lie in one person's record as well as in the whole system: tried so often, then that person is listed and the others go on. */
	private const PERSONAL = [ 'timed-out', 'server-fault', 'malformed', 'running' ];

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
		$shown = [];
		foreach ( $this->incidents->casesOf( $incident->id, true, 0, self::PREVIEWED ) as $caseId ) {
			$preview = $this->cases->previewStep( $caseId, $step, 0 );
			$shown[] = [
				'case'    => $caseId,
				'summary' => $preview->summary,
				'before'  => $preview->before,
				'after'   => $preview->after,
				'problem' => $preview->message,
			];
		}
		return $shown;
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
		$caseId = $this->incidents->casesOf( $id, true, $run->lastCaseId, 1 )[0] ?? 0;
		if ( 0 === $caseId ) {
			$this->incidents->advanceRun( $id, $run->finished( $this->clock->now() ) );
			return JobResult::done();
		}
		$isDone = $this->cases->isStepDone( $caseId, $run->step, $run->journalFrom );
		$run    = $isDone ? $run->after( $caseId, '' ) : $this->runFor( $caseId, $run );
		if ( ! $this->incidents->advanceRun( $id, $run ) ) {
			return JobResult::done();
		}
		return JobResult::more( '', max( 0, $run->pausedUntil - $this->clock->now() ) );
	}

	/** Runs the step for one case. @return BulkRun After it; or paused, where this case comes again. */
	private function runFor( int $caseId, BulkRun $run ): BulkRun {
		$preview = $this->cases->previewStep( $caseId, $run->step, $run->actor );
		$result  = $preview->canRun() ? $this->cases->runStep( $caseId, $run->step, $run->actor, $preview->fingerprint ) : $preview;
		if ( $result instanceof StepOutcome && 'done' === $result->state ) {
			return $run->after( $caseId, '' );
		}
		$isLastTry = in_array( $result->reason, self::PERSONAL, true ) && $run->tries + 1 >= self::MOST_TRIES;
		return 0 === $result->waitSeconds || $isLastTry
			? $run->after( $caseId, $result->message )
			: $run->paused( $this->clock->now() + $result->waitSeconds, $result->message );
	}
}
