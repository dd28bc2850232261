<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** Where the flight recorder's recordings are kept. Called at the end of a login of an armed person only. */
interface FlightLog {

	/**
	 * Keeps a recording, and the newest few before it.
	 *
	 * @param array<string, mixed> $flight {@see FlightRecorder::end()}; holds no password, no hash and no message.
	 */
	public function record( int $userId, array $flight ): void;
}
