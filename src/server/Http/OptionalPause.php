<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\Pause;

/** Sleeps only once this request is known to be background work: somebody who waits for a page never waits for us. */
final class OptionalPause implements Pause {

	public function __construct( private bool $isAllowed ) {}

	/** Nobody waits for this request's answer. */
	public function allow(): void {
		$this->isAllowed = true;
	}

	public function isAllowed(): bool {
		return $this->isAllowed;
	}

	public function for( float $seconds ): void {
		if ( $this->isAllowed ) {
			usleep( (int) max( 0, $seconds * 1_000_000 ) );
		}
	}
}
