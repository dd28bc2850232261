<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Waits. Only background work and the command line may; a page that somebody looks at never does. */
interface Pause {

	/** Whether waiting for seconds is acceptable here. */
	public function isAllowed(): bool;

	/** Returns after that time; at once where waiting is not allowed. */
	public function for( float $seconds ): void;
}
