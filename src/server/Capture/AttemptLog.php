<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** Where refused attempts are kept. The row of an attempt is also its place in the queue of the background. */
interface AttemptLog {

	/**
	 * Writes one row in state `received`. Exactly one all-ASCII INSERT, no read before it; called while a visitor waits.
	 *
	 * A reference that is already there is left as it is.
	 */
	public function append( Attempt $attempt ): void;

	/**
	 * Writes many rows with one statement. Rows whose reference is already there are left as they are, so that a batch may be repeated.
	 *
	 * @param list<Attempt> $attempts At most {@see SpoolDrain::BATCH}.
	 */
	public function appendAll( array $attempts ): void;
}
