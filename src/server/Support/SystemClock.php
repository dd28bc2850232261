<?php

declare(strict_types=1);

namespace Causeway\Support;

/** The machine's clock. */
final class SystemClock implements Clock {

	public function now(): int {
		return time();
	}

	public function elapsedNanoseconds(): int {
		return (int) hrtime( true );
	}
}
