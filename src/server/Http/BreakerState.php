<?php

declare(strict_types=1);

namespace Causeway\Http;

/** How one host has been answering. */
final class BreakerState {

	/**
	 * @param int $failures Calls without an answer, in a row.
	 * @param int $openedAt Unix seconds at which the breaker last opened or let a trial call through; 0 while it is closed.
	 */
	public function __construct( public readonly int $failures = 0, public readonly int $openedAt = 0 ) {}
}
