<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\JobResult;
use Causeway\Support\Clock;

/**
 * Proves repairs by a fresh look, never by the answer of the write itself.
 *
 * Systems become consistent late: a look that does not prove it yet is repeated before the fix is said not to have helped.
 */
final class Verifier {

	/** Seconds between looks after a step. */
	private const WAITS = [ 2, 5, 10, 30, 60, 120, 300 ];

	private const FIRST_WATCH_SECONDS = 1_800;

	private const LONGEST_WATCH_SECONDS = 86_400;

	/** Looks at a case that nobody touches, over some weeks. */
	private const MOST_WATCHES = 30;

	public function __construct(
		private readonly CaseStore $cases,
		private readonly CaseDiagnoser $diagnoser,
		private readonly CaseCloser $closer,
		private readonly Journal $journal,
		private readonly WorkList $work,
		private readonly Clock $clock,
	) {}

	/**
	 * One look after a step was done.
	 *
	 * @param int $tries Looks before this one.
	 */
	public function afterStep( int $caseId, int $tries ): JobResult {
		$case = $this->cases->find( $caseId );
		$look = null === $case || $case->state->isClosed() ? null : $this->lookAt( $case );
		if ( null === $case || null === $look || $this->isProved( $case, $look ) ) {
			return JobResult::done();
		}
		if ( $tries < count( self::WAITS ) ) {
			return JobResult::more( (string) ( $tries + 1 ), self::WAITS[ $tries ] );
		}
		$wait = $this->diagnoser->waitToAsk( $case, $look );
		if ( $wait > 0 ) {
			// Nobody could look, which says nothing of the step.
			return JobResult::more( (string) $tries, max( $wait, self::FIRST_WATCH_SECONDS ) );
		}
		$now = $this->clock->now();
		if ( $this->cases->move( $caseId, [ CaseState::Fixing ], CaseState::Diagnosed, $now ) ) {
			$this->journal->append( new JournalEntry( 0, $caseId, $now, 0, JournalKind::NotYet->value, '', __( 'Looked again for nine minutes: the step did not end the cause.', 'causeway' ) ) );
			$this->work->add( JobNames::DIAGNOSE, $caseId );
		}
		return JobResult::done();
	}

	/** Looks now and then whether somebody repaired it in the other system. */
	public function watch( int $caseId, int $looks ): JobResult {
		$case = $this->cases->find( $caseId );
		$look = null === $case || $case->state->isClosed() || '' === $case->cause || $looks >= self::MOST_WATCHES ? null : $this->lookAt( $case );
		if ( null === $case || null === $look || $this->isProved( $case, $look ) ) {
			return JobResult::done();
		}
		$wait = $this->diagnoser->waitToAsk( $case, $look );
		if ( $wait > 0 ) {
			// It was no look: the next one is not put off by it.
			return JobResult::more( (string) $looks, max( $wait, self::FIRST_WATCH_SECONDS ) );
		}
		return JobResult::more( (string) ( $looks + 1 ), (int) min( self::LONGEST_WATCH_SECONDS, self::FIRST_WATCH_SECONDS * 2 ** min( $looks, 8 ) ) );
	}

	private function lookAt( CaseFile $case ): CaseFacts {
		return $this->diagnoser->look( CaseDiagnoser::personOf( $case ), $case );
	}

	/** Closes the case where a fresh look proves that its cause is gone. */
	private function isProved( CaseFile $case, CaseFacts $look ): bool {
		if ( $this->diagnoser->hasAnotherCause( $case, $look ) ) {
			// What is known of the case is not what keeps the person out now.
			$this->work->add( JobNames::DIAGNOSE, $case->id );
			return false;
		}
		return $this->diagnoser->provesRepair( $case, $look )
			&& $this->closer->close( $case, JournalKind::Verified, 0, __( 'A fresh look proves that the cause is gone.', 'causeway' ) );
	}
}
