<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\Pause;

/** Never waits; for requests that a person is looking at. */
final class NoPause implements Pause {

	public function isAllowed(): bool {
		return false;
	}

	public function for( float $seconds ): void {}
}
