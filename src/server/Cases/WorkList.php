<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\JobQueue;

/** What this room asks the background to do. */
final class WorkList {

	public function __construct( private readonly JobQueue $queue ) {}

	public function add( string $kind, int $subject = 0, int $delaySeconds = 0 ): void {
		$this->queue->put( $kind, $subject, $delaySeconds, JobNames::key( $kind, $subject ), JobNames::PRIORITIES[ $kind ] ?? 50 );
	}

	/** For work that always comes again: added only where it is not planned. */
	public function keep( string $kind, int $delaySeconds = 0 ): void {
		if ( null === $this->queue->nextRunAt( JobNames::key( $kind ) ) ) {
			$this->add( $kind, 0, $delaySeconds );
		}
	}

	public function nextLookAt( int $caseId ): ?int {
		return $this->queue->nextRunAt( ...array_map( static fn ( string $kind ): string => JobNames::key( $kind, $caseId ), [ JobNames::DIAGNOSE, JobNames::VERIFY, JobNames::WATCH ] ) );
	}
}
