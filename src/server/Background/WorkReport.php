<?php

declare(strict_types=1);

namespace Causeway\Background;

/** What one run of the runner did. */
final class WorkReport {

	/** @param list<string> $errors One a job that failed: `kind #subject: message`. */
	public function __construct(
		public readonly int $done,
		public readonly int $again,
		public readonly int $failed,
		public readonly int $dead,
		public readonly float $seconds,
		public readonly array $errors = [],
	) {}

	public function total(): int {
		return $this->done + $this->again + $this->failed + $this->dead;
	}
}
