<?php

declare(strict_types=1);

namespace Causeway\Tests\Fakes;

use Causeway\Support\Randomness;

/** Bytes that differ each time and are the same in each run. */
final class SequenceRandomness implements Randomness {

	private int $next = 0;

	public function bytes( int $length ): string {
		return substr( str_repeat( hash( 'sha256', (string) ++$this->next, true ), intdiv( $length, 32 ) + 1 ), 0, $length );
	}
}
