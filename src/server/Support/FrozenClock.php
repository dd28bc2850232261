<?php

declare(strict_types=1);

namespace Causeway\Support;

/** A clock that stands still until it is moved; for tests. */
final class FrozenClock implements Clock {

	public function __construct( private int $now = 1_790_000_000, private int $nanoseconds = 0 ) {}

	public function now(): int {
		return $this->now;
	}

	public function elapsedNanoseconds(): int {
		return $this->nanoseconds;
	}

	public function advance( int $seconds ): void {
		$this->now         += $seconds;
		$this->nanoseconds += $seconds * 1_000_000_000;
	}
}
