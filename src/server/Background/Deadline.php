<?php

declare(strict_types=1);

namespace Causeway\Background;

use Causeway\Support\Clock;

/** The moment at which a slice of work stops. */
final class Deadline {

	private readonly int $endsAt;

	public function __construct( private readonly Clock $clock, float $seconds ) {
		$this->endsAt = $clock->elapsedNanoseconds() + (int) ( $seconds * 1e9 );
	}

	public function isOver(): bool {
		return $this->clock->elapsedNanoseconds() >= $this->endsAt;
	}
}
