<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** The site at a glance. */
final class Overview {

	/**
	 * @param float                                                $unexplainedShare Refusals of the last 30 days without a known symptom, 0 to 1.
	 * @param list<array{system: string, cause: string, cases: int}> $byCause          Waiting cases, most first.
	 * @param string                                               $pace             `fpm`, `worker`, `cron` or `stalled`.
	 * @param int                                                  $lastWorkAt       Unix seconds; 0 before the first.
	 */
	public function __construct(
		public readonly int $openCases,
		public readonly int $peopleLockedOut,
		public readonly int $resolvedLast7Days,
		public readonly float $unexplainedShare,
		public readonly array $byCause,
		public readonly string $pace,
		public readonly int $lastWorkAt,
	) {}
}
