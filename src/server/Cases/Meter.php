<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** How good Causeway is on this site, of the last 30 days. */
final class Meter {

	/**
	 * @param float    $unexplainedShare Refusals without a known symptom, 0 to 1.
	 * @param int|null $medianFixSeconds From the first refusal to the end of a case; null where none ended.
	 * @param int      $diagnoses        Diagnoses that were made.
	 * @param int      $disputed         Those that a person marked as wrong.
	 */
	public function __construct(
		public readonly float $unexplainedShare,
		public readonly ?int $medianFixSeconds,
		public readonly int $diagnoses,
		public readonly int $disputed,
	) {}
}
