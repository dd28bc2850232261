<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\Deadline;
use Causeway\Support\Clock;

/** Forgets what is old: attempts after 30 days, closed cases after 180, names that were nobody's with their attempts. In small slices. */
final class Retention {

	public const ATTEMPT_SECONDS = 30 * 86_400;

	public const CLOSED_CASE_SECONDS = 180 * 86_400;

	private const SLICE = 500;

	public function __construct( private readonly AttemptStore $attempts, private readonly CaseStore $cases, private readonly HelpRequests $requests, private readonly Clock $clock ) {}

	/** @return bool Whether all that is old is gone. */
	public function purge( Deadline $deadline ): bool {
		$now = $this->clock->now();
		$this->requests->forgetCounts();
		do {
			$gone = $this->attempts->purge( $now - self::ATTEMPT_SECONDS, self::SLICE )
				+ $this->cases->purgeUnknown( $now - self::ATTEMPT_SECONDS, self::SLICE )
				+ $this->cases->purgeClosed( $now - self::CLOSED_CASE_SECONDS, self::SLICE );
		} while ( $gone > 0 && ! $deadline->isOver() );
		return 0 === $gone;
	}
}
