<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\Deadline;
use Causeway\Background\JobResult;
use Causeway\Support\Clock;

/** Does one thing to many cases, case by case in the background, so that it goes on when the page is left. Doors check capabilities. */
final class BulkDesk {

	public const MOST_CASES = 100;

	public function __construct( private readonly CaseRuns $runs, private readonly CaseDesk $cases, private readonly ReplyDesk $replies, private readonly WorkList $work, private readonly Clock $clock ) {}

	/** The run that goes on, or the last one; null before the first. */
	public function last(): ?CaseRun {
		return $this->runs->last();
	}

	/**
	 * @param list<int> $caseIds At most {@see MOST_CASES}.
	 * @return CaseRun|null Null where another run goes on.
	 */
	public function start( BulkAction $action, array $caseIds, int $actor, string $note ): ?CaseRun {
		$last = $this->runs->last();
		if ( null !== $last && 0 === $last->finishedAt ) {
			// Asked again, in case its job was lost.
			$this->work->add( JobNames::BULK );
			return null;
		}
		$ids = array_slice( array_values( array_unique( $caseIds ) ), 0, self::MOST_CASES );
		$run = new CaseRun( $action, $note, $actor, $this->clock->now(), $ids, count( $ids ) );
		$this->runs->save( $run );
		$this->work->add( JobNames::BULK );
		return $run;
	}

	/** Goes on with the run. Where it was killed, the case in hand is looked at once more; a letter is never sent twice. */
	public function goOn( Deadline $deadline ): JobResult {
		$run = $this->runs->last();
		if ( null === $run || $run->finishedAt > 0 ) {
			return JobResult::done();
		}
		if ( $run->current > 0 ) {
			$run = $run->after( BulkAction::Reply === $run->action ? __( 'The work was interrupted while the mail was handed over. Look at the timeline before you send it again.', 'causeway' ) : $this->do( $run ) );
			$this->runs->save( $run );
		}
		for ( $begun = $run->begun(); null !== $begun; $begun = $run->begun() ) {
			if ( $deadline->isOver() ) {
				return JobResult::more();
			}
			$this->runs->save( $begun );
			$run = $begun->after( $this->do( $begun ) );
			$this->runs->save( $run );
		}
		$this->runs->save( $run->finished( $this->clock->now() ) );
		return JobResult::done();
	}

	/** @return string Why it could not be done to the case in hand; '' where it was. */
	private function do( CaseRun $run ): string {
		$case = $this->cases->find( $run->current );
		if ( null === $case ) {
			return __( 'There is no such case.', 'causeway' );
		}
		switch ( $run->action ) {
			case BulkAction::Diagnose:
				try {
					$this->cases->diagnose( $case->id, $run->actor );
				} catch ( \Throwable $fault ) {
					// One case that cannot be looked at keeps nobody else waiting; a message may quote what a stranger sent.
					/* translators: %s: a technical name such as TypeError */
					return sprintf( __( 'It could not be looked at because of a fault of Causeway’s own (%s).', 'causeway' ), ( new \ReflectionClass( $fault ) )->getShortName() );
				}
				return '';
			case BulkAction::Resolve:
				return $case->state->isClosed() || $this->cases->resolve( $case->id, $run->actor, $run->note ) ? '' : __( 'It was changed by somebody else at the same moment.', 'causeway' );
			case BulkAction::Reply:
				$draft = $this->replies->draft( $case );
				return null === $draft ? __( 'No address of this person is on record here.', 'causeway' ) : $this->replies->send( $case, $run->actor, $draft->subject, $draft->body );
		}
	}
}
