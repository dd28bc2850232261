<?php

declare(strict_types=1);

namespace Causeway\Support;

/** Tells the time. Only {@see SystemClock} asks the machine for it. */
interface Clock {

	/** Seconds since the Unix epoch, UTC. */
	public function now(): int;

	/** Nanoseconds of a clock that never goes back; only differences mean anything. */
	public function elapsedNanoseconds(): int;
}
