<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** Counts failed logins of this site over all its processes, without a query. */
interface FailureCounter {

	public const PER_SECOND = 5;

	public const PER_WINDOW = 300;

	public const WINDOW_SECONDS = 300;

	/** Counts one failure. @return bool Whether a storm is raging: more than 5 in this second, or more than 300 in five minutes. */
	public function count( int $now ): bool;

	/** The same without counting anything. */
	public function isRaging( int $now ): bool;

	/** How many failed in this window and the one before. */
	public function failures( int $now ): int;
}
