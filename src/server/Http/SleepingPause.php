<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\Pause;

/** Sleeps; for background work and the command line. */
final class SleepingPause implements Pause {

	public function isAllowed(): bool {
		return true;
	}

	public function for( float $seconds ): void {
		usleep( (int) max( 0, $seconds * 1_000_000 ) );
	}
}
