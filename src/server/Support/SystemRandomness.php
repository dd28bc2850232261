<?php

declare(strict_types=1);

namespace Causeway\Support;

/** The operating system's cryptographic randomness. */
final class SystemRandomness implements Randomness {

	public function bytes( int $length ): string {
		return random_bytes( $length );
	}
}
