<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\Deadline;
use Causeway\Support\Clock;

/** Forgets what is old: attempts, closed cases, names that were nobody's with their attempts. In small slices. */
final class Retention {

	/** Least, usual and most days that attempts are kept. The overview looks back two weeks. */
	public const ATTEMPT_DAYS = [ 14, 30, 180 ];

	/** The same of closed cases, with their diagnoses and their part of the journal. */
	public const CASE_DAYS = [ 30, 180, 1095 ];

	private const SLICE = 500;

	public function __construct( private readonly AttemptStore $attempts, private readonly CaseStore $cases, private readonly HelpRequests $requests, private readonly CaseSettings $settings, private readonly SiteRows $sites, private readonly Clock $clock ) {}

	/** @return bool Whether all that is old is gone. */
	public function purge( Deadline $deadline ): bool {
		$now      = $this->clock->now();
		$kept     = $this->settings->retention();
		$attempts = $now - $kept['attemptDays'] * 86_400;
		$this->requests->forgetCounts();
		$this->sites->forgetGone();
		do {
			$gone = $this->attempts->purge( $attempts, self::SLICE )
				+ $this->cases->purgeUnknown( $attempts, self::SLICE )
				+ $this->cases->purgeClosed( $now - $kept['caseDays'] * 86_400, self::SLICE );
		} while ( $gone > 0 && ! $deadline->isOver() );
		return 0 === $gone;
	}
}
