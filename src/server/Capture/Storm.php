<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Clock;

/** Knows whether failed logins come in faster than single rows should be written. Counts each refused attempt once. */
final class Storm {

	private ?bool $isRaging = null;

	public function __construct( private readonly FailureCounter $counter, private readonly Clock $clock ) {}

	/** Counts this request's attempt at the first call; the answer holds for the request. */
	public function isRaging(): bool {
		return $this->isRaging ??= $this->counter->count( $this->clock->now() );
	}

	/** The attempt is written: what comes next is another one. */
	public function attemptIsOver(): void {
		$this->isRaging = null;
	}
}
